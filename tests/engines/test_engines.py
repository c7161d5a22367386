"""Every engine gives the results of the work in its order, and every build the same bytes."""

import importlib
import json
import operator
import os
import socket
import time

import pytest

from eventgraph import plugins
from eventgraph.engines import EngineOptions, Lost, processes
from eventgraph.errors import InputError, PluginError
from eventgraph.model import Extraction
from eventgraph.pipeline import OUTPUTS, BuildOptions, build_directory, pieces
from eventgraph.store.packing import pack

ENGINES = ["serial", "processes", "dask"]


def engine(name):
    if name == "dask":
        pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    return plugins.load("engines", name)


@pytest.mark.parametrize("name", ENGINES)
def test_results_come_in_the_order_of_the_work(name):
    run = engine(name)
    found = list(run(operator.neg, iter(range(20)), EngineOptions(jobs=2)))
    assert found == [-n for n in range(20)]


@pytest.mark.parametrize("name", ENGINES)
def test_work_is_taken_a_little_at_a_time(name):
    taken = []

    def work():
        for n in range(60):
            taken.append(n)
            yield n

    results = engine(name)(operator.neg, work(), EngineOptions(jobs=2))
    next(results)
    assert len(taken) < 20
    results.close() if hasattr(results, "close") else None


@pytest.mark.parametrize("name", ENGINES)
def test_what_the_work_raises_is_raised(name):
    with pytest.raises(TypeError):
        list(engine(name)(operator.neg, [1, "a"], EngineOptions(jobs=1)))


def test_a_process_that_is_ended_loses_its_piece_and_is_replaced():
    found = list(engine("processes")(end_at_two, range(4), EngineOptions(jobs=1)))
    assert found == [0, 1, Lost("the process that read it was ended from outside (exit code 5)"), 3]


def end_at_two(number):
    return os._exit(5) if number == 2 else number


def loiter_at_two(number):
    if number == 2:
        time.sleep(60)
    return number


@pytest.mark.parametrize("name", ENGINES[:2])
def test_a_piece_that_takes_too_long_is_lost_and_the_others_are_not(name):
    options = EngineOptions(jobs=2, seconds=2)
    found = list(engine(name)(loiter_at_two, range(5), options))
    assert found == [0, 1, Lost("took more than 2 seconds"), 3, 4]


def grow_at_two(number):
    return len(bytearray(600 * 2**20)) and time.sleep(60) if number == 2 else number


def test_a_piece_that_takes_too_much_memory_is_lost_and_the_others_are_not():
    options = EngineOptions(jobs=1, megabytes=400)
    found = list(engine("processes")(grow_at_two, range(4), options))
    assert found == [0, 1, Lost("needed more than 400 MB of memory"), 3]


def test_a_process_that_cannot_begin_is_said(monkeypatch):
    monkeypatch.setattr(processes, "serve", os._exit)  # ends with the line for its exit code
    with pytest.raises(PluginError, match="ended before it began"):
        list(engine("processes")(operator.neg, [1], EngineOptions(jobs=1)))


def refuse(piece):
    raise InputError("a.txt", f"{piece} is refused")


def test_an_error_of_our_own_crosses_processes():
    with pytest.raises(InputError, match=r"a.txt: 1 is refused"):
        list(engine("processes")(refuse, [1], EngineOptions(jobs=1)))


def slow_at_one(articles, options):
    """An extraction that finds nothing at once, and for one article never ends."""
    if any("slow" in article.source for article in articles):
        time.sleep(60)
    return [(article.id, pack(Extraction(article.id, (), (), ()))) for article in articles]


@pytest.mark.parametrize("name", ENGINES[:2])
def test_an_article_that_takes_too_long_is_named_and_the_others_are_read(
    name, tmp_path, monkeypatch
):
    path = tmp_path / "in.jsonl"
    slow = json.dumps({"source": "slow.txt", "text": "Police arrested two men.", "language": "en"})
    path.write_text("\n".join([*LINES, slow]), encoding="utf-8")
    monkeypatch.setattr("eventgraph.pipeline.extract_piece", slow_at_one)
    options = BuildOptions(engine=name, spread=EngineOptions(jobs=1, seconds=4))
    built = build_directory([str(path)], tmp_path / "out", options)
    assert [(s.source, s.reason) for s in built.skipped] == [
        ("slow.txt", "took more than 4 seconds")
    ]
    assert len(built.articles) == len(LINES)


TEXT = (
    "Police arrested {} men in Oslo on {} June 2019. Anna Berg met Karl Lund in Bergen on Friday."
)
LINES = [
    json.dumps({"source": str(n), "text": TEXT.format(n + 2, n + 1), "language": "en"})
    for n in range(7)
]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("in") / "in.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def outputs(source, directory, options):
    build_directory([str(source)], directory, options)
    return {name: (directory / name).read_bytes() for name, _ in OUTPUTS}


@pytest.fixture(scope="module")
def expected(source, tmp_path_factory):
    return outputs(source, tmp_path_factory.mktemp("serial"), BuildOptions())


@pytest.mark.parametrize("name", ENGINES[1:])
def test_the_same_bytes_whatever_the_engine(source, expected, tmp_path, name, monkeypatch):
    engine(name)
    monkeypatch.setattr("eventgraph.pipeline.ARTICLES_A_PIECE", 2)
    options = BuildOptions(engine=name, spread=EngineOptions(jobs=2))
    assert outputs(source, tmp_path, options) == expected


@pytest.mark.parametrize("size", [1, 3])
def test_the_same_bytes_whatever_the_pieces(source, expected, tmp_path, size, monkeypatch):
    monkeypatch.setattr("eventgraph.pipeline.ARTICLES_A_PIECE", size)
    assert outputs(source, tmp_path, BuildOptions()) == expected


def test_pieces_leave_nothing_out_and_keep_the_order():
    missing = [(f"a{n:03}", n * 1000) for n in range(200)]
    assert [id_ for piece in pieces(missing) for id_ in piece] == [id_ for id_, _ in missing]


def test_a_scheduler_that_does_not_answer_is_named():
    run = engine("dask")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    options = EngineOptions(scheduler=address)
    patience = importlib.import_module("dask").config.set(
        {"distributed.comm.timeouts.connect": "1s"}
    )
    with patience, pytest.raises(PluginError, match=address):
        list(run(operator.neg, [1], options))
