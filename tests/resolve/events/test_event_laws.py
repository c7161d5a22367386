"""Laws of clustering, for whatever articles there are."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.events.clustering import corpus, drafts, keys
from tests.resolve.events.telling import Told, article

PEOPLE = st.sampled_from(["", "Anna Berg", "Karl Lund", "Ida Moe"])
WORDS = st.sampled_from(
    [
        ("attack", "attack"),
        ("blast", "attack"),
        ("killing", "death"),
        ("talks", "meeting"),
        ("war", "attack"),
    ]
)
TOLD = st.builds(
    lambda word, **more: Told(*word, **more),
    WORDS,
    agent=PEOPLE,
    patient=PEOPLE,
    place=st.sampled_from(["", "Oslo", "Bergen", "Norway"]),
    day=st.sampled_from(["", "yesterday", "on Friday", "on 4 June 2019", "on June 4", "in 2019"]),
    the=st.booleans(),
    status=st.sampled_from(["asserted", "asserted", "negated", "alleged"]),
)
PUBLISHED = st.sampled_from([None, "2019-06-05", "2019-06-07"])


@st.composite
def articles(draw):
    """One to five articles, no two alike."""
    told = draw(
        st.lists(
            st.tuples(st.lists(TOLD, min_size=1, max_size=4), PUBLISHED), min_size=1, max_size=5
        )
    )
    made = [article(*t, published=p, source=f"{n}") for n, (t, p) in enumerate(told)]
    return list({a.id: (a, e) for a, e in made}.values())


@given(articles())
@settings(max_examples=60, deadline=None)
def test_every_report_is_in_exactly_one_draft(pairs):
    found = Counter(report.key for draft in drafts(*pairs) for report in draft.reports)
    assert found == Counter(keys(*pairs))


@given(articles(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_does_not_matter(pairs, chance):
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert corpus(*pairs) == corpus(*shuffled)


@given(articles())
@settings(max_examples=30, deadline=None)
def test_resolving_again_what_was_resolved_changes_nothing(pairs):
    """Articles come back with inferred dates; once these are taken off, the same is inferred."""
    from eventgraph.resolve.dates.inference import without_inferred

    first = corpus(*pairs)
    extractions = {e.article: e for _, e in pairs}
    again = [(without_inferred(a), extractions[a.id]) for a in first.articles]
    assert corpus(*again) == first


@given(articles())
@settings(max_examples=60, deadline=None)
def test_no_draft_holds_what_conflicts(pairs):
    for draft in drafts(*pairs):
        assert len({r.family for r in draft.reports}) == 1
        assert len({r.mention.status == "negated" for r in draft.reports}) == 1
        assert draft.window is None or draft.window[0] <= draft.window[1]


@given(articles())
@settings(max_examples=40, deadline=None)
def test_reports_and_reasons_are_in_order(pairs):
    found = drafts(*pairs)
    assert [d.key for d in found] == sorted(d.key for d in found)
    for draft in found:
        assert [r.key for r in draft.reports] == sorted(r.key for r in draft.reports)
        assert list(draft.why) == sorted(set(draft.why))
        assert draft.why or len(draft.articles) == 1
