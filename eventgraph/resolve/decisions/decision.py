"""One decision about entities or events, and what makes it complete."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from eventgraph.errors import DataError
from eventgraph.model import EntityType, Span

Action = Literal["merge", "split", "not-same", "rename", "retype", "ignore", "undo"]
ReferenceType = Literal["person", "organization", "place", "event", "article", ""]

TriggerPosition = tuple[str, Span]  # article id, and where the trigger of an event stands in it

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


def trigger(reference: Reference, where: str = "decisions") -> TriggerPosition:
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
