"""What is made of clustered events: places, titles, relations, what is worth a row."""

from dataclasses import replace

import pytest

import eventgraph
from eventgraph.knowledge import load
from eventgraph.model import Entity, Evidence, Span
from eventgraph.resolve.places.geography import (
    APART,
    COUNTRY,
    SAME,
    STRANGE,
    UNKNOWN,
    WITHIN,
    Geography,
)
from tests.resolve.events.clustering import KNOWN, corpus
from tests.resolve.events.pipeline import events, text
from tests.resolve.events.telling import Telling, Told, article

IDS = {e.names["en"][0]: e for e in KNOWN.entries}


def place(name, start=0, article_id="a"):
    known = IDS.get(name)
    return Entity(
        name, "place", name, (), (Evidence(article_id, Span(start, start + len(name)), name),),
        knowledge=known.id if known else None, country=known.country if known else None,
    )  # fmt: skip


class Atlas:
    """Lookups of the knowledge base, over the entries above."""

    class _Entry:
        def __init__(self, within):
            self.within = within

    def entry(self, entry_id):
        return self._Entry("" if entry_id.startswith("country:") else "country:NO")


NAMES = ("Oslo", "Bergen", "Norway", "Kenya", "Lund Mill")
ATLAS = Geography([place(name) for name in NAMES], Atlas())


@pytest.mark.parametrize(
    ("some", "others", "agreement"),
    [
        (["Oslo"], ["Oslo"], SAME),
        (["Norway"], ["Norway"], COUNTRY),
        (["Oslo"], ["Norway"], WITHIN),
        (["Norway"], ["Oslo"], WITHIN),
        (["Oslo"], ["Bergen"], APART),
        (["Oslo"], ["Kenya"], APART),
        (["Oslo"], ["Lund Mill"], STRANGE),
        (["Oslo", "Lund Mill"], ["Bergen"], APART),
        (["Oslo"], [], UNKNOWN),
        (["Oslo", "Bergen"], ["Bergen"], SAME),
        (["Oslo", "Norway"], ["Bergen"], WITHIN),
    ],
)
def test_how_places_lie_to_one_another(some, others, agreement):
    assert ATLAS.agreement(some, others) == agreement


@pytest.mark.parametrize(
    ("name", "agreement"),
    [("Lund harbour", WITHIN), ("Port of Lund", WITHIN), ("Lund Mill", STRANGE)],
)
def test_a_place_named_after_its_town_lies_in_it(name, agreement):
    both = [replace(place(n), names=(("en", (n,)),)) for n in ("Lund", name)]
    assert Geography(both, Atlas()).agreement([name], ["Lund"]) == agreement


def test_a_place_said_beside_its_town_lies_in_it():
    words = "Lund Mill, Oslo"
    made = text(words)
    places = [place("Lund Mill", 0, made.id), place("Oslo", 11, made.id)]
    assert Geography(places, Atlas(), [made]).agreement(["Lund Mill"], ["Oslo"]) == WITHIN


@pytest.mark.parametrize(("name", "specific"), [("Oslo", True), ("Norway", False), ("Rome", False)])
def test_a_town_is_more_specific_than_a_country(name, specific):
    assert ATLAS.is_specific(name) is specific


@pytest.mark.parametrize(
    ("told", "language", "title"),
    [
        (Told("attack", patient="Lund Mill", place="Oslo"), "en", "Attack on Lund Mill, Oslo"),
        (Told("bombing", place="Oslo"), "en", "Bombing in Oslo"),
        (Told("call", "call", agent="Anna Berg", participant="Karl Lund"), "en", "Anna Berg and Karl Lund speak by phone"),
        (Told("attack", place="Oslo"), "ar", "Attack in Oslo"),
    ],
)  # fmt: skip
def test_titles(told, language, title):
    (event,) = corpus(article(told, published="2019-06-05"), language=language).events
    assert event.title == title


MET = Told("meet", "meeting", participant="Anna Berg;Karl Lund", place="Oslo", day="on 4 June 2019")
STRUCK = Told("attack", agent="Anna Berg", patient="Karl Lund", day="on 4 June 2019")


