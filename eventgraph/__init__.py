"""Dated events and who was involved, from messy news articles in several languages.

    read ─ extract ─ build ─ timeline, connections, export

>>> import eventgraph
>>> [timex.edtf for timex in eventgraph.find_timexes("It burned on 3 May 2021.")]
['2021-05-03']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Eager, and first: the package of that name must not hide the function when it is imported later.
from eventgraph.extract import extract

if TYPE_CHECKING:
    from eventgraph.corpus import Corpus, load
    from eventgraph.graph import to_networkx
    from eventgraph.pipeline import build
    from eventgraph.readers import read
    from eventgraph.timex import find_timexes

__version__ = "0.1.0"

__all__ = ["Corpus", "build", "extract", "find_timexes", "load", "read", "to_networkx"]

# The rest is loaded when it is asked for, so that a query does not wait for what it does not use.
_HOMES = {
    "Corpus": "eventgraph.corpus",
    "build": "eventgraph.pipeline",
    "find_timexes": "eventgraph.timex",
    "load": "eventgraph.corpus",
    "read": "eventgraph.readers",
    "to_networkx": "eventgraph.graph",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
