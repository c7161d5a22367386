"""The unit of linking: what one article says of one entity, its chain of mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from eventgraph.languages import COMMON, of_script, script_of
from eventgraph.model import Article, EntityType, Extraction, Mention
from eventgraph.names import fold
from eventgraph.skeleton import bare, script, words
from eventgraph.skeleton.table import table

ChainKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one article that its own reading takes for one entity.

    Attributes:
        article: Article id.
        number: ``Mention.chain``.
        type: The type of most of its mentions.
        language: Of the article.
        day: ISO day or month of publication; empty when unknown.
        names: Names as compared, the fullest first.
        mentions: In text order.
        titles: Title and role words, sorted.
        countries: ISO codes that the words beside it state, sorted.
    """

    article: str
    number: int
    type: EntityType
    language: str
    day: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    titles: tuple[str, ...]
    countries: tuple[str, ...]

    @property
    def key(self) -> ChainKey:
        """What finds it again in its article."""
        return self.article, self.number

    @property
    def name(self) -> str:
        """Its fullest name; empty when it is only described."""
        return self.names[0] if self.names else ""

    def retyped(self, entity_type: EntityType) -> Chain:
        """The same chain with another type."""
        if entity_type == self.type:
            return self
        return replace(self, type=entity_type, names=_fullest_first(self.mentions, entity_type))


def gather(articles: Sequence[Article], extractions: Sequence[Extraction]) -> tuple[Chain, ...]:
    """The chains of all extractions, by article and number; an article given twice counts once."""
    known = {article.id: article for article in articles}
    said = {extraction.article: extraction for extraction in extractions}
    return tuple(
        chain
        for article_id in sorted(said.keys() & known.keys())
        for chain in _chains(known[article_id], said[article_id].mentions)
    )


def _chains(article: Article, mentions: Sequence[Mention]) -> Iterator[Chain]:
    groups: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        groups.setdefault(mention.chain, []).append(mention)
    for number, group in sorted(groups.items()):
        yield _chain(article, number, tuple(group))


def _chain(article: Article, number: int, group: tuple[Mention, ...]) -> Chain:
    entity_type = _type(group)
    return Chain(
        article=article.id,
        number=number,
        type=entity_type,
        language=article.language,
        day=article.published.date if article.published else "",
        names=_fullest_first(group, entity_type),
        mentions=group,
        titles=tuple(sorted({fold(title) for one in group for title in one.titles})),
        countries=tuple(sorted({one.country for one in group if one.country})),
    )


def _type(group: Sequence[Mention]) -> EntityType:
    """The type of most named mentions, else of most; the alphabet breaks ties."""
    votes = Counter(one.type for one in group if one.name) or Counter(one.type for one in group)
    return min(votes, key=lambda one: (-votes[one], one))


def _fullest_first(group: Sequence[Mention], entity_type: EntityType) -> tuple[str, ...]:
    counts = Counter(one.name for one in group if fold(one.name))
    length = (lambda name: len(words(name))) if entity_type == "person" else _is_long
    return tuple(sorted(counts, key=lambda name: (-length(name), -counts[name], -len(name), name)))


def _is_long(name: str) -> int:
    """Of the names of a group or place, any that is no acronym is as full as another."""
    return int(not is_acronym(name))


def is_acronym(name: str) -> bool:
    """Whether a name is made of initials: SDF, U.N., but not Iran.

    >>> [is_acronym(name) for name in ("SDF", "U.N.", "Iran", "قسد")]
    [True, True, False, False]
    """
    letters = [char for char in name if char.isalpha()]
    return 2 <= len(letters) <= 7 and " " not in name and all(char.isupper() for char in letters)


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """What two spellings of one name share: folded, without articles.

    >>> name_key("Al-Sukhna") == name_key("Sukhna"), name_key("The Hague") == name_key("Hague")
    (True, True)
    """
    kept = [bare(word) for word in fold(name).split() if word not in table().key_articles]
    return " ".join(kept) or fold(name)


def language_of(name: str, language: str) -> str:
    """The language that a name is written in: that of its article unless the script says otherwise.

    >>> language_of("Sputnik", "ar"), language_of("Erdoğan", "tr"), language_of("قسد", "en")
    ('en', 'tr', 'ar')
    """
    written = script(name)
    own = of_script(written)
    if own is None or script_of(language) in (written, *([""] if own == COMMON else [])):
        return language
    return own
