"""What one article says, seen without any other article: names, dates, events.

The slow half of the work. It needs nothing but the article, so it runs in this process, in several,
or on other machines without a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eventgraph.model import Article, Extraction, Published, Timex

if TYPE_CHECKING:  # every import of eventgraph passes here: the rest is loaded when it is used
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge
    from eventgraph.ontology import Ontology


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """What a user may replace.

    Attributes:
        models: Language code and package of the spaCy pipeline to use for it.
        ontology: A file of event types instead of the packaged one.
        aliases: A file of names to know beside the packaged ones.
        degraded: Whether to go on by rules where a language's model is missing or damaged.
    """

    models: tuple[tuple[str, str], ...] = ()
    ontology: Path | None = None
    aliases: Path | None = None
    degraded: bool = False


def extract(article: Article, options: ExtractOptions | None = None) -> Extraction:
    """Names, dates and events of one article.

    >>> from eventgraph.model import Part, Span, make_article
    >>> text = "Gunmen killed two people in Baghdad on 3 May 2021."
    >>> part = Part("main", (Span(0, len(text)),))
    >>> article = make_article(source="x", text=text, language="en", parts=(part,))
    >>> [timex.value for timex in extract(article).timexes]
    ['2021-05-03']
    """
    return next(extract_all([article], options))


def extract_all(
    articles: Iterable[Article], options: ExtractOptions | None = None
) -> Iterator[Extraction]:
    """Extractions of a stream of articles, in its order, parsed in batches.

    Raises:
        ModelError: What a language needs is missing or damaged.
    """
    from eventgraph.extract.passages import parse
    from eventgraph.knowledge import load as load_knowledge
    from eventgraph.ontology import load as load_ontology

    options = options or ExtractOptions()
    knowledge, ontology = load_knowledge(options.aliases), load_ontology(options.ontology)
    for article, passages in parse(articles, dict(options.models), degraded=options.degraded):
        yield _annotate(article, passages, knowledge, ontology)


def _annotate(
    article: Article, passages: tuple[Passage, ...], knowledge: Knowledge, ontology: Ontology
) -> Extraction:
    from eventgraph.extract.events import find_events
    from eventgraph.extract.names import find_mentions
    from eventgraph.extract.triggers import with_tagged

    timexes = date_parts(article)
    mentions = find_mentions(article, passages, knowledge)
    events = find_events(article, passages, mentions, timexes, ontology, knowledge)
    events = with_tagged(article, passages, mentions, events)
    return Extraction(article.id, mentions, timexes, events)


def date_parts(article: Article) -> tuple[Timex, ...]:
    """The time expressions of all parts, each part read against its own base date."""
    from eventgraph.timex import find_timexes

    found = [
        timex
        for part in article.parts
        for timex in find_timexes(
            article.text,
            published=_base_day(article.base(part)),
            language=article.language,
            spans=part.spans,
        )
    ]
    return tuple(sorted(found, key=lambda timex: timex.span))


def _base_day(published: Published | None) -> str | None:
    """A date of publication as the base of relative expressions: only a whole, certain day can be one."""
    edtf = published.date if published else ""
    return edtf if len(edtf) == len("2024-03-24") and edtf.count("-") == 2 else None
