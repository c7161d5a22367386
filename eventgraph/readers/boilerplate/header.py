"""What stands above an article: section labels, headline, byline, date line, repeated headlines."""

from __future__ import annotations

import re
from itertools import islice

from eventgraph.names import fold
from eventgraph.readers.boilerplate.blocks import is_name
from eventgraph.readers.boilerplate.date_lines import Stamp, read_stamp
from eventgraph.readers.boilerplate.labelling import Marking, overlap
from eventgraph.readers.boilerplate.phrases import is_made_of

_DATABLE = {"", "byline", "signoff", "noise"}  # first labels that a date line may have got
_FAR = 300  # blocks in which a chronology shows
_LONGEST = 40  # blocks; no header is longer
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def mark_header(marking: Marking) -> None:
    """Find the headline and label the rest of the header."""
    prose = next(marking.prose(), None)
    _mark_dates(marking)
    zone = range(min(prose if prose is not None else len(marking.blocks), _LONGEST))
    marking.headline = _headline(marking, zone)
    if marking.headline is not None:
        _mark_labels(marking, zone, known_prose=prose is not None)
        _mark_repeats(marking)


def _mark_dates(marking: Marking) -> None:
    """Date lines among the first paragraphs; three or more bare ones are a chronology's headings."""
    prose = list(islice(marking.prose(), 3))
    end = min(prose[2] if len(prose) == 3 else len(marking.blocks), _LONGEST)
    for index in range(end):
        if marking.labels[index] in _DATABLE:
            block = marking.blocks[index]  # "… at 4:11 a.m." stops as a sentence does
            names = 0 if block.is_prose or index >= (prose[0] if prose else 0) else 6
            stamp = read_stamp(block.text, marking.phrases, marking.language, names)
            if stamp and _is_stamp_line(stamp, marking, index):
                marking.stamps[index] = stamp
    for index in _chronology(marking, end):
        marking.stamps.pop(index, None)
    for index in marking.stamps:
        marking.labels[index] = "date"


def _chronology(marking: Marking, end: int) -> list[int]:
    """Bare date lines of the header and of the text below, if they are three or more."""
    bare = [index for index, stamp in marking.stamps.items() if stamp.is_bare]
    for index in range(end, min(len(marking.blocks), _FAR)) if bare else ():
        stamp = read_stamp(marking.blocks[index].text, marking.phrases, marking.language)
        if marking.is_open(index) and stamp and stamp.is_bare:
            bare.append(index)
        if len(bare) >= 3:
            break
    return bare if len(bare) >= 3 else []


def _is_stamp_line(stamp: Stamp, marking: Marking, index: int) -> bool:
    """A date alone, or beside a section, a byline or a name that makes no sentence."""
    label = marking.labels[index]
    if not stamp.rest or label in {"byline", "signoff"} or (label == "noise" and not stamp.is_bare):
        return True
    known = marking.phrases.sections | marking.phrases.lines
    named = stamp.apart and not marking.blocks[index].stops
    return named or is_made_of(" ".join(stamp.rest), known)


def _headline(marking: Marking, zone: range) -> int | None:
    """The first line that could be one and tells the same as the text below; never a sentence."""
    candidates = [
        index for index in zone if marking.is_open(index) and not _ends_a_sentence(marking, index)
    ]
    candidates = [index for index in candidates if not _is_section(marking, index)] or candidates
    below = " ".join(marking.blocks[index].text[:1500] for index in islice(marking.prose(), 4))
    scores = {index: overlap(marking.blocks[index].text, below) for index in candidates}
    long_enough = [index for index in candidates if marking.blocks[index].words >= 4] or candidates
    if repeated := _repeated(marking, long_enough):
        return repeated[0]
    best = max((scores[index] for index in long_enough), default=0.0)
    return next((index for index in long_enough if scores[index] >= 0.5 * best), None)


def _repeated(marking: Marking, indices: list[int]) -> list[int]:
    """Those whose text stands in the header twice, as a page's headline often does."""
    shown = [fold(marking.blocks[index].text[:300]) for index in indices]
    return [index for index, text in zip(indices, shown, strict=True) if shown.count(text) > 1]


def _ends_a_sentence(marking: Marking, index: int) -> bool:
    return marking.blocks[index].stops and not marking.blocks[index].asks


def _is_section(marking: Marking, index: int) -> bool:
    return is_made_of(
        fold(marking.blocks[index].text[:200]), marking.phrases.sections | marking.phrases.lines
    )


def _mark_labels(marking: Marking, zone: range, *, known_prose: bool) -> None:
    """Section labels, names of writers and agencies: short lines around the headline."""
    for index in zone:
        block = marking.blocks[index]
        if index == marking.headline or not marking.is_open(index) or block.stops:
            continue
        dated = any(character.isdigit() for character in block.text)
        if (
            _is_section(marking, index)
            or _is_credit(marking, index)
            or (known_prose and not dated and (block.words <= 2 or is_name(block.text, 3)))
        ):
            marking.labels[index] = "noise"
    _mark_menu(marking, zone)


def _is_credit(marking: Marking, index: int) -> bool:
    """A name right beside the byline or the date line."""
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(marking.blocks))
    named = is_name(marking.blocks[index].text, 5 if marking.blocks[index].is_cased else 4)
    return named and any(marking.labels[i] in {"byline", "date"} for i in beside)


def _mark_menu(marking: Marking, zone: range) -> None:
    """Lines above the headline, with bars or amid a menu, that have nothing to do with the article."""
    headline = marking.headline or 0
    above = [index for index in zone if index < headline]
    menu = sum(1 for index in above if marking.labels[index] == "noise") >= 3
    below = " ".join(marking.blocks[i].text[:1500] for i in islice(marking.prose(), 4))
    listed = (i for i in above if menu or re.search(r"[|•>»]", marking.blocks[i].text))
    marking.label((i for i in listed if overlap(marking.blocks[i].text, below) < 0.5), "noise")


def _mark_repeats(marking: Marking) -> None:
    """The headline again, anywhere; and the page's title line, which adds the site's name to it."""
    headline = marking.headline
    if headline is None:
        return
    wanted = fold(marking.blocks[headline].text)
    plain = fold(_SITE.sub("", marking.blocks[headline].text))
    distinct: set[str] = set()  # lines already found to be no repetition
    for index, block in enumerate(marking.blocks):
        alike = abs(len(block.text) - len(marking.blocks[headline].text)) <= 45
        if index == headline or not marking.is_open(index) or not alike or block.text in distinct:
            continue
        shown = fold(block.text)
        if plain != wanted and shown == plain and index < headline + 12:
            marking.labels[headline], marking.headline = "noise", index
            headline = index
        elif shown == wanted or fold(_SITE.sub("", block.text)) == wanted:
            marking.labels[index] = "noise"
        else:
            distinct.add(block.text)
