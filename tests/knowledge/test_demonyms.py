from pathlib import Path

import pytest

from eventgraph.knowledge import load

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("demonyms.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("word", "country"), ROWS)
def test_a_demonym_names_its_country(word, country):
    assert load().demonym(word) == (None if country == "-" else country)


def test_every_country_of_demonyms_is_a_country():
    from eventgraph.knowledge import tables

    for _, row in tables.read(tables.DATA / "demonyms.tsv"):
        assert load().entry(f"country:{row['country']}").kind == "country"
