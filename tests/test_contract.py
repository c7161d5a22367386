"""The shape that other programs rely on: keys, columns, values; through files, commands and Python."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

import eventgraph
from eventgraph.cli import main
from tests.conftest import SEEDS

KEYS = {
    "articles": "id source sources title language published published_basis body",
    "skipped": "source reason",
    "entities": "id type name names articles mentions",
    "events": "id type plover title status attributed_to date earliest latest precision date_basis"
    " participants places quantities confidence articles mentions",
    "relations": "source target kind events articles weight",
}
COLUMNS = [
    "event_id",
    "date",
    "earliest",
    "latest",
    "precision",
    "date_basis",
    "type",
    "plover",
    "status",
    "attributed_to",
    "title",
    "participants",
    "places",
    "quantities",
    "articles",
    "sources",
    "quote",
    "confidence",
    "importance",
    "origins",
    "country",
    "latitude",
    "longitude",
]
STATUSES = ("asserted", "negated", "planned", "alleged", "conditional", "unknown")
PRECISIONS = ["instant", "day", "week", "month", "quarter", "season", "year", "decade", "century", "interval", "unknown"]  # fmt: skip


@pytest.fixture(scope="module")
def graph(built):
    return json.loads((built / "graph.json").read_text(encoding="utf-8"))


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("kind", KEYS)
def test_graph_records_have_their_keys(kind, graph):
    for thing in graph[kind]:
        assert set(KEYS[kind].split()) <= set(thing)


def test_graph_keys_are_sorted(built):
    def check(pairs):
        assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
        return dict(pairs)

    text = (built / "graph.json").read_text(encoding="utf-8")
    assert json.loads(text, object_pairs_hook=check)["schema"] == "eventgraph/1"


def test_event_values_are_those_of_the_contract(graph):
    for event in graph["events"]:
        assert event["precision"] in PRECISIONS
        assert event["status"] in STATUSES
        for day in (event["earliest"], event["latest"]):
            assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        assert {p["entity"] for p in event["participants"] if p["role"] == "place"} == set(
            event["places"]
        )


def test_quantities_stand_in_the_text(graph, corpus):
    texts = {article.id: article.text for article in corpus.articles}
    for event in graph["events"]:
        for claim in event["quantities"]:
            assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]


def test_timeline_columns_order_and_undated_last(built, graph):
    data = (built / "timeline.csv").read_bytes()
    assert data.startswith(b"event_id,")
    header, *events = rows(data.decode("utf-8"))
    assert header == COLUMNS
    assert {row[0] for row in events} <= {event["id"] for event in graph["events"]}
    days = [row[2] for row in events]
    dated = [day for day in days if day]
    assert days == sorted(dated) + [""] * (len(days) - len(dated))
    assert not [c for row in events for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    ("form", "file"), [("csv", "timeline.csv"), ("json", "graph.json"), ("html", "index.html")]
)
def test_export_gives_the_bytes_of_the_build(form, file, built):
    done = CliRunner().invoke(main, ["export", form, str(built)])
    assert done.stdout_bytes == (built / file).read_bytes()


def test_extract_prints_the_keys_of_the_contract():
    done = CliRunner().invoke(main, ["extract", str(SEEDS)])
    assert done.exit_code == 0
    for line in done.stdout.splitlines():
        found = json.loads(line)
        assert {"source", "language", "published", "text_length"} <= set(found)
        for timex in found["timexes"]:
            assert set(timex) == {"start", "end", "text", "type", "value", "edtf"}
            assert timex["type"] in ("DATE", "TIME", "DURATION", "SET")
        assert all(set(m) >= {"start", "end", "text", "type"} for m in found["mentions"])
        for event in found["events"]:
            assert {"start", "end", "text", "type", "status", "timex", "arguments"} <= set(event)
            assert all({"role", "start", "end", "text"} <= set(a) for a in event["arguments"])


def test_python_gives_what_the_commands_give(built, graph):
    corpus = eventgraph.load(built)
    assert {event.id for event in corpus.timeline()} <= {event["id"] for event in graph["events"]}
    command = CliRunner().invoke(main, ["timeline", str(built), "--format", "json"])
    assert [event.id for event in corpus.timeline()] == [
        e["id"] for e in json.loads(command.stdout)
    ]
    assert corpus.connections("ماكرون").entity == corpus.connections("Emmanuel Macron").entity
    assert set(eventgraph.to_networkx(corpus)) >= {entity["id"] for entity in graph["entities"]}


def test_python_reads_extracts_and_builds():
    articles = eventgraph.read(SEEDS)
    extraction = eventgraph.extract(articles[0])
    assert extraction.article == articles[0].id
    assert eventgraph.build(articles[:1]).articles[0].id == articles[0].id
    [timex] = eventgraph.find_timexes("on Friday", published="2024-03-27", language="en")
    assert timex.value.startswith("2024-03-")
