"""Builds killed with SIGKILL at random moments; each next one must end in the bytes of an undisturbed one.

Each build runs in a fork of this process, which has the models loaded, so that the moments fall into the
work and not into the start of Python.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from eventgraph.pipeline import build_directory
from tests.benchmarks.corpus import generate
from tests.benchmarks.rebuild import outputs, write
from tests.benchmarks.rows import Row

ARTICLES = 300


def measure(*, full=False):
    """Rows of the benchmark."""
    kills = 100 if full else 10
    articles = ARTICLES if full else ARTICLES // 10
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        source = write(Path(name) / "in.jsonl", [one.article for one in generate(articles)])
        build_directory([str(source)], Path(name) / "warm")
        start = time.perf_counter()
        build_directory([str(source)], Path(name) / "undisturbed")
        seconds = time.perf_counter() - start
        expected = outputs(Path(name) / "undisturbed")
        same = killed = 0
        for number in range(kills):
            directory = Path(name) / str(number)
            killed += _killed(source, directory, chance.uniform(0, seconds))
            build_directory([str(source)], directory)
            same += outputs(directory) == expected
    yield Row(
        f"crash: builds of {articles} articles killed before their end", killed, f"of {kills}"
    )
    yield Row("crash: next builds that end in the same bytes", same, f"of {kills}", least=kills)


def _killed(source, directory, after):
    """Whether a build in a child process was still at work when it was killed."""
    child = os.fork()
    if child == 0:
        build_directory([str(source)], directory)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
