"""Articles made of tellings: who did what to whom, where and when, with every offset known.

For what comes after extraction, where each word, entity and date of a report must be exactly as wanted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from eventgraph.model import (
    Argument,
    EventMention,
    Extraction,
    Mention,
    Part,
    Published,
    Quantity,
    Span,
    Timex,
    make_article,
)
from eventgraph.timex import find_timexes

TYPES = {
    "Oslo": "place", "Bergen": "place", "Norway": "place", "Lund Mill": "place", "Kenya": "place",
    "Harbour Union": "organization",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One event as one sentence tells it; names of entities by role."""

    lemma: str = "attack"
    type: str = "attack"
    agent: str = ""
    patient: str = ""
    participant: str = ""
    place: str = ""
    day: str = ""
    the: bool = False
    status: str = "asserted"
    beside: tuple[str, ...] = ()
    counts: tuple[tuple[str, float], ...] = ()
    attributed_to: str = ""


@dataclass
class Telling:
    """An article as it is written, word by word."""

    published: str | None = None
    language: str = "en"
    kinds: dict[str, str] = field(default_factory=dict)
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    chains: dict[str, int] = field(default_factory=dict)

    def put(self, words: str) -> Span:
        """Write some words and a space."""
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + " "
        return span

    def name(self, name: str) -> tuple[int, Span]:
        """Name an entity: the number of its mention, and where it stands."""
        span, kind = self.put(name), {**TYPES, **self.kinds}.get(name, "person")
        chain = self.chains.setdefault(name, len(self.chains))
        self.mentions.append(Mention(span, name, kind, name, chain))
        return len(self.mentions) - 1, span

    def tell(self, told: Told, part: int = 0) -> None:
        """Write one sentence."""
        start = len(self.text)
        self.put("The" if told.the else "An" if not self.text else "Once")
        trigger = self.put(told.lemma)
        arguments = []
        for role in ("agent", "patient", "participant", "place"):
            for name in filter(None, getattr(told, role).split(";")):
                number, span = self.name(name)
                arguments.append(Argument(role, span, name, number))
        for name in told.beside:
            self.name(name)
        quantities = tuple(
            Quantity(kind, n, n, self.put(f"{n:.0f}"), f"{n:.0f}") for kind, n in told.counts
        )
        timex = self.date(told.day) if told.day else None
        end = self.put(".").end
        self.events.append(
            EventMention(
                trigger, told.lemma, told.lemma, told.type, told.status, told.attributed_to, timex,
                tuple(sorted(arguments, key=lambda a: a.span)), quantities, Span(start, end), part,
            )
        )  # fmt: skip

    def date(self, words: str) -> int:
        """Write a time expression, read as the article's publication allows."""
        span = self.put(words)
        (found,) = find_timexes(self.text[:-1], self.published, self.language, spans=[span])
        self.timexes.append(found)
        return len(self.timexes) - 1

    def paragraph(self, kind: str = "main") -> None:
        """End a part of the article; by default there is one part, of one paragraph."""
        start = max((span.end for part in self.parts for span in part.spans), default=0)
        published = Published(self.published, "given") if self.published else None
        self.parts.append(
            Part(
                kind,
                (Span(start, len(self.text)),),
                published if kind == "main" else None,
            )
        )

    def done(self, source: str = "a"):
        """The article and its extraction."""
        self.parts or self.paragraph()
        article = make_article(
            source=source, text=self.text, language=self.language, parts=tuple(self.parts),
            published=self.parts[0].published,
        )  # fmt: skip
        return article, Extraction(
            article.id, tuple(self.mentions), tuple(self.timexes), tuple(self.events)
        )


def article(*told: Told, published: str | None = None, source: str = "a", **more):
    """An article of some tellings, and its extraction."""
    telling = Telling(published, **more)
    for one in told:
        telling.tell(one)
    return telling.done(source)
