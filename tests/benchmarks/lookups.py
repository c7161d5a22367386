"""Questions to a large store, beside a networkx graph loaded from JSON that answers the same one.

The corpus is made from the stories themselves, so that only the store is measured.
"""

from __future__ import annotations

import contextlib
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path

from eventgraph import query
from eventgraph.errors import NotFoundError
from eventgraph.model import (
    Claim,
    Corpus,
    Entity,
    Event,
    EventDate,
    Evidence,
    Participant,
    Relation,
    content_id,
)
from eventgraph.store import FILE, Staging, Store, open_store
from eventgraph.store.packing import pack
from tests.benchmarks.corpus import generate
from tests.benchmarks.rows import Row

ASKED = 40
HUBS = 6
TITLE_WORDS = ["in", "attack", "fire in", "meet", "arrest"]  # a third of all titles or more
P50, COMMAND, HELP, SIZE = 50, 0.5, 0.25, 3


def corpus_of(told):
    """The corpus that a perfect resolver would make."""
    articles, names, stories = {}, defaultdict(list), defaultdict(list)
    for one in told:
        articles[one.article.id] = one.article
        stories[one.story].append(one)
        for m in one.extraction.mentions:
            names[m.type, m.name].append(Evidence(one.article.id, m.span, m.text))
    ids = {key: content_id("e", *key) for key in names}
    entities = tuple(
        Entity(ids[kind, name], kind, name, (("en", (name,)),), tuple(sorted(evidence, key=_place)))
        for (kind, name), evidence in names.items()
    )
    events = tuple(_event(story, ones, ids) for story, ones in stories.items())
    return Corpus(
        tuple(articles[id_] for id_ in sorted(articles)), (),
        tuple(sorted(entities, key=lambda e: e.id)), tuple(sorted(events, key=lambda e: e.id)),
        tuple(_relations(events)),
    )  # fmt: skip


def _place(evidence):
    return (evidence.article, evidence.span)


def _event(story, ones, ids):
    roles = {("place", story.town): "place"}
    roles |= {("person", story.who): "agent"} if "[who]" in story.shape else {}
    roles |= {("person", story.whom): "patient"} if "[whom]" in story.shape else {}
    day = story.day.isoformat()
    evidence, claims = [], []
    for one in ones:
        mention = one.extraction.events[0]
        timex = one.extraction.timexes[0]
        evidence.append(
            Evidence(
                one.article.id,
                mention.span,
                mention.text,
                mention.sentence,
                (timex.text, timex.value),
            )
        )
        claims += [
            Claim(q.kind, q.low, q.high, q.text, one.article.id, q.span) for q in mention.quantities
        ]
    return Event(
        id=content_id("v", str(story.number)), type=story.type, plover=None,
        title=f"{story.lemma.capitalize()} in {story.town}", status="asserted", attributed_to=None,
        date=EventDate(day, day, day, "day", "explicit", "stated"),
        participants=tuple(sorted(Participant(ids[key], role) for key, role in roles.items())),
        places=(ids["place", story.town],), claims=tuple(claims), confidence=0.9,
        evidence=tuple(sorted(evidence, key=_place)), reasons=(),
    )  # fmt: skip


def _relations(events):
    between = defaultdict(list)
    for event in events:
        for a, b in combinations(event.participants, 2):
            between[a.entity, b.entity, event.type].append(event)
    for (a, b, kind), shared in sorted(between.items()):
        articles = tuple(sorted({article for event in shared for article in event.articles}))
        ids = tuple(sorted(e.id for e in shared))
        yield Relation(a, b, "acts", ids, articles, float(len(articles)), kind)


def measure(*, full=False):
    """Rows of the benchmark."""
    articles = 100_000 if full else 10_000
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        told = list(generate(articles))
        text = sum(len(one.article.text.encode()) for one in told)
        corpus = corpus_of(told)
        start = time.process_time()
        _store(told, corpus, directory)
        yield Row(f"store: {articles} articles written", time.process_time() - start, "s CPU")
        size = (directory / FILE).stat().st_size
        yield Row("store: size against the text", size / text, "times", most=SIZE)
        yield from _in_process(corpus, directory)
        yield from _commands(corpus, directory)
        yield from _beside_networkx(corpus, directory)


def _store(told, corpus, directory):
    with Store(directory / FILE) as store:
        staging = Staging(store, "benchmark")
        staging.add(one.article for one in told)
        staging.keep((one.article.id, pack(one.extraction)) for one in told)
        with store.transaction():
            store.replace(corpus)


