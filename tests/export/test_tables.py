"""CSV and JSON: the contract's columns and keys, and nothing that a spreadsheet would run."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph import export
from eventgraph.export.tables.timeline import COLUMNS, neutral, quantity
from eventgraph.graph import to_networkx
from eventgraph.model import Claim, Span
from tests.corpora import corpus


def rows(made):
    return list(csv.DictReader(io.StringIO(export.render("csv", made).decode("utf-8"), newline="")))


def test_columns_are_those_of_the_contract():
    assert rows(corpus())[0].keys() == dict.fromkeys(COLUMNS).keys()


def test_rows_are_in_time_order_and_quote_a_sentence():
    first, second = rows(corpus())
    assert (first["event_id"], first["date"], second["date"]) == ("v1", "2019-06-04", "")
    assert first["quote"] == "Anna Berg met Karl Lund in Oslo on 4 June 2019."
    assert first["participants"] == "Anna Berg (agent); Karl Lund (participant)"
    assert (first["places"], second["quantities"], first["sources"]) == (
        "Oslo",
        "injured 5",
        "a.txt",
    )


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "\r=1",
    "＝1+1",
    "\x00=1",
    "\u200b=cmd",
    "%0A=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_a_formula(text):
    made = corpus()
    hostile = replace(made, events=(replace(made.events[0], title=text),))
    assert rows(hostile)[0]["title"].lstrip()[0] not in "=+-@＝＋－＠"


@given(st.text())
def test_a_neutral_cell_survives_a_round_trip(text):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([neutral(text), "x"])
    [row] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [neutral(text), "x"]


@pytest.mark.parametrize(
    ("low", "high", "as_of", "text"),
    [
        (95, 95, None, "killed 95"),
        (14, None, None, "killed ≥14"),
        (None, 40, None, "killed ≤40"),
        (500000, 600000, None, "killed 500000–600000"),
        (26, 26, "2024-01-24", "killed 26 (as of 2024-01-24)"),
    ],
)
def test_quantities_read_well(low, high, as_of, text):
    assert quantity(Claim("killed", low, high, "", "a", Span(0, 1), as_of)) == text


def test_what_two_articles_claim_alike_is_written_once():
    made = corpus()
    event = made.events[1]
    twice = (*event.claims, replace(event.claims[0], article=made.articles[0].id, text="five"))
    told = replace(made, events=(made.events[0], replace(event, claims=twice)))
    assert rows(told)[1]["quantities"] == "injured 5"


def test_json_has_the_keys_of_the_contract():
    document = json.loads(export.render("json", corpus()))
    assert document["schema"] == "eventgraph/1"
    assert {
        "id",
        "source",
        "sources",
        "title",
        "language",
        "published",
        "published_basis",
        "body",
    } <= set(document["articles"][0])
    assert {"id", "type", "name", "names", "articles", "mentions"} <= set(document["entities"][0])
    assert {
        "id", "type", "plover", "title", "status", "attributed_to", "date", "earliest", "latest", "precision",
        "date_basis", "participants", "places", "quantities", "confidence", "articles", "mentions",
    } <= set(document["events"][0])  # fmt: skip
    assert set(document["relations"][0]) == {
        "source",
        "target",
        "kind",
        "events",
        "articles",
        "weight",
    }


def test_json_keys_are_sorted_and_numbers_whole():
    text = export.render("json", corpus()).decode("utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert json.loads(text)["events"][1]["quantities"][0]["low"] == 5
    assert "5.0" not in text


def test_the_graph_has_a_node_per_thing_and_an_edge_per_role():
    graph = to_networkx(corpus())
    assert set(graph) == {"e1", "e2", "e3", "e4", "v1", "v2"}
    assert graph.nodes["v1"]["date"] == "2019-06-04"
    assert graph.edges["v1", "e3", "place"]["role"] == "place"
    assert graph.edges["e1", "e2", "meeting"]["weight"] == 1.0
