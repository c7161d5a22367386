"""Which clause a time expression belongs to: the nearest head above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventgraph.extract.clauses.tree import Node
from eventgraph.model import Timex

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene


@dataclass(slots=True)
class Times:
    """The time expressions of a sentence by the head of a clause.

    Attributes:
        at: When it is.
        limits: Until when its numbers hold.
        loose: Those that nothing governs.
    """

    at: dict[int, list[int]] = field(default_factory=dict)
    limits: dict[int, list[int]] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)


def timed_tokens(
    nodes: Mapping[int, Node], timexes: Sequence[Timex], indices: Iterable[int]
) -> dict[int, int]:
    """Index of the time expression by each token that is part of one."""
    found: dict[int, int] = {}
    spans = [(index, timexes[index].span) for index in indices]
    for node in nodes.values():
        for index, span in spans:
            if node.start < span.end and node.end > span.start:
                found.setdefault(node.i, index)
    return found


def read_times(scene: Scene) -> Times:
    """The time expressions of a sentence attached to its clauses."""
    times = Times()
    inside: dict[int, list[Node]] = {}
    for i, index in sorted(scene.timed.items()):
        inside.setdefault(index, []).append(scene.nodes[i])
    for index, members in inside.items():
        if scene.timexes[index].type in ("DATE", "TIME"):
            _attach(index, members, scene, times)
    return times


def _attach(index: int, members: list[Node], scene: Scene, times: Times) -> None:
    own = {node.i for node in members}
    head = next((n for n in members if n.head is None or n.head.i not in own), members[0])
    limit = False
    if beside := _beside(members[0], scene):
        times.at.setdefault(beside.i, []).append(index)
        return
    for node in (head, *head.above()):
        if node.i in scene.heads and node.i not in own:
            (times.limits if limit else times.at).setdefault(node.i, []).append(index)
            return
        if scene.grammar.has("until", node.case):
            return
        limit = limit or (scene.grammar.has("as_of", node.case) and node.rel != "obl:agent")
    if head.i in scene.heads or head.rel == "root" or not limit:
        times.loose.append(index)


def _beside(first: Node, scene: Scene) -> Node | None:
    """The event noun right before "in 2020": nearer than what the parser may attach the year to."""
    noun = scene.nodes.get(first.i - 2)
    between = scene.nodes.get(first.i - 1)
    if noun is None or between is None or between.lower not in ("in", "of"):
        return None
    return noun if scene.happening(noun) else None