def relations(*pairs):
    found = corpus(*pairs)
    names = {entity.id: entity.name for entity in found.entities}
    return {(names[r.source], names[r.target], r.phrase): r.weight for r in found.relations}


def test_those_who_meet_are_related_to_each_other_and_to_the_place():
    found = relations(article(MET))
    assert {kind for *_, kind in found} == {"meeting", "meeting in"}
    assert sorted({name for a, b, kind in found if kind == "meeting" for name in (a, b)}) == [
        "Anna Berg", "Karl Lund",
    ]  # fmt: skip


def test_who_acts_stands_first():
    assert relations(article(STRUCK)) == {("Anna Berg", "Karl Lund", "attack"): 1.0}


def test_what_is_denied_relates_nobody():
    denied = Told("attack", agent="Anna Berg", patient="Karl Lund", status="negated")
    assert relations(article(denied)) == {}


def test_independent_articles_weigh_a_relation():
    others = (Told(f"vote{n}", "election", place="Bergen") for n in range(9))
    two = article(STRUCK, *others, source="b")
    assert relations(article(STRUCK), two)["Anna Berg", "Karl Lund", "attack"] == 2.0


def test_copies_of_one_text_count_once():
    many = tuple(
        Told("vote", "election", place="Oslo", day=f"on {n} May 2019") for n in range(1, 20)
    )
    one = article(STRUCK, *many)
    copy = article(STRUCK, *many, Told("rally", "protest", place="Oslo"), source="b")
    assert relations(one, copy)["Anna Berg", "Karl Lund", "attack"] == 1.0


def test_an_office_and_a_container_are_stated():
    found = eventgraph.build(
        [text("French President Emmanuel Macron visited Lyon, France, on 4 June 2019.")]
    )
    names = {entity.id: entity.name for entity in found.entities}
    said = {(names[r.source], names[r.target], r.phrase) for r in found.relations if not r.events}
    assert ("Emmanuel Macron", "France", "president of") in said
    assert ("Lyon", "France", "located in") in said


def test_nothing_is_related_by_the_knowledge_base_alone():
    assert load().find("Emmanuel Macron")
    found = eventgraph.build([text("Emmanuel Macron spoke on 4 June 2019.")])
    assert not [r for r in found.relations if not r.events]


@pytest.mark.parametrize(
    ("told", "kept", "minor"),
    [
        (Told("attack", place="Oslo"), True, False),
        (Told("paint", "other", agent="Anna Berg", patient="Lund Mill", day="on 4 June 2019"), True, False),
        (Told("say", "other", agent="Anna Berg", day="on 4 June 2019"), True, True),
        (Told("paint", "other", agent="Anna Berg", patient="Lund Mill", status="planned"), True, True),
        (Told("paint", "other"), False, True),
        (Told("attack"), False, True),
    ],
)  # fmt: skip
def test_what_is_worth_a_row(told, kept, minor):
    """What a lead tells is kept; further down something must be known beside the word."""
    (lead,) = corpus(article(told, published="2019-06-05")).events
    assert lead.minor is minor
    below = Telling("2019-06-05")
    below.put("word " * 30)
    below.paragraph()
    below.tell(told)
    below.paragraph()
    assert bool(corpus(below.done()).events) is kept


def test_the_firmest_status_counts():
    one = article(Told("attack", place="Oslo", day="on 4 June 2019", status="planned"))
    two = article(Told("attack", place="Oslo", day="on 4 June 2019"), source="b")
    (event,) = corpus(one, two).events
    assert event.status == "asserted"


def test_all_claims_stand_side_by_side():
    days = {"2019-06-05": 14, "2019-06-06": 26}
    pairs = [
        article(
            Told("attack", place="Oslo", day="on 4 June 2019", counts=(("killed", n),)),
            published=day, source=day,
        )
        for day, n in days.items()
    ]  # fmt: skip
    (event,) = corpus(*pairs).events
    assert [claim.low for claim in sorted(event.claims, key=lambda c: c.low)] == [14, 26]


def test_a_denial_is_an_event_of_its_own():
    found = events(
        text("The minister denied that Norway had attacked Kenya.", "2019-06-05"), kind="attack"
    )
    assert [(e.status, e.attributed_to) for e in found] == [("negated", "The minister")]
