"""Event mentions with their entities resolved: what events are clustered from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.model import (
    Argument,
    Article,
    EventMention,
    Extraction,
    Part,
    Participant,
    Published,
    Span,
    Timex,
)
from eventgraph.ontology import EventType, Ontology
from eventgraph.resolve.events.anaphora import family, points_back

HEADLINE = 120  # code points; a longer paragraph is prose
Chains = Mapping[tuple[str, int], str]  # (article id, in-article chain) -> entity id


@dataclass(frozen=True, slots=True)
class Report:
    """One article telling one event once.

    Attributes:
        article: Article id.
        mention: What was extracted.
        event_type: Its type, as the ontology has it.
        family: Of its type and word, see `anaphora.family`.
        timex: The expression that dates it, if any.
        participants: Entities and their roles, places left out, sorted.
        places: Entities with the role place, and places that something was done to, in text order.
        published: Base date of the article's part.
        part_kind: Kind of that part.
        order: How many paragraphs of prose of the part come before it; headlines do not count.
        context: All entities named in its sentence.
        headline: Whether it stands above the prose.
        definite: Whether the words point at something already told ("the attack").
        named: Entity of each argument of the mention, in their order; none where an argument names nobody.
        language: ISO 639-1 code of the article.
    """

    article: str
    mention: EventMention
    event_type: EventType
    family: str
    timex: Timex | None
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    published: Published | None
    part_kind: str
    order: int
    context: frozenset[str] = frozenset()
    headline: bool = False
    definite: bool = False
    named: tuple[str | None, ...] = ()
    language: str = "en"

    @property
    def key(self) -> tuple[str, int, int]:
        """What names it in every run: article, trigger start, trigger end."""
        return (self.article, self.mention.span.start, self.mention.span.end)

    def has(self, trait: str) -> bool:
        """Whether its event type has a trait, see `eventgraph.ontology.TRAITS`."""
        return trait in self.event_type.traits

    @property
    def where(self) -> tuple[str, int]:
        """Article and part: the stretch of text that shares a base date."""
        return (self.article, self.mention.part)

    @property
    def entities(self) -> frozenset[str]:
        """All entities in it."""
        return frozenset(self.places) | {p.entity for p in self.participants}


def gloss(mention: EventMention) -> str:
    """The words of a mention's concept: "shell" of "attack.shell"; empty where it has none."""
    return mention.concept.rpartition(".")[2].replace("_", " ").replace("-", " ")


def gather(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    chains: Chains,
    ontology: Ontology,
) -> list[Report]:
    """The reports of all articles, by article and position."""
    return [
        report
        for article, extraction in zip(articles, extractions, strict=True)
        for report in _of_article(article, extraction, chains, ontology)
    ]


def _of_article(
    article: Article, extraction: Extraction, chains: Chains, ontology: Ontology
) -> Iterator[Report]:
    contexts = _contexts(article.id, extraction, chains)
    prose = [sorted(s for s in part.spans if _is_prose(s)) for part in article.parts]
    prose_ends = [[span.end for span in spans] for spans in prose]
    above = [_headlines(part, spans) for part, spans in zip(article.parts, prose, strict=True)]
    for mention in sorted(extraction.events, key=lambda m: (m.span, m.type)):
        part = article.parts[mention.part]
        participants, places = _entities(article.id, extraction, mention, chains)
        yield Report(
            article=article.id,
            mention=mention,
            event_type=ontology.type(mention.type),
            family=family(ontology, mention.type, mention.lemma),
            timex=None if mention.timex is None else extraction.timexes[mention.timex],
            participants=participants,
            places=places,
            published=article.base(part),
            part_kind=part.kind,
            order=bisect_right(prose_ends[mention.part], mention.span.start),
            context=contexts[mention.sentence],
            headline=mention.span in above[mention.part],
            definite=points_back(article, mention),
            named=tuple(_named(article.id, extraction, mention, chains)),
            language=article.language,
        )


class _Headlines:
    """The paragraphs of a part that stand above its prose."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def __contains__(self, words: Span) -> bool:
        before = bisect_right(self._starts, words.start)
        return before > 0 and self._spans[before - 1].covers(words)


def _headlines(part: Part, prose: Sequence[Span]) -> _Headlines:
    return _Headlines([span for span in sorted(part.spans) if not prose or span < prose[0]])


def _is_prose(span: Span) -> bool:
    """Whether a paragraph is long enough to be more than a headline."""
    return span.end - span.start > HEADLINE


def _contexts(article: str, extraction: Extraction, chains: Chains) -> dict[Span, frozenset[str]]:
    """The entities named in each sentence that tells an event."""
    starts = [mention.span.start for mention in extraction.mentions]
    found = {}
    for sentence in {event.sentence for event in extraction.events}:
        inside = range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        entities = (chains.get((article, extraction.mentions[i].chain)) for i in inside)
        found[sentence] = frozenset(entity for entity in entities if entity)
    return found


def _named(
    article: str, extraction: Extraction, mention: EventMention, chains: Chains
) -> Iterator[str | None]:
    """The entity of each argument; one that a decision ignores is nobody."""
    for argument in mention.arguments:
        known = None if argument.mention is None else extraction.mentions[argument.mention].chain
        yield None if known is None else chains.get((article, known))


def _entities(
    article: str, extraction: Extraction, mention: EventMention, chains: Chains
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    participants: set[Participant] = set()
    places: dict[str, None] = {}
    for argument in mention.arguments:
        if argument.mention is None:
            continue
        entity = chains.get((article, extraction.mentions[argument.mention].chain))
        if entity is None:  # a decision ignores it
            continue
        if argument.role == "place" or _is_struck(argument, extraction):
            places[entity] = None
        if argument.role != "place":
            participants.add(Participant(entity, argument.role))
    return tuple(sorted(participants)), tuple(places)


def _is_struck(argument: Argument, extraction: Extraction) -> bool:
    """Whether something was done to a place, which is then also where it happened."""
    mention = extraction.mentions[argument.mention or 0]
    return argument.role == "patient" and mention.type == "place"
