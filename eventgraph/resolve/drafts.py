"""Reports that are taken for one event so far, and what two such groups would have to agree on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from eventgraph.names import fold
from eventgraph.ontology import Ontology
from eventgraph.resolve.anaphora import is_lasting
from eventgraph.resolve.geography import APART, Geography
from eventgraph.resolve.reports import Report

# Roles of who did it and of whom it was done to: two different ones make two events.
AGENT, PATIENT = "agent", "patient"

# Quantities that count happenings, and from how many on they are a series, not "twin blasts".
COUNTED = frozenset({"attacks", "strikes"})
SERIES = 4
VICTIMS = ("killed", "injured", "arrested", "kidnapped")
GROWTH = 6.0  # times that a toll may rise from the first report to the last
SHORT = 3  # letters of a word that says nothing of who is meant ("the", "two", "من")


@dataclass(frozen=True)
class Draft:
    """A group of reports, and what they say together.

    Attributes:
        reports: In the order of their keys.
        why: Why they are one event, a line for each step, sorted.
    """

    reports: tuple[Report, ...]
    why: tuple[str, ...] = ()

    @classmethod
    def of(cls, reports: Iterable[Report], why: Iterable[str] = ()) -> Draft:
        """A draft of some reports, in whatever order they come."""
        return cls(tuple(sorted(reports, key=lambda report: report.key)), tuple(sorted(set(why))))

    def joined(self, other: Draft, because: str = "") -> Draft:
        """Both groups as one."""
        why = (*self.why, *other.why, *([because] if because else ()))
        return Draft.of((*self.reports, *other.reports), why)

    @property
    def key(self) -> tuple[str, int, int]:
        """The key of its first report."""
        return self.reports[0].key

    @cached_property
    def family(self) -> str:
        """The family of its event types."""
        return self.reports[0].family

    @cached_property
    def types(self) -> frozenset[str]:
        """The event types that its reports give."""
        return frozenset(report.mention.type for report in self.reports)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The triggers, as dictionary forms."""
        return frozenset(report.mention.lemma for report in self.reports)

    @cached_property
    def places(self) -> frozenset[str]:
        """Where it happened, as its reports say."""
        return frozenset(place for report in self.reports for place in report.places)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that tell it."""
        return frozenset(report.article for report in self.reports)

    @cached_property
    def entities(self) -> frozenset[str]:
        """All entities in it."""
        return frozenset(entity for report in self.reports for entity in report.entities)

    @cached_property
    def context(self) -> frozenset[str]:
        """All entities named in the sentences that tell it."""
        return frozenset(entity for report in self.reports for entity in report.context)

    def with_role(self, role: str) -> frozenset[str]:
        """The entities in a role."""
        return self._roles.get(role, frozenset())

    @cached_property
    def _roles(self) -> dict[str, frozenset[str]]:
        roles: dict[str, set[str]] = {}
        for report in self.reports:
            for participant in report.participants:
                roles.setdefault(participant.role, set()).add(participant.entity)
        return {role: frozenset(entities) for role, entities in roles.items()}

    @cached_property
    def people(self) -> frozenset[str]:
        """Everyone who takes part, in whatever role; places left out."""
        return frozenset().union(*self._roles.values())

    @cached_property
    def window(self) -> tuple[str, str] | None:
        """The first and last day on which all its dated reports agree; none when none is dated."""
        bounds = [w for report in self.reports if (w := window_of(report))]
        if not bounds:
            return None
        return max(low for low, _ in bounds), min(high for _, high in bounds)

    @cached_property
    def partial_dates(self) -> frozenset[str]:
        """Underspecified dates such as ``XXXX-03-22`` that its reports give."""
        values = (r.timex.value for r in self.reports if r.timex and not r.timex.edtf)
        return frozenset(v for v in values if v.startswith("XXXX-") and v[5:6].isdigit())

    @cached_property
    def lasting(self) -> bool:
        """Whether it goes on for long: a war, not an attack."""
        return any(is_lasting(lemma, self.family) for lemma in self.lemmas)

    @cached_property
    def series(self) -> bool:
        """Whether it is many happenings counted together ("14 attacks since 2015")."""
        counts = (q for r in self.reports for q in r.mention.quantities if q.kind in COUNTED)
        return any((count.low or count.high or 0) >= SERIES for count in counts)

    @cached_property
    def numbers(self) -> frozenset[tuple[str, float | None, float | None]]:
        """The quantities that its reports claim."""
        return frozenset(
            (q.kind, q.low, q.high) for r in self.reports for q in r.mention.quantities
        )

    def toll(self, kind: str) -> float:
        """The largest number that it claims of a kind; 0 when it claims none."""
        return max((low or high or 0.0 for k, low, high in self.numbers if k == kind), default=0.0)

    @cached_property
    def described(self) -> frozenset[str]:
        """The words for those whom nobody names: "a policeman"."""
        return frozenset(
            word
            for report in self.reports
            for argument in report.mention.arguments
            if argument.role == PATIENT and argument.mention is None
            for word in fold(argument.text).split()
            if len(word) > SHORT
        )

    @cached_property
    def negated(self) -> bool:
        """Whether its reports deny it."""
        return self.reports[0].mention.status == "negated"


def window_of(report: Report) -> tuple[str, str] | None:
    """First and last possible day of a report's own date; open ends are the ends of the calendar."""
    timex = report.timex
    if timex is None or not (timex.earliest or timex.latest):
        return None
    return timex.earliest or "0001-01-01", timex.latest or "9999-12-31"


def overlap(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """Whether two windows share a day, or one is unknown."""
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def conflict(a: Draft, b: Draft, geography: Geography, ontology: Ontology) -> bool:
    """Whether two drafts cannot be one event, whatever speaks for it."""
    return (
        a.family != b.family
        or (a.negated, a.lasting, a.series) != (b.negated, b.lasting, b.series)
        or _dates_conflict(a, b)
        or geography.agreement(a.places, b.places) == APART
        or _counts_conflict(a, b)
        or _participants_conflict(a, b, ontology)
    )


def _dates_conflict(a: Draft, b: Draft) -> bool:
    if not overlap(a.window, b.window):
        return True
    if a.partial_dates and b.partial_dates and not a.partial_dates & b.partial_dates:
        return True
    return _partial_conflict(a, b) or _partial_conflict(b, a)


def _counts_conflict(a: Draft, b: Draft) -> bool:
    """Whether no later count could turn the toll of one into that of the other."""
    tolls = [sorted((a.toll(kind), b.toll(kind))) for kind in VICTIMS]
    known = [(low, high) for low, high in tolls if low]
    return bool(known) and all(high > GROWTH * low for low, high in known)


def _participants_conflict(a: Draft, b: Draft, ontology: Ontology) -> bool:
    if is_symmetric(a, ontology):
        return len(a.people) > 1 and len(b.people) > 1 and len(a.people & b.people) < 2
    return any(_differ(a.with_role(role), b.with_role(role)) for role in (AGENT, PATIENT))


def _partial_conflict(a: Draft, b: Draft) -> bool:
    """Whether a yearless date of one lies outside the days of the other."""
    if b.window is None or b.window[0] != b.window[1]:
        return False
    return any(
        len(value) == len("XXXX-03-22") and value[4:] != b.window[0][4:]
        for value in a.partial_dates
    )


def is_symmetric(draft: Draft, ontology: Ontology) -> bool:
    """Whether its sides act alike, as in a meeting or a call."""
    return any(ontology.types[name].symmetric for name in draft.types if name in ontology.types)


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others and not some & others)
