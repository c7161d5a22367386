"""Dates without a preposition, kept from the parser: "a accusé lundi l'éditeur".

A weekday between a verb and its object looks like an object itself, and the sentence falls apart. So the
pipeline reads the text without such dates, and they are put back as adverbials of the verb before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from eventgraph.languages import language

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_COLUMNS = ("POS", "TAG", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_POS, _TAG, _, _LEMMA, _HEAD, _DEP, _IOB, _ = range(len(_COLUMNS))
_OUTSIDE = 2  # spaCy's number in ENT_IOB

_ARTICLES = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette"})
_POINTING = frozenset({"ce", "cet", "cette"})
_RELATIVE = frozenset(
    {"dernier", "dernière", "derniers", "dernières", "prochain", "prochaine", "passé", "passée"}
)
# After one of these a date is a phrase that the parser reads well: "depuis lundi", "de lundi", "un lundi".
_GOVERNING = frozenset(
    {
        "de",
        "d'",
        "d’",
        "du",
        "des",
        "dès",
        "depuis",
        "jusqu'",
        "jusqu’",
        "jusque",
        "à",
        "au",
        "aux",
        "avant",
        "après",
        "entre",
        "pour",
        "par",
        "en",
        "dans",
        "sous",
        "vers",
        "chaque",
        "un",
        "une",
        "et",
        "ou",
        "que",
        "quatre",
        "trois",
        "deux",
        "plusieurs",
        "tous",
        "mi-",
        "fin",
        "début",
        "courant",
    }
)


class _Words(NamedTuple):
    weekdays: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    parts: frozenset[str]
    units: frozenset[str]


def take_out(doc: Doc) -> Doc:
    """The doc without its bare dates, with which it is remembered what was taken out."""
    from spacy.tokens import Doc

    out = frozenset(i for first, last in bare_dates(doc) for i in range(first, last))
    if not out:
        return doc
    kept = [token for token in doc if token.i not in out]
    if not kept:
        return doc
    reduced = Doc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=[bool(token.whitespace_) for token in kept],
    )
    reduced.user_data["dated"] = (doc, [token.i for token in kept])
    reduced._context = doc._context  # noqa: SLF001  (how spaCy carries what comes along with a text)
    return reduced


def put_back(doc: Doc) -> Doc:
    """The whole doc, annotated as the reduced one is, dates as adverbials of the verb before them."""
    import numpy as np

    remembered: tuple[Doc, list[int]] | None = doc.user_data.pop("dated", None)
    if remembered is None:
        return doc
    whole, kept = remembered
    read = doc.to_array(list(_COLUMNS)).view(np.int64)
    columns = np.zeros((len(whole), len(_COLUMNS)), dtype=np.int64)
    columns[:, _IOB] = _OUTSIDE
    for own, place in enumerate(kept):
        columns[place] = read[own]
        columns[place, _HEAD] = kept[own + int(read[own, _HEAD])] - place
    _hang(whole, doc, kept, columns)
    values: Any = columns.view(np.uint64)
    whole.from_array(list(_COLUMNS), values)
    whole._context = doc._context  # noqa: SLF001
    return whole


def _hang(whole: Doc, doc: Doc, kept: Sequence[int], columns: NDArray[Any]) -> None:
    """Hang what was taken out on what it is the date of."""
    strings = whole.vocab.strings
    remaining = set(kept)
    passed = 0  # words of the reduced doc before here
    for place in range(len(whole)):
        if place in remaining:
            passed += 1
            continue
        punctuation = whole[place].is_punct
        columns[place, _POS] = strings.add("PUNCT" if punctuation else "NOUN")
        columns[place, _LEMMA] = _signed(strings.add(whole[place].lower_))
        columns[place, _DEP] = _signed(strings.add("punct" if punctuation else "obl:mod"))
        columns[place, _HEAD] = kept[_anchor(doc, passed)] - place


def _anchor(doc: Doc, passed: int) -> int:
    """The nearest verb above the word before a date, or the noun phrase that the date still stands in.

    At the begin of a sentence it is the date of all of it.
    """
    after = doc[min(passed, len(doc) - 1)]
    if passed == 0 or (passed < len(doc) and after.is_sent_start):
        return int(after.sent.root.i)
    found = doc[passed - 1]
    for above in (found, *found.ancestors):
        if above.i >= passed:
            break
        found = above
        if above.pos_ == "VERB":
            break
    return int(found.i)


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def bare_dates(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and the one after the last of each date that no word governs, its comma included."""
    lower = [token.lower_ for token in doc]
    index = 0
    while index < len(lower):
        end = _end(lower, index)
        if end is None or (index and lower[index - 1] in _GOVERNING):
            index = end or index + 1
            continue
        commas = end < len(lower) and lower[end] == "," and (not index or lower[index - 1] in ",.;")
        yield index, end + commas
        index = end + commas


def _end(lower: Sequence[str], start: int) -> int | None:
    """The index after a date that begins at a token, none where there is none."""
    words = _words()
    if lower[start] in words.days:
        return _after_part(lower, start + 1)
    at = start + (lower[start] in _ARTICLES)
    if at < len(lower) and lower[at] in words.weekdays:
        return _calendar(lower, at + 1) or _after_part(lower, at + 1)
    return _with_article(lower, start) if at > start else None


def _with_article(lower: Sequence[str], start: int) -> int | None:
    """The index after "ce matin", "cette semaine", "la semaine dernière", "le 6 février"."""
    words, first, second = _words(), lower[start], "".join(lower[start + 1 : start + 2])
    if first in _POINTING and second in words.parts | words.units:
        return start + 2
    if second in words.units and "".join(lower[start + 2 : start + 3]) in _RELATIVE:
        return start + 3
    return _calendar(lower, start + 1) if first == "le" else None


def _calendar(lower: Sequence[str], at: int) -> int | None:
    """The index after "6 février" or "6 février 2023"."""
    if at + 1 >= len(lower) or lower[at + 1] not in _words().months:
        return None
    if not lower[at].rstrip("er").isdigit():
        return None
    year = at + 2 < len(lower) and lower[at + 2].isdigit() and len(lower[at + 2]) == 4
    return at + 2 + year


def _after_part(lower: Sequence[str], at: int) -> int:
    """Past "matin", "soir" or "dernier", "prochain"."""
    return at + (at < len(lower) and lower[at] in _words().parts | _RELATIVE)


@cache
def _words() -> _Words:
    words = language("fr").section("timex")["words"]

    def all_of(kind: str) -> frozenset[str]:
        return frozenset(word for listed in words[kind].values() for word in listed)

    return _Words(*map(all_of, ("WEEKDAY", "DAYWORD", "MONTH", "PART", "UNIT")))
