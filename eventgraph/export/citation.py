"""How a format cites what it shows: the source, its date, and the sentence as it stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from eventgraph.export.plain import line
from eventgraph.model import Article, Event, Span

# Printable ASCII without quotes, angle brackets, backslash and blanks (RFC 3986 allows less).
_LINK = re.compile(r"https?://[!#-;=?-\[\]^_a-z|~]{3,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of one article.

    Attributes:
        article: Article id.
        sources: Where the article was found, sorted.
        title: Its headline, or empty.
        published: Its EDTF date, or empty.
        span: Where the sentence stands in the article's text.
        quote: The sentence on one line.
    """

    article: str
    sources: tuple[str, ...]
    title: str
    published: str
    span: Span
    quote: str

    @property
    def label(self) -> str:
        """Headline, source and date on one line: ``Fire in Bergen, a.txt, 2019-06-05``."""
        return ", ".join(part for part in (self.title, *self.sources, self.published) if part)

    @property
    def link(self) -> str | None:
        """The first source that is a web address."""
        return next((source for source in self.sources if is_link(source)), None)


def is_link(source: str) -> bool:
    """Whether a source is a web address that can be followed: nothing but ``http`` and ``https``.

    >>> is_link("https://example.org/a?b=c"), is_link("javascript:alert(1)"), is_link("a.txt")
    (True, False, False)
    """
    return _LINK.fullmatch(source) is not None


def by_id(articles: tuple[Article, ...]) -> dict[str, Article]:
    """The articles by their id."""
    return {article.id: article for article in articles}


def citations(event: Event, articles: Mapping[str, Article]) -> tuple[Citation, ...]:
    """The sentences that tell an event, each once, in the order of its evidence."""
    found = dict.fromkeys(
        (evidence.article, evidence.sentence or evidence.span) for evidence in event.evidence
    )
    return tuple(_cite(articles[article], span) for article, span in found)


def _cite(article: Article, sentence: Span) -> Citation:
    return Citation(
        article.id,
        tuple(line(source) for source in article.sources),
        line(article.title or ""),
        article.published.date if article.published else "",
        sentence,
        line(sentence.of(article.text)),
    )


def sources_of(cited: tuple[Citation, ...]) -> tuple[str, ...]:
    """All sources behind the citations, sorted, each once."""
    return tuple(sorted({source for citation in cited for source in citation.sources}))


def headline(event: Event) -> str:
    """The title on one line, and how the sources vouch for it when they do not simply assert it.

    A format without a place for the status must not turn an allegation into a fact.
    """
    title = line(event.title) or line(event.type) or event.id
    by = line(event.attributed_to or "")
    notes = [
        event.status if event.status != "asserted" else "",
        f"according to {by}" if by else "",
    ]
    said = ", ".join(note for note in notes if note)
    return f"{title} [{said}]" if said else title
