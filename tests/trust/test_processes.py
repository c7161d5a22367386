"""Whatever ends a build: no worker lives on, one line is said, and other builds never notice."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the processes of Linux"),
]
OUTPUTS = ("index.html", "timeline.csv", "graph.json")
TEXT = "Police arrested {} men in Oslo on 4 June 2019. Anna Berg met Karl Lund in Bergen. "


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.jsonl"
    rows = ({"source": str(n), "text": TEXT.format(n) * 150, "language": "en"} for n in range(200))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def start(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "eventgraph", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **options,
    )  # fmt: skip


def members(group):
    """The processes of a group that are not mere names of ended ones."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = path.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)


@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_a_build(source, tmp_path, ended_by):
    build = start("build", source, "-o", tmp_path / "out", "--jobs", "2")
    until(lambda: len(members(build.pid)) >= 4)  # itself, two workers, and what tracks resources
    time.sleep(3)
    if ended_by == signal.SIGINT:
        os.killpg(build.pid, ended_by)  # as a terminal does: to all of them
    else:
        build.send_signal(ended_by)
    _, messages = build.communicate(timeout=60)
    until(lambda: not members(build.pid), seconds=20)
    if ended_by == signal.SIGINT:
        assert build.returncode == 130
        assert messages.decode().splitlines() == ["interrupted; what was extracted is kept"]
    else:
        assert build.returncode == -ended_by


def test_an_interrupted_build_of_one_process_says_one_line(source, tmp_path):
    build = start("build", source, "-o", tmp_path / "out")
    until((tmp_path / "out" / "eventgraph.db").exists)
    time.sleep(1)
    build.send_signal(signal.SIGINT)
    _, messages = build.communicate(timeout=60)
    assert build.returncode == 130
    assert messages.decode().splitlines() == ["interrupted; what was extracted is kept"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    text = "Police arrested {} men in Oslo on {} May {}."
    rows = (
        {"source": str(n), "text": text.format(n, n % 28 + 1, 1900 + n), "language": "en"}
        for n in range(120)
    )
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with start("build", path, "-o", folder / "out") as build:
        build.communicate(timeout=120)
    return folder / "out"


COMMANDS = [("timeline",), ("timeline", "--format", "json"), ("export", "json"), ("export", "csv")]


@pytest.mark.parametrize("command", COMMANDS)
def test_who_stops_reading_gets_no_traceback(command, built):
    with start(*command, built) as asked:
        asked.stdout.read(10)
        asked.stdout.close()
        messages = asked.stderr.read().decode()
    assert "Traceback" not in messages
    assert "Exception" not in messages


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_stdout_is_no_traceback_and_its_number_no_file(command, built):
    before = (built / "eventgraph.db").read_bytes()
    with start(*command, built, preexec_fn=lambda: os.close(1)) as asked:
        messages = asked.communicate(timeout=60)[1].decode()
    assert (asked.returncode, messages) == (0, "")
    assert (built / "eventgraph.db").read_bytes() == before


def test_two_builds_at_once_share_nothing(tmp_path):
    rows = [{"source": str(n), "text": TEXT.format(n), "language": "en"} for n in range(80)]
    halves = {"a": rows[:40], "b": rows[40:]}
    home, scratch = tmp_path / "home", tmp_path / "scratch"
    home.mkdir()
    scratch.mkdir()
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(scratch)}
    for name, half in halves.items():
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in half), encoding="utf-8")
    for out in ("together", "alone"):
        builds = []
        for name in halves:
            into = tmp_path / out / name
            builds.append(
                start(
                    "build", tmp_path / f"{name}.jsonl", "-o", into, "--jobs", "2", env=environment
                )
            )
            if out == "alone":
                builds[-1].communicate(timeout=120)
        for build in builds:
            if out == "together":
                build.communicate(timeout=120)
            assert build.returncode == 0
    for name in halves:
        for output in OUTPUTS:
            together = (tmp_path / "together" / name / output).read_bytes()
            assert together == (tmp_path / "alone" / name / output).read_bytes()
    assert list(home.iterdir()) == list(scratch.iterdir()) == []
