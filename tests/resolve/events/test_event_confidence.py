"""How sure an event is: more articles help as far as it is sure that they tell the same."""

from types import SimpleNamespace

from eventgraph.resolve.events.composition import DOUBT, SUREST, _confidence
from eventgraph.resolve.events.drafts import Draft
from tests.resolve.events.clustering import corpus, drafts
from tests.resolve.events.telling import Telling, Told, article

ATTACK = Told("attack", agent="Anna Berg", patient="Karl Lund", place="Oslo", day="on 4 June 2019")


WITHOUT_COPIES = SimpleNamespace(originals={})


def confidence(count, sure):
    """Of an event told by some articles, joined with some sureness."""
    told = [article(ATTACK, published=f"2019-06-{5 + n:02}", source=f"{n}") for n in range(count)]
    (draft,) = drafts(*told)
    return _confidence(Draft(draft.reports, draft.why, (sure,) * (count - 1)), WITHOUT_COPIES)


def test_one_article_alone():
    assert confidence(1, 1.0) == 0.35 + 0.25 + 0.1


def test_more_articles_that_surely_tell_it_make_it_surer():
    assert confidence(1, 1.0) < confidence(2, 1.0) < confidence(3, 1.0) <= SUREST
    assert confidence(2, 1.0) == round(0.7 + (SUREST - 0.7) * (1 - DOUBT), 2)


def test_many_that_were_joined_on_a_guess_do_not():
    assert confidence(9, 0.2) < confidence(2, 1.0)
    assert confidence(9, 0.0) == confidence(1, 1.0)


def test_a_clear_case_is_sure():
    told = []
    for number in range(3):
        telling = Telling(f"2019-06-0{number + 5}")
        telling.tell(ATTACK)
        telling.put(" ".join(f"word{number}x{other}" for other in range(40)))  # no copy of another
        told.append(telling.done(f"{number}"))
    (event,) = corpus(*told).events
    assert event.confidence > 0.85
