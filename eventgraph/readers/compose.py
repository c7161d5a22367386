"""The one way from what a reader has found to an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from eventgraph.model import Article, Published, Skipped, make_article
from eventgraph.readers.boilerplate.blocks import split_blocks
from eventgraph.readers.boilerplate.clean import Cleaned, clean, whole
from eventgraph.readers.boilerplate.lines import Label
from eventgraph.readers.metadata.language import identify
from eventgraph.readers.metadata.published import find_published
from eventgraph.readers.reader import ReadOptions

_WINDOW = 10_000  # characters before the limit in which a line break is looked for


@dataclass(frozen=True, slots=True)
class RawArticle:
    """What a reader knows of an article before it is judged.

    Attributes:
        source: See `Article.source`.
        text: The decoded source.
        title: As the metadata states it.
        published: As the metadata states it.
        language: As the metadata states it.
        address: Web address that the source names itself; empty when it names none.
        labels: What the markup says of lines, by the offset where they start.
    """

    source: str
    text: str
    title: str | None = None
    published: Published | None = None
    language: str | None = None
    address: str = ""
    labels: Mapping[int, Label] = field(default_factory=dict)


def compose(raw: RawArticle, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The article of a raw article, and as `Skipped` what is cut off from it; or why there is no article."""
    most = options.limits.text
    if len(raw.text) <= most:
        yield _composed(raw, options)
        return
    text = raw.text[: _border(raw.text, most)]
    labels = {start: label for start, label in raw.labels.items() if start < len(text)}
    yield _composed(replace(raw, text=text, labels=labels), options)
    told = f"only the first {len(text)} of {len(raw.text)} characters are read"
    yield Skipped(raw.source, str(options.limits.exceeded("text", told)))


def _border(text: str, most: int) -> int:
    """Where a text is cut: at its last line break before the limit, else at the limit."""
    return max(text.rfind("\n", most - _WINDOW, most), 0) or most


def _composed(raw: RawArticle, options: ReadOptions) -> Article | Skipped:
    if not any(character.isalnum() for character in raw.text):
        return Skipped(raw.source, "an empty article; expected text with at least one word")
    language = raw.language or options.language or identify(_telling(raw.text))
    cleaned = clean(raw.text, language, raw.labels)
    parts = cleaned.parts if options.clean else whole(raw.text)
    if not parts:
        return Skipped(raw.source, _nothing_left(cleaned))
    return make_article(
        source=raw.source,
        text=raw.text,
        language=language,
        parts=parts,
        title=raw.title or cleaned.title,
        published=raw.published
        or find_published(
            (raw.source, raw.address), raw.text, cleaned, language, options.published
        ),
    )


def _telling(text: str) -> str:
    """The running text, which tells the language better than menus do; all of it when there is none."""
    prose = [block.text for block in split_blocks(text[:40_000]) if block.is_prose]
    return "\n".join(prose) or text


def _nothing_left(cleaned: Cleaned) -> str:
    return f"nothing but boilerplate ({len(cleaned.labels)} lines); expected an article (without cleaning, all is kept)"
