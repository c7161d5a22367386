"""One offline page: graph, timeline, map and evidence of a corpus, linked by one selection."""

from __future__ import annotations

from eventgraph.export import Exporter, ExportOptions
from eventgraph.model import Corpus

__all__ = ["EXPORTER", "render"]


def render(corpus: Corpus, options: ExportOptions) -> bytes:
    """The page of a corpus: one UTF-8 HTML file that never asks a network for anything.

    Raises:
        DataError: The interface language has no readable file of words.

    >>> render(Corpus(), ExportOptions())[:15]
    b'<!doctype html>'
    """
    from eventgraph.export.html import data, page, towns

    shown = data.page_data(corpus, options.max_nodes)
    places = [entity.at for entity in shown.entities if entity.at]
    shown.towns = towns.around(places, options.language)
    return page.assemble(shown, options.language, _labels(corpus, options.language))


def _labels(corpus: Corpus, language: str) -> dict[str, str]:
    """What the types of a corpus are called: as it says itself, else as the packaged ontology does."""
    from eventgraph.ontology import load

    used = {event.type for event in corpus.events}
    packaged = {name: one.label(language) for name, one in load().types.items() if name in used}
    return packaged | corpus.labels(language)


EXPORTER = Exporter(suffix=".html", render=render)
