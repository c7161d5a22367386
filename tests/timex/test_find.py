"""What find_timexes promises of every text."""

import pytest

from eventgraph.errors import DateError
from eventgraph.timex import find_timexes, ground
from eventgraph.timex.find import base_date


def test_offsets_give_the_text():
    text = "On Friday, March 22, 2024, it rained; two days later it stopped."
    for timex in find_timexes(text, "2024-03-25"):
        assert timex.text == timex.span.of(text)


def test_a_bad_publication_date_is_quoted():
    with pytest.raises(DateError, match="'soon'"):
        find_timexes("It rained.", "soon")


def test_ground_gives_what_a_known_base_gives():
    text = "It rained on Friday."
    [known] = find_timexes(text, "2024-03-25")
    [unknown] = find_timexes(text)
    assert ground(unknown, base_date("2024-03-25")) == known
