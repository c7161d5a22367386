"""The page's data has one schema: Python writes against it, and the scripts read nothing else."""

import json
import re
from importlib.resources import files

import msgspec
import pytest

from eventgraph.export.html.data import page_data
from eventgraph.export.html.page import SCRIPTS, json_for_html
from eventgraph.export.html.schema import (
    ArticleRow,
    ClaimRow,
    EdgeRow,
    EntityRow,
    EventRow,
    KindRow,
    PageData,
    TieRow,
)
from tests.browser.stories import generated, hostile, hostile_strings, story

SOURCE = "".join(
    (files("eventgraph.export.html") / "assets" / name).read_text(encoding="utf-8")
    for name in SCRIPTS
)
ADDED = {"words", "options"}  # by `page.assemble`


def fields(kind):
    return {field.encode_name for field in msgspec.structs.fields(kind)}


@pytest.mark.parametrize(
    "corpus", [story, lambda: generated(300), lambda: hostile(hostile_strings())]
)
def test_what_is_written_is_what_the_schema_says(corpus):
    written = page_data(corpus())
    read = json.loads(json_for_html(written.plain()))
    assert msgspec.convert(read, PageData) == written
    assert read.keys() <= fields(PageData)


def test_the_scripts_read_only_what_is_written():
    read = set(re.findall(r"\bDATA\.(\w+)", SOURCE))
    assert read - ADDED <= fields(PageData)
    assert {"articles", "entities", "events", "ties"} <= read


@pytest.mark.parametrize(("table", "kind"), [("edges", EdgeRow), ("ties", TieRow)])
def test_the_scripts_take_rows_apart_as_they_are_written(table, kind):
    (names,) = re.findall(rf"DATA\.{table}\.map\(\(\[([\w, ]+)\]\)", SOURCE)
    assert len(names.split(", ")) == len(fields(kind))


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"for \(const \[([\w, ]+)\] of event\.claims", ClaimRow),
        (r"function relationWords\(\[([\w, ]+)\]\)", KindRow),
    ],
)
def test_the_scripts_know_each_field_of_a_row(pattern, kind):
    (names,) = re.findall(pattern, SOURCE)
    assert [name.lower() for name in names.split(", ")] == [
        field.name.replace("_", "") for field in msgspec.structs.fields(kind)
    ]


def test_nodes_have_no_field_that_no_script_reads():
    for name in fields(ArticleRow) | fields(EntityRow) | fields(EventRow):
        assert re.search(rf"\.{name}\b|\b{name}\b[,}}:]", SOURCE), name
