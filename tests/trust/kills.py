"""Builds killed at random moments, alone and with workers; the next build has to end as if nothing was."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from eventgraph.engines import EngineOptions
from eventgraph.pipeline import BuildOptions, build_directory
from tests.benchmarks.corpus import generate
from tests.benchmarks.rebuild import outputs, write

ARTICLES = 12


def run(kills: int) -> dict[str, int]:
    """What was tried, and what went wrong: each figure but the first two must be 0.

    ``other_bytes``: the next build ends in other bytes than an undisturbed one. ``left``: files of the
    killed build that lie there afterwards.

    Args:
        kills: How many builds are killed.
    """
    found = dict.fromkeys(("kills", "at_work", "other_bytes", "left"), 0)
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source = write(place / "in.jsonl", [one.article for one in generate(ARTICLES)])
        build_directory(
            [str(source)], place / "warm"
        )  # the models are loaded before the clock runs
        begin = time.perf_counter()
        build_directory([str(source)], place / "undisturbed")
        seconds = time.perf_counter() - begin
        expected = outputs(place / "undisturbed")
        for number in range(kills):
            directory = place / str(number)
            found["at_work"] += _killed(source, directory, chance.uniform(0, seconds))
            build_directory([str(source)], directory)
            found["kills"] += 1
            found["other_bytes"] += outputs(directory) != expected
            found["left"] += len([p for p in directory.iterdir() if p.suffix == ".tmp"])
    return found


def _killed(source: Path, directory: Path, after: float) -> bool:
    """Whether a build in a child process was still at work when it was killed."""
    child = os.fork()
    if child == 0:
        build_directory([str(source)], directory, BuildOptions(spread=EngineOptions()))
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
