"""English sentences with the clauses that a careful reader takes from them."""

from pathlib import Path

import pytest

from eventgraph.extract.clauses import find_clauses
from eventgraph.extract.passages import parse
from eventgraph.model import Part, Span, make_article
from tests.extract.events.marked import unmark

TABLE = Path(__file__).with_name("english.tsv")
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
NOUNS = frozenset({"attack", "arrest", "plan", "attempt", "crash", "strike", "meeting", "dead"})


def clauses(marked):
    """The clauses of a marked sentence, and its time expressions."""
    text, mentions, timexes = unmark(marked)
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="en", parts=(part,))
    ((article, passages),) = parse([article])
    return find_clauses(article, passages, mentions, timexes, NOUNS), timexes


def line(clause, found, timexes):
    """A clause in one line: predicate, form, voice, how it hangs, who is what."""
    parts = [clause.lemma, clause.form, *([clause.voice] if clause.voice == "passive" else [])]
    parts += ["not"] if clause.negated else []
    parts += [f"+{word}" for word in clause.auxiliaries]
    if clause.governor is not None:
        marker = f" {clause.marker}" if clause.marker else ""
        parts.append(f"<{clause.link}{marker} {found[clause.governor].lemma}>")
    for part in clause.constituents:
        name = f"{part.function} {part.preposition}".strip()
        flags = ("~" if part.shared else "") + ("^" if part.within else "")
        parts.append(f"{flags}{name}={part.phrase.text}")
    parts += [f"on={timexes[index].text}" for index in clause.adjuncts]
    parts += [f"by={timexes[index].text}" for index in clause.limits]
    return "; ".join(parts)


def frame(marked):
    """All clauses of a marked sentence in one line."""
    found, timexes = clauses(marked)
    return " | ".join(line(clause, found, timexes) for clause in found)


@pytest.mark.parametrize(("marked", "expected"), ROWS, ids=range(len(ROWS)))
def test_clauses(marked, expected):
    assert frame(marked) == expected


def test_the_table_has_every_kind_of_link_and_form():
    told = " ".join(expected for _, expected in ROWS)
    for word in ("coordinate", "speech", "complement", "relative", "time", "condition", "purpose",
                 "manner", "argument", "infinitive", "participle", "nominal", "passive", "~", "^"):  # fmt: skip
        assert word in told


def test_spans_give_their_text():
    text, mentions, _ = unmark("At least 14 men, [p Ann Lee] said, were hurt in the attack.")
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="en", parts=(part,))
    ((article, passages),) = parse([article])
    for clause in find_clauses(article, passages, mentions, (), NOUNS):
        assert clause.predicate.of(text) == clause.text
        assert clause.sentence.covers(clause.predicate)
        for part in clause.constituents:
            assert part.phrase.span.of(text) == part.phrase.text
            amount = part.phrase.amount
            assert amount is None or amount.span.of(text) == amount.text
