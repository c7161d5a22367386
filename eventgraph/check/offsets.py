"""Words that do not stand where the store says: mentions, dates, triggers, figures and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventgraph.model import Corpus, Extraction, Span
from eventgraph.store import Store

Said = tuple[str, str, Span, str | None]  # what it is, article id, where, and the words


def misplaced(store: Store) -> Iterator[str]:
    """A line for each word, date, figure or sentence that its article does not have at its offsets."""
    corpus = store.corpus()
    texts = {article.id: article.text for article in corpus.articles}
    yield from wrong(_of_corpus(corpus), texts)
    known = [article.id for article in corpus.articles]
    for extraction in store.extractions(known):
        yield from wrong(_of_extraction(extraction), texts)


def wrong(said: Iterable[Said], texts: Mapping[str, str]) -> Iterator[str]:
    """What does not stand where it is said to.

    Args:
        said: Everything that has offsets; no words where only the offsets must lie in the text.
        texts: Of the articles, by id.

    >>> list(wrong([("mention", "a1", Span(0, 4), "Rome")], {"a1": "Roma"}))
    ["mention 'Rome' does not stand at 0-4 of article a1"]
    """
    for what, article, span, words in said:
        text = texts.get(article)
        inside = text is not None and 0 <= span.start < span.end <= len(text)
        if not inside or (words is not None and span.of(text or "") != words):
            yield f"{what} {words or ''!r} does not stand at {span.start}-{span.end} of article {article}"


def _of_corpus(corpus: Corpus) -> Iterator[Said]:
    for entity in corpus.entities:
        for one in entity.evidence:
            yield f"mention of {entity.id}", one.article, one.span, one.text
    for event in corpus.events:
        for one in event.evidence:
            yield f"trigger of {event.id}", one.article, one.span, one.text
            if one.sentence:
                yield f"sentence of {event.id}", one.article, one.sentence, None
        for claim in event.claims:
            yield f"quantity of {event.id}", claim.article, claim.span, claim.text


def _of_extraction(found: Extraction) -> Iterator[Said]:
    for mention in found.mentions:
        yield "mention", found.article, mention.span, mention.text
    for timex in found.timexes:
        yield "date", found.article, timex.span, timex.text
    for event in found.events:
        yield "trigger", found.article, event.span, event.text
        for quantity in event.quantities:
            yield "quantity", found.article, quantity.span, quantity.text
