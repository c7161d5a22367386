"""A scheduler and two workers started by hand, as docs/scale.md says, on this machine's loopback."""

import importlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from eventgraph.engines import EngineOptions, Lost
from eventgraph.pipeline import BuildOptions
from tests.engines.test_engines import engine, expected, outputs, source

pytestmark = pytest.mark.slow
__all__ = ["expected", "source"]  # fixtures

ROOT = Path(__file__).parents[2]  # workers import what is sent to them from here


@contextmanager
def running(*command):
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *command], cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def cluster():
    engine("dask")
    address = f"tcp://127.0.0.1:{free_port()}"
    with ExitStack() as stack:
        start = stack.enter_context
        port = address.rpartition(":")[2]
        start(running("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"))
        worker = ("worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        yield address, [start(running(*worker)) for _ in range(2)]


def wait_for_workers(address, count):
    import distributed

    with distributed.Client(address) as client:
        client.wait_for_workers(count, timeout=60)


def test_two_workers_of_a_scheduler_give_the_same_bytes(
    cluster, source, expected, tmp_path, monkeypatch
):
    address, _ = cluster
    wait_for_workers(address, 2)
    monkeypatch.setattr("eventgraph.pipeline.ARTICLES_A_PIECE", 1)
    options = BuildOptions(engine="dask", spread=EngineOptions(scheduler=address))
    assert outputs(source, tmp_path, options) == expected


def slowly(number):
    time.sleep(0.3)
    return -number


def test_what_a_worker_that_dies_had_under_way_is_done_by_another(cluster):
    address, workers = cluster
    wait_for_workers(address, 2)
    threading.Timer(1, workers[0].kill).start()
    found = engine("dask")(slowly, range(20), EngineOptions(scheduler=address))
    assert list(found) == [-n for n in range(20)]


def end(number):
    return os._exit(1) if number == 3 else -number


def test_a_piece_that_several_workers_die_of_is_lost_and_the_others_are_not():
    engine("dask")
    with importlib.import_module("dask").config.set(
        {"distributed.scheduler.allowed-failures": 1, "distributed.nanny.pre-spawn-environ": {}}
    ):
        found = list(engine("dask")(end, range(6), EngineOptions(jobs=2)))
    assert [n for n in found if not isinstance(n, Lost)] == [0, -1, -2, -4, -5]
    assert "ended while they read it" in found[3].reason
