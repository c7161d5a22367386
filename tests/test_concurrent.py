"""One writes at a time, others wait or are told who does, and readers go on."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.errors import BusyError, StoreError
from eventgraph.model import Extraction
from eventgraph.pipeline import build_directory
from eventgraph.store import FILE, Staging, Store, open_store
from eventgraph.store.lock import HOLDER, holder_of, writing
from eventgraph.store.packing import pack
from tests.corpora import article
from tests.trust.sources import write_lines

FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
HOLD = (
    "import sys, time; from pathlib import Path; from eventgraph.store.lock import writing\n"
    "with writing(Path(sys.argv[1])):\n"
    "    print('held', flush=True); sys.stdin.read()\n"
)


@pytest.fixture
def built(tmp_path):
    build_directory([str(write_lines(tmp_path / "in.jsonl", range(3)))], tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def held(built):
    """The directory while another process holds its lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, built],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "held\n"
        yield built, other
        other.kill()


COMMANDS = (
    ("build", "IN", "-o", "DIR"),
    ("rename", "Oslo", "Christiania", "DIR"),
    ("undo", "DIR"),
    ("check", "DIR"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_second_writer_is_told_who_writes(held, words):
    directory, other = held
    places = {"DIR": str(directory), "IN": str(directory.parent / "in.jsonl")}
    done = CliRunner().invoke(main, [*(places.get(w, w) for w in words), "--wait", "0"])
    assert done.exit_code == BusyError.exit_code == 75
    assert f"process {other.pid} on " in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_second_writer_waits_until_the_first_has_ended(held):
    directory, other = held
    said = []

    def report(line):
        said.append(line)
        other.stdin.close()

    with writing(directory, 60, report):
        assert holder_of(directory).pid == os.getpid()
    assert f"process {other.pid}" in said[0]


def test_what_a_killed_writer_left_stops_nobody(held):
    directory, other = held
    other.kill()
    other.wait()
    assert (directory / HOLDER).exists()
    with writing(directory):
        assert holder_of(directory).pid == os.getpid()
    assert not (directory / HOLDER).exists()


def test_readers_go_on_while_another_writes(held):
    directory, _ = held
    done = CliRunner().invoke(main, ["entity", "Oslo", str(directory)])
    assert done.exit_code == 0


def test_a_question_sees_one_state_whatever_is_written_meanwhile(built):
    with open_store(built) as store:
        before = store.corpus()
        build_directory([str(write_lines(built.parent / "more.jsonl", range(6)))], built)
        assert store.corpus() == before
    with open_store(built) as store:
        assert len(store.corpus().articles) == 6


def staging(store, *articles, fingerprint="one"):
    made = Staging(store, fingerprint)
    made.add(articles)
    return made


def test_an_article_whose_extraction_is_gone_is_an_error():
    one = article()
    with Store(":memory:") as store:
        made = staging(store, one)
        made.keep([(one.id, pack(Extraction(one.id)))])
        assert len(list(made.pairs())) == 1
        store.connection.execute("DELETE FROM extractions")
        with pytest.raises(StoreError, match="0 of the 1 articles"):
            list(made.pairs())


def test_the_extraction_of_another_key_is_not_taken_for_ours():
    one = article()
    with Store(":memory:") as store:
        made = staging(store, one)
        made.keep([(one.id, pack(Extraction(one.id)))])
        store.connection.execute("UPDATE extractions SET key = 'of another extractor'")
        with pytest.raises(StoreError, match="0 of the 1 articles"):
            list(made.pairs())


def test_only_what_this_build_superseded_goes():
    one, old, other = article(), article("An old text.", "b.txt"), article("Another's.", "c.txt")
    with Store(":memory:") as store:
        staging(store, old).keep([(old.id, pack(Extraction(old.id)))])
        made = staging(store, one)
        made.keep([(one.id, pack(Extraction(one.id)))])
        row = other.id, "key", pack(Extraction(other.id))
        store.connection.execute("INSERT INTO extractions VALUES (?, ?, ?)", row)
        made.forget_superseded()
        left = store.rows("SELECT article FROM extractions ORDER BY article")
        assert left == sorted([(one.id,), (other.id,)])


@FORK
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of forking beside threads
def test_all_at_once_lose_nothing(capfd):
    from tests.trust.writers import run

    found = run(3)
    lost = {name: found[name] for name in ("failed", "decisions_lost", "other_bytes", "damaged")}
    assert lost == dict.fromkeys(lost, 0), capfd.readouterr().err
    assert found["runs"] == 3


def test_a_store_that_is_no_longer_there_is_no_lock(tmp_path):
    done = CliRunner().invoke(main, ["undo", str(tmp_path)])
    assert done.exit_code == 1
    assert FILE in done.stderr
    assert list(tmp_path.iterdir()) == []
