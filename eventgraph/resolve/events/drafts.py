"""Reports that are taken for one event so far, and what two such groups would have to agree on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, reduce
from typing import TypeVar

from eventgraph import vectors
from eventgraph.model import Argument, Participant, Quantity
from eventgraph.names import fold
from eventgraph.ontology import UNTYPED, Ontology
from eventgraph.resolve.events.anaphora import is_general, is_lasting
from eventgraph.resolve.events.mentions import Report, gloss

# Roles of who did it and of whom it was done to: two different ones make two events.
AGENT, PATIENT = "agent", "patient"

# Quantities that count happenings, and from how many on they are a series, not "twin blasts".
COUNTED = frozenset({"attacks", "strikes"})
SERIES = 4
VICTIMS = ("killed", "injured", "arrested", "kidnapped")
SHORT = 3  # letters of a word that says nothing of who is meant ("the", "two", "من")

T = TypeVar("T")
Window = tuple[str, str]  # first and last possible day, ISO


@dataclass(frozen=True)
class Draft:
    """A group of reports, and what they say together.

    Attributes:
        reports: The one with the least key first; in the order of their keys once clustering is done.
        why: Why they are one event, a line for each step; sorted once clustering is done.
        sure: How sure each step is that joined what two articles tell, 0 to 1.
    """

    reports: tuple[Report, ...]
    why: tuple[str, ...] = ()
    sure: tuple[float, ...] = ()

    @classmethod
    def of(
        cls, reports: Iterable[Report], why: Iterable[str] = (), sure: Iterable[float] = ()
    ) -> Draft:
        """A draft of some reports, in whatever order they come."""
        in_order = sorted(reports, key=lambda report: report.key)
        return cls(tuple(in_order), tuple(sorted(set(why))), tuple(sorted(sure)))

    def joined(self, other: Draft, because: str = "", sure: Iterable[float] = ()) -> Draft:
        """Both groups as one."""
        first, second = (self, other) if self.key <= other.key else (other, self)
        why = (*self.why, *other.why, *([because] if because else ()))
        steps = (*self.sure, *other.sure, *sure)
        draft = Draft((*first.reports, *second.reports), why, steps)
        for name in _UNITED:  # what each side knows need not be read from all reports again
            draft.__dict__[name] = _united(getattr(self, name), getattr(other, name))
        draft.__dict__["window"] = _common(self.window, other.window)
        draft.__dict__["series"] = self.series or other.series
        days = (*self.told, *other.told)
        draft.__dict__["told"] = (min(days), max(days)) if days else ()
        draft.__dict__["first_told"] = min(self.first_told, other.first_told)
        days = (*self.news, *other.news)
        draft.__dict__["news"] = (min(days), max(days)) if days else ()
        return draft

    @property
    def key(self) -> tuple[str, int, int]:
        """The key of its first report."""
        return self.reports[0].key

    @property
    def family(self) -> str:
        """The family of its event types; of what has none, that of its first report."""
        return min(self.families, default=UNTYPED)

    def has(self, trait: str) -> bool:
        """Whether a type that a report gives has a trait."""
        return trait in self._traits

    def is_all(self, trait: str) -> bool:
        """Whether every type that its reports give has a trait."""
        return trait in self._shared_traits

    @cached_property
    def _traits(self) -> frozenset[str]:
        return frozenset().union(*(report.event_type.traits for report in self.reports))

    @cached_property
    def _shared_traits(self) -> frozenset[str]:
        first, *rest = (report.event_type.traits for report in self.reports)
        return first.intersection(*rest)

    @cached_property
    def types(self) -> frozenset[str]:
        """The event types that its reports give."""
        return frozenset(report.mention.type for report in self.reports)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The triggers, as dictionary forms."""
        return frozenset(report.mention.lemma for report in self.reports)

    @cached_property
    def glosses(self) -> frozenset[str]:
        """What its triggers say, in words that all languages share."""
        return frozenset(said for report in self.reports if (said := gloss(report.mention)))

    @cached_property
    def has_vectors(self) -> bool:
        """Whether its triggers can be compared as words."""
        return all(map(vectors.is_known, self.lemmas))

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
        return _united(self.people, self.places)

    @cached_property
    def context(self) -> frozenset[str]:
        """All entities named in the sentences that tell it."""
        if len(self.reports) == 1:
            return self.reports[0].context
        return frozenset(entity for report in self.reports for entity in report.context)

    def with_role(self, role: str) -> frozenset[str]:
        """The entities in a role."""
        return self._by_role.get(role, frozenset())

    @cached_property
    def roles(self) -> frozenset[Participant]:
        """Who takes part, and how; places left out."""
        return frozenset(
            participant for report in self.reports for participant in report.participants
        )

    @cached_property
    def _by_role(self) -> dict[str, frozenset[str]]:
        if not self.roles:
            return _NO_ROLES
        roles: dict[str, set[str]] = {}
        for participant in self.roles:
            roles.setdefault(participant.role, set()).add(participant.entity)
        return {role: frozenset(entities) for role, entities in roles.items()}

    @cached_property
    def people(self) -> frozenset[str]:
        """Everyone who takes part, in whatever role; places left out."""
        return frozenset(participant.entity for participant in self.roles)

    @cached_property
    def window(self) -> Window | None:
        """The first and last day on which all its dated reports agree; none when none is dated."""
        bounds = [w for report in self.reports if (w := window_of(report))]
        return reduce(_common, bounds, None)

    @cached_property
    def partial_dates(self) -> frozenset[str]:
        """Underspecified dates such as ``XXXX-03-22`` that its reports give."""
        values = (r.timex.value for r in self.reports if r.timex and not r.timex.edtf)
        return frozenset(v for v in values if v.startswith("XXXX-") and v[5:6].isdigit())

    @property
    def lasting(self) -> bool:
        """Whether it goes on for long: a war, not an attack."""
        return any(is_lasting(lemma, self.family) for lemma in self.lemmas)

    @cached_property
    def general(self) -> bool:
        """Whether one of its triggers could name any event of its family."""
        return any(is_general(lemma, self.family) for lemma in self.lemmas)

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

    @cached_property
    def telling_numbers(self) -> frozenset[tuple[str, float | None, float | None]]:
        """Claims that two articles would hardly share by chance."""
        return frozenset(number for number in self.numbers if (number[1] or number[2] or 0) > 2)

    @cached_property
    def tolls(self) -> dict[str, float]:
        """The largest number that it claims of each kind of victims."""
        tolls: dict[str, float] = {}
        for kind, low, high in self.numbers:
            if kind in VICTIMS and (low or high):
                tolls[kind] = max(tolls.get(kind, 0.0), low or high or 0.0)
        return tolls

    @cached_property
    def described(self) -> frozenset[str]:
        """The words for those whom nobody names: "a policeman", but no numbers of them: "dozens"."""
        return frozenset(
            word
            for report in self.reports
            for argument in report.mention.arguments
            if argument.role == PATIENT and argument.mention is None
            for word in _words_beside_numbers(argument, report.mention.quantities)
            if len(word) > SHORT
        )

    @cached_property
    def objects(self) -> frozenset[str]:
        """Head words of its arguments that are no names, folded and without a plural's ending."""
        return frozenset(
            head
            for report in self.reports
            for argument in report.mention.arguments
            if argument.mention is None and (head := _head(argument.text))
        )

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of its types; what has no type may belong to any."""
        return frozenset(report.family for report in self.reports) - {UNTYPED}

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The first and last of the days that its reports state exactly, or were published on."""
        days = [day for report in self.reports if (day := _told_on(report))]
        return (min(days), max(days)) if days else ()

    @cached_property
    def news(self) -> tuple[str, ...]:
        """First and last publication of what is told without a date as the news of its article."""
        days = [day for report in self.reports if (day := _news_of(report))]
        return (min(days), max(days)) if days else ()

    @cached_property
    def first_told(self) -> str:
        """When it was first told as something that has happened, by exact publications; "~" if unknown."""
        return min(map(_told_by, self.reports), default="~")

    @cached_property
    def nature(self) -> tuple[bool, bool, bool]:
        """What two drafts must have in common before anything else is compared."""
        return (self.negated, self.lasting, self.series)

    @cached_property
    def parts(self) -> frozenset[tuple[str, int]]:
        """The articles, and their parts, that tell it."""
        return frozenset(report.where for report in self.reports)

    @cached_property
    def tagged(self) -> bool:
        """Whether only the trigger tagger takes its words for events."""
        return all(report.mention.prior < 1 for report in self.reports)

    @cached_property
    def expected(self) -> bool:
        """Whether its reports only plan or imagine it."""
        return all(r.mention.status in ("planned", "conditional") for r in self.reports)

    @property
    def negated(self) -> bool:
        """Whether its reports deny it."""
        return self.reports[0].mention.status == "negated"


