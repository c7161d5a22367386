"""A build again: with nothing changed, and with one more article among thousands.

The thousands come with the extractions of a perfect reader, put into the store as an earlier build would
have left them, so that only the one more article is parsed.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from eventgraph import pipeline
from eventgraph.extract import ExtractOptions, extract_all
from eventgraph.fingerprint import fingerprint
from eventgraph.pipeline import OUTPUTS, build_directory
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.store import FILE, Staging, Store
from eventgraph.store.packing import pack
from tests.benchmarks.corpus import generate
from tests.benchmarks.rows import Row

UNCHANGED, ONE_MORE = 20, 1.5


def measure(*, full=False):
    """Rows of the benchmark."""
    list(extract_all([one.article for one in generate(3)]))  # models are loaded
    with tempfile.TemporaryDirectory() as name:
        yield from _unchanged(Path(name), 1_000 if full else 300)
    with tempfile.TemporaryDirectory() as name:
        yield from _one_more(Path(name), 10_000 if full else 300)


def _unchanged(folder, count):
    source = write(folder / "in.jsonl", [one.article for one in generate(count)])
    first = _seconds(source, folder / "out")
    yield Row(f"build: the first of {count} articles", first, "s")
    again = _seconds(source, folder / "out")
    yield Row(
        "build: again with nothing changed, times faster", first / again, "times", least=UNCHANGED
    )


def _one_more(folder, count):
    told = list(generate(count))
    source = write(folder / "in.jsonl", [one.article for one in told[:-1]])
    for out in (folder / "out", folder / "fresh"):
        _prime(out, source, told)
    _seconds(source, folder / "out")
    write(source, [one.article for one in told])
    extracting = _Watch()
    added = _seconds(source, folder / "out", extracting)
    assert extracting.articles == 1
    yield Row(
        f"build: one more article among {count}, extraction", extracting.seconds, "s", most=ONE_MORE
    )
    yield Row(f"build: one more article among {count}, all of it", added, "s")
    _seconds(source, folder / "fresh")
    same = outputs(folder / "out") == outputs(folder / "fresh")
    yield Row("build: one more article ends in the bytes of a fresh build", same, "", least=1)


def _prime(directory, source, told):
    """A store that holds the extractions of all articles of a source."""
    directory.mkdir()
    extractions = {one.article.id: pack(one.extraction) for one in told}
    with Store(directory / FILE) as store:
        staging = Staging(store, fingerprint(ExtractOptions()))
        staging.add(read_sources([str(source)], ReadOptions()))
        staging.keep((id_, extractions[id_]) for id_, _ in staging.missing())


class _Watch:
    """Seconds that extraction takes, and of how many articles."""

    seconds, articles = 0.0, 0

    def __call__(self, articles, options):
        start = time.perf_counter()
        found = list(extract_all(articles, options))
        self.seconds += time.perf_counter() - start
        self.articles += len(found)
        return found


def _seconds(source, out, extracting=extract_all):
    pipeline.extract_all, before = extracting, pipeline.extract_all
    start = time.perf_counter()
    build_directory([str(source)], out)
    pipeline.extract_all = before
    return time.perf_counter() - start


def outputs(directory):
    """What a build wrote, to be compared."""
    return [(directory / name).read_bytes() for name, _ in OUTPUTS]


def write(path, articles):
    """Articles as a JSON Lines file; its path."""
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
