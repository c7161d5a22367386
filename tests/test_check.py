"""Damage is seen: by `eventgraph check`, and by whoever would else print what is not so."""

import json
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from eventgraph.check import check
from eventgraph.check.offsets import wrong
from eventgraph.cli import main
from eventgraph.errors import DamagedError
from eventgraph.model import Span
from eventgraph.pipeline import DECISIONS, OUTPUTS, build_directory
from eventgraph.store import FILE, open_store
from eventgraph.store.seal import seal_of, verify
from tests.trust.damage import flip, run
from tests.trust.sources import write_lines


def call(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def built(tmp_path):
    build_directory([str(write_lines(tmp_path / "in.jsonl", range(6)))], tmp_path / "out")
    return tmp_path / "out"


def test_what_a_build_wrote_is_whole(built):
    assert list(check(built)) == []
    done = call("check", built)
    assert done.exit_code == 0
    assert done.stdout.startswith("all is as it was written: 6 articles")


# What is done to the store behind our back, and a piece of what is said of it.
DAMAGE = {
    "record of an article": ("UPDATE articles SET content = substr(content, 2) WHERE number = 1", "is lost"),
    "record of an event": ("UPDATE events SET record = x'00'", "is lost"),
    "record of no bytes": ("UPDATE entities SET record = 'text'", "is lost"),
    "extraction": ("UPDATE extractions SET record = substr(record, 1, 9)", "extraction of article"),
    "setting": ("UPDATE settings SET value = x'61'", "setting 'built' is damaged"),
    "name that is looked up": ("UPDATE names SET folded = 'osla' WHERE folded = 'oslo'", "table of names"),
    "name that is printed": ("UPDATE entities SET name = 'Osla' WHERE name = 'Oslo'", "table of entities"),
    "day": ("UPDATE events SET first = '2018' WHERE first LIKE '2019%'", "table of events"),
    "participant": ("DELETE FROM participants", "table of participants"),
    "weight": ("UPDATE relations SET weight = weight + 1", "table of relations"),
    "word": ("INSERT INTO search(rowid, head, body) VALUES (999, 'oslo', '')", "table of full text"),
    "spelling": ("DELETE FROM spellings WHERE number = 1", "table of spellings"),
    "article that is gone": ("DELETE FROM articles WHERE number = 1", "has lost the article"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_each_table_is_held_against_the_records(built, name):
    sql, said = DAMAGE[name]
    with closing(sqlite3.connect(built / FILE)) as connection, connection:
        connection.execute(sql)
    seal_of(built / FILE).unlink()
    done = call("check", built)
    assert done.exit_code == 1
    assert said in done.stdout
    assert f"'eventgraph build INPUT -o {built}'" in done.stdout
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert call("build", built.parent / "in.jsonl", "-o", built).exit_code == 0
    assert list(check(built)) == []


def test_a_record_that_is_damaged_is_not_printed(built):
    with closing(sqlite3.connect(built / FILE)) as connection, connection:
        [(record,)] = connection.execute("SELECT record FROM entities WHERE name = 'Oslo'")
        changed = record.replace(b'"country":"NO"', b'"country":"SE"').replace(b"Oslo", b"Osla")
        assert changed != record
        connection.execute("UPDATE entities SET record = ? WHERE name = 'Oslo'", (changed,))
    seal_of(built / FILE).unlink()
    done = call("entity", "Oslo", built)
    assert done.exit_code == 1
    assert "checksum does not fit" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_store_that_changed_under_its_seal_is_refused(built):
    flip(built / FILE, 8 * 68)  # in a number of SQLite's that nothing here reads
    with pytest.raises(DamagedError, match="checksum does not fit"):
        open_store(built)
    seal_of(built / FILE).unlink()
    open_store(built).close()  # nothing else would have seen it


def test_a_large_store_is_summed_by_check_alone(built, monkeypatch):
    monkeypatch.setattr("eventgraph.store.seal.SUMMED_ON_OPENING", 100)
    flip(built / FILE, 8 * (built / FILE).stat().st_size - 1)
    verify(built / FILE)
    with pytest.raises(DamagedError):
        verify(built / FILE, however_large=True)


def test_a_damaged_store_is_set_aside_by_the_next_build(built):
    before = {name: (built / name).read_bytes() for name, _ in OUTPUTS}
    flip(built / FILE, 12345)
    done = call("build", built.parent / "in.jsonl", "-o", built)
    assert done.exit_code == 0
    assert f"kept as {FILE}.damaged" in done.stderr
    assert (built / f"{FILE}.damaged").exists()
    assert {name: (built / name).read_bytes() for name, _ in OUTPUTS} == before
    assert list(check(built)) == []


def test_a_newer_store_is_left_as_it_is(built):
    with closing(sqlite3.connect(built / FILE)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    seal_of(built / FILE).unlink()
    before = (built / FILE).read_bytes()
    for words in (("check", built), ("build", built.parent / "in.jsonl", "-o", built)):
        done = call(*words)
        assert done.exit_code == 1
        assert "newer eventgraph" in done.output
    assert (built / FILE).read_bytes() == before


@pytest.mark.parametrize("name", [name for name, _ in OUTPUTS])
@pytest.mark.parametrize("how", ["gone", "changed"])
def test_an_output_that_is_not_what_was_written_is_told(built, name, how):
    if how == "gone":
        (built / name).unlink()
    else:
        flip(built / name, 4321)
    said = [line for line in check(built) if line.startswith(f"{built / name}: is ")]
    assert len(said) == 1
    assert "writes it anew" in said[0]


def test_a_quote_that_no_article_has_is_told(built):
    path = built / "graph.json"
    graph = json.loads(path.read_bytes())
    graph["events"][0]["mentions"][0]["quote"] += "!"
    graph["entities"][0]["mentions"][0]["start"] += 1
    path.write_text(json.dumps(graph), encoding="utf-8")
    said = "\n".join(check(built))
    assert "quote '" in said
    assert "mention '" in said


@pytest.mark.parametrize("span", [Span(1, 5), Span(0, 99), Span(0, 3), Span(-4, 4)])
def test_words_must_stand_where_they_are_said_to(span):
    assert list(wrong([("date", "a", Span(0, 4), "June")], {"a": "June 2019"})) == []
    assert len(list(wrong([("date", "a", span, "June")], {"a": "June 2019"}))) == 1
    assert len(list(wrong([("date", "b", Span(0, 4), "June")], {"a": "June 2019"}))) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [(lambda data: data.replace(b"Oslo", b"Osla"), "not what was last applied"),
     (lambda data: data.replace(b"rename", b"renane"), "eventgraph undo"),
     (lambda data: data[:-20], "cut off")],
)  # fmt: skip
def test_decisions_that_no_command_wrote_are_told(built, change, said):
    assert call("rename", "Oslo", "Christiania", built).exit_code == 0
    assert list(check(built)) == []
    path = built / DECISIONS
    path.write_bytes(change(path.read_bytes()))
    assert any(said in line for line in check(built))


def test_a_build_says_that_decisions_were_changed_outside_and_says_it_once(built):
    assert call("rename", "Oslo", "Christiania", built).exit_code == 0
    path = built / DECISIONS
    path.write_bytes(path.read_bytes().replace(b"Christiania", b"Kristiania"))
    told = [call("build", built.parent / "in.jsonl", "-o", built).stderr for _ in range(2)]
    assert ["changed by hand" in one for one in told] == [True, False]
    assert list(check(built)) == []


@pytest.mark.slow
def test_no_flipped_bit_is_silent_or_a_traceback():
    found = run(25)
    wrongs = {name: found[name] for name in ("silent", "traceback", "unclear", "unhealed")}
    assert wrongs == dict.fromkeys(wrongs, 0)
    assert found["flips"] == 25
