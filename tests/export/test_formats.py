"""Every format: its bytes for a small corpus, and that a standard parser reads it back."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from eventgraph import export, plugins
from eventgraph.model import Corpus
from tests.corpora import corpus
from tests.export.write_golden import FOLDER, FORMATS

ROOT = Path(__file__).resolve().parents[2]
KML = {"k": "http://www.opengis.net/kml/2.2"}


def text(form, made=None):
    return export.render(form, corpus() if made is None else made).decode("utf-8")


def table(data):
    return list(csv.DictReader(io.StringIO(data, newline="")))


@pytest.mark.parametrize(("form", "name"), FORMATS.items())
def test_bytes_are_those_of_the_golden_file(form, name):
    assert export.render(form, corpus()) == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_corpus_is_no_error(form):
    assert export.render(form, Corpus()) == export.render(form, Corpus())


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"neo4j"}))
def test_every_format_quotes_the_sentence_and_names_the_source(form):
    data = text(form)
    assert "Anna Berg met Karl Lund in Oslo" in data.replace("\r\n ", "")
    assert "a.txt" in data


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_reads_its_own_formats(form, read):
    graph = read(io.BytesIO(export.render(form, corpus())))
    assert set(graph) == {"e1", "e2", "e3", "e4", "v1", "v2"}
    assert graph.number_of_edges() == 7
    assert graph.nodes["v1"]["label"] == "About met"
    assert graph.nodes["e3"]["latitude"] == 59.91


def test_gexf_puts_events_on_a_time_axis():
    graph = nx.read_gexf(io.BytesIO(export.render("gexf", corpus())))
    assert (graph.nodes["v1"]["start"], graph.nodes["v1"]["end"]) == ("2019-06-04", "2019-06-04")
    assert "start" not in graph.nodes["v2"]
    assert "lastmodifieddate" not in text("gexf")


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_ids_of_graph_elements_are_unique(form):
    root = ET.fromstring(text(form))  # noqa: S314 - our own bytes
    for kind in ("node", "edge", "key", "attribute"):
        ids = [element.get("id") for element in root.iter() if element.tag.endswith("}" + kind)]
        assert len(ids) == len(set(ids))


def test_cytoscape_json_is_read_by_networkx():
    graph = nx.cytoscape_graph(json.loads(text("cytoscape")))
    assert graph.edges["v1", "e1", "v1 agent e1"]["role"] == "agent"


def test_timelinejs_leaves_out_and_counts_what_has_no_date():
    document = json.loads(text("timelinejs"))
    [slide] = document["events"]
    assert slide["start_date"] == {"year": 2019, "month": 6, "day": 4}
    assert slide["display_date"] == "4 June 2019"
    assert "no date: 1." in document["title"]["text"]["text"]


def test_timelinejs_csv_has_the_same_slides_and_the_title_row():
    title, row = table(text("timelinejs-csv"))
    assert (title["Type"], title["Year"]) == ("title", "")
    assert (row["Year"], row["Month"], row["Day"], row["End Year"]) == ("2019", "6", "4", "")


def test_icalendar_is_read_by_a_standard_parser():
    icalendar = pytest.importorskip("icalendar", reason="the extra 'formats' is not installed")
    [event] = icalendar.Calendar.from_ical(text("ics")).walk("VEVENT")
    start, end = event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()
    assert (start, end) == ("2019-06-04", "2019-06-05")
    assert "“Anna Berg met Karl Lund in Oslo on 4 June 2019.”" in event["DESCRIPTION"]


def test_followthemoney_accepts_every_entity():
    model = pytest.importorskip(
        "followthemoney", reason="the extra 'formats' is not installed"
    ).model
    schemata = set()
    for row in text("ftm").splitlines():
        proxy = json.loads(row)
        schema = model.get(proxy["schema"])
        schema.validate({"properties": proxy["properties"]})
        schemata.add(schema.name)
        for name, values in proxy["properties"].items():
            assert all(schema.get(name).type.validate(value) for value in values), (name, values)
    assert schemata == {"Article", "Person", "Address", "Event", "UnknownLink", "Mention"}


def test_followthemoney_references_lead_to_entities_of_the_right_schema():
    model = pytest.importorskip(
        "followthemoney", reason="the extra 'formats' is not installed"
    ).model
    proxies = {p["id"]: p for p in map(json.loads, text("ftm").splitlines())}
    for proxy in proxies.values():
        for name, values in proxy["properties"].items():
            range_ = model.get(proxy["schema"]).get(name).range
            for target in values if range_ else ():
                assert model.get(proxies[target]["schema"]).is_a(range_), (proxy, name)


def test_neo4j_tables_refer_to_one_another():
    archive = zipfile.ZipFile(io.BytesIO(export.render("neo4j", corpus())))
    assert archive.testzip() is None
    assert {info.date_time[0] for info in archive.infolist()} == {1980}
    nodes, ties = (table(archive.read(n).decode()) for n in ("nodes.csv", "relationships.csv"))
    ids = {node["id:ID"] for node in nodes}
    assert {tie[":START_ID"] for tie in ties} | {tie[":END_ID"] for tie in ties} <= ids
    told = next(tie for tie in ties if tie[":TYPE"] == "TOLD_IN")
    assert (told["quote"], told["start:int"]) == (
        "Anna Berg met Karl Lund in Oslo on 4 June 2019.", "0",
    )  # fmt: skip


def test_geojson_positions_are_longitude_latitude():
    [feature] = json.loads(text("geojson"))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [10.75, 59.91]}
    assert json.loads(text("geojson"))["events_without_coordinates"] == 1


def test_kml_has_a_time_span_and_longitude_first():
    mark = ET.fromstring(text("kml")).find(".//k:Placemark", KML)  # noqa: S314 - our own bytes
    assert mark.findtext("k:TimeSpan/k:begin", namespaces=KML) == "2019-06-04"
    assert mark.findtext("k:Point/k:coordinates", namespaces=KML) == "10.750000,59.910000"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_jsonld_is_read_as_linked_data():
    rdflib = pytest.importorskip("rdflib", reason="the extra 'formats' is not installed")
    graph = rdflib.Graph().parse(data=text("jsonld"), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    event = rdflib.URIRef("urn:eventgraph:v1")
    assert graph.value(event, schema.startDate) == rdflib.Literal("2019-06-04")
    [quotation] = graph.objects(event, schema.subjectOf)
    assert "met Karl Lund" in graph.value(quotation, schema.text)
    roles = {str(graph.value(role, schema.roleName)) for role in graph.objects(event, schema.about)}
    assert roles == {"agent", "participant"}


def test_timesketch_has_its_three_columns():
    [row] = table(text("timesketch"))
    assert (row["message"], row["datetime"], row["timestamp_desc"]) == (
        "About met", "2019-06-04T00:00:00+00:00", "Day of event",
    )  # fmt: skip


NO_STATUS_FIELD = ["timelinejs", "timelinejs-csv", "ics", "ftm", "jsonld", "kml", "timesketch"]


@pytest.mark.parametrize("form", NO_STATUS_FIELD)
def test_an_allegation_never_reads_as_a_fact(form):
    made = corpus()
    alleged = replace(made.events[0], status="alleged", attributed_to="the police")
    data = text(form, replace(made, events=(alleged,))).replace("\r\n ", "").replace("\\,", ",")
    assert "About met [alleged, according to the police]" in data


HASHED = """
import hashlib
from tests.export.write_golden import FORMATS, corpus, export
print(*(hashlib.sha256(export.render(form, corpus())).hexdigest() for form in FORMATS))
"""


def test_bytes_do_not_depend_on_the_hash_seed():
    printed = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"neo4j"}))
def test_every_source_keeps_its_own_number(form):
    made = corpus()
    claims = [replace(made.events[1].claims[0], low=n, high=n) for n in (26, 80)]
    data = text(form, replace(made, events=(replace(made.events[0], claims=tuple(claims)),)))
    assert "injured 26: a.txt" in data.replace("\r\n ", "")
    assert "injured 80: a.txt" in data.replace("\r\n ", "")


def test_the_document_on_formats_has_a_row_for_each():
    document = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for form in plugins.names("exporters"):
        suffix = plugins.load("exporters", form).suffix
        assert f"| `{form}` | `{suffix}` |" in document
