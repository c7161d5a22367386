"""A web page as text: what a browser would show, one block a line, and what its head states."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eventgraph.readers.formats.markup import attributes_of_one
from eventgraph.readers.limits import Limits

_HIDDEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "svg",
    "iframe",
    "object",
    "select",
    "option",
    "textarea",
    "datalist",
    "audio",
    "video",
    "canvas",
    "math",
}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_META_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "published", "published_time", "publication_date", "publicationdate", "article.published", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate", "date.created",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        text: The visible text, one block a line.
        title: Of the metadata, else the first heading, else the title element.
        heading: The first heading of the first level.
        dates: What names a publication date, and the value, most reliable first.
        address: Canonical web address; empty when the page names none.
        captions: Start and end in the text of figure captions.
        depth: How many elements stand inside one another at most.
    """

    text: str
    title: str | None
    heading: str | None
    dates: tuple[tuple[str, str], ...]
    address: str
    captions: tuple[tuple[int, int], ...]
    depth: int = 0


def parse_page(markup: str, limits: Limits | None = None) -> Page:
    r"""Parse a page, however broken it is.

    Raises:
        LimitError: It is larger, an element has more attributes, or more stand inside one another.

    >>> parse_page("<title>News</title><h1>Rain</h1><p>It <b>rained</b>.<script>x</script>").text
    'Rain\nIt rained.'
    """
    limits = limits or Limits()
    if len(markup) > limits.page:
        raise limits.exceeded("page", f"a page of more than {limits.page} characters")
    if attributes_of_one(markup) > limits.attributes:
        told = f"an element with more than {limits.attributes} attributes"
        raise limits.exceeded("attributes", told)
    root, depth = _parse(markup)
    if depth > limits.depth:
        raise limits.exceeded("depth", f"more than {limits.depth} elements inside one another")
    if root is None:
        return Page("", None, None, (), "", ())
    lines = list(_lines(root))
    starts = [0]
    for line, _ in lines:
        starts.append(starts[-1] + len(line) + 1)
    captions = tuple(
        (start, start + len(line))
        for (line, caption), start in zip(lines, starts, strict=False)
        if caption
    )
    text = "\n".join(line for line, _ in lines)
    return Page(
        text, _title(root), _heading(root), tuple(_dates(root)), _address(root), captions, depth
    )


def _parse(markup: str) -> tuple[Any, int]:
    """The root of a page, none when there is no element; and how deep its elements stand.

    The parser leaves out what is deeper than its own bound.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser) if data.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError):  # a document without any element
        return None, 0
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, sys.maxsize if cut else _depth(root)


def _depth(root: Any) -> int:
    """How many elements stand inside one another at most."""
    deepest, pending = 0, [(root, 1)] if root is not None else []
    while pending:
        element, depth = pending.pop()
        deepest = max(deepest, depth)
        pending.extend((child, depth + 1) for child in element)
    return deepest


def _lines(root: Any) -> Iterator[tuple[str, bool]]:
    """Visible lines in order, and whether each is a caption; without recursion, pages nest deep."""
    pending: list[str] = []
    caption = False
    for kind, value in _tokens(root):
        if kind == "text":
            pending.append(value)
            continue
        if line := " ".join("".join(pending).split()):
            yield line, caption
        pending.clear()
        caption = kind == "caption"


def _tokens(root: Any) -> Iterator[tuple[str, str]]:
    """Text, and breaks between blocks; a ``caption`` break says that a caption begins or goes on."""
    depth = 0
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        block = element.tag not in _INLINE
        is_caption = element.tag == "figcaption"
        if closing:
            depth -= is_caption
            if block:
                yield ("caption" if depth else "break"), ""
            yield "text", element.tail or ""
        elif _is_hidden(element):
            yield "text", element.tail or ""
        else:
            depth += is_caption
            if block:
                yield ("caption" if depth else "break"), ""
            yield "text", element.text or ""
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
    yield "break", ""


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.tag in _HIDDEN
        or element.get("hidden") is not None
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _title(root: Any) -> str | None:
    metas = dict(_metas(root))
    stated = metas.get("og:title") or metas.get("twitter:title") or _heading(root)
    return " ".join((stated or root.findtext(".//title") or "").split()) or None


def _heading(root: Any) -> str | None:
    texts = (" ".join(element.text_content().split()) for element in root.iter("h1"))
    return next((text for text in texts if text), None)


def _address(root: Any) -> str:
    links = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    return next(links, None) or dict(_metas(root)).get("og:url") or ""


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    """Names and contents of meta tags, last first, so that a dictionary keeps the first."""
    for element in reversed(list(root.iter("meta"))):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        yield name.strip().lower(), (element.get("content") or "").strip()


def _dates(root: Any) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from (
                ("JSON-LD datePublished", value) for value in _published_in(script.text or "")
            )
    metas = dict(_metas(root))
    yield from ((f"meta {name}", metas[name]) for name in _META_DATES if metas.get(name))
    for element in root.iter("time", "span", "meta"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield "itemprop datePublished", element.get("datetime") or element.get("content") or ""
    yield from _times_below_headline(root)


def _times_below_headline(root: Any) -> Iterator[tuple[str, str]]:
    """Time elements between the headline and the third paragraph."""
    paragraphs: int | None = None
    for element in root.iter("h1", "p", "time"):
        if element.tag == "h1":
            paragraphs = 0
        elif element.tag == "p" and paragraphs is not None:
            paragraphs += 1
        elif paragraphs is not None and element.get("datetime"):
            yield "time element", element.get("datetime")
        if paragraphs == 3:
            return


def _published_in(script: str) -> Iterator[str]:
    """Every datePublished of a JSON-LD script, outermost first; none of a broken one."""
    try:
        found = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    for item in found:  # grows while it is walked
        if isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            found.extend(item.values())
        elif isinstance(item, list):
            found.extend(item)
