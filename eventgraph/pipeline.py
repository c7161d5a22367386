"""From articles to a corpus, and from inputs to a directory of results.

The only file that knows how work is spread: extraction is a map over articles (cached, spread by an
engine), resolution a deterministic reduce over all extractions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from eventgraph import corpus as corpora
from eventgraph import plugins
from eventgraph.corpus import Corpus
from eventgraph.engines import Engine, EngineOptions, Lost
from eventgraph.errors import DamagedError
from eventgraph.export import ExportOptions, render
from eventgraph.extract import ExtractOptions, extract_all
from eventgraph.files import digest_of, make_directory, staged
from eventgraph.fingerprint import fingerprint, release
from eventgraph.knowledge import load as load_knowledge
from eventgraph.languages.coverage import coverages
from eventgraph.languages.models import usable
from eventgraph.model import Article, Skipped, Unmet
from eventgraph.ontology import load as load_ontology
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.readers.inputs.reading import STDIN
from eventgraph.resolve import resolve
from eventgraph.resolve.dates.inference import without_inferred
from eventgraph.resolve.decisions import Decisions
from eventgraph.store import FILE, MEMORY, Staging, Store, open_store
from eventgraph.store.lock import Report, writing
from eventgraph.store.packing import pack
from eventgraph.store.seal import set_aside, set_seal

OUTPUTS = (("index.html", "html"), ("timeline.csv", "csv"), ("graph.json", "json"))
DECISIONS = "decisions.csv"
# One piece of work for an engine is also what one transaction keeps.
ARTICLES_A_PIECE = 32
CHARACTERS_A_PIECE = 200_000

Progress = Callable[[int, int], None]


def _silent(*_: object) -> None:
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
        report: Called with a line for people when something was repaired.
        wait: Seconds to wait for another program that writes in the directory.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    extract: ExtractOptions = field(default_factory=ExtractOptions)
    export: ExportOptions = field(default_factory=ExportOptions)
    engine: str = "serial"
    spread: EngineOptions = field(default_factory=EngineOptions)
    decisions: Path | None = None
    progress: Progress = _silent
    report: Report = _silent
    wait: float = 0.0


def build(articles: Iterable[Article | Skipped], options: BuildOptions | None = None) -> Corpus:
    """The corpus of some articles, kept nowhere.

    >>> build([]).events
    ()
    """
    options = options or BuildOptions()
    with Store(MEMORY) as store:
        staging = _read_and_extract(store, articles, options)
        decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
        return _reduce(staging, options, decisions)


def build_directory(
    inputs: Sequence[str], directory: Path, options: BuildOptions | None = None
) -> Corpus:
    """Read inputs, build their corpus and write page, table, graph and store into a directory.

    What an earlier build extracted there is used again, unless its store is damaged: then that is set
    aside and all is extracted anew. Outputs replace old ones only when complete.

    Raises:
        BusyError: Another program writes there.
        StoreError: The directory cannot be written.
    """
    options = options or BuildOptions()
    make_directory(directory)
    with writing(directory, options.wait, options.report):
        try:
            return _build_from(inputs, directory, options)
        except DamagedError as problem:
            if STDIN in inputs:  # it has been read, and cannot be again
                raise
            options.report(f"{problem.what}; every article is read anew")
        return _build_from(inputs, directory, options)


def _build_from(inputs: Sequence[str], directory: Path, options: BuildOptions) -> Corpus:
    """Build with the store that is there; a damaged one is set aside, and whoever calls again gets a new one."""
    path = directory / FILE
    try:
        with _sealed_after(directory, wholly=True) as store:
            _report_changed(store, directory, options.report)
            return _build_there(store, read_sources(inputs, options.read), directory, options)
    except DamagedError:
        options.report(f"{path} is damaged, and is kept as {set_aside(path).name}")
        raise


def rebuild(directory: Path, wait: float = 0.0) -> Corpus:
    """Build a directory again from what its store holds, with the options of its last build.

    Raises:
        BusyError: Another program writes there.
        StoreError: There is no store, or the directory cannot be written.
    """
    return decide(directory, lambda _, read: read(), wait)


def decide(
    directory: Path,
    decision: Callable[[Store, Callable[[], Decisions]], Decisions],
    wait: float = 0.0,
    report: Report = _silent,
) -> Corpus:
    """Take a decision about what a directory holds, and build it again from its store.

    Args:
        directory: What an earlier build wrote.
        decision: Given the store and what reads the decisions so far; gives these and, written to their
            file, more.
        wait: Seconds to wait for another program that writes there.
        report: Called with a line for people when it waits.

    Raises:
        BusyError: Another program writes there.
        StoreError: There is no store, or the directory cannot be written.
    """
    open_store(directory).close()  # says what is missing, before anything is made there
    with writing(directory, wait, report), _sealed_after(directory) as store:
        _report_changed(store, directory, report)
        decision(store, partial(Decisions.read, directory / DECISIONS))
        extracting = msgspec.json.decode(
            store.remembered("extract") or b"{}", type=ExtractOptions, dec_hook=_path
        )
        exporting = msgspec.json.decode(store.remembered("export") or b"{}", type=ExportOptions)
        options = BuildOptions(extract=extracting, export=exporting, report=report)
        articles = map(without_inferred, store.every_article())
        items: Iterator[Article | Skipped] = chain(store.skipped(), articles)
        return _build_there(store, items, directory, options)


@contextmanager
def _sealed_after(directory: Path, *, wholly: bool = False) -> Iterator[Store]:
    """The store of a directory whose lock is held."""
    path = directory / FILE
    try:
        with Store(path, wholly=wholly) as store:
            yield store
    finally:
        set_seal(path)


def _path(wanted: type, value: str) -> object:
    """A path that was kept as text."""
    return wanted(value)


def _build_there(
    store: Store, items: Iterable[Article | Skipped], directory: Path, options: BuildOptions
) -> Corpus:
    staging = _read_and_extract(store, items, options)
    path = options.decisions or directory / DECISIONS
    decisions = Decisions.read(path)
    if decisions.torn:
        options.report(decisions.torn)
    if not staging.count():  # a mistyped path must not empty what stands there
        return Corpus(skipped=staging.skipped)
    state = _state(staging, options, decisions)
    if store.sealed and store.remembered("state") == state and _are_in_place(store, directory):
        _remember_decisions(store, directory)
        return corpora.of(replace(store.corpus(), unmet=_remembered_unmet(store)))
    built = _reduce(staging, options, decisions)
    outputs = ((name, render(exporter, built, options.export)) for name, exporter in OUTPUTS)
    with staged(directory, outputs, locked=True) as digests, store.transaction():
        store.replace(built)
        staging.forget_superseded()
        store.remember("extract", msgspec.json.encode(options.extract, enc_hook=str))
        store.remember("export", msgspec.json.encode(options.export))
        store.remember("outputs", msgspec.json.encode(digests))
        store.remember("unmet", msgspec.json.encode(built.unmet))
        store.remember("state", state)
    _remember_decisions(store, directory)
    return built


def _remember_decisions(store: Store, directory: Path) -> None:
    """Keep which decisions were applied, unless that is known."""
    applied = (digest_of(directory / DECISIONS) or "").encode()
    if store.remembered("decisions") != applied:
        with store.transaction():
            store.remember("decisions", applied)


def _report_changed(store: Store, directory: Path, report: Report) -> None:
    """Say when no command of ours wrote what stands in the file of decisions."""
    path = directory / DECISIONS
    applied = store.remembered("decisions")
    if applied and (digest_of(path) or "").encode() != applied:
        report(f"{path} is not what was last applied: changed by hand, or damaged; read it over")


def _remembered_unmet(store: Store) -> tuple[Unmet, ...]:
    """What the decisions of the last build did not find."""
    return msgspec.json.decode(store.remembered("unmet") or b"[]", type=tuple[Unmet, ...])


def _state(staging: Staging, options: BuildOptions, decisions: Decisions) -> bytes:
    """What outputs depend on, as a hash: while it stays, they stay."""
    parts = (release(), staging.count(), staging.digest(), options.export, decisions.rows)
    return hashlib.sha256(repr(parts).encode()).hexdigest().encode()


def _are_in_place(store: Store, directory: Path) -> bool:
    """Whether the outputs are those that the last build wrote."""
    digests = msgspec.json.decode(store.remembered("outputs") or b"{}", type=dict[str, str])
    return {name: digest_of(directory / name) for name, _ in OUTPUTS} == digests


def _read_and_extract(
    store: Store, items: Iterable[Article | Skipped], options: BuildOptions
) -> Staging:
    """All articles read, and every one that no earlier build extracted extracted now."""
    staging = Staging(store, fingerprint(options.extract))
    languages: set[str] = set()
    staging.add(_noting(items, languages))
    _require(languages, options.extract)
    missing = staging.missing()
    total = staging.count()
    done = total - len(missing)
    options.progress(done, total)
    for found in _extracted(staging, list(pieces(missing)), options):
        staging.keep(found)
        done += len(found)
        options.progress(done, total)
    return staging


def _extracted(
    staging: Staging, groups: Sequence[Sequence[str]], options: BuildOptions
) -> Iterator[list[tuple[str, bytes]]]:
    """Packed extractions, a piece of work at a time; an article that takes too much is left out and named.

    Which article of a piece it is shows when each is tried alone.
    """
    engine: Engine = plugins.load("engines", options.engine)
    work = map(staging.articles, groups)
    results = engine(partial(extract_piece, options=options.extract), work, options.spread)
    alone: list[list[str]] = []
    for ids, found in zip(groups, results, strict=True):
        if not isinstance(found, Lost):
            yield found
        elif len(ids) > 1:
            alone += [[id_] for id_ in ids]
        else:
            staging.leave_out(ids[0], found.reason)
    if alone:
        yield from _extracted(staging, alone, options)


def _noting(items: Iterable[Article | Skipped], languages: set[str]) -> Iterator[Article | Skipped]:
    """The same items; the languages of their articles are noted on the way."""
    for item in items:
        if isinstance(item, Article):
            languages.add(item.language)
        yield item


def _require(languages: Iterable[str], options: ExtractOptions) -> None:
    """Stop before an hour's work where a language lacks what it needs; extraction would stop there."""
    for code in sorted(languages):
        usable(code, dict(options.models).get(code), degraded=options.degraded)


