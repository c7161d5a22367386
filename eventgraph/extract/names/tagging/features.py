"""What the Arabic tagger sees of each word: its form, the gazetteers, the words around, the article.

Features are strings, as CRFsuite takes them. Those of a word alone are computed once per word form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.extract.names.arabic.gazetteer import match
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.word_forms import Look, Looks

_WINDOW = (-3, -2, -1, 1, 2, 3)
_NONE = "-"
_LARGE = 500_000  # people; larger cities are a class of their own


@dataclass(frozen=True, slots=True)
class View:
    """An article as rows of what is seen of each word.

    Attributes:
        looks: The word forms.
        marks: Kind of known name that a word begins or goes on with.
        gaps: Punctuation before a word.
        elsewhere: Per stem, what stands beside its occurrences in the whole article.
    """

    looks: Sequence[Look]
    marks: Sequence[str]
    gaps: Sequence[str]
    elsewhere: Mapping[str, tuple[str, ...]]


def features(reading: Reading, looks: Looks) -> list[list[list[str]]]:
    """Per sentence and word, the features."""
    row = [looks.of(reading, at) for at in range(len(reading.words))]
    marks = _gazetteer_marks(reading)
    gaps = [word.gap.strip()[:2] for word in reading.words]
    view = View(row, marks, gaps, _elsewhere(row, marks))
    return [
        [_features(view, at, sentence) for at in sentence] for sentence in sentence_ranges(reading)
    ]


def sentence_ranges(reading: Reading) -> Iterator[range]:
    """The word ranges of the sentences."""
    start = 0
    for at in range(1, len(reading.words) + 1):
        if at == len(reading.words) or reading.words[at].sentence != reading.words[start].sentence:
            yield range(start, at)
            start = at


def _gazetteer_marks(reading: Reading) -> list[str]:
    marks = [_NONE] * len(reading.words)
    at = 0
    while at < len(marks):
        found = match(reading, at)
        if found is None:
            at += 1
            continue
        _, entries, count = found
        kind = _kind(entries[0].type, entries[0].kind, entries[0].population)
        for index in range(at, at + count):
            marks[index] = f"{kind}{'b' if index == at else 'i'}{min(count, 2)}"
        at += count
    return marks


def _kind(entity_type: str, kind: str, population: int) -> str:
    if kind == "city":
        return "C" if population >= _LARGE else "c"
    if kind == "country":
        return "L"
    return {"place": "l", "organization": "O", "person": "P"}[entity_type]


def _elsewhere(row: Sequence[Look], marks: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Per stem that occurs more than once in the article, what its occurrences have beside them."""
    counts = Counter(look.stem for look in row if look.trigger != "0")
    seen: dict[str, set[str]] = {s: set() for s, n in counts.items() if n > 1 and len(s) > 2}
    for at, look in enumerate(row):
        if look.stem not in seen:
            continue
        if at:
            before = row[at - 1]
            seen[look.stem].update(
                (f"Eg={before.names}", f"Et={before.trigger}", f"EG={marks[at - 1]}")
            )
        if at + 1 < len(row):
            seen[look.stem].add(f"En={row[at + 1].trigger}")
    return {stem: tuple(sorted(found)) for stem, found in seen.items()}


def _features(view: View, at: int, sentence: range) -> list[str]:
    look = view.looks[at]
    found = ["b", *look.own, f"G={view.marks[at]}", *view.elsewhere.get(look.stem, ())]
    for offset in _WINDOW:
        index = at + offset
        if sentence.start <= index < sentence.stop:
            found += _neighbour(view, offset, index)
        else:
            found.append(f"{offset}=E")
    if at > sentence.start:
        found += _with_before(view, at, sentence)
    if at + 1 < sentence.stop:
        found += _with_after(view, at)
    return found


def _neighbour(view: View, offset: int, index: int) -> tuple[str, ...]:
    other = view.looks[index]
    far = (f"{offset}w={other.key}", f"{offset}g={other.names}", f"{offset}t={other.trigger}")
    if abs(offset) > 2:
        return far
    near = (
        *far,
        f"{offset}s={other.stem}",
        f"{offset}G={view.marks[index]}",
        f"{offset}x={other.key[-3:]}",
        f"{offset}k={other.cluster}",
    )
    if abs(offset) > 1:
        return near
    return (*near, f"{offset}f={other.frequency}", f"{offset}fs={other.stem_frequency}")


def _with_before(view: View, at: int, sentence: range) -> list[str]:
    look, before, gap = view.looks[at], view.looks[at - 1], view.gaps[at]
    found = [
        f"q={gap}",
        f"qg={gap}{look.names}",
        f"gg={before.names}{look.names}",
        f"tg={before.trigger}{look.names}",
        f"pw={before.stem}|{look.stem}",
        f"GG={view.marks[at - 1]}{view.marks[at]}",
        f"ff={before.frequency}|{look.frequency}",
        f"tf={before.trigger}|{look.stem_frequency}",
    ]
    if at - 1 > sentence.start:
        found.append(f"ttg={view.looks[at - 2].trigger}{before.trigger}{look.names}")
    return found


def _with_after(view: View, at: int) -> tuple[str, ...]:
    look, after = view.looks[at], view.looks[at + 1]
    return (
        f"gn={look.names}{after.names}",
        f"nw={look.stem}|{after.stem}",
        f"Q={view.gaps[at + 1]}",
    )
