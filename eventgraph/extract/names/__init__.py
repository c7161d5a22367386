"""Names of people, organisations and places in one article, and which of them are one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.reader import Found
from eventgraph.extract.names.coreference.chaining import chain_names
from eventgraph.extract.names.coreference.chains import Chain, agreed
from eventgraph.extract.names.coreference.counterparts import with_offices
from eventgraph.extract.names.coreference.nominals import Nominal, resolve
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.words import span_of
from eventgraph.languages import language
from eventgraph.model import Article, Mention

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge

    Reader = Callable[[Sequence[Passage], Knowledge, str], Found]
    NominalFinder = Callable[[Reading, Sequence[Candidate]], Iterator[Nominal]]

__all__ = ["find_mentions"]


def find_mentions(
    article: Article, passages: Sequence[Passage], knowledge: Knowledge
) -> tuple[Mention, ...]:
    """The mentions of an article's body, in text order, chained within the article.

    Args:
        article: What is read; its language chooses how.
        passages: Its parsed body.
        knowledge: What is known beforehand.

    Returns:
        Mentions sorted by span; chains are numbered by first appearance.
    """
    reading, found = _read(article.language, passages, knowledge)
    names = with_offices(reading, agreed(reading, found))
    chains = chain_names(reading, names)
    nominals = resolve(reading, _nominals(article.language, reading, names), names, chains)
    return _mentions(article, reading, [*names, *nominals], chains)


def _read(code: str, passages: Sequence[Passage], knowledge: Knowledge) -> Found:
    reader: Reader = resolve_name(language(code).names.reader)
    return reader(passages, knowledge, code)


def _nominals(code: str, reading: Reading, names: Sequence[Candidate]) -> list[Nominal]:
    find: NominalFinder = resolve_name(language(code).names.nominals)
    return list(find(reading, names))


def _mentions(
    article: Article, reading: Reading, candidates: Sequence[Candidate], chains: Sequence[Chain]
) -> tuple[Mention, ...]:
    chain_of = {member: number for number, chain in enumerate(chains) for member in chain.members}
    order = sorted(range(len(candidates)), key=lambda p: candidates[p].start)
    numbers: dict[int, int] = {}
    for position in order:
        numbers.setdefault(chain_of[position], len(numbers))
    return tuple(_mention(article, reading, candidates[p], numbers[chain_of[p]]) for p in order)


def _mention(article: Article, reading: Reading, candidate: Candidate, chain: int) -> Mention:
    span = span_of(article.text, reading.words, candidate.start, candidate.end)
    name = (
        reading.text(candidate.start, candidate.end) if candidate.name is None else candidate.name
    )
    return Mention(
        span=span,
        text=span.of(article.text),
        type=candidate.type,
        name=name,
        chain=chain,
        level=candidate.level,
        titles=candidate.titles,
        country=candidate.country,
    )
