"""Many names folded at once: the same as folding each, in a fraction of the time."""

from __future__ import annotations

from collections.abc import Iterable

from eventgraph.names import fold

# A letter that no name has and that folding keeps (Cyrillic multiocular O).
_BETWEEN = "\ua66e"


def fold_all(names: Iterable[str]) -> list[str]:
    """The folded form of each name, in order.

    >>> fold_all(["Bashar al-Assad", "دمشق", "?"])
    ['bashar al assad', 'دمشق', '']
    """
    folded = fold(_BETWEEN.join(name.replace(_BETWEEN, "") for name in names))
    return [name.strip() for name in folded.split(_BETWEEN)]
