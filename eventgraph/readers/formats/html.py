"""Saved web pages: the visible text, one block a line; trafilatura tells which lines are article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from eventgraph.errors import DateError
from eventgraph.model import Article, Published, Skipped
from eventgraph.offline import import_urllib3
from eventgraph.readers.boilerplate.lines import Label
from eventgraph.readers.compose import RawArticle, compose
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.formats.html_page import Page, parse_page
from eventgraph.readers.limits import LimitError, Limits
from eventgraph.readers.metadata.iso_date import iso_date
from eventgraph.readers.reader import Reader, ReadOptions

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_DEEPEST = 250  # elements inside one another; what is deeper, trafilatura's parser leaves out
_HEAD = re.compile(
    rb"\s*(\xef\xbb\xbf)?\s*(<!--.{0,500}?-->\s*)?<(!doctype html|html|\?xml[^>]{0,200}>\s*<(!doctype )?html)",
    re.IGNORECASE | re.DOTALL,
)


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    try:
        data = options.limits.whole(stream, "page")
        raw = raw_page(source, decode(data, _declared(data)), limits=options.limits)
    except (LimitError, UndecodableError) as problem:
        yield Skipped(source, str(problem))
    else:
        yield from compose(raw, options)


def _declared(data: bytes) -> str | None:
    """The encoding that a page names itself."""
    charset = _CHARSET.search(data[:4096])
    return (charset[1] or charset[2]).decode("ascii", "replace") if charset else None


def raw_page(
    source: str,
    markup: str,
    title: str | None = None,
    published: Published | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> RawArticle:
    """The raw of a page: its visible text, its metadata, and which lines are article.

    Args:
        source: See `Article.source`.
        markup: The page.
        title: What is stated elsewhere wins over the page's metadata.
        published: Likewise.
        language: Likewise.
        limits: How much of a page is read.

    Raises:
        LimitError: It is larger, an element has more attributes, or more stand inside one another.
    """
    page = parse_page(markup, limits or Limits())
    kept = _main_text(markup) if page.depth < _DEEPEST else ""
    return RawArticle(
        source=source,
        text=page.text,
        title=title or page.title,
        published=published or _stated(page),
        language=language,
        address=page.address,
        labels=_labels(page, kept),
    )


def _main_text(markup: str) -> str:
    """What trafilatura takes for the article; empty when it finds none."""
    import_urllib3()
    import trafilatura

    return (
        trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True)
        or ""
    )


def _labels(page: Page, kept: str) -> dict[int, Label]:
    """Captions, and as noise every line that is neither in the main text nor the headline."""
    labels: dict[int, Label] = {start: "caption" for start, _ in page.captions}
    if not kept:
        return labels
    lines = {_plain(line) for line in (*kept.splitlines(), page.title or "", page.heading or "")}
    main = f" {_plain(kept)} "
    for match in re.finditer(r"[^\n]+", page.text):
        line = _plain(match[0])
        within = line.count(" ") >= 4 and f" {line} " in main  # fewer words are found anywhere
        if match.start() not in labels and not within and line not in lines:
            labels[match.start()] = "noise"
    return labels


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def _stated(page: Page) -> Published | None:
    """The publication date of JSON-LD, then of the meta tags."""
    for evidence, value in page.dates:
        try:
            return Published(iso_date(value), "metadata", f"{evidence}: {value}")
        except DateError:
            continue
    return None


def _sniff(head: bytes) -> bool:
    return _HEAD.match(head) is not None


READER = Reader(suffixes=(".html", ".htm", ".xhtml"), read=_read, sniff=_sniff)
