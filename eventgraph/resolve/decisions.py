"""What people decided about entities and events: an append-only CSV file, applied before any guess.

A row never changes once written; ``undo`` is a row of its own. Entities are meant by name, type and
knowledge id, events by the article and offsets of one trigger, so that decisions survive every
rebuild and every later article.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from eventgraph.errors import DataError
from eventgraph.model import Article, Entity, EntityType, Event, Span
from eventgraph.names import fold

Action = Literal["merge", "split", "not-same", "rename", "retype", "ignore", "undo"]
ReferenceType = Literal["person", "organization", "place", "event", "article", ""]

COLUMNS = (
    "number", "action", "subject", "subject_type", "subject_id", "object", "object_type", "object_id", "note",
)  # fmt: skip
_NEEDS_OBJECT = frozenset({"merge", "not-same", "rename"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What a decision is about, in words that stay true when articles are added.

    Attributes:
        name: A name of the entity as articles write it; for events a title, for people only.
        type: Entity type, ``event`` or ``article``; empty when not stated.
        id: Knowledge id of an entity, ``ARTICLE:START-END`` of an event's trigger, or article id.
    """

    name: str
    type: ReferenceType = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the file; for ``undo`` the subject's name is the number that no longer counts."""

    number: int
    action: Action
    subject: Reference
    object: Reference = field(default=Reference(""))
    note: str = ""


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
        return cls(tuple(_rows(path)), path) if there else cls(path=path)

    def append(
        self,
        action: Action,
        subject: Reference,
        object: Reference | None = None,  # noqa: A002 - subject and object, as in a sentence
        note: str = "",
    ) -> Decisions:
        """These decisions and one more, which is also written to the file.

        Raises:
            DataError: The action lacks what it needs.

        >>> renamed = Decisions().append("rename", Reference("Sukhna"), Reference("Al-Sukhna"))
        >>> renamed.rows[0].number, renamed.undo().active
        (1, ())
        """
        number = self.rows[-1].number + 1 if self.rows else 1
        decision = Decision(number, action, subject, object or Reference(""), note)
        _check(decision, f"{self.path or 'decisions'}:{len(self.rows) + 2}")
        if self.path:
            _write(self.path, decision)
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
    ) -> tuple[tuple[Trigger, Trigger], ...]:
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

    def ignored_events(self) -> tuple[Trigger, ...]:
        """Triggers whose events are to be left out."""
        rows = (
            row for row in self.active if row.action == "ignore" and row.subject.type == "event"
        )
        return tuple(trigger(row.subject) for row in rows)

    def event_names(self) -> tuple[tuple[Trigger, str], ...]:
        """Titles that people gave to events."""
        rows = (
            row for row in self.active if row.action == "rename" and row.subject.type == "event"
        )
        return tuple((trigger(row.subject), row.object.name) for row in rows)


Trigger = tuple[str, Span]


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


def trigger(reference: Reference, where: str = "decisions") -> Trigger:
    """Article and span that the id of an event reference stands for.

    Raises:
        DataError: The id is of another form.

    >>> trigger(Reference("fire", "event", "a1:5-9"))
    ('a1', Span(start=5, end=9))
    """
    article, _, offsets = reference.id.rpartition(":")
    start, _, end = offsets.partition("-")
    if not (article and start.isdecimal() and end.isdecimal()):
        raise DataError(f"{where}: event {reference.id!r}, expected ARTICLE:START-END")
    return article, Span(int(start), int(end))


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


def _rows(path: Path) -> Iterator[Decision]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise DataError(
                    f"{path}:1: header lacks {', '.join(missing)}; expected {','.join(COLUMNS)}"
                )
            before = 0
            for row in reader:
                decision = _decision(row, f"{path}:{reader.line_num}")
                if decision.number <= before:
                    raise DataError(
                        f"{path}:{reader.line_num}: number {decision.number}, expected more than {before}"
                    )
                before = decision.number
                yield decision
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise DataError(f"{path}: cannot be read as CSV in UTF-8: {problem}") from problem


def _decision(row: Mapping[str | None, object], where: str) -> Decision:
    if None in row or None in row.values():
        raise DataError(f"{where}: more or fewer cells than the header has")
    cells = {name: str(row[name]).strip() for name in COLUMNS}
    if not cells["number"].isdecimal():
        raise DataError(f"{where}: number {cells['number']!r}, expected a whole number")
    subject, thing = (
        Reference(cells[one], cast("ReferenceType", cells[f"{one}_type"]), cells[f"{one}_id"])
        for one in ("subject", "object")
    )
    decision = Decision(
        int(cells["number"]), cast("Action", cells["action"]), subject, thing, cells["note"]
    )
    _check(decision, where)
    return decision


def _check(decision: Decision, where: str) -> None:
    if decision.action not in get_args(Action):
        raise DataError(
            f"{where}: action {decision.action!r}, expected {', '.join(get_args(Action))}"
        )
    for one in (decision.subject, decision.object):
        if one.type not in get_args(ReferenceType):
            raise DataError(
                f"{where}: type {one.type!r}, expected {', '.join(filter(None, get_args(ReferenceType)))}"
            )
        if one.type == "event" and (one.name or one.id):
            trigger(one, where)
    if not (decision.subject.name or decision.subject.id):
        raise DataError(f"{where}: {decision.action} of nothing: subject is empty")
    if decision.action == "undo" and not _undoes_earlier(decision):
        raise DataError(f"{where}: undo of {decision.subject.name!r}, expected an earlier number")
    if decision.action in _NEEDS_OBJECT and not (decision.object.name or decision.object.id):
        raise DataError(f"{where}: {decision.action} of {decision.subject.name!r}: object is empty")
    if decision.action == "retype" and decision.object.type not in get_args(EntityType):
        expected = ", ".join(get_args(EntityType))
        raise DataError(f"{where}: retype to {decision.object.type!r}, expected {expected}")


def _undoes_earlier(decision: Decision) -> bool:
    name = decision.subject.name
    return name.isdecimal() and int(name) < decision.number


def _write(path: Path, decision: Decision) -> None:
    new = not path.exists() or not path.stat().st_size
    subject, thing = decision.subject, decision.object
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        writer.writerow(
            (
                decision.number, decision.action, subject.name, subject.type, subject.id,
                thing.name, thing.type, thing.id, decision.note,
            )
        )  # fmt: skip
