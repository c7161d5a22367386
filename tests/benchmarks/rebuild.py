"""A build again: with nothing changed, and with one more article."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from eventgraph import pipeline
from eventgraph.pipeline import OUTPUTS, build_directory
from tests.benchmarks.corpus import generate
from tests.benchmarks.rows import Row

UNCHANGED, ONE_MORE = 20, 1.5


def measure(*, full=False):
    """Rows of the benchmark."""
    count = 1000 if full else 300
    articles = [one.article for one in generate(count)]
    with tempfile.TemporaryDirectory() as name:
        source, out, fresh = (Path(name) / part for part in ("in.jsonl", "out", "fresh"))
        build_directory([str(_write(source, articles[:3]))], out)  # models are loaded
        _write(source, articles[:-1])
        first = _seconds(source, out)
        yield Row(f"build: the first of {count - 1} articles", first, "s")
        again = _seconds(source, out)
        yield Row(
            "build: again with nothing changed, times faster",
            first / again,
            "times",
            least=UNCHANGED,
        )
        _write(source, articles)
        extracting = _Watch()
        added = _seconds(source, out, extracting)
        yield Row("build: one more article, extraction", extracting.seconds, "s", most=ONE_MORE)
        yield Row("build: one more article, all of it", added, "s")
        _seconds(source, fresh)
        same = all((out / n).read_bytes() == (fresh / n).read_bytes() for n, _ in OUTPUTS)
        yield Row("build: one more article ends in the bytes of a fresh build", same, "", least=1)


class _Watch:
    """Seconds that extraction takes."""

    seconds = 0.0

    def __call__(self, articles, options):
        start = time.perf_counter()
        found = list(self.real(articles, options))
        self.seconds += time.perf_counter() - start
        return found

    real = staticmethod(pipeline.extract_all)


def _seconds(source, out, extracting=pipeline.extract_all):
    pipeline.extract_all, before = extracting, pipeline.extract_all
    start = time.perf_counter()
    build_directory([str(source)], out)
    pipeline.extract_all = before
    return time.perf_counter() - start


def _write(path, articles):
    lines = (
        {
            "source": a.source,
            "text": a.text,
            "title": a.title,
            "language": a.language,
            "published": a.published.date,
        }
        for a in articles
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path
