"""Tolls belong to the harm that their article told last before them."""

from dataclasses import replace

import pytest

from eventgraph.model import Quantity, Span
from eventgraph.resolve.salience.folding import fold
from eventgraph.resolve.salience.tolls import REACH, of_each, tolls
from tests.resolve.salience.drafts import draft, report

COPIES = {"a1": "a1", "a2": "a2"}
FLOOD = draft(report(start=0, type_="disaster"))


def toll(start, article="a1", **more):
    """A report of deaths with a figure."""
    bare = report(article, start, type_="death", **more)
    figure = Quantity("killed", 12, 12, Span(start, start + 2), "12")
    return replace(bare, mention=replace(bare.mention, quantities=(figure,)))


def test_a_toll_is_of_the_harm_told_before_it():
    fire = draft(report(start=900, type_="disaster"))
    after_fire = draft(toll(1000))
    after_flood = draft(toll(100))
    assert tolls([FLOOD, fire, after_flood, after_fire]) == {
        after_flood.key: FLOOD.key,
        after_fire.key: fire.key,
    }


@pytest.mark.parametrize(
    "other",
    [
        draft(toll(REACH + 100)),
        draft(toll(100, "a2")),
        draft(toll(100, people=[("n1", "patient")])),
        draft(toll(100, status="negated")),
        draft(report(start=100, type_="death")),
        draft(replace(toll(100), places=("n8",))),
    ],
    ids=["out of reach", "other article", "a name", "denied", "no figure", "other place"],
)
def test_what_is_no_toll_of_it(other):
    placed = draft(replace(report(start=0, type_="disaster"), places=("n9",)))
    assert tolls([placed, other]) == {}


def test_a_toll_lies_under_its_harm_and_its_figures_with_it():
    counted = draft(toll(100))
    under = fold([FLOOD, counted], COPIES)
    assert under == {counted.key: FLOOD.key}
    assert of_each([FLOOD, counted], under) == {FLOOD.key: [counted]}
