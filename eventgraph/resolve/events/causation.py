"""What happened and what came of it, told in one sentence: "95 people were killed by two explosions"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventgraph.resolve.events.anaphora import is_lasting
from eventgraph.resolve.events.mentions import Report

Key = tuple[str, int, int]

NEAR = 80  # code points between a cause and an outcome that names nobody ("the blast left 12 dead")


def with_outcomes(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """The reports, each cause together with its outcomes, in the order of their first words."""
    sentences: dict[tuple[str, int], list[Report]] = {}
    for report in reports:
        sentences.setdefault((report.article, report.mention.sentence.start), []).append(report)
    for told in sentences.values():
        units: dict[Key, list[Report]] = {}
        for report in told:
            cause = _cause(report, told) if report.has("outcome") else None
            units.setdefault((cause or report).key, []).append(report)
        yield from units.values()


def _cause(outcome: Report, told: Sequence[Report]) -> Report | None:
    """The cause that the outcome's own words name, else the nearest when the outcome names nobody."""
    if outcome.mention.status == "negated":
        return None  # "nobody died in the attack" denies no attack
    others = [r for r in told if _is_cause(r, outcome)]
    for argument in outcome.mention.arguments:
        if argument.role in ("agent", "instrument"):
            for other in others:
                if argument.span.covers(other.mention.span):
                    return other
    if any(argument.role in ("agent", "patient") for argument in outcome.mention.arguments):
        return None
    near = [other for other in others if _gap(outcome, other) <= NEAR]
    return min(near, key=lambda other: (_gap(outcome, other), other.key), default=None)


def _is_cause(report: Report, outcome: Report) -> bool:
    """Whether somebody may have died of what a report tells; who dies in a war is not all of the war."""
    same = report.family == outcome.family and not report.has("outcome")
    return same and not is_lasting(report.mention.lemma, report.family)


def _gap(a: Report, b: Report) -> int:
    first, second = sorted((a.mention.span, b.mention.span))
    return second.start - first.end
