"""What people decided about entities and events: an append-only CSV file, applied before any guess.

A row never changes once written; ``undo`` is a row of its own. Entities are meant by name, type and
id, events by the article, offsets and words of one trigger, so that decisions survive every rebuild and
every later article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eventgraph.errors import DataError, StoreError
from eventgraph.model import Article, Entity, Event
from eventgraph.names import fold
from eventgraph.resolve.decisions import file
from eventgraph.resolve.decisions.decision import (
    LONGEST,
    Action,
    Decision,
    Reference,
    TriggerPosition,
    check,
    trigger,
    undone,
)
from eventgraph.resolve.decisions.quoting import quote


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of one file, in the order in which they were taken.

    Attributes:
        rows: Every row, undone ones included.
        path: The file; none keeps them in memory.
        torn: What to say of a last row that was cut off; empty when none was.
    """

    rows: tuple[Decision, ...] = ()
    path: Path | None = None
    torn: str = ""

    @classmethod
    def read(cls, path: Path) -> Decisions:
        """The decisions of a file; one that is not there or is empty holds none.

        Raises:
            DataError: The file is not CSV in UTF-8, its header lacks a column, or a row has an
                unknown action or type, a number out of order, or lacks what its action needs.
        """
        if not (path.exists() and path.stat().st_size):
            return cls(path=path)
        found = file.read(path)
        return cls(found.decisions, path, found.torn)

    def append(
        self,
        action: Action,
        subject: Reference,
        object: Reference | None = None,  # noqa: A002 - subject and object, as in a sentence
        note: str = "",
    ) -> Decisions:
        """These decisions and one more, which is also written to the file.

        Raises:
            DataError: The action lacks what it needs, or the file cannot be written.

        >>> renamed = Decisions().append("rename", Reference("Sukhna"), Reference("Al-Sukhna"))
        >>> renamed.rows[0].number, renamed.undo().active
        (1, ())
        """
        number = self.rows[-1].number + 1 if self.rows else 1
        decision = Decision(
            number,
            action,
            file.tidy(subject),
            file.tidy(object or Reference("")),
            file.tidy(Reference(note)).name,
        )
        check(decision, str(self.path or "decisions"))
        if self.path:
            try:
                file.append(self.path, decision)
            except (OSError, StoreError) as problem:
                raise DataError(f"{self.path}: cannot be written: {problem}") from problem
            return Decisions.read(self.path)
        return Decisions((*self.rows, decision))

    def undo(self) -> Decisions:
        """These decisions without the last that still counts; the file gains an ``undo`` row.

        Raises:
            DataError: Nothing is left to undo.
        """
        if not self.active:
            raise DataError(f"{self.path or 'decisions'}: no decision is left to undo")
        last = self.active[-1]
        note = f"{last.action} {last.subject.shown}"[:LONGEST]
        return self.append("undo", Reference(str(last.number)), note=note)

    @property
    def active(self) -> tuple[Decision, ...]:
        """The decisions that count: not undone, and no ``undo``."""
        gone = {undone(row) for row in self.rows if row.action == "undo"}
        return tuple(row for row in self.rows if row.action != "undo" and row.number not in gone)

    def about(self, action: Action) -> tuple[Decision, ...]:
        """The counting decisions of one action about entities; of two about the same pair the last."""
        return tuple(
            row
            for row in _latest(self.active)
            if row.action == action and row.subject.type != "event"
        )

    def event_pairs(
        self, action: Literal["merge", "not-same"]
    ) -> tuple[tuple[TriggerPosition, TriggerPosition], ...]:
        """Pairs of event triggers that are to be one event, or are not.

        >>> a, b = Reference("fire", "event", "a1:5-9"), Reference("blaze", "event", "a2:0-5")
        >>> Decisions().append("merge", a, b).event_pairs("merge")
        ((('a1', Span(start=5, end=9)), ('a2', Span(start=0, end=5))),)
        """
        return tuple(
            (trigger(row.subject), trigger(row.object))
            for row in _latest(self.active)
            if row.action == action and row.subject.type == "event"
        )

    def ignored_events(self) -> tuple[TriggerPosition, ...]:
        """Triggers whose events are to be left out."""
        rows = (
            row for row in self.active if row.action == "ignore" and row.subject.type == "event"
        )
        return tuple(trigger(row.subject) for row in rows)

    def event_names(self) -> tuple[tuple[TriggerPosition, str], ...]:
        """Titles that people gave to events."""
        rows = (
            row for row in self.active if row.action == "rename" and row.subject.type == "event"
        )
        return tuple((trigger(row.subject), row.object.name) for row in rows)


def entity_reference(entity: Entity) -> Reference:
    """What to write down for an entity: its fullest name, its type, and its id.

    The id is that of the knowledge base, or where that does not know it, the entity's own.
    """
    seen = [name for _, names in entity.names for name in names]
    fullest = max(seen, key=lambda name: len(fold(name).split()), default=entity.name)
    name = entity.name if entity.name in seen else fullest
    return Reference(name, entity.type, entity.knowledge or entity.id)


def event_reference(event: Event, text: str = "") -> Reference:
    """What to write down for an event: its title, the first of its triggers, and their sentence.

    Args:
        event: What is meant.
        text: Of the article of its first evidence.
    """
    first = event.evidence[0]
    words = quote(text, first.sentence, first.span) if text else ""
    id_ = f"{first.article}:{first.span.start}-{first.span.end}"
    return Reference(event.title, "event", id_, words)


def article_reference(article: Article) -> Reference:
    """What to write down for an article."""
    return Reference(article.source, "article", article.id)


def _latest(rows: tuple[Decision, ...]) -> Iterator[Decision]:
    """Rows that no later row about the same things replaces; merge and not-same replace each other."""
    last = {_about(row): row.number for row in rows}
    return (row for row in rows if last[_about(row)] == row.number)


def _about(row: Decision) -> tuple[str, ...]:
    if row.action in {"merge", "not-same"}:
        return "pair", *sorted(_mark(one) for one in (row.subject, row.object))
    if row.action == "split":
        return row.action, _mark(row.subject), _mark(row.object)
    return row.action, _mark(row.subject)


def _mark(reference: Reference) -> str:
    return f"{reference.type} {reference.id or fold(reference.name)}"
