"""A little of the fuzzing, always the same; and that a broken law or a lost file would be seen."""

import errno
import os
from pathlib import Path

import pytest

from eventgraph import files
from tests.fuzz import full_disk
from tests.fuzz.faults import KINDS, Disk, failing
from tests.fuzz.laws import LAWS, Law

pytestmark = pytest.mark.slow
EXAMPLES, FAULTS = 25, 24


@pytest.mark.parametrize("name", LAWS)
def test_laws(name):
    assert LAWS[name].tried(EXAMPLES, seed=1) >= EXAMPLES


@pytest.mark.parametrize("name", LAWS)
def test_what_is_drawn_would_show_a_broken_law(name):
    def never(value):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Law(LAWS[name].drawn, never).tried(1, seed=1)


def test_faults_lose_nothing():
    found = full_disk.run(FAULTS)
    assert found.pop("injected") == FAULTS
    assert found == dict.fromkeys(found, 0)


def test_every_kind_of_write_is_watched(tmp_path):
    (tmp_path / "old").write_bytes(b"old")
    with failing(Disk(tmp_path)) as disk:
        files.write(tmp_path / "a", b"new")
        os.unlink(tmp_path / "old")  # noqa: PTH108 - as libraries do
    assert set(disk.done) == set(KINDS)
    for number in range(len(disk.done) - 1):
        with failing(Disk(tmp_path, number, errno.EIO)), pytest.raises(files.StoreError):
            files.write(tmp_path / "a", b"newer")
        assert (tmp_path / "a").read_bytes() == b"new"
        assert [path.name for path in Path(tmp_path).iterdir()] == ["a"]


def test_a_writer_that_leaves_half_a_file_is_seen(monkeypatch):
    """What would happen without the guard: outputs written in place."""

    def in_place(path, data, prefix):
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            os.fsync(file.fileno())
            file.write(data[len(data) // 2 :])
        return path

    monkeypatch.setattr(files, "_write_beside", in_place)
    monkeypatch.setattr(Path, "replace", lambda self, target: self)
    found = full_disk.run(FAULTS)
    assert found["lost"] + found["unhealed"] + found["unsaid"] > 0
