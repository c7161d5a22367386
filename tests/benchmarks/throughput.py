"""How fast articles are extracted: beside the bare spaCy pipeline, and spread over two processes."""

from __future__ import annotations

import time
from importlib.util import find_spec

from eventgraph import plugins
from eventgraph.engines import EngineOptions
from eventgraph.extract import ExtractOptions, extract_all
from eventgraph.extract.passages import PASSAGES_AT_ONCE, passage_spans
from eventgraph.extract.pipelines import pipeline
from eventgraph.pipeline import ARTICLES_A_PIECE, extract_piece
from tests.benchmarks.corpus import generate
from tests.benchmarks.rows import Row

OF_BARE, TWO_PROCESSES, TWO_WORKERS = 0.75, 1.7, 1.5


def measure(*, full=False):
    """Rows of the benchmark."""
    spread = [one.article for one in generate(2000 if full else 1000)]
    few = spread[:100]
    list(extract_all(few[:5]))  # models are loaded
    bare = min(_cpu(_bare, few) for _ in range(2))
    own = min(_cpu(lambda some: list(extract_all(some)), few) for _ in range(2))
    yield Row("extract: articles a second of CPU, one process", len(few) / own, "articles/s")
    yield Row(
        "extract: speed against bare nlp.pipe on the same text", bare / own, "times", least=OF_BARE
    )
    alone = _wall("serial", 1, spread)
    yield Row(f"extract: {len(spread)} articles in one process", alone, "s")
    both = _wall("processes", 2, spread)
    yield Row(
        "extract: two processes, start-up included", alone / both, "times", least=TWO_PROCESSES
    )
    if find_spec("distributed"):
        two = _wall("dask", 2, spread)
        yield Row(
            "extract: two Dask workers over TCP, start-up included",
            alone / two,
            "times",
            least=TWO_WORKERS,
        )


def _bare(articles):
    """What spaCy alone does with the same passages."""
    pieces = (span.of(article.text) for article in articles for _, span in passage_spans(article))
    for _ in pipeline("en").pipe(pieces, batch_size=PASSAGES_AT_ONCE):
        pass


def _cpu(work, articles):
    start = time.process_time()
    work(articles)
    return time.process_time() - start


def _wall(engine, jobs, articles):
    pieces = [articles[i : i + ARTICLES_A_PIECE] for i in range(0, len(articles), ARTICLES_A_PIECE)]
    start = time.perf_counter()
    for _ in plugins.load("engines", engine)(_piece, pieces, EngineOptions(jobs=jobs)):
        pass
    return time.perf_counter() - start


def _piece(articles):
    return extract_piece(articles, ExtractOptions())
