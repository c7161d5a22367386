"""Every engine gives the results of the work in its order, and every build the same bytes."""

import importlib
import json
import operator
import os
import socket

import pytest

from eventgraph import plugins
from eventgraph.engines import EngineOptions
from eventgraph.errors import PluginError
from eventgraph.pipeline import OUTPUTS, BuildOptions, build_directory, pieces

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


def test_a_process_that_is_ended_is_said():
    with pytest.raises(PluginError, match="build again"):
        list(engine("processes")(os._exit, [1], EngineOptions(jobs=1)))


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