_NO_ROLES: dict[str, frozenset[str]] = {}
# Sets of a draft that are those of its parts together.
_UNITED = (
    "types", "lemmas", "places", "articles", "entities", "context", "people", "numbers",
    "partial_dates", "described", "roles", "families", "objects", "glosses",
)  # fmt: skip


def _united(some: frozenset[T], others: frozenset[T]) -> frozenset[T]:
    """Both sets as one, without another copy where one has it all."""
    if others <= some:
        return some
    return others if some <= others else some | others


def _words_beside_numbers(argument: Argument, quantities: Iterable[Quantity]) -> set[str]:
    counted = (q.text for q in quantities if q.span.overlaps(argument.span))
    return {*fold(argument.text).split()} - {
        word for text in counted for word in fold(text).split()
    }


def _head(text: str) -> str:
    """The last longer word of a phrase: what is meant, without what is said of it."""
    words = [word for word in fold(text).split() if len(word) >= SHORT]
    last = words[-1] if words else ""
    return last[:-1] if len(last) > SHORT and last.endswith("s") else last


def _told_by(report: Report) -> str:
    """The exact publication of a report of something that has happened; "~" where it has none."""
    if report.mention.status in ("planned", "conditional"):
        return "~"
    return _published(report) or "~"


def _published(report: Report) -> str:
    day = report.published.date if report.published else ""
    return day if len(day) == len("2024-03-24") else ""


