"""From articles to a corpus, and from inputs to a directory of results.

The only file that knows how work is spread: extraction is a map over articles (cached, spread by an
engine), resolution a deterministic reduce over all extractions.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from eventgraph import corpus as corpora
from eventgraph import plugins
from eventgraph.corpus import Corpus
from eventgraph.engines import Engine, EngineOptions
from eventgraph.errors import StoreError
from eventgraph.export import ExportOptions, render
from eventgraph.extract import ExtractOptions, extract_all
from eventgraph.fingerprint import fingerprint
from eventgraph.knowledge import load as load_knowledge
from eventgraph.model import Article, Extraction, Skipped
from eventgraph.ontology import load as load_ontology
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.resolve import resolve
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.inference import without_inferred
from eventgraph.store import FILE, Store, open_store

OUTPUTS = (("index.html", "html"), ("timeline.csv", "csv"), ("graph.json", "json"))
DECISIONS = "decisions.csv"
ARTICLES_A_PIECE = 32  # one piece of work for an engine; also what one transaction keeps

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    """No one is watching."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Everything that a user may ask of a build.

    Attributes:
        read: How inputs are read.
        extract: What extraction uses.
        export: How outputs look.
        engine: Name of an engine plug-in.
        spread: How far the engine spreads.
        decisions: A decisions file; by default ``decisions.csv`` in the output directory.
        progress: Called with the number of articles done and of all.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    extract: ExtractOptions = field(default_factory=ExtractOptions)
    export: ExportOptions = field(default_factory=ExportOptions)
    engine: str = "serial"
    spread: EngineOptions = field(default_factory=EngineOptions)
    decisions: Path | None = None
    progress: Progress = _silent


def build(articles: Iterable[Article | Skipped], options: BuildOptions | None = None) -> Corpus:
    """The corpus of some articles, kept nowhere.

    >>> build([]).events
    ()
    """
    options = options or BuildOptions()
    read, skipped = _gather(articles)
    extractions = dict(_extract(read, options, done=0))
    return _reduce(read, skipped, extractions, options, options.decisions)


def build_directory(
    inputs: Sequence[str], directory: Path, options: BuildOptions | None = None
) -> Corpus:
    """Read inputs, build their corpus and write page, table, graph and store into a directory.

    What an earlier build extracted there is used again. Outputs replace old ones only when complete.

    Raises:
        StoreError: The directory cannot be written.
    """
    options = options or BuildOptions()
    read, skipped = _gather(read_sources(inputs, options.read))
    _make(directory)
    return _build_there(read, skipped, directory, options)


def rebuild(directory: Path) -> Corpus:
    """Build a directory again from what its store holds, with the options of its last build.

    Raises:
        StoreError: There is no store, or the directory cannot be written.
    """
    with open_store(directory) as store:
        stored = store.corpus()
        extracting = msgspec.json.decode(
            store.remembered("extract") or b"{}", type=ExtractOptions, dec_hook=_path
        )
        exporting = msgspec.json.decode(store.remembered("export") or b"{}", type=ExportOptions)
    articles = [without_inferred(article) for article in stored.articles]
    options = BuildOptions(extract=extracting, export=exporting)
    return _build_there(articles, list(stored.skipped), directory, options)


def _path(wanted: type, value: str) -> object:
    """A path that was kept as text."""
    return wanted(value)


def _build_there(
    read: Sequence[Article], skipped: Sequence[Skipped], directory: Path, options: BuildOptions
) -> Corpus:
    key = fingerprint(options.extract)
    with Store(directory / FILE) as store:
        extractions = store.cached(key)
        missing = [article for article in read if article.id not in extractions]
        fresh = _extract(missing, options, done=len(read) - len(missing))
        while batch := list(islice(fresh, ARTICLES_A_PIECE)):
            with store.transaction():
                store.keep((extraction for _, extraction in batch), key)
            extractions.update(batch)
        decisions = options.decisions or directory / DECISIONS
        built = _reduce(read, skipped, extractions, options, decisions)
        with store.transaction():
            store.replace(built)
            store.remember("extract", msgspec.json.encode(options.extract, enc_hook=str))
            store.remember("export", msgspec.json.encode(options.export))
    outputs = [(name, render(exporter, built, options.export)) for name, exporter in OUTPUTS]
    for name, data in outputs:
        write(directory / name, data)
    return built


def _make(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(
            f"{directory}: cannot be made a directory: {problem.strerror}"
        ) from problem


def write(path: Path, data: bytes) -> None:
    """Put a file in place as a whole: whoever looks sees the old one or the new one.

    Raises:
        StoreError: The disk is full or the directory cannot be written; the old file is untouched.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise StoreError(f"{path}: cannot be written: {problem.strerror}") from problem


def _gather(items: Iterable[Article | Skipped]) -> tuple[list[Article], list[Skipped]]:
    """Each article once, with all its sources, in order of id; and what was skipped."""
    articles: dict[str, Article] = {}
    skipped: set[tuple[str, str]] = set()
    for item in items:
        if isinstance(item, Skipped):
            skipped.add((item.source, item.reason))
        elif item.id in articles:
            sources = tuple(sorted({*articles[item.id].sources, *item.sources}))
            articles[item.id] = replace(item, source=sources[0], sources=sources)
        else:
            articles[item.id] = item
    return [articles[id_] for id_ in sorted(articles)], [Skipped(*pair) for pair in sorted(skipped)]


def _extract(
    articles: Sequence[Article], options: BuildOptions, done: int
) -> Iterator[tuple[str, Extraction]]:
    """Extractions of articles with their ids, spread by the engine that was asked for."""
    engine: Engine = plugins.load("engines", options.engine)
    pieces = (articles[i : i + ARTICLES_A_PIECE] for i in range(0, len(articles), ARTICLES_A_PIECE))
    total = done + len(articles)
    options.progress(done, total)
    for piece in engine(partial(extract_piece, options=options.extract), pieces, options.spread):
        for extraction in piece:
            done += 1
            options.progress(done, total)
            yield extraction.article, extraction


def extract_piece(articles: Sequence[Article], options: ExtractOptions) -> list[Extraction]:
    """One piece of work, as an engine sends it to another process."""
    return list(extract_all(articles, options))


def _reduce(
    articles: Sequence[Article],
    skipped: Sequence[Skipped],
    extractions: dict[str, Extraction],
    options: BuildOptions,
    decisions: Path | None,
) -> Corpus:
    resolved = resolve(
        articles,
        [extractions[article.id] for article in articles],
        knowledge=load_knowledge(options.extract.aliases),
        ontology=load_ontology(options.extract.ontology),
        decisions=Decisions.read(decisions) if decisions else Decisions(),
        language=options.export.language,
    )
    return corpora.of(replace(resolved, skipped=tuple(skipped)))
