"""When an article was published, by what it says of itself; unknown stays unknown."""

from __future__ import annotations

import re

from eventgraph.model import Published, Span
from eventgraph.readers.boilerplate.clean import Cleaned
from eventgraph.readers.boilerplate.date_lines import Kind
from eventgraph.readers.metadata.day_order import decide, readings
from eventgraph.readers.metadata.iso_date import day
from eventgraph.readers.metadata.stated_days import stated_days

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PATH_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/._]?)(0?[1-9]|1[0-2]|"
    + "|".join(_MONTHS)
    + r")[a-z]*\2(0[1-9]|[12]\d|3[01]|[1-9](?=/|$))(?!\d)",  # a single digit may count reasons
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?\s?:\s?/\s?/|www\s?\.", re.IGNORECASE)
_DASH = re.compile(r"\s[-–—]+\s?|[—–]|--|\)\s?[-:]|(?<=/)\.\s|(?<=/)\s")
_AGENCY = re.compile(r"[\s.,،]*([(/\[][^()/\n]{2,40}[)/\]]?)?[\s.,،-]*")  # (Reuters), /TASS/
_COPYRIGHT_YEAR = re.compile(
    r"(?:©|copyright|\(c\))\D{0,20}((?:19|20)\d\d)(?!\s?[-–—]\s?\d)", re.IGNORECASE
)


def find_published(
    origin: tuple[str, str],
    text: str,
    cleaned: Cleaned,
    language: str,
    given: str | None,
) -> Published | None:
    """The publication date of an article without metadata, and how it is known.

    In this order: a header line, one whose order of day and month the article decides, the web address, a dateline with its year, the file name, a
    header line that tells the last change, a dateline whose year stands elsewhere, what the user gave.

    Args:
        origin: Its source (path, URL or ``FILE#LINE``) and the web address that it names, if any.
        text: The article's text.
        cleaned: The same, judged.
        language: ISO 639-1 code.
        given: The user's date for articles that state none.
    """
    source = origin[0]
    address = origin[1] or _address(source, text)
    dateline = _dateline(text, cleaned)
    return (
        _from_header(cleaned, "published", "bare")
        or _from_ambiguous(cleaned, text, language)
        or _from_path(address)
        or _from_dateline(dateline, language)
        or (_from_path(source) if source != address else None)
        or _from_header(cleaned, "updated")
        or _from_yearless(dateline, language, text)
        or (Published(given, "given", "stated by the user") if given else None)
    )


def _from_header(cleaned: Cleaned, *kinds: Kind) -> Published | None:
    dated = ((line, stamp.date(kind)) for kind in kinds for line, stamp in cleaned.stamps)
    return next((Published(date, "header", line) for line, date in dated if date), None)


def _from_ambiguous(cleaned: Cleaned, text: str, language: str) -> Published | None:
    """A header line such as 04/08/2020, where the rest of the document tells day from month."""
    spans = cleaned.parts[0].spans if cleaned.parts else ()
    for line, stamp in cleaned.stamps:
        for two in readings(line) if stamp.date("published", "bare") is None else ():
            if found := decide(two, text, spans, language):
                return Published(found, "header", line)
    return None


def _address(source: str, text: str) -> str:
    """The web address that the article is from: its source, or its first line."""
    if _ADDRESS.match(source):
        return source
    first = text[:500].strip().split("\n", 1)[0]
    return "".join(first.split()) if _ADDRESS.match(first) else ""


def _from_path(path: str) -> Published | None:
    """A day in a path: ``/2024/03/24/``, ``2024-03-24-title.txt``, ``/2024/mar/24/``, ``_20240324``."""
    for match in _PATH_DAY.finditer(path):
        year, month, day_of_month = match[1], match[3].lower(), match[4]
        if not match[2] and not (month.isdigit() and len(month) == len(day_of_month) == 2):
            continue
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        if found := day(int(year), number, int(day_of_month)):
            return Published(found, "url", match[0])
    return None


def _dateline(text: str, cleaned: Cleaned) -> str:
    """The beginning of the first paragraph up to its dash: ``MOSCOW, March 23 (Agency) —``."""
    spans = cleaned.parts[0].spans if cleaned.parts else ()
    paragraph = next((shown for span in spans if len(shown := span.of(text)) >= 60), "")
    dash = _DASH.search(paragraph[:110], 3)
    return paragraph[: dash.end()] if dash else ""


def _is_dateline(dateline: str, date: Span) -> bool:
    """Whether a place stands before the date, and nothing but an agency after it."""
    before, after = dateline[: date.start].rstrip(), dateline[date.end :]
    words = [word for word in re.findall(r"[^\W\d_]+", before) if len(word) > 3]
    place = before.endswith((",", ")", "،", "/")) or before.isupper() or not before
    capitals = all(not word[0].islower() for word in words) and len(words) <= 6
    agency = _AGENCY.fullmatch(
        _DASH.split(after)[0] if not after.strip(" -–—") else after.rstrip(" -–—:")
    )
    return place and capitals and agency is not None


def _from_dateline(dateline: str, language: str) -> Published | None:
    days = stated_days(dateline, language) if dateline else ()
    found = (day for span, day in days if day and _is_dateline(dateline, span))
    return next((Published(day, "dateline", dateline.strip()) for day in found), None)


def _from_yearless(dateline: str, language: str, text: str) -> Published | None:
    """A dateline without year, when the copyright line states one."""
    years = sorted(set(_COPYRIGHT_YEAR.findall(text)))
    if not dateline or len(years) != 1 or not any(c.isdigit() for c in dateline):
        return None
    from eventgraph.timex import find_timexes

    for timex in find_timexes(dateline, language=language):
        if re.fullmatch(r"XXXX-\d\d-\d\d", timex.value) and _is_dateline(dateline, timex.span):
            month, day_of_month = timex.value[5:7], timex.value[8:10]
            if found := day(int(years[0]), int(month), int(day_of_month)):
                return Published(
                    found, "dateline", f"{dateline.strip()} with the year of the copyright line"
                )
    return None
