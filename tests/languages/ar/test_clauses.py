"""Arabic sentences and the clauses that the shallow parser makes of them; the table is beside this file.

A clause is written ``predicate <lemma> form voice [not] link>governor: function[/preposition]=phrase …``;
a star marks a phrase that grammar hands down from another clause. Clauses are separated by ``||``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from eventgraph.extract import date_parts
from eventgraph.extract.frames.constructions import load_constructions
from eventgraph.extract.frames.frames_file import load_frames
from eventgraph.extract.passages import parse
from eventgraph.languages.ar.parser import parse_clauses
from eventgraph.model import Clause
from eventgraph.ontology import load
from tests.languages.ar.test_events import article, unmark

TABLE = Path(__file__).with_name("clauses.tsv")


def predicates() -> frozenset[str]:
    frames, table = load_frames("ar", load()), load_constructions("ar")
    return frames.predicates | (table.predicates if table else frozenset())


def clauses(sentence: str) -> tuple[Clause, ...]:
    text, mentions, _ = unmark(sentence)
    ((read, passages),) = parse([article(text)])
    return parse_clauses(read, passages, mentions, date_parts(read), predicates())


def written(clause: Clause) -> str:
    phrases = " ".join(
        f"{c.function}{'/' + c.preposition if c.preposition else ''}{'*' if c.shared else ''}={c.phrase.text}"
        for c in clause.constituents
    )
    above = "" if clause.governor is None else f">{clause.governor}"
    words = [clause.text, f"<{clause.lemma}>", clause.form, clause.voice]
    words += ["not"] if clause.negated else []
    return " ".join([*words, f"{clause.link}{above}:", phrases]).strip()


def rows() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file, delimiter="\t")]


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_a_sentence_gives_its_clauses(sentence, expected):
    assert [written(clause) for clause in clauses(sentence)] == expected.split(" || ")


def test_clauses_come_in_the_order_of_their_predicates_and_hang_on_one_another():
    for sentence, _ in rows():
        found = clauses(sentence)
        assert [c.predicate for c in found] == sorted(c.predicate for c in found)
        assert all(c.governor is None or 0 <= c.governor < len(found) for c in found)
        assert all(c.governor != n for n, c in enumerate(found))
