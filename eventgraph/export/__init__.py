"""Ways to take a corpus away, each one file behind an entry point in the group ``eventgraph.exporters``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from eventgraph import plugins
from eventgraph.model import Corpus


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user may ask of an exporter; each takes what concerns it.

    Attributes:
        language: ISO 639-1 code of headings and labels.
        max_nodes: The most nodes that a picture shows.
    """

    language: str = "en"
    max_nodes: int = 5000


@dataclass(frozen=True, slots=True)
class Exporter:
    """A file format.

    Attributes:
        suffix: Of its files, with the dot.
        render: Gives the file's bytes, the same for the same corpus.
        complete: Whether it also takes minor events, which are no rows of a timeline.
    """

    suffix: str
    render: Callable[[Corpus, ExportOptions], bytes]
    complete: bool = False


def render(name: str, corpus: Corpus, options: ExportOptions | None = None) -> bytes:
    """A corpus in the named format.

    Raises:
        PluginError: No exporter has that name.

    >>> render("csv", Corpus()).decode().split(",")[0]
    'event_id'
    """
    exporter: Exporter = plugins.load("exporters", name)
    chosen = corpus if exporter.complete else without_minor(corpus)
    return exporter.render(chosen, options or ExportOptions())


def without_minor(corpus: Corpus) -> Corpus:
    """The corpus without the events that are kept for completeness only."""
    return replace(corpus, events=tuple(event for event in corpus.events if not event.minor))
