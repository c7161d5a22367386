"""An article's body as parsed passages: the common ground of names, dates and events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from eventgraph.extract.pipelines import pipeline
from eventgraph.model import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

Item = TypeVar("Item")

ARTICLES_AT_ONCE = 32
PASSAGES_AT_ONCE = 64
# Code points. A pipeline holds some four kilobytes for each while it reads a batch, and its time for a
# sentence grows faster than the sentence; no paragraph of a newspaper comes near the first.
LONGEST = 5_000
AT_ONCE = 20_000  # of the passages of one batch
LOADED = 400_000  # of the articles whose passages are held

_LINE = re.compile(r"[^\r\n]+")
# A tokenizer peels such a run off sign by sign, and looks through all of the rest each time.
_SIGNS = re.compile(r"[^\w\s]{200,}")
_WORD_BORDER = re.compile(r"\s")
_SENTENCE_BORDER = re.compile(r"(?<=[.!?؟…。！？])\s|(?<=[。！？])")
# A dateline: KABUL, Afghanistan (Agency) — or Moscow (Agency)— or GENEVA —
_DATELINE = re.compile(
    r"([^()\n—–]{2,60})\([^()\n]{2,60}\)\s{0,3}(?:—|–|--?)\s{0,3}|([^()\n—–]{2,40}?)\s{0,3}(?:—|–|--)\s{0,3}"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or line of an article, parsed.

    Attributes:
        doc: Tokens with sentence borders; tags, parse and names where the language has a pipeline.
        start: Where the doc begins in the article's text.
        part: Index into ``Article.parts``.
    """

    doc: Doc
    start: int
    part: int

    def span(self, piece: Token | DocSpan) -> Span:
        """Where a token or a span of the doc stands in the article's text."""
        start = self.start + (piece.idx if hasattr(piece, "idx") else piece.start_char)
        return Span(start, start + len(piece.text))


def parse(
    articles: Iterable[Article],
    models: Mapping[str, str] | None = None,
    *,
    degraded: bool = False,
) -> Iterator[tuple[Article, tuple[Passage, ...]]]:
    """Articles with their parsed passages, in the order given, a few dozen in memory at a time.

    Args:
        articles: May be an endless stream.
        models: Package of the spaCy pipeline to use, per language code.
        degraded: Whether to go on by rules where a language's model is missing or damaged.

    Raises:
        ModelError: What a language needs is missing or damaged.
    """
    for batch in _batches(articles, lambda one: len(one.text), ARTICLES_AT_ONCE, LOADED):
        parsed: dict[int, list[Passage]] = {number: [] for number in range(len(batch))}
        for code in sorted({article.language for article in batch}):
            members = [n for n, article in enumerate(batch) if article.language == code]
            loaded = pipeline(code, (models or {}).get(code), degraded=degraded)
            for number, passage in _parse_alike(batch, members, loaded):
                parsed[number].append(passage)
        for number, article in enumerate(batch):
            yield article, tuple(parsed[number])


def _parse_alike(
    batch: Sequence[Article], members: Sequence[int], loaded: Pipeline
) -> Iterator[tuple[int, Passage]]:
    """Passages of the batch's articles in one language, each with the article's number."""
    pieces = (
        (span.of(batch[number].text), (number, span.start, part))
        for number in members
        for part, span in passage_spans(batch[number])
    )
    for some in _batches(pieces, lambda piece: len(piece[0]), PASSAGES_AT_ONCE, AT_ONCE):
        docs = loaded.pipe(some, as_tuples=True, batch_size=PASSAGES_AT_ONCE)
        for doc, (number, start, part) in docs:
            doc.tensor = doc.tensor[:0].copy()  # half a kilobyte a token that nobody asks for again
            yield number, Passage(doc, start, part)


def _batches(
    items: Iterable[Item], size: Callable[[Item], int], most: int, largest: int
) -> Iterator[list[Item]]:
    """Items in order, so many at once, or fewer when together they are large; one always goes alone."""
    batch: list[Item] = []
    total = 0
    for item in items:
        if batch and (len(batch) == most or total + size(item) > largest):
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += size(item)
    if batch:
        yield batch


def passage_spans(article: Article) -> Iterator[tuple[int, Span]]:
    """The stretches to parse, in text order, with the index of their part.

    A stretch is a paragraph, or a line that stands alone.
    """
    spans = ((span, index) for index, part in enumerate(article.parts) for span in part.spans)
    for span, index in sorted(spans):
        lines = _split_lines(article.text, span)
        for stretch in (s for line in lines for s in _without_signs(article.text, line)):
            for piece in _split_dateline(article.text, stretch):
                yield from ((index, short) for short in _split_long(article.text, piece))


def _split_lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a span, or the span whole when its lines are one paragraph wrapped to a width."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, span.start, span.end)]
    lines = [line for line in lines if not line.of(text).isspace()]
    if len(lines) > 1 and _is_wrapped([line.of(text).strip() for line in lines]):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _without_signs(text: str, span: Span) -> Iterator[Span]:
    """What is left of a line without its endless runs of brackets, dots or emoji."""
    start = span.start
    for run in _SIGNS.finditer(text, span.start, span.end):
        if start < run.start():
            yield Span(start, run.start())
        start = run.end()
    if start < span.end:
        yield Span(start, span.end)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether line ends are mere layout: a sentence goes on in lower case, or all lines are as wide."""
    if any(line[0].islower() for line in lines[1:]):
        return True
    widths = [len(line) for line in lines[:-1]]
    unfinished = sum(line[-1] not in '.!?؟…:"”»' for line in lines[:-1])
    return len(lines) > 2 and min(widths) > 0.7 * max(widths) and 2 * unfinished > len(widths)


def _split_dateline(text: str, span: Span) -> Iterator[Span]:
    """A dateline apart from the sentence after it, which a parser would take for its subject."""
    found = _DATELINE.match(text, span.start, min(span.end, span.start + 140))
    place = (found.group(1) or found.group(2) or "").strip() if found else ""
    names = [word for word in place.split() if word[0].isalpha()]
    marked = bool(found and found.group(1)) or place.split(",")[0].isupper()
    if found and marked and names and all(word[0].isupper() for word in names):
        yield Span(span.start, found.end())
        span = Span(found.end(), span.end)
    yield span


def _split_long(text: str, span: Span) -> Iterator[Span]:
    """A span in stretches that a parser can hold, cut after a sentence, else between words, else anywhere."""
    start = span.start
    while span.end - start > LONGEST:
        cut = _last(_SENTENCE_BORDER, text, start) or _last(_WORD_BORDER, text, start)
        cut = cut or start + LONGEST
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)


def _last(border: re.Pattern[str], text: str, start: int) -> int | None:
    """Where a stretch that begins there was last to be parted, in the second half of its length."""
    found = border.finditer(text, start + LONGEST // 2, start + LONGEST)
    return max((match.start() for match in found), default=None)