def _news_of(report: Report) -> str | None:
    """The publication of a report that tells an undated happening in a main clause of headline or lead."""
    mention = report.mention
    main = mention.link in ("main", "coordinate") and mention.form == "finite"
    first = report.headline or report.order == 0
    plain = mention.status == "asserted" and report.timex is None and not report.has("outcome")
    if not (main and first and plain):
        return None
    return _told_on(report)


def _told_on(report: Report) -> str | None:
    """The day of a report's own exact date, else that of its publication."""
    window = window_of(report)
    if window:
        return window[0] if window[0] == window[1] else None
    return _published(report) or None


def window_of(report: Report) -> Window | None:
    """First and last possible day of a report's own date; open ends are the ends of the calendar."""
    timex = report.timex
    if timex is None or not (timex.earliest or timex.latest):
        return None
    return timex.earliest or "0001-01-01", timex.latest or "9999-12-31"


def _common(a: Window | None, b: Window | None) -> Window | None:
    """The days in both windows, else those of either; one that is unknown limits nothing."""
    if a is None or b is None:
        return a or b
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else (last, first)  # apart, yet a person calls them one


@lru_cache(maxsize=1 << 16)
def ordinal(day: str) -> int:
    """The number of an ISO day, so that days can be subtracted."""
    return date.fromisoformat(day).toordinal()


def overlap(a: Window | None, b: Window | None) -> bool:
    """Whether two windows share a day, or one is unknown."""
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def exact_day(draft: Draft) -> str | None:
    """The one day on which its dated reports agree; none when there is none."""
    return draft.window[0] if draft.window and draft.window[0] == draft.window[1] else None


def same_day(a: Draft, b: Draft) -> bool:
    """Whether both are dated, to one and the same day."""
    return exact_day(a) is not None and exact_day(a) == exact_day(b)


def is_symmetric(draft: Draft, ontology: Ontology) -> bool:
    """Whether its sides act alike, as in a meeting or a call."""
    return any(ontology.types[name].symmetric for name in draft.types if name in ontology.types)