def _questions(corpus):
    chance = random.Random(5)
    people = [e for e in corpus.entities if e.type == "person"]
    some = [e.name for e in chance.sample(people, ASKED)]
    known = [e.name for e in sorted(corpus.entities, key=lambda e: -len(e.evidence))[:HUBS]]
    busy = _busiest(corpus)
    hubs = [pair for pair in product(known, busy) if pair[0] != pair[1]]
    day = corpus.events[len(corpus.events) // 2].date.edtf
    towns = [
        e.name for e in chance.sample([e for e in corpus.entities if e.type == "place"], ASKED)
    ]
    return {
        "entity": (query.connections, some),
        "entity, the best known": (query.connections, known[:1] * 5),
        "entity, in the most events": (query.connections, busy[:1] * 5),
        "timeline of an entity": (timeline, towns),
        "timeline of the best known": (timeline, known[:1] * 5),
        "timeline of the one in the most events": (timeline, busy[:1] * 5),
        "timeline of a day": (lambda store, d: query.timeline(store, since=d, until=d), [day] * 5),
        "path": (path, list(zip(some, towns, strict=True))),
        "path between hubs": (path, hubs),
        "search of a name": (query.search, some),
        "search of words": (query.search, ["fire killed", f"protested {towns[0]}", "explosion"]),
        "search of a word in very many titles": (query.search, TITLE_WORDS),
        "a name that nobody has": (query.find_entity, [name[:-2] + "x" for name in some]),
    }


def timeline(store, name):
    return query.timeline(store, entity=name)


def path(store, pair):
    return query.path(store, *pair)


def _busiest(corpus):
    """Names of those in most events."""
    events = Counter(p.entity for event in corpus.events for p in event.participants)
    named = {e.id: e.name for e in corpus.entities}
    return [
        named[id_] for id_, _ in sorted(events.items(), key=lambda one: (-one[1], one[0]))[:HUBS]
    ]


def _asked(store, ask, values):
    took = []
    for value in values:
        start = time.perf_counter()
        with contextlib.suppress(NotFoundError):
            ask(store, value)
        took.append(1000 * (time.perf_counter() - start))
    return statistics.median(took)


def _in_process(corpus, directory):
    with open_store(directory) as store:
        for name, (ask, values) in _questions(corpus).items():
            yield Row(f"lookup: {name}, p50", _asked(store, ask, values), "ms", most=P50)


def _commands(corpus, directory):
    named = {e.id: e.name for e in corpus.entities}
    names = [named[corpus.relations[0].source], named[corpus.relations[0].target]]
    best = max(corpus.entities, key=lambda e: len(e.evidence)).name
    commands = {
        "--help": ["--help"],
        "entity": ["entity", names[0], str(directory)],
        "entity, the best known": ["entity", best, str(directory)],
        "timeline of the best known": ["timeline", str(directory), "--entity", best],
        "timeline": ["timeline", str(directory), "--entity", names[0]],
        "path": ["path", *names, str(directory)],
        "search": ["search", names[0], str(directory)],
    }
    for name, arguments in commands.items():
        most = HELP if name == "--help" else COMMAND
        yield Row(
            f"command: eventgraph {name}, best of 5",
            min(_run(arguments) for _ in range(5)),
            "s",
            most=most,
        )


def _run(arguments):
    start = time.perf_counter()
    command = [sys.executable, "-m", "eventgraph", *arguments]
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def _beside_networkx(corpus, directory):
    """The neighbours of one entity: from the store, and from a graph loaded from JSON."""
    import networkx as nx

    from eventgraph.graph import to_networkx

    path = directory / "networkx.json"
    path.write_text(
        json.dumps(nx.node_link_data(to_networkx(corpus), edges="edges")), encoding="utf-8"
    )
    name = next(e.name for e in corpus.entities if e.type == "person")
    start = time.perf_counter()
    graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    [node] = [n for n, label in graph.nodes(data="label") if label == name]
    around = set(graph.successors(node)) | set(graph.predecessors(node))
    loaded = time.perf_counter() - start
    start = time.perf_counter()
    with open_store(directory) as store:
        found = query.connections(store, name)
    asked = time.perf_counter() - start
    assert {n.entity.id for n in found.neighbours} <= around
    yield Row(
        "lookup: networkx from JSON takes as long as the store, times",
        loaded / asked,
        "times",
        least=1,
    )
