"""How resolution and exports grow with the number of articles, and whether the answers stay right."""

from __future__ import annotations

import resource
import time
from collections import defaultdict

from eventgraph.export import render
from eventgraph.knowledge import load as load_knowledge
from eventgraph.ontology import load as load_ontology
from eventgraph.resolve import resolve
from eventgraph.resolve.decisions import Decisions
from tests.benchmarks.corpus import generate
from tests.benchmarks.rows import Row, exponent

SIZES, FULL = (1_000, 3_000), (1_000, 10_000, 100_000)
GROWTH, RIGHT, MINUTES, MEMORY = 1.1, 0.95, 10, 6


def measure(*, full=False):
    """Rows of the benchmark."""
    resolved, exported = [], []
    for size in FULL if full else SIZES:
        told = list(generate(size))
        start = time.process_time()
        corpus = _resolve(told)
        resolved.append((size, time.process_time() - start))
        most = 60 * MINUTES if size == FULL[-1] else None
        yield Row(f"resolve: {size} articles", resolved[-1][1], "s CPU", most=most)
        yield from _right(told, corpus)
        start = time.process_time()
        length = sum(len(render(name, corpus)) for name in ("csv", "json", "html"))
        exported.append((size, time.process_time() - start))
        yield Row(f"export: {size} articles, {length / 1e6:.0f} MB", exported[-1][1], "s CPU")
    yield Row("resolve: exponent of growth, last step", exponent(resolved), "", most=GROWTH)
    yield Row("export: exponent of growth, last step", exponent(exported), "", most=GROWTH)
    both = [(size, one + other) for (size, one), (_, other) in zip(resolved, exported, strict=True)]
    yield Row("resolve and export: exponent, last step", exponent(both), "", most=GROWTH)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield Row("memory: most held", peak, "GB", most=MEMORY)


def _resolve(told):
    pairs = {one.article.id: (one.article, one.extraction) for one in told}
    articles, extractions = zip(*pairs.values(), strict=True)
    return resolve(
        articles, extractions,
        knowledge=load_knowledge(), ontology=load_ontology(), decisions=Decisions(),
    )  # fmt: skip


def _right(told, corpus):
    """Stories that are one event, events that are one story, contradictions that stay visible."""
    of = {(e.article, e.span): event for event in corpus.events for e in event.evidence}
    events_of, stories_of, dead = defaultdict(set), defaultdict(set), defaultdict(set)
    days = 0
    for one in told:
        event = of.get((one.article.id, one.trigger))
        events_of[one.story.number].add(event and event.id)
        stories_of[event and event.id].add(one.story.number)
        dead[one.story.number].add(one.dead)
        days += event is not None and event.date.edtf == one.story.day.isoformat()
    yield Row("  reports whose event has the story's day", days / len(told), "share", least=RIGHT)
    whole = sum(len(ids) == 1 for ids in events_of.values()) / len(events_of)
    yield Row("  stories that are one event", whole, "share", least=RIGHT)
    pure = sum(len(stories_of[min(ids, key=str)]) == 1 for ids in events_of.values()) / len(
        events_of
    )
    yield Row("  stories whose event tells no other story", pure, "share", least=RIGHT)
    planted = [number for number, said in dead.items() if len(said) > 1]
    by_id = {event.id: event for event in corpus.events}
    kept = sum(
        dead[n] <= {claim.low for id_ in events_of[n] if id_ for claim in by_id[id_].claims}
        for n in planted
    )
    yield Row(
        "  contradictions that both numbers are kept of",
        kept / max(1, len(planted)),
        "share",
        least=RIGHT,
    )
