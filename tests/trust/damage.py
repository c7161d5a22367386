"""Single bits flipped in each file that a build writes: each is told, none is a traceback, none is silent."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner, Result

from eventgraph.cli import main
from eventgraph.pipeline import DECISIONS, OUTPUTS, build_directory
from eventgraph.store import FILE
from tests.trust.sources import write_lines

ARTICLES = 12
FILES = (FILE, "graph.json", "timeline.csv", "index.html", DECISIONS)
QUESTIONS = (
    ("timeline", "DIR", "--format", "json"),
    ("entity", "Oslo", "DIR", "--why"),
    ("entity", "A. Berg", "DIR", "--format", "json"),
    ("path", "A. Berg", "Oslo", "DIR"),
    ("search", "bergen", "DIR"),
    ("why", "Oslo", "DIR"),
    ("export", "json", "DIR"),
    ("export", "csv", "DIR"),
)


def run(flips: int) -> dict[str, int]:
    """What was tried, and what went wrong: each figure but the first two must be 0.

    ``silent``: an answer that is another and says nothing, or a flip that `check` does not see.
    ``traceback``: a command that ends in one. ``unclear``: a message of no or several lines.
    ``unhealed``: a directory whose next build does not end in the bytes of before.

    Args:
        flips: How many bits, file by file in turn.
    """
    found = dict.fromkeys(("flips", "answers", "silent", "traceback", "unclear", "unhealed"), 0)
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source = write_lines(place / "in.jsonl", range(ARTICLES))
        whole, directory = place / "whole", place / "flipped"
        build_directory([str(source)], whole)
        _call("rename", "Anna Berg", "A. Berg", str(whole))
        _call("ignore", "Karl Lund", str(whole))
        right = [_call(*_at(words, whole)).stdout for words in QUESTIONS]
        for number in range(flips):
            shutil.copytree(whole, directory)
            path = directory / FILES[number % len(FILES)]
            flip(path, chance.randrange(8 * path.stat().st_size))
            _judge(directory, right, found)
            found["unhealed"] += path.name != DECISIONS and not _heals(source, directory, whole)
            found["flips"] += 1
            shutil.rmtree(directory)
    return found


def flip(path: Path, bit: int) -> None:
    """Turn one bit of a file."""
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def _judge(directory: Path, right: list[str], found: dict[str, int]) -> None:
    for words, wanted in zip(QUESTIONS, right, strict=True):
        done = _call(*_at(words, directory))
        found["answers"] += 1
        _count(done, found, silent=done.exit_code == 0 and done.stdout != wanted)
        found["unclear"] += done.exit_code != 0 and len(done.stderr.splitlines()) != 1
    done = _call("check", str(directory))
    _count(done, found, silent=done.exit_code == 0)
    found["unclear"] += done.exit_code != 0 and not done.stdout.strip()


def _count(done: Result, found: dict[str, int], *, silent: bool) -> None:
    found["silent"] += silent
    found["traceback"] += done.exception is not None and not isinstance(done.exception, SystemExit)


def _heals(source: Path, directory: Path, whole: Path) -> bool:
    """Whether the next build ends in the outputs of before, and nothing is damaged then."""
    done = _call("build", str(source), "-o", str(directory))
    same = all(
        (directory / name).read_bytes() == (whole / name).read_bytes() for name, _ in OUTPUTS
    )
    return done.exit_code == 0 and same and _call("check", str(directory)).exit_code == 0


def _at(words: tuple[str, ...], directory: Path) -> list[str]:
    return [str(directory) if word == "DIR" else word for word in words]


def _call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


if __name__ == "__main__":
    for key, value in run(int(sys.argv[1])).items():
        print(f"{key:<16} {value}")  # noqa: T201 - a command
