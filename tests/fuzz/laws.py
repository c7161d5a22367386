"""The laws: what is drawn, and what holds for all of it."""

import csv
import io
import json
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, Verbosity, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from eventgraph import plugins, query
from eventgraph.errors import DataError, EventgraphError
from eventgraph.export import render
from eventgraph.extract import extract_all
from eventgraph.knowledge import load as load_knowledge
from eventgraph.model import Skipped
from eventgraph.ontology import load as load_ontology
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.resolve import resolve
from eventgraph.resolve.decisions import Decisions, Reference
from eventgraph.store import in_memory
from eventgraph.timex import find_timexes
from tests.fuzz import inputs

FORMULA = "=+-@\t\r"


@dataclass(frozen=True)
class Law:
    """Something that holds for whatever is drawn."""

    drawn: st.SearchStrategy[Any]
    holds: Callable[[Any], None]

    def tried(self, examples: int, seed: int, seconds: float | None = None) -> int:
        """Try it so often; gives how many were tried. What breaks it is raised, made small."""
        count = 0

        def once(value):
            nonlocal count
            count += 1
            self.holds(value)

        chosen = settings(
            max_examples=examples, database=None, deadline=None, verbosity=Verbosity.quiet,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        chosen(seeded(seed)(given(self.drawn)(once)))()
        return count


def read_file(case):
    """A file is articles or skipped, never an error; offsets stand in the text; twice is the same."""
    (suffix, content), stem, clean = case
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{stem}{suffix}"
        path.write_bytes(content)
        options = ReadOptions(clean=clean)
        items = list(read_sources([str(path)], options))
        assert items
        assert items == list(read_sources([str(path)], options))
    for item in items:
        for said in (item.source, getattr(item, "reason", ""), getattr(item, "title", None) or ""):
            assert said.encode("utf-8") is not None, said  # no half of a pair: it could not be kept
        if isinstance(item, Skipped):
            assert item.source
            assert "\n" not in item.reason
        else:
            assert item.text.encode("utf-8")
            assert all(0 <= s.start < s.end <= len(item.text) for s in item.body)


def find_dates(case):
    """A time expression is words of the text, in order, and its first day is not after its last."""
    text, language, published = case
    found = find_timexes(text, published=published, language=language)
    assert [timex.span for timex in found] == sorted(timex.span for timex in found)
    for timex in found:
        assert timex.span.of(text) == timex.text != ""
        assert timex.value
    ends = [timex.span.end for timex in found]
    assert all(end <= timex.span.start for end, timex in zip(ends, found[1:], strict=False))


def resolve_any_order(rows):
    """The order of articles changes nothing, and every evidence stands where it says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.jsonl"
        lines = (json.dumps(row) for row in rows)
        path.write_text("\n".join(lines), encoding="utf-8")
        read = [item for item in read_sources([str(path)]) if not isinstance(item, Skipped)]
    articles = list({article.id: article for article in read}.values())
    pairs = list(zip(articles, extract_all(articles), strict=True))
    first = _resolved(pairs)
    random.Random(len(pairs)).shuffle(pairs)
    assert _resolved(pairs) == first
    texts = {article.id: article.text for article in articles}
    for record in (*first.entities, *first.events):
        assert record.evidence
        assert all(e.span.of(texts[e.article]) == e.text for e in record.evidence)
    known = {entity.id for entity in first.entities}
    assert {p.entity for event in first.events for p in event.participants} <= known
    for event in first.events:
        days = event.date.earliest, event.date.latest
        assert None in days or days[0] <= days[1]


def _resolved(pairs):
    found = resolve(
        [article for article, _ in pairs],
        [extraction for _, extraction in pairs],
        knowledge=load_knowledge(),
        ontology=load_ontology(),
        decisions=Decisions(),
    )
    return replace(found, articles=())  # those come in the order given


def decide_and_read(rows):
    """What is written is read back the same; what is refused leaves the file as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.csv"
        taken = Decisions(path=path)
        for action, subject, thing in rows:
            before = path.read_bytes() if path.exists() else None
            try:
                taken = (
                    taken.undo()
                    if action == "undo"
                    else taken.append(action, Reference(subject), Reference(thing))
                )
            except DataError as problem:
                _is_one_line(problem)
                now = path.read_bytes() if path.exists() else None
                if now != before:
                    raise AssertionError("refused, and written all the same") from problem
            assert Decisions.read(path).rows == taken.rows


def _is_one_line(problem):
    assert str(problem).splitlines() == [str(problem)]


def read_decisions(content):
    """Any file is decisions, or one line that says why it is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.csv"
        path.write_bytes(content)
        try:
            Decisions.read(path).active  # noqa: B018 - reckoned when asked for
        except DataError as problem:
            _is_one_line(problem)


def keep_and_ask(case):
    """A store gives back what it was given, and answers any question or says that it cannot."""
    corpus, asked = case
    with in_memory(corpus) as store:
        kept = store.corpus()
        assert kept.entities == corpus.entities
        assert kept.events == corpus.events
        assert [article.text for article in kept.articles] == [a.text for a in corpus.articles]
        for question in (
            lambda: query.search(store, asked),
            lambda: query.connections(store, asked),
            lambda: query.path(store, asked, corpus.entities[0].name),
            lambda: query.timeline(store, entity=asked),
            lambda: query.explain(store, asked),
        ):
            try:
                question()
            except EventgraphError as problem:
                _is_one_line(problem)


def export_anything(corpus):
    """Every format renders, twice the same; JSON, XML and tables are what they say, no cell a formula."""
    for name in plugins.names("exporters"):
        content = render(name, corpus)
        assert content == render(name, corpus)
        suffix = plugins.load("exporters", name).suffix
        if suffix in {".json", ".geojson", ".jsonld", ".cyjs"} and name != "ftm":
            json.loads(content)
        elif suffix in {".gexf", ".graphml", ".kml"}:
            ET.fromstring(content)  # noqa: S314 - our own
        elif suffix == ".csv":
            rows = list(
                csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
            )
            assert len({len(row) for row in rows}) == 1
            assert not [
                cell for row in rows[1:] for cell in row if cell[:1] in FORMULA and len(cell) > 1
            ]


_HEADER = b"number,action,subject,subject_type,subject_id,object,object_type,object_id,note\n"
_actions = st.sampled_from(("rename", "ignore", "merge", "not-same", "retype", "undo"))
_csv = st.one_of(st.binary(max_size=200), inputs.texts.map(lambda t: t.encode("utf-8", "replace")))

LAWS = {
    "readers": Law(st.tuples(inputs.files(), inputs.stems, st.booleans()), read_file),
    "timex": Law(st.tuples(inputs.texts, inputs.languages, inputs.days), find_dates),
    "resolve": Law(inputs.articles(), resolve_any_order),
    "decisions taken": Law(
        st.lists(st.tuples(_actions, inputs.short, inputs.short), max_size=6), decide_and_read
    ),
    "decisions read": Law(
        st.tuples(st.sampled_from((b"", _HEADER)), _csv).map(b"".join), read_decisions
    ),
    "store": Law(st.tuples(inputs.odd_corpora(), inputs.short), keep_and_ask),
    "exports": Law(inputs.odd_corpora(), export_anything),
}
