"""frames.toml and status.toml: what they may say, what they match, and what is said when they are wrong."""

import pytest

from eventgraph.errors import DataError
from eventgraph.extract.frames.constructions import _construction, load_constructions
from eventgraph.extract.frames.frames_file import _frames, load_frames
from eventgraph.languages.nouns import nouns
from eventgraph.ontology import load

FRAME = {"concept": "attack.shell", "verbs": ["shell", "rain shell on"], "nouns": ["drone strike"]}


def frames(**tables):
    return _frames({"frames": [FRAME], **tables}, "xx/frames.toml", "xx", load())


def test_entries_are_found_by_their_head_those_of_more_words_first():
    both = frames(frames=[{**FRAME, "verbs": ["rain", "rain shell on"]}])
    assert [entry.others for entry in both.find("verb", "rain")] == [("shell", "on"), ()]
    assert both.find("noun", "strike")[0].others == ("drone",)
    assert both.find("noun", "drone") == ()


@pytest.mark.parametrize(("head", "predicate"), [("last", "drone strike"), ("first", "drone")])
def test_the_head_of_a_compound_is_where_the_language_has_it(head, predicate):
    assert frames(grammar={"compound_head": head}).predicates == {predicate}


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"frame": []}, "'frame' is unknown"),
        (
            {"frames": [{"concept": "attack.sing", "verbs": ["sing"]}]},
            "'attack.sing' is no concept",
        ),
        ({"frames": [{**FRAME, "verb": ["sing"]}]}, "frame 1: 'verb' is unknown"),
        ({"frames": [{**FRAME, "verbs": "shell"}]}, "frame 1: verbs is 'shell', expected a list"),
        ({"frames": [{**FRAME, "roles": {"with": "tool"}}]}, "'tool' is no role"),
        ({"carriers": {"heavy": ["do"]}}, "carriers: 'heavy' is unknown"),
        ({"grammar": {"compound_head": "middle"}}, "compound_head is 'middle'"),
        ({"obliques": [{"below": "tree", "words": ["in"]}]}, "below is verb or noun"),
    ],
)
def test_a_wrong_file_is_named_with_what_was_expected(tables, message):
    with pytest.raises(DataError, match=r"xx/frames\.toml") as problem:
        frames(**tables)
    assert message in str(problem.value)


def test_a_type_that_an_ontology_of_ones_own_leaves_out_takes_its_frames_along(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(
        'schema = "eventgraph-ontology/1"\n[types.other]\nroles = ["agent"]\n', encoding="utf-8"
    )
    assert load_frames("en", load(path)).find("verb", "shell") == ()
    assert load_frames("en", load()).find("verb", "shell")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"governors": ["deny"]}, "effect None, expected one of"),
        ({"governors": ["deny"], "effect": "false"}, "effect 'false'"),
        ({"links": ["beside"], "effect": "none"}, "links: 'beside' is unknown"),
        ({"verbs": ["deny"], "effect": "none"}, "'verbs' is unknown"),
    ],
)
def test_a_wrong_construction_is_named_with_what_was_expected(row, message):
    with pytest.raises(DataError) as problem:
        _construction(row, "xx/status.toml: construction 1")
    assert message in str(problem.value)


@pytest.mark.parametrize("code", ["en", "fr", "ru", "ar"])
def test_every_packaged_language_with_frames_tells_what_is_not_so(code):
    table = load_constructions(code)
    assert table is not None
    effects = {row.effect for rows in table.governing.values() for row in rows}
    effects |= {row.effect for row in table.own}
    assert {"negated", "planned", "alleged", "conditional"} <= effects


@pytest.mark.parametrize("code", ["en", "fr", "ru", "ar"])
def test_every_class_that_frames_ask_for_is_there(code):
    known = nouns(code)
    special = {"name", "pronoun", "plural", "amount", "plain", "clause", "finite", "infinitive"}
    special |= {"participle", "speech", "to", "that", "event", "person", "organization", "place"}
    special |= {"time", "money", "number", "unknown", "complement", "nominal"}
    entries = [e for rows in load_frames(code, load()).entries.values() for e in rows]
    fillers = {
        filler
        for entry in entries
        for slot in (*entry.frame.needs, *entry.frame.lacks)
        for filler in slot.fillers
        if not filler.startswith("=") and "complement" not in slot.functions
    }
    assert fillers - special - set(known.classes) == set()
