"""What a reader gives: an article, its parts, when it was published; or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventgraph.model.identity import content_id
from eventgraph.model.span import Span

PublishedBasis = Literal["metadata", "header", "url", "dateline", "given", "inferred", "unknown"]
PartKind = Literal["main", "second", "caption"]


@dataclass(frozen=True, slots=True)
class Published:
    """When an article (or a part of it) was published, and how that is known.

    Attributes:
        date: EDTF, of day precision or coarser.
        basis: Where it is from; ``given`` is the user's ``--published``.
        evidence: The characters or the reasoning that it is read from, for people.
    """

    date: str
    basis: PublishedBasis
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that has a base date of its own.

    Attributes:
        kind: ``main``, a ``second`` article in the tail of the first, or a photo ``caption``.
        spans: Its paragraphs (or lines) in text order; what lies between is boilerplate.
        published: Its base date; none when unknown.
    """

    kind: PartKind
    spans: tuple[Span, ...]
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: the decoded source, never rewritten, and which spans of it are article.

    Attributes:
        id: Hash of text and metadata; see `make_article`.
        source: Path, URL or ``FILE#LINE``, independent of the machine.
        sources: All sources that gave the same article, sorted.
        title: Headline, if known.
        published: Base date of the main part, if known.
        language: ISO 639-1 code.
        text: The decoded source.
        parts: The article; everything outside is boilerplate.
    """

    id: str
    source: str
    sources: tuple[str, ...]
    title: str | None
    published: Published | None
    language: str
    text: str
    parts: tuple[Part, ...]

    def base(self, part: Part) -> Published | None:
        """The date against which a part is read: its own, for the main part also the article's."""
        return part.published or (self.published if part.kind == "main" else None)

    @property
    def body(self) -> tuple[Span, ...]:
        """All spans that are article, in text order."""
        return tuple(sorted(span for part in self.parts for span in part.spans))


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, and why."""

    source: str
    reason: str


def make_article(
    *,
    source: str,
    text: str,
    language: str,
    parts: tuple[Part, ...],
    title: str | None = None,
    published: Published | None = None,
) -> Article:
    """An article with its id: the hash of text, title, language and publication date.

    The source is left out, so that the same article given twice is one article.

    >>> a, b = (make_article(source=s, text="Rain.", language="en", parts=()) for s in "ab")
    >>> a.id == b.id
    True
    """
    date = published.date if published else ""
    article_id = content_id("a", text, title or "", language, date)
    return Article(article_id, source, (source,), title, published, language, text, parts)
