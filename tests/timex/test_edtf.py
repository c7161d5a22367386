"""From value to EDTF date, days and basis; and back from EDTF to days."""

import re
from pathlib import Path

import pytest

from eventgraph.errors import DateError
from eventgraph.timex import Bounds, bounds, find_timexes
from eventgraph.timex.values.edtf import edtf_of

TABLE = (Path(__file__).parent / "edtf.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", TABLE)
def test_days(row):
    language, published, marked, *wanted = row.split("\t")
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    [timex] = [t for t in find_timexes(text, published or None, language) if t.span.start == start]
    assert timex.text == re.search(r"\[(.*)\]", marked)[1]
    found = (timex.edtf, timex.earliest, timex.latest, timex.basis, timex.mod)
    assert [item or "" for item in found] == wanted


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2024-03-22", "day"),
        ("2024-03~", "month"),
        ("2024?", "year"),
        ("199X", "decade"),
        ("19XX", "century"),
        ("2024-22", "season"),
        ("2024-03-18/2024-03-24", "week"),
        ("2022-07/2022-09", "quarter"),
        ("2015/2019", "interval"),
        ("../2019", "interval"),
        ("9999", "year"),
    ],
)
def test_precision(edtf, precision):
    assert bounds(edtf).precision == precision


def test_winter_reaches_into_the_next_year():
    assert bounds("2021-24") == Bounds("2021-12-01", "2022-02-28", "season")


@pytest.mark.parametrize("edtf", ["", "soon", "2024-13", "2023-02-29", "P3D", "20240322", "0000"])
def test_what_is_no_edtf_date_is_quoted(edtf):
    with pytest.raises(DateError, match=re.escape(repr(edtf)[:-1])):
        bounds(edtf)


@pytest.mark.parametrize(
    "value", ["P5Y", "PT2H", "PAST_REF", "XXXX-03-22", "XXXX-WXX-5", "2023-02-30"]
)
def test_values_without_a_day_have_no_edtf(value):
    assert edtf_of(value) is None
