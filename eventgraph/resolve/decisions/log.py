"""What people decided about entities and events: an append-only CSV file, applied before any guess.

A row never changes once written; ``undo`` is a row of its own. Entities are meant by name, type and
knowledge id, events by the article and offsets of one trigger, so that decisions survive every
rebuild and every later article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eventgraph.errors import DataError
from eventgraph.model import Article, Entity, Event
from eventgraph.names import fold
from eventgraph.resolve.decisions import file
from eventgraph.resolve.decisions.decision import (
    Action,
    Decision,
    Reference,
    TriggerPosition,
    check,
    trigger,
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of one file, in the order in which they were taken.

    Attributes:
        rows: Every row, undone ones included.
        path: The file; none keeps them in memory.
    """

    rows: tuple[Decision, ...] = ()
    path: Path | None = None

    @classmethod
    def read(cls, path: Path) -> Decisions:
        """The decisions of a file; one that is not there or is empty holds none.

        Raises:
            DataError: The file is not CSV in UTF-8, its header lacks a column, or a row has an
                unknown action or type, a number out of order, or lacks what its action needs.
        """
        there = path.exists() and path.stat().st_size
        return cls(tuple(file.read(path)), path) if there else cls(path=path)

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
        decision = Decision(number, action, subject, object or Reference(""), note)
        check(decision, f"{self.path or 'decisions'}:{len(self.rows) + 2}")
        if self.path:
            file.append(self.path, decision)
        return Decisions((*self.rows, decision), self.path)

    def undo(self) -> Decisions:
        """These decisions without the last that still counts; the file gains an ``undo`` row.

        Raises:
            DataError: Nothing is left to undo.
        """
        if not self.active:
            raise DataError(f"{self.path or 'decisions'}: no decision is left to undo")
        last = self.active[-1]
        return self.append(
            "undo", Reference(str(last.number)), note=f"{last.action} {last.subject.name}"
        )

    @property
    def active(self) -> tuple[Decision, ...]:
        """The decisions that count: not undone, and no ``undo``."""
        undone = {row.subject.name for row in self.rows if row.action == "undo"}
        return tuple(
            row for row in self.rows if row.action != "undo" and str(row.number) not in undone
        )

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
    """What to write down for an entity: the name that articles use most, its type and knowledge id."""
    seen = [name for _, names in entity.names for name in names]
    name = entity.name if entity.name in seen or not seen else seen[0]
    return Reference(name, entity.type, entity.knowledge or "")


def event_reference(event: Event) -> Reference:
    """What to write down for an event: its title, and the first of its triggers."""
    first = event.evidence[0]
    return Reference(event.title, "event", f"{first.article}:{first.span.start}-{first.span.end}")


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
