"""The ontology file: its types, its words, its title templates and its errors."""

import pytest

from eventgraph.errors import DataError
from eventgraph.ontology import load
from eventgraph.titles import parse

TYPES = [
    "attack",
    "death",
    "arrest",
    "meeting",
    "call",
    "statement",
    "claim",
    "condolence",
    "agreement",
    "aid",
    "protest",
    "sanction",
    "accusation",
    "threat",
    "mobilization",
    "election",
    "trial",
    "disaster",
    "accident",
    "movement",
    "appointment",
    "economy",
    "other",
]

MINIMAL = """
schema = "eventgraph-ontology/1"
[types.other]
roles = ["agent"]
[types.launch]
plover = "MOBILIZE"
roles = ["agent"]
label = { en = "Launch" }
titles = { en = ["{agent} launches[ from {place}]"] }
[types.launch.en]
verbs = ["launch"]
"""


def test_packaged_types():
    assert sorted(load().types) == sorted(TYPES)


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_type_has_a_title_without_slots(type_, language):
    assert load().types[type_].title(language, {})


@pytest.mark.parametrize(
    ("type_", "lemma", "slots", "negated", "title"),
    [
        ("attack", "", {"patient": "Gao", "place": "Mali"}, False, "Attack on Gao, Mali"),
        ("attack", "", {"place": "Gao"}, False, "Attack in Gao"),
        ("attack", "bombing", {"place": "Gao"}, False, "Bombing in Gao"),
        ("death", "", {"killed": "14", "place": "Gao"}, False, "14 killed in Gao"),
        ("death", "funeral", {"patient": "Ann Roe"}, False, "Funeral of Ann Roe"),
        ("death", "wound", {"injured": "12"}, False, "12 injured"),
        ("call", "", {"agent": "Ann", "participant": "Bob"}, False, "Ann and Bob speak by phone"),
        (
            "statement",
            "condemn",
            {"agent": "Ann", "patient": "the attack"},
            False,
            "Ann condemns the attack",
        ),
        (
            "accusation",
            "",
            {"patient": "Chad", "source": "Ann"},
            True,
            "Involvement of Chad denied by Ann",
        ),
        ("other", "", {"agent": "Ann", "clause": "opened a museum"}, False, "Ann: opened a museum"),
    ],
)
def test_titles(type_, lemma, slots, negated, title):
    assert load().types[type_].title("en", slots, lemma=lemma, negated=negated) == title


def test_another_file_replaces_the_packaged_one(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MINIMAL, encoding="utf-8")
    ontology = load(path)
    assert list(ontology.types) == ["other", "launch"]
    assert ontology.find("en", "launch", "verb").type == "launch"
    assert ontology.types["launch"].title("en", {"agent": "Ann"}) == "Ann launches"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('schema = "eventgraph-ontology/1"', 'schema = "x"', "schema is 'x'"),
        ("[types.other]", "[types.misc]", "types.other is missing"),
        ('roles = ["agent"]\nlabel', 'roles = ["boss"]\nlabel', "'boss' is not a role"),
        ('verbs = ["launch"]', 'verb = ["launch"]', "types.launch.en.verb: unknown key"),
        ('verbs = ["launch"]', "verbs = [3]", "types.launch.en.verbs is 3"),
        ('verbs = ["launch"]', 'verbs = ["launch", "launch"]', "expected one type"),
        ("[ from {place}]", "[ from {place}", "bracket without its partner"),
        ("{agent} launches", "{agent launches", "a brace that is not a slot"),
        ('plover = "MOBILIZE"', "plover = 3", "types.launch.plover is 3"),
        ('plover = "MOBILIZE"', "plover = ", "not a TOML file"),
        ('plover = "MOBILIZE"', 'traits = ["loud"]', "'loud' is not a trait, expected one of harm"),
        ('plover = "MOBILIZE"', "family = 3", "types.launch.family is 3"),
        ("[types.other]", 'naming = ["land"]\n[types.other]', "naming: 'land' is not a type"),
        (
            "[types.launch]",
            "[types.'go up in']",
            "types.'go up in': expected a name of small letters",
        ),
    ],
)
def test_a_faulty_file_is_named_with_its_key(tmp_path, old, new, message):
    path = tmp_path / "mine.toml"
    path.write_text(MINIMAL.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(path)
    assert message in str(raised.value)
    assert "mine.toml" in str(raised.value)


def test_a_missing_file(tmp_path):
    with pytest.raises(DataError, match=r"none\.toml: cannot be read"):
        load(tmp_path / "none.toml")


def test_a_slot_said_before_is_not_said_again():
    assert (
        parse("Fire in {place}[ near {agent}]", "x").fill({"place": "Gao", "agent": "Gao"})
        == "Fire in Gao"
    )
