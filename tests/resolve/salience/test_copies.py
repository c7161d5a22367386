import pytest

from eventgraph.model import Part, Span, make_article
from eventgraph.resolve.salience.copies import originals

REPORT = (
    "Rescue teams reached the flooded village on Tuesday and carried out forty people by boat. "
    "The mayor said that the bridge had been closed for a year because nobody had paid for its repair. "
    "Two farms upstream lost all their cattle, and the road to the valley will stay shut until May."
)
OTHER = (
    "The central bank raised its rate by half a point, more than most analysts had expected. "
    "Its governor told reporters that prices were still rising too fast in the south of the country."
)


def article(text, source):
    part = Part("main", (Span(0, len(text)),))
    return make_article(source=source, text=text, language="en", parts=(part,))


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (REPORT, True),
        ("THE DAILY RIVER\n" + REPORT, True),
        (REPORT + " Read our terms of use.", True),
        (REPORT.replace("forty", "40"), True),
        (OTHER, False),
        (REPORT[:90] + OTHER, False),
        ("", False),
    ],
)
def test_copies_share_an_original(copy, same):
    first, second = article(REPORT, "a"), article(copy + ".", "b")
    found = originals([first, second])
    assert (found[first.id] == found[second.id]) is same


def test_an_original_does_not_depend_on_order():
    articles = [article(text, "x") for text in (REPORT, REPORT + " More.", OTHER)]
    assert originals(articles) == originals(articles[::-1])
