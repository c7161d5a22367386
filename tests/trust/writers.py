"""Builds, decisions and questions on one directory at once: nothing may be lost, and the bytes come out the same.

Each runs in a fork of this process, which has the models loaded, so that they meet in their work and not
in the start of Python.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.pipeline import DECISIONS, OUTPUTS, build_directory
from eventgraph.resolve.decisions import Decisions
from tests.trust.sources import write_lines

ARTICLES = 24
WAIT = "300"  # seconds: on a busy machine, all of the others' work
LATEST = 0.5  # seconds after which the last of them begins
WRITERS = (
    ("build", "ALL", "-o", "DIR"),
    ("build", "ALL", "-o", "DIR"),
    ("rename", "Anna Berg", "A. Berg", "DIR"),
    ("ignore", "Karl Lund", "DIR"),
)
QUESTIONS = (
    ("timeline", "DIR", "--format", "json"),
    ("export", "json", "DIR"),
    ("entity", "Oslo", "DIR"),
)


def run(runs: int) -> dict[str, int]:
    """What was tried, and what was lost: each figure but the first three must be 0.

    Args:
        runs: How often all of them meet.
    """
    found = dict.fromkeys(
        ("runs", "writers", "questions", "failed", "decisions_lost", "other_bytes", "damaged"), 0
    )
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        few = write_lines(place / "few.jsonl", range(ARTICLES // 2))
        all_ = write_lines(place / "all.jsonl", range(ARTICLES))
        begun = place / "begun"
        build_directory([str(few)], begun)
        fresh: dict[bytes, dict[str, bytes]] = {}
        for number in range(runs):
            directory = place / "run"
            shutil.copytree(begun, directory)
            failed = _meet(directory, all_, random.Random(number))
            found["runs"] += 1
            found["writers"] += len(WRITERS)
            found["questions"] += len(QUESTIONS)
            found["failed"] += failed
            _judge(directory, all_, fresh, found)
            shutil.rmtree(directory)
    return found


def _meet(directory: Path, source: Path, chance: random.Random) -> int:
    """How many of all that begin together fail."""
    places = {"DIR": str(directory), "ALL": str(source)}
    children = []
    for words in (*WRITERS, *QUESTIONS):
        arguments = [places.get(word, word) for word in words]
        if words in WRITERS:
            arguments += ["--wait", WAIT]
        children.append(_child(arguments, chance.uniform(0, LATEST)))
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def _child(arguments: list[str], after: float) -> int:
    """A command in a process of its own; it ends with another code than 0 when the command does."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        time.sleep(after)
        done = CliRunner().invoke(main, arguments)
        code = done.exit_code
        if code:
            sys.__stderr__.write(f"{arguments}: {done.output}\n{done.exception!r}\n")
            sys.__stderr__.flush()
    finally:
        os._exit(code)


def _judge(
    directory: Path, source: Path, fresh: dict[bytes, dict[str, bytes]], found: dict[str, int]
) -> None:
    """Count what is not as it would be had they come one after the other."""
    written = (directory / DECISIONS).read_bytes()
    actions = {row.action for row in Decisions.read(directory / DECISIONS).active}
    found["decisions_lost"] += len({"rename", "ignore"} - actions)
    if written not in fresh:
        alone = directory.with_name("alone")
        alone.mkdir()
        (alone / DECISIONS).write_bytes(written)
        build_directory([str(source)], alone)
        fresh[written] = _outputs(alone)
        shutil.rmtree(alone)
    found["other_bytes"] += _outputs(directory) != fresh[written]
    found["damaged"] += CliRunner().invoke(main, ["check", str(directory)]).exit_code != 0


def _outputs(directory: Path) -> dict[str, bytes]:
    return {name: (directory / name).read_bytes() for name, _ in OUTPUTS}


if __name__ == "__main__":
    for key, value in run(int(sys.argv[1])).items():
        print(f"{key:<16} {value}")  # noqa: T201 - a command
