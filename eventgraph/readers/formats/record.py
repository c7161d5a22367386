"""A row of fields as the raw of an article: what a JSON line and a row of a table have in common."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from eventgraph.errors import DateError
from eventgraph.model import Published
from eventgraph.readers.compose import RawArticle
from eventgraph.readers.formats.html import raw_page
from eventgraph.readers.limits import Limits
from eventgraph.readers.metadata.iso_date import iso_date
from eventgraph.readers.metadata.language import language_code

FIELDS = ("text", "html", "source", "url", "id", "title", "published", "language")
CONTENT = ("text", "html")

_BROKEN = re.compile("[\0\ud800-\udfff]")  # no characters, or none that a text has


class FieldError(ValueError):
    """A row or a field of it is not as expected; the message is one line for the user."""


def raw_article_of(
    record: Mapping[str, Any], where: str, expected: str, limits: Limits | None = None
) -> RawArticle:
    """The raw of one row.

    Args:
        record: Values by the name of their field; other names than `FIELDS` are left alone.
        where: Names the row when it names no source itself.
        expected: What a row is like, for the message.
        limits: How much of a page is read.

    Raises:
        LimitError: A page is larger than is read.
        FieldError: There is neither text nor page, or a field is of another kind than expected.

    >>> raw_article_of({"text": "Rain fell.", "id": 7}, "a.jsonl#1", "").source
    '7'
    """
    text, page = _string(record, "text"), _string(record, "html")
    if text is None and page is None:
        raise FieldError(
            f"neither 'text' nor 'html' among {sorted(map(str, record))[:8]}; expected {expected}"
        )
    source = _source(record) or where
    title = (_string(record, "title") or "").strip() or None
    published, language = _published(record), _language(record)
    if text is None:
        return raw_page(source, page or "", title, published, language, limits)
    return RawArticle(source, text, title, published, language)


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise FieldError(f"{field!r} is {_shown(value)}; expected a string")
    return _BROKEN.sub("\ufffd", value)


def _source(record: Mapping[str, Any]) -> str | None:
    """The first of source, url and id that names something; an id may be a number."""
    for field in ("source", "url", "id"):
        value = record.get(field)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return " ".join(_BROKEN.sub("\ufffd", value).split())
    return None


def _published(record: Mapping[str, Any]) -> Published | None:
    value = _string(record, "published")
    if value is None or not value.strip():
        return None
    try:
        return Published(iso_date(value), "metadata", f"published: {value.strip()}")
    except DateError as problem:
        raise FieldError(f"'published': {problem}") from None


def _language(record: Mapping[str, Any]) -> str | None:
    value = _string(record, "language")
    if value is None or not value.strip():
        return None
    if (code := language_code(value)) is None:
        raise FieldError(f"'language' is {_shown(value)}; expected an ISO 639-1 code such as 'en'")
    return code


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"
