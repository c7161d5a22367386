"""What is extracted anew: whatever decides an extraction is part of its key."""

from eventgraph.extract import ExtractOptions
from eventgraph.fingerprint import fingerprint

ALIAS = "name,alias,type,language\nGermany,Norland,place,en\n"


def test_the_users_own_files_are_part_of_the_key(tmp_path):
    for option, text in (("aliases", ALIAS), ("ontology", "schema = 'x'\n")):
        path = tmp_path / option
        path.write_text(text, encoding="utf-8")
        first = fingerprint(ExtractOptions(**{option: path}))
        assert first != fingerprint(ExtractOptions())
        copy = tmp_path / f"copy of {option}"
        copy.write_text(text, encoding="utf-8")
        assert fingerprint(ExtractOptions(**{option: copy})) == first
        path.write_text(text + "\n", encoding="utf-8")
        assert fingerprint(ExtractOptions(**{option: path})) != first


def test_one_file_as_aliases_and_as_ontology_are_two_keys(tmp_path):
    path = tmp_path / "file"
    path.write_text(ALIAS, encoding="utf-8")
    assert fingerprint(ExtractOptions(aliases=path)) != fingerprint(ExtractOptions(ontology=path))
