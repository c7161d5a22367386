"""A tree out of the scores of arcs.

Each token's best head alone gives cycles and several roots now and then; what hangs on them would be
read as no sentence at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


def heads_of(scores: NDArray[Any]) -> list[int]:
    """The head of each token: its best one where that makes a tree, else the next best that does.

    Args:
        scores: A row per token; column 0 is the score of being the root, column ``n`` of hanging on
            token ``n`` (the first is 1).

    Returns:
        Per token 0 for the root, else the number of its head (the first token is 1). One root, no cycle.

    >>> import numpy as np
    >>> heads_of(np.array([[0.0, 0.0, 3.0], [1.0, 2.0, 0.0]]))  # two tokens that want each other
    [2, 0]
    """
    heads: list[int] = scores.argmax(-1).tolist()
    root = _root(heads, scores)
    for number, head in enumerate(heads, start=1):
        if head in {0, number} and number != root:
            heads[number - 1] = _best(scores, number, root, banned={0, number})
    heads[root - 1] = 0
    while cycle := _cycle(heads, root):
        _open(heads, scores, cycle, root)
    return heads


def _root(heads: list[int], scores: NDArray[Any]) -> int:
    """The first token that wants to be one; without any the token that comes nearest to it."""
    wanting = [number for number, head in enumerate(heads, start=1) if head == 0]
    return wanting[0] if wanting else int(scores[:, 0].argmax()) + 1


def _best(scores: NDArray[Any], number: int, root: int, banned: set[int]) -> int:
    """The best head of a token that is not banned; the root where all are."""
    row = scores[number - 1]
    order = row.argsort(kind="stable")[::-1].tolist()
    return next((head for head in order if head not in banned), root)


def _cycle(heads: list[int], root: int) -> list[int]:
    """The tokens of the first cycle, in arc order; empty where there is none."""
    done = {0, root}
    for start in range(1, len(heads) + 1):
        path: list[int] = []
        at = start
        while at not in done:
            done.add(at)
            path.append(at)
            at = heads[at - 1]
        if at in path:
            return path[path.index(at) :]
    return []


def _open(heads: list[int], scores: NDArray[Any], cycle: list[int], root: int) -> None:
    """Hang one token of a cycle on what does not hang on the cycle: the one that loses least by it."""
    banned = {0, *_below(heads, cycle)}
    best = {number: _best(scores, number, root, banned) for number in cycle}

    def loss(number: int) -> float:
        row = scores[number - 1]
        return float(row[heads[number - 1]] - row[best[number]])

    cheapest = min(cycle, key=loss)
    heads[cheapest - 1] = best[cheapest]


def _below(heads: list[int], cycle: list[int]) -> set[int]:
    """The tokens of a cycle and all that hang on them."""
    children: dict[int, list[int]] = {}
    for number, head in enumerate(heads, start=1):
        children.setdefault(head, []).append(number)
    found, waiting = set(cycle), list(cycle)
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found
