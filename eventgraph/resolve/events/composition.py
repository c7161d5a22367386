"""From a draft to the event that people see."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.knowledge import Knowledge
from eventgraph.model import (
    Claim,
    Entity,
    Event,
    Evidence,
    Participant,
    Status,
)
from eventgraph.ontology import Ontology
from eventgraph.resolve.dates.event_dates import date_of
from eventgraph.resolve.events.drafts import AGENT, Draft, is_symmetric
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.events.titles import Naming, title
from eventgraph.resolve.events.type_choice import type_of
from eventgraph.resolve.places.geography import Geography
from eventgraph.resolve.salience.ranking import Rank, event_id

SUREST = 0.99
DOUBT = 0.6  # that one more article leaves of the doubt, if it surely tells the same
AGREED = 1.5  # times that an agent may be named more often than another that counts too
_VOUCHING: tuple[Status, ...] = (
    "asserted",
    "negated",
    "alleged",
    "planned",
    "conditional",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What composing needs to know beside the drafts."""

    entities: Mapping[str, Entity]
    geography: Geography
    ontology: Ontology
    knowledge: Knowledge
    language: str = "en"
    originals: Mapping[str, str] = field(default_factory=dict)

    @property
    def naming(self) -> Naming:
        """What titles are made with."""
        return Naming(self.entities, self.ontology, self.knowledge, self.language)


def compose(draft: Draft, rank: Rank, setting: Setting, tolls: Sequence[Draft] = ()) -> Event:
    """The event of a draft: every claim kept, every mention quoted, nothing averaged."""
    event_type = type_of(draft, setting.ontology)
    participants = _participants(draft, setting.ontology)
    places = _places(draft, setting)
    status = _status(draft)
    called = title(draft, event_type, status, places, setting.naming)
    return Event(
        id=event_id(draft.key),
        type=event_type,
        plover=setting.ontology.types[event_type].plover,
        title=called.text,
        status=status,
        attributed_to=_attributed(draft) if status != "asserted" else None,
        date=date_of(draft),
        participants=tuple(sorted({*participants, *(Participant(p, "place") for p in places)})),
        places=tuple(places),
        claims=tuple(_claims(draft, tolls)),
        confidence=_confidence(draft, setting),
        evidence=tuple(_evidence(report) for report in draft.reports),
        reasons=draft.why,
        importance=rank.importance,
        minor=rank.minor,
        origins=rank.origins,
        under=rank.under,
        title_language=called.language,
    )


def _places(draft: Draft, setting: Setting) -> list[str]:
    """Where it happened: specific places before countries, then those that most reports name.

    A meeting of which nobody says where was held at the place that its sentences name most.
    """
    specific = setting.geography.is_specific
    if not draft.places and draft.has("gathering"):
        beside = Counter(p for r in draft.reports for p in r.context if specific(p))
        most = [p for p, n in beside.items() if n == max(beside.values())]
        return most if len(most) == 1 else []
    return sorted(draft.places, key=lambda p: (not specific(p), -_count(draft, p), p))


def _participants(draft: Draft, ontology: Ontology) -> set[Participant]:
    """Who takes part; of agents that reports differ on, those whom most reports name.

    A headline crowds names together, so that one report alone often mistakes who did it. Where all
    act alike, as in a meeting, all stay.
    """
    counts = Counter(p for report in draft.reports for p in report.participants)
    if is_symmetric(draft, ontology):
        return set(counts)
    often = max((n for p, n in counts.items() if p.role == AGENT), default=0)
    return {p for p, n in counts.items() if p.role != AGENT or n * AGREED >= often}


def _count(draft: Draft, place: str) -> int:
    return sum(place in report.places for report in draft.reports)


def _status(draft: Draft) -> Status:
    """The firmest status that any report gives: one that asserts outweighs one that expects."""
    given = {report.mention.status for report in draft.reports}
    return next((status for status in _VOUCHING if status in given), "asserted")


def _attributed(draft: Draft) -> str | None:
    names = Counter(r.mention.attributed_to for r in draft.reports if r.mention.attributed_to)
    return min(names, key=lambda name: (-names[name], name)) if names else None


def _claims(draft: Draft, tolls: Sequence[Draft]) -> list[Claim]:
    """All quantities, those of its tolls as well, each once per place where it stands."""
    claims = {
        Claim(
            q.kind,
            q.low,
            q.high,
            q.text,
            report.article,
            q.span,
            q.as_of,
            q.unit,
            q.speaker,
            q.update,
        )
        for told in (draft, *tolls)
        for report in told.reports
        for q in report.mention.quantities
    }
    return sorted(claims, key=lambda c: (c.kind, c.as_of or "", c.article, c.span, c.text))


def _confidence(draft: Draft, setting: Setting) -> float:
    """From 0 to 1: how firmly it is told, and by how many independent articles. A rank, not a probability.

    What further articles add is worth as much as it is sure that they tell the same: many that were
    joined on a guess make nothing surer.
    """
    articles = len({setting.originals.get(article, article) for article in draft.articles})
    firm = sum(report.mention.status in ("asserted", "negated") for report in draft.reports)
    dated = any(report.timex is not None and report.timex.edtf for report in draft.reports)
    alone = 0.35 + 0.25 * firm / len(draft.reports) + 0.1 * dated
    sure = math.fsum(draft.sure) / len(draft.sure) if draft.sure else 0.0
    more = sure * (1 - DOUBT ** (articles - 1))
    return round(alone + (SUREST - alone) * more, 2)


def _evidence(report: Report) -> Evidence:
    timex = report.timex
    return Evidence(
        article=report.article,
        span=report.mention.span,
        text=report.mention.text,
        sentence=report.mention.sentence,
        timex=(timex.text, timex.value) if timex else None,
    )
