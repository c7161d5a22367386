"""Which spans of a pasted text are article: the judgement of lines put together into parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eventgraph.model import Part, Published, Span
from eventgraph.readers.boilerplate.blocks import Block, split_blocks
from eventgraph.readers.boilerplate.date_lines import Stamp, read_prefix, read_stamp
from eventgraph.readers.boilerplate.footer import mark_tail
from eventgraph.readers.boilerplate.header import mark_header
from eventgraph.readers.boilerplate.labelling import Marking
from eventgraph.readers.boilerplate.lines import Label, label_line
from eventgraph.readers.boilerplate.paragraph_ends import trim
from eventgraph.readers.boilerplate.pasted import mark_pasted
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases, phrases_for
from eventgraph.readers.boilerplate.related import mark_related
from eventgraph.readers.metadata.stated_days import stated_days

Prefixed = tuple[int, Stamp] | None  # a paragraph's number and the date that it begins with


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text judged.

    Attributes:
        parts: The article, its main part first; empty when all is boilerplate.
        title: The headline, if the text has one.
        stamps: Date lines of the main part, each with its text.
        labels: Every line and what it was taken for (empty is article), for people and tests.
    """

    parts: tuple[Part, ...]
    title: str | None
    stamps: tuple[tuple[str, Stamp], ...]
    labels: tuple[tuple[Span, Label], ...]


def clean(text: str, language: str, known: Mapping[int, Label] | None = None) -> Cleaned:
    r"""Tell article from boilerplate, line by line and paragraph by paragraph.

    Nothing is cut or rewritten: the parts are spans of the text.

    Args:
        text: The decoded source.
        language: ISO 639-1 code; the English phrases are always heeded as well.
        known: Labels that the source's markup gives, by the offset where a line starts.

    >>> text = "Storm hits coast\n\nA storm hit the coast on Friday night, officials said.\n\nLeave a Reply"
    >>> [span.of(text) for span in clean(text, "en").parts[0].spans]
    ['Storm hits coast', 'A storm hit the coast on Friday night, officials said.']
    """
    phrases = phrases_for(language)
    blocks = split_blocks(text)
    marking = Marking(blocks, _first_labels(blocks, phrases, known or {}), phrases, language)
    mark_related(marking)
    mark_pasted(marking)
    mark_header(marking)
    mark_tail(marking)
    first = _prefixed(marking)
    parts, stamps = _parts(marking, first), _stamps(marking, first)
    return Cleaned(parts, _title(marking), stamps, _labels(marking))


def whole(text: str) -> tuple[Part, ...]:
    """The text as one main part, nothing left out."""
    return (Part("main", (Span(0, len(text)),)),)


def _first_labels(
    blocks: tuple[Block, ...], phrases: BoilerplatePhrases, known: Mapping[int, Label]
) -> list[Label]:
    labels: list[Label] = []
    seen: dict[tuple[str, bool], Label] = {}  # the same line is judged once
    above = True
    for block in blocks:
        key = (block.text, above)
        if key not in seen:
            seen[key] = label_line(block, phrases, above=above)
        labels.append(known.get(block.span.start) or seen[key])
        above = above and not (labels[-1] == "" and block.is_prose)
    return labels


def _title(marking: Marking) -> str | None:
    if marking.headline is None:
        return None
    return " ".join(marking.blocks[marking.headline].text.split()).strip("“”\"«»'‘’ ") or None


def _stamps(marking: Marking, first: Prefixed) -> tuple[tuple[str, Stamp], ...]:
    above = marking.headline or 0  # a date above the headline may be that of the visit to the page
    ordered = sorted(marking.stamps.items(), key=lambda item: (item[0] < above, item[0]))
    lines = [(marking.blocks[index].text, stamp) for index, stamp in ordered]
    return (
        *lines,
        *([(marking.blocks[first[0]].text[: first[1].end].strip(), first[1])] if first else []),
    )


def _prefixed(marking: Marking) -> Prefixed:
    """The first paragraph, when it begins with a date that is not part of its sentence."""
    index = next((i for i in range(len(marking.blocks)) if marking.is_open(i)), None)
    stamp = (
        read_prefix(marking.blocks[index].text, marking.phrases, marking.language)
        if index is not None
        else None
    )
    return (index, stamp) if index is not None and stamp else None


def _labels(marking: Marking) -> tuple[tuple[Span, Label], ...]:
    return tuple(
        (block.span, label) for block, label in zip(marking.blocks, marking.labels, strict=True)
    )


def _parts(marking: Marking, first: Prefixed) -> tuple[Part, ...]:
    others = [*_captions(marking), *(_second(marking, indices) for indices in marking.seconds)]
    others.sort(key=lambda part: part.spans)
    spans = _main_spans(marking, first)
    return ((Part("main", spans),) if spans else ()) + tuple(others)


def _main_spans(marking: Marking, first: Prefixed) -> tuple[Span, ...]:
    blocks = ((i, block) for i, block in enumerate(marking.blocks) if marking.is_open(i))
    spans = {i: trim(block, marking.phrases) for i, block in blocks}
    if first:
        index, stamp = first
        spans[index] = Span(spans[index].start + stamp.end, spans[index].end)
    return tuple(span for span in spans.values() if span.start < span.end)


def _captions(marking: Marking) -> list[Part]:
    captions = (
        block
        for block, label in zip(marking.blocks, marking.labels, strict=True)
        if label == "caption"
    )
    return [Part("caption", (block.span,), _stated_day(block.text, marking)) for block in captions]


def _stated_day(text: str, marking: Marking) -> Published | None:
    """The day that a caption states of itself."""
    found = ((span, day) for span, day in stated_days(text, marking.language) if day)
    return next((Published(day, "dateline", span.of(text)) for span, day in found), None)


def _second(marking: Marking, indices: list[int]) -> Part:
    """A second article; its base date is what its own header says, else unknown."""
    header = range(indices[0] + 1, min(indices[0] + 5, indices[-1] + 1))
    read = (
        (i, read_stamp(marking.blocks[i].text, marking.phrases, marking.language)) for i in header
    )
    stamps = {i: stamp for i, stamp in read if stamp}
    spans = tuple(marking.blocks[i].span for i in indices if i not in stamps)
    dates = (
        (marking.blocks[i].text, stamp.date("published", "bare", "updated"))
        for i, stamp in stamps.items()
    )
    published = next((Published(date, "header", line) for line, date in dates if date), None)
    return Part("second", spans, published)