def pieces(missing: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Ids in pieces of work: so many articles, or fewer when they are long.

    >>> list(pieces([("a", 10), ("b", 900_000), ("c", 10)]))
    [['a', 'b'], ['c']]
    """
    piece: list[str] = []
    length = 0
    for id_, size in missing:
        piece.append(id_)
        length += size
        if len(piece) == ARTICLES_A_PIECE or length >= CHARACTERS_A_PIECE:
            yield piece
            piece, length = [], 0
    if piece:
        yield piece


def extract_piece(articles: Sequence[Article], options: ExtractOptions) -> list[tuple[str, bytes]]:
    """One piece of work, as an engine sends it to another process: packed extractions by article id."""
    return [(found.article, pack(found)) for found in extract_all(articles, options)]


def _reduce(staging: Staging, options: BuildOptions, decisions: Decisions) -> Corpus:
    articles, extractions = [], []
    for article, extraction in staging.pairs():
        articles.append(article)
        extractions.append(extraction)
    read = coverages((article.language for article in articles), dict(options.extract.models))
    resolved = resolve(
        articles,
        extractions,
        knowledge=load_knowledge(options.extract.aliases),
        ontology=load_ontology(options.extract.ontology),
        decisions=decisions,
        language=options.export.language,
    )
    return corpora.of(replace(resolved, skipped=staging.skipped, languages=read))
