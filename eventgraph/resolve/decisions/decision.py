"""One decision about entities or events, and what makes it complete."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from eventgraph.errors import DataError
from eventgraph.model import EntityType, Span
from eventgraph.names import fold

Action = Literal["merge", "split", "not-same", "rename", "retype", "ignore", "undo"]
ReferenceType = Literal["person", "organization", "place", "event", "article", ""]

TriggerPosition = tuple[str, Span]  # article id, and where the trigger of an event stands in it

MOST_NUMBER = 1_000_000_000  # of a decision; a greater one is a slip of the hand
LONGEST = 10_000  # characters of a name, an id or a note
_DIGITS = 12  # of an offset
_NEEDS_OBJECT = frozenset({"merge", "not-same", "rename"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What a decision is about, in words that stay true when articles are added.

    Attributes:
        name: A name of the entity as articles write it; for events a title, for people only.
        type: Entity type, ``event`` or ``article``; empty when not stated.
        id: Knowledge id of an entity, or its own id where it is not known; ``ARTICLE:START-END`` of an
            event's trigger; or article id.
        quote: Of an event, its sentence with the trigger in ⟦⟧, which finds it in a changed article.
    """

    name: str
    type: ReferenceType = ""
    id: str = ""
    quote: str = ""

    @property
    def shown(self) -> str:
        """What to call it in a message."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the file; for ``undo`` the subject's name is the number that no longer counts.

    Attributes:
        number: Counts up from 1.
        action: What is to be done.
        subject: With what.
        object: And with what else, or into what.
        note: For people only.
        line: Of the file, where the row begins; 0 when it stands in none.
    """

    number: int
    action: Action
    subject: Reference
    object: Reference = field(default=Reference(""))
    note: str = ""
    line: int = field(default=0, compare=False)


def trigger(reference: Reference, where: str = "decisions") -> TriggerPosition:
    """Article and span that the id of an event reference stands for.

    Raises:
        DataError: The id is of another form.

    >>> trigger(Reference("fire", "event", "a1:5-9"))
    ('a1', Span(start=5, end=9))
    """
    article, _, offsets = reference.id.rpartition(":")
    start, _, end = offsets.partition("-")
    if not (article and _is_offset(start) and _is_offset(end)):
        raise DataError(f"{where}: event {reference.id!r}, expected ARTICLE:START-END")
    return article, Span(int(start), int(end))


def _is_offset(text: str) -> bool:
    return text.isdecimal() and len(text) <= _DIGITS


def check(decision: Decision, where: str) -> None:
    """Refuse what cannot be a decision.

    Raises:
        DataError: An action or type is unknown, or the action lacks what it needs.
    """
    if decision.action not in get_args(Action):
        raise DataError(
            f"{where}: action {decision.action!r}, expected {', '.join(get_args(Action))}"
        )
    for one in (decision.subject, decision.object):
        _check_reference(one, where)
    _check_length(decision.note, where)
    if not 0 < decision.number < MOST_NUMBER:
        raise DataError(f"{where}: number {decision.number}, expected 1 to {MOST_NUMBER - 1}")
    if not (decision.subject.name or decision.subject.id):
        raise DataError(f"{where}: {decision.action} of nothing: subject is empty")
    if decision.action == "undo" and not _undoes_earlier(decision):
        raise DataError(f"{where}: undo of {decision.subject.name!r}, expected an earlier number")
    if decision.action in _NEEDS_OBJECT and not (decision.object.name or decision.object.id):
        raise DataError(f"{where}: {decision.action} of {decision.subject.name!r}: object is empty")
    if decision.action == "rename" and not fold(decision.object.name):
        raise DataError(
            f"{where}: rename to {decision.object.name!r}, expected a name with a letter or digit"
        )
    if decision.action == "retype" and decision.object.type not in get_args(EntityType):
        expected = ", ".join(get_args(EntityType))
        raise DataError(f"{where}: retype to {decision.object.type!r}, expected {expected}")


def _check_reference(one: Reference, where: str) -> None:
    if one.type not in get_args(ReferenceType):
        raise DataError(
            f"{where}: type {one.type!r}, expected {', '.join(filter(None, get_args(ReferenceType)))}"
        )
    if one.type == "event" and (one.name or one.id):
        trigger(one, where)
    for cell in (one.name, one.id, one.quote):
        _check_length(cell, where)


def _check_length(cell: str, where: str) -> None:
    if len(cell) > LONGEST:
        raise DataError(
            f"{where}: {cell[:20]!r}… has {len(cell)} characters, expected at most {LONGEST}"
        )


def undone(decision: Decision) -> int:
    """The number that an ``undo`` takes back; 0 when it names none."""
    name = decision.subject.name
    return int(name) if name.isdecimal() and len(name) < len(str(MOST_NUMBER)) else 0


def _undoes_earlier(decision: Decision) -> bool:
    return 0 < undone(decision) < decision.number
