"""The data files are whole: ids unique, codes valid, coordinates in range, references known."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.errors import DataError
from eventgraph.knowledge import entries, load, tables
from eventgraph.knowledge.folding import fold_all
from eventgraph.names import fold

KNOWN = [pair for source in entries.SOURCES for pair in entries.read(*source, {})]
FILES = sorted(path.name for path in tables.DATA.iterdir() if path.name.endswith(".tsv"))


@pytest.mark.parametrize("file", FILES)
def test_a_table_says_what_it_is(file):
    first = (tables.DATA / file).read_text(encoding="utf-8").split("\n", 1)[0]
    assert re.match(r"# \w", first)


@pytest.mark.parametrize("file", FILES)
def test_a_table_has_no_stray_blanks_or_empty_names(file):
    for line, row in tables.read(tables.DATA / file):
        for cell in row.values():
            names = tables.cells(cell)
            assert all(name and name == name.strip() for name in names), (line, cell)


def test_ids_are_unique_and_well_formed():
    ids = [entry.id for entry, _ in KNOWN]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"(country|place|org|person):[\w-]+", entry_id) for entry_id in ids)


def test_countries_are_codes_that_are_known():
    codes = {entry.country for entry, _ in KNOWN if entry.kind == "country"}
    assert {entry.country for entry, _ in KNOWN} <= codes | {""}


def test_coordinates_are_in_range_and_every_place_but_a_few_territories_has_them():
    for entry, _ in KNOWN:
        if entry.latitude is not None and entry.longitude is not None:
            assert -90 <= entry.latitude <= 90
            assert -180 <= entry.longitude <= 180
    without = [e.id for e, _ in KNOWN if e.type == "place" and e.latitude is None]
    assert all(entry_id.startswith("country:") for entry_id in without)
    assert len(without) < 30


def test_what_is_within_lies_in_a_known_place():
    ids = {entry.id for entry, _ in KNOWN}
    assert {entry.within for entry, _ in KNOWN} - ids == {""}


def test_every_entry_has_a_name_in_english():
    assert all(entry.names.get("en") for entry, _ in KNOWN)


def test_hand_written_entries_have_names_in_four_languages():
    hand = [entry for entry, _ in KNOWN if entry.type != "place" or entry.fame == 2_000_000]
    assert len(hand) > 1000
    assert [entry.id for entry in hand if len(entry.names) < 4] == []


@pytest.mark.parametrize("entity_type", ["person", "organization"])
def test_no_unmarked_name_is_shared_by_two(entity_type):
    bearers = {}
    for entry, ambiguous in KNOWN:
        if entry.type == entity_type:
            for names in entry.names.values():
                for name in set(names) - set(ambiguous):
                    bearers.setdefault(fold(name), set()).add(entry.id)
    shared = {name: ids for name, ids in bearers.items() if len(ids) > 1}
    # Two parties, each known by this name in its own country.
    allowed = {
        "حزب العداله والتنميه",
        "parti de la justice et du developpement",
        "партия справедливости и развития",
    }
    assert set(shared) <= allowed


def test_terms_name_known_people_roles_and_countries():
    roles = {row["id"] for _, row in tables.read(tables.DATA / "roles.tsv")}
    for line, row in tables.read(tables.DATA / "offices.tsv"):
        of = row["of"] if ":" in row["of"] else f"country:{row['of']}"
        assert load().entry(of), line
        assert load().entry(row["holder"]).type == "person", line
        assert row["role"] in roles, line
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["from"]), line


def test_numbers_of_entries_are_what_the_documentation_promises():
    count = {kind: sum(e.type == kind for e, _ in KNOWN) for kind in ("person", "organization")}
    assert count["organization"] >= 300
    assert count["person"] >= 200
    assert sum(e.kind in ("city", "capital") for e, _ in KNOWN) > 10_000


def test_a_row_with_a_cell_too_many_is_reported(tmp_path):
    path = tmp_path / "bad.tsv"
    path.write_text("# a table\na\tb\n1\t2\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.tsv:4: 3 cells, expected 2"):
        list(tables.read(path))


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8))
def test_folding_many_is_folding_each(names):
    cleaned = [name.replace("\ua66e", "") for name in names]
    assert fold_all(names) == [fold(name) for name in cleaned]
