import pytest

from eventgraph.errors import DataError
from eventgraph.knowledge import load

HEADER = "name,alias,type,language\n"


def write(folder, text, encoding="utf-8"):
    path = folder / "aliases.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_new_name_becomes_an_entry(tmp_path):
    known = load(write(tmp_path, HEADER + "Nahr Brigade,لواء النهر,organization,ar\n"))
    (entry,) = known.find("لواء النهر")
    assert known.find("nahr brigade") == (entry,)
    assert (entry.type, entry.kind, entry.id[:5]) == ("organization", "user", "user:")
    assert known.entry(entry.id) == entry


def test_an_alias_of_a_known_name_extends_its_entry(tmp_path):
    known = load(write(tmp_path, HEADER + "Wagner Group,Orchestra,organization,en\n"))
    assert [entry.id for entry in known.find("orchestra")] == ["org:wagner"]
    assert "Orchestra" in known.entry("org:wagner").names["en"]


def test_the_type_decides_whether_a_name_is_known(tmp_path):
    known = load(write(tmp_path, HEADER + "Wagner,Richard Wagner,person,en\n"))
    assert known.find("Richard Wagner")[0].id.startswith("user:")


def test_a_name_alone_is_declared_by_an_empty_alias(tmp_path):
    known = load(write(tmp_path, HEADER + "Hill 60,,place,en\n"))
    assert known.find("Hill 60")[0].type == "place"


def test_two_aliases_of_a_new_name_are_one_entry(tmp_path):
    text = HEADER + "Nahr Brigade,NB-7,organization,en\nNahr Brigade,لواء النهر,organization,ar\n"
    known = load(write(tmp_path, text))
    assert known.find("NB-7") == known.find("لواء النهر")


def test_what_a_user_names_is_found_first(tmp_path):
    known = load(write(tmp_path, HEADER + "Ashford,Reading,person,en\n"))
    assert known.find("Reading")[0].name("en") == "Ashford"


def test_ambiguous_names_of_an_extended_entry_stay_ambiguous(tmp_path):
    known = load(write(tmp_path, HEADER + "Islamic State,the caliphate,organization,en\n"))
    assert known.ambiguous("IS")


def test_a_byte_order_mark_and_extra_columns_are_no_error(tmp_path):
    text = "\ufeffalias,name,type,language,note\nNB-7,Nahr Brigade,organization,en,seen twice\n"
    assert load(write(tmp_path, text)).find("NB-7")


def test_other_tables_of_names_are_untouched(tmp_path):
    load(write(tmp_path, HEADER + "Wagner Group,Orchestra,organization,en\n"))
    assert load().find("Orchestra") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,alias,type\nA,B,place\n", r"aliases\.csv:1: header lacks language"),
        ("", r"aliases\.csv:1: header lacks name, alias, type, language"),
        (HEADER + "A,B,planet,en\n", r"aliases\.csv:2: type 'planet', expected person"),
        (HEADER + "A,B,place,English\n", r"aliases\.csv:2: language 'English'"),
        (HEADER + "A,B,place,en\n,B,place,en\n", r"aliases\.csv:3: name ''"),
        (HEADER + "A,--,place,en\n", r"aliases\.csv:2: alias '--'"),
        (HEADER + "A,B,place\n", r"aliases\.csv:2: more or fewer cells"),
        (HEADER + "A,B,place,en,extra\n", r"aliases\.csv:2: more or fewer cells"),
        (HEADER + '"A,B,place,en\n', r"aliases\.csv: cannot be read as CSV"),
    ],
)
def test_a_bad_row_is_reported_with_file_and_line(tmp_path, text, message):
    with pytest.raises(DataError, match=message):
        load(write(tmp_path, text))


def test_another_encoding_is_reported(tmp_path):
    with pytest.raises(DataError, match="UTF-8"):
        load(write(tmp_path, HEADER + "Café,Кафе,place,ru\n", encoding="utf-16"))


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(DataError, match=r"none\.csv"):
        load(tmp_path / "none.csv")


def test_the_packaged_knowledge_is_loaded_once_however_it_is_asked_for():
    assert load() is load(None)
