"""A build that is killed, or has no room, leaves what was there, and the next one ends as if nothing was."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventgraph import files
from eventgraph.cli import main
from eventgraph.errors import StoreError
from eventgraph.pipeline import OUTPUTS, build_directory, rebuild

TEXT = (
    "Police arrested {} men in Oslo on {} June 2019. Anna Berg met Karl Lund in Bergen on Friday."
)
ARTICLES = 16


def write_lines(path, numbers):
    lines = (
        {"source": str(n), "text": TEXT.format(n + 2, n % 28 + 1), "language": "en"}
        for n in numbers
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def outputs(directory):
    return {name: (directory / name).read_bytes() for name, _ in OUTPUTS}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return write_lines(tmp_path_factory.mktemp("in") / "in.jsonl", range(ARTICLES))


@pytest.fixture(scope="module")
def undisturbed(source, tmp_path_factory):
    """The outputs, and how long a build takes once its models are loaded."""
    build_directory([str(source)], tmp_path_factory.mktemp("warm"))
    directory = tmp_path_factory.mktemp("out")
    start = time.perf_counter()
    build_directory([str(source)], directory)
    return outputs(directory), time.perf_counter() - start


@pytest.fixture
def small_pieces(monkeypatch):
    monkeypatch.setattr("eventgraph.pipeline.ARTICLES_A_PIECE", 4)


def in_child(work):
    """Run something in a child process (its models loaded already) and give its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of forking beside threads
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_build_killed_at_any_moment_is_continued(source, undisturbed, tmp_path, small_pieces):
    expected, seconds = undisturbed
    chance = random.Random(7)
    for number in range(5):
        directory = tmp_path / str(number)
        child = in_child(lambda to=directory: build_directory([str(source)], to))
        time.sleep(chance.uniform(0, 1.2 * seconds))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        build_directory([str(source)], directory)
        assert outputs(directory) == expected
        assert not [path for path in directory.iterdir() if path.name.startswith(".")]


def test_extractions_outlive_a_build_that_fails(source, tmp_path, monkeypatch):
    def fail(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("eventgraph.pipeline.resolve", fail)
        with pytest.raises(KeyboardInterrupt):
            build_directory([str(source)], tmp_path)
    monkeypatch.setattr("eventgraph.pipeline.extract_all", fail)
    assert len(build_directory([str(source)], tmp_path).articles) == ARTICLES


def test_one_more_article_is_one_extraction(tmp_path, monkeypatch):
    out, path = tmp_path / "out", tmp_path / "in.jsonl"
    build_directory([str(write_lines(path, range(5)))], out)
    extracted = []
    from eventgraph import pipeline

    real = pipeline.extract_all
    monkeypatch.setattr(
        pipeline, "extract_all", lambda some, options: real(extracted.extend(some) or some, options)
    )
    build_directory([str(write_lines(path, range(6)))], out)
    assert [article.source for article in extracted] == ["5"]


def test_a_changed_and_a_removed_file_leave_nothing_of_before(tmp_path):
    folder, out, fresh = tmp_path / "in", tmp_path / "out", tmp_path / "fresh"
    folder.mkdir()
    for name, town in (("a", "Oslo"), ("b", "Bergen"), ("c", "Tromso")):
        (folder / f"{name}.txt").write_text(
            f"Police arrested Anna {town}man in Vienna on 4 June 2019.", encoding="utf-8"
        )
    build_directory([str(folder)], out)
    (folder / "a.txt").write_text(
        "A fire killed two people in Rome on 5 June 2019.", encoding="utf-8"
    )
    (folder / "b.txt").unlink()
    build_directory([str(folder)], out)
    build_directory([str(folder)], fresh)
    assert outputs(out) == outputs(fresh)
    assert b"Osloman" not in outputs(out)["graph.json"]
    assert b"Bergenman" not in outputs(out)["graph.json"]


def test_nothing_changed_is_nothing_done(source, tmp_path, monkeypatch):
    first = build_directory([str(source)], tmp_path)
    before = outputs(tmp_path)
    monkeypatch.setattr("eventgraph.pipeline.resolve", None)  # whoever calls it fails
    assert build_directory([str(source)], tmp_path) == first
    assert outputs(tmp_path) == before


@pytest.mark.parametrize("name", [name for name, _ in OUTPUTS])
def test_an_output_that_was_changed_is_written_again(source, undisturbed, tmp_path, name):
    build_directory([str(source)], tmp_path)
    (tmp_path / name).write_bytes(b"gone")
    build_directory([str(source)], tmp_path)
    assert outputs(tmp_path) == undisturbed[0]


def test_a_decision_is_seen_although_no_article_changed(source, tmp_path):
    build_directory([str(source)], tmp_path)
    before = outputs(tmp_path)
    (tmp_path / "decisions.csv").write_bytes(b"")
    rebuild(tmp_path)
    assert outputs(tmp_path) == before


@pytest.mark.parametrize("number", range(4))
def test_no_room_leaves_the_old_outputs(source, tmp_path, monkeypatch, number):
    """The disk fills when the file of this number is written."""
    build_directory([str(source)], tmp_path)
    before = outputs(tmp_path)
    calls = iter(range(100))
    real = os.fsync

    def full(handle):
        if next(calls) == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(files.os, "fsync", full)
    other = write_lines(tmp_path / "other.jsonl", range(3))
    if number < len(OUTPUTS):
        with pytest.raises(StoreError, match="No space left"):
            build_directory([str(other)], tmp_path)
        assert outputs(tmp_path) == before
    monkeypatch.undo()
    build_directory([str(other)], tmp_path)
    assert outputs(tmp_path) != before
    assert not list(tmp_path.glob(".*"))


def test_a_limit_on_files_is_one_clear_message(source, tmp_path):
    """The store itself cannot grow: SQLite meets the limit that the system sets."""
    directory = tmp_path / "out"
    build_directory([str(write_lines(tmp_path / "few.jsonl", range(2)))], directory)
    before = outputs(directory)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000));"
        "from eventgraph.cli import main; main()"
    )
    arguments = ["build", str(source), "-o", str(directory)]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "cannot be written" in done.stderr
    assert str(directory) in done.stderr
    assert outputs(directory) == before


def test_a_place_that_is_no_directory_is_named(source, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    done = CliRunner().invoke(main, ["build", str(source), "-o", str(tmp_path / "file" / "out")])
    assert done.exit_code == 1
    assert "cannot be made a directory" in done.stderr


def as_nobody(work):
    """Run something as a user who may not write here, and give what it raised, if anything."""
    reader, writer = os.pipe()

    def speak():
        os.setgid(65534)
        os.setuid(65534)
        try:
            said = repr(work())
        except StoreError as problem:
            said = f"StoreError {problem}"
        os.write(writer, said.encode())

    os.waitpid(in_child(speak), 0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return answer.read()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork") or os.geteuid() != 0, reason="needs another user")
def test_a_read_only_directory_is_read_but_not_written(source):
    from eventgraph import query
    from eventgraph.store import open_store

    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        build_directory([str(source)], directory)
        before = outputs(directory)
        directory.chmod(0o755)
        (directory / "eventgraph.db").chmod(0o644)
        other = write_lines(directory / "other.jsonl", range(3))
        said = as_nobody(lambda: build_directory([str(other)], directory))
        assert said.startswith("StoreError")
        assert name in said
        assert outputs(directory) == before
        assert "Oslo" in as_nobody(lambda: query.find_entity(open_store(directory), "Oslo"))
