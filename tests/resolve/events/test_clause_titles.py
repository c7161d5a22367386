"""Titles from the words of a source: which clause, which names, never two scripts."""

from dataclasses import replace

import pytest

from eventgraph.model import Argument, Entity, EventMention, Span, TitlePiece
from eventgraph.ontology import load
from eventgraph.resolve.events.clause_titles import clause_title
from eventgraph.resolve.events.mentions import Report

ANNA = Entity(
    "n1", "person", "Anna Berg", (("en", ("Anna Berg", "Berg")), ("ar", ("آنا بيرغ",))), ()
)
OLEG = Entity("n2", "person", "Oleg Petrov", (("ru", ("Олег Петров",)),), ())
ENTITIES = {"n1": ANNA, "n2": OLEG}


def report(*pieces, language="en", named="n1", **more):
    """A report whose only argument is the first piece."""
    own = {k: more.pop(k) for k in ("form", "link", "status") if k in more}
    mention = EventMention(
        Span(0, 4), "left", "leave", "movement", "asserted", "", None,
        (Argument("agent", Span(0, 4), pieces[0], 0),), (), Span(0, 50), 0,
        title=(TitlePiece(pieces[0], 0), *map(TitlePiece, pieces[1:])),
    )  # fmt: skip
    kind = load().types["movement"]
    given = Report("a", replace(mention, **own), kind, "movement", None, (), (), None, "main", 3)
    return replace(given, language=language, named=(named,), **more)


def called(*reports, status="asserted", language="en"):
    found = clause_title(reports, status, ENTITIES, language)
    return found and (found.text, found.language)


def test_a_short_name_becomes_the_canonical_one():
    assert called(report("Berg", "leaves Oslo")) == ("Anna Berg leaves Oslo", "en")


def test_a_name_that_the_words_inflect_stays():
    told = report("Петрова", "задержали в Осло", language="ru", named="n2")
    assert called(told) == ("Петрова задержали в Осло", "ru")


def test_an_arabic_title_has_arabic_names():
    assert called(report("بيرغ", "تغادر أوسلو", language="ar")) == ("آنا بيرغ تغادر أوسلو", "ar")


def test_no_title_mixes_scripts():
    assert called(report("بيرغ", "leaves", language="ar", named="n2")) is None


@pytest.mark.parametrize(
    "worse",
    [
        report("Berg", "is leaving", form="nominal"),
        report("Berg", "is leaving", link="relative"),
        report("Berg", "is leaving", named=None),
        report("Berg", "is leaving the old town of Oslo"),
        report("بيرغ", "تغادر", language="ar"),
    ],
)
def test_the_better_clause_is_chosen(worse):
    assert called(worse, report("Berg", "leaves Oslo")) == ("Anna Berg leaves Oslo", "en")


def test_an_early_paragraph_goes_before_a_later_one():
    assert (
        called(report("Berg", "goes"), report("Berg", "leaves Oslo", order=0))[0]
        == "Anna Berg leaves Oslo"
    )


def test_only_a_clause_that_vouches_as_much_is_used():
    assert called(report("Berg", "may leave", status="conditional")) is None


def test_a_sentence_is_no_title():
    assert called(report("Berg", "leaves " + "very " * 12 + "soon")) is None
