"""Variants (languages, readers, exporters, engines) are entry points; this finds and loads them.

A further variant is one file and one line in the ``pyproject.toml`` of whoever ships it, under the
group ``eventgraph.KIND``.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from eventgraph.errors import PluginError


@cache
def _found(kind: str) -> dict[str, EntryPoint]:
    group = entry_points(group=f"eventgraph.{kind}")
    return {
        point.name: point for point in sorted(group, key=lambda point: (point.name, point.value))
    }


def names(kind: str) -> tuple[str, ...]:
    """The names of all installed variants of a kind, sorted.

    >>> "en" in names("languages")
    True
    """
    return tuple(_found(kind))


@cache
def load(kind: str, name: str) -> Any:
    """The object that a variant's entry point names.

    Raises:
        PluginError: There is no such variant, or importing it fails.

    >>> load("languages", "ar").direction
    'rtl'
    """
    point = _found(kind).get(name)
    if point is None:
        known = ", ".join(names(kind)) or "none installed"
        raise PluginError(f"no {kind} plug-in is called {name!r}; known: {known}")
    try:
        return point.load()
    except (ImportError, AttributeError) as problem:
        raise PluginError(
            f"{kind} plug-in {name!r} ({point.value}) cannot be loaded: {problem}"
        ) from problem
