"""Date lines: lines, and beginnings of lines, that only say when an article was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from eventgraph.model import Span
from eventgraph.names import fold
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases, prefix_of
from eventgraph.readers.metadata.stated_days import stated_days, timexes

Kind = Literal["published", "updated", "bare"]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EMPHASIS = str.maketrans("*_", "  ")  # of Markdown
_BAR = re.compile(r"[|•·]|\s[–—-]\s|\s{3}|\t")  # columns, too
_GLUED = re.compile(  # 24 March 202410:15, GMT+2Updated
    r"(?<!\d)(?:19|20)\d\d(?=\d{1,2}(?::\d\d|\s?[A-Z]))|\d(?=[A-Z][a-z]{3})"
)
_CLOCK = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}(\s?[:.]\s?\d{2})?(\s?[zZ]|\s?[+-]\d{2}:?\d{2})?(\s?[ap]\.?\s?m\.?(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The dates of a date line.

    Attributes:
        dates: What the words before a day say it is, and the EDTF day, in text order; an empty
            day is one that may mean two, such as 03/04/2024.
        end: Offset within the line where the stamp ends.
        rest: The words that are neither date nor label.
        apart: Whether a label, a clock time or a bar parts the date from the rest.
    """

    dates: tuple[tuple[Kind, str], ...]
    end: int
    rest: tuple[str, ...] = ()
    apart: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether no label says what its dates are."""
        return all(kind == "bare" for kind, _ in self.dates)

    def date(self, *kinds: Kind) -> str | None:
        """The first date of the first kind that the stamp has.

        >>> Stamp((("updated", "2024-03-26"), ("published", "2024-03-24")), 40).date("published", "bare")
        '2024-03-24'
        """
        return next(
            (date for kind in kinds for own, date in self.dates if own == kind and date), None
        )


def read_stamp(
    text: str, phrases: BoilerplatePhrases, language: str, names: int = 0
) -> Stamp | None:
    """The stamp that a line is; none when it says anything else.

    Args:
        text: The line.
        phrases: Of its language.
        language: ISO 639-1 code.
        names: How many further words it may hold, such as a writer's name.
    """
    address = text[:20].replace(" ", "").lower().startswith(("http:/", "https:/", "www."))
    if address or len(text) > 160 or not any(character.isdigit() for character in text):
        return None
    text = _GLUED.sub(r"\g<0> ", text.translate(_EMPHASIS))
    found = stated_days(text, language)
    if not found:
        return None
    rest = _rest(text, [span for span, _ in found], phrases, language)
    if len(rest) > names:
        return None
    dates = tuple((_kind(text[: span.start], phrases), date) for span, date in found)
    return Stamp(dates, found[-1][0].end, rest, _is_apart(text, found[0][0], phrases))


def _is_apart(text: str, span: Span, phrases: BoilerplatePhrases) -> bool:
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    labels = (*phrases.published, *phrases.updated)
    labelled = _kind(before, phrases) != "bare" and (
        before.endswith(":") or prefix_of(fold(before), labels) is not None
    )
    parted = _BAR.search(text) or _CLOCK.search(after)
    return labelled or bool(parted) or (not before and after[:1] in {",", "،"})


def read_prefix(text: str, phrases: BoilerplatePhrases, language: str) -> Stamp | None:
    """The stamp that a paragraph begins with ("date 2024-03-24 President …"); none when it has none."""
    head = text[:80]
    found = [(span, date) for span, date in stated_days(head, language) if span.end < len(head)]
    if not found:
        return None
    span, date = found[0]
    kind = _kind(head[: span.start], phrases)
    clock = _CLOCK.match(text, _skip(text, span.end, " ,|T-–"))
    end = _skip(text, clock.end() if clock else span.end, " ")
    parted = text[end : end + 1] in {"|", "–", "—", "-", "•", ":"}
    labelled = kind != "bare" and not _rest(head[: span.start], [], phrases, language)
    numeric = (
        span.start == 0
        and head[0].isdigit()
        and _ISO_DAY.match(head)
        and text[end : end + 1].isupper()
    )
    if not (labelled or numeric or (parted and span.start == 0)):
        return None
    return Stamp(((kind, date),), _skip(text, end, " |–—-•:.،,"))


def _skip(text: str, start: int, characters: str) -> int:
    while start < len(text) and text[start] in characters:
        start += 1
    return start


def _kind(before: str, phrases: BoilerplatePhrases) -> Kind:
    """What the label nearest before a date says of it."""
    words = fold(before).split()[-8:]
    for start in range(len(words) - 1, -1, -1):
        tail = " ".join(words[start:])
        if prefix_of(tail, phrases.updated):
            return "updated"
        if prefix_of(tail, phrases.published):
            return "published"
    return "bare"


def _rest(
    text: str, spans: Sequence[Span], phrases: BoilerplatePhrases, language: str
) -> tuple[str, ...]:
    """The words of a line beside dates, clock times and the labels of both."""
    chars = list(text)
    for span in [*spans, *(timex.span for timex in timexes(text, language))]:
        chars[span.start : span.end] = " " * (span.end - span.start)
    blanked = _CLOCK.sub(" ", "".join(chars))
    known = {
        word
        for phrase in (*phrases.published, *phrases.updated, *phrases.date_words)
        for word in phrase.split()
    }
    return tuple(word for word in fold(blanked).split() if word not in known and not word.isdigit())
