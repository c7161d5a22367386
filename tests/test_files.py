"""Files are put in place whole, and nothing but our own unfinished files is ever removed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from eventgraph.errors import StoreError
from eventgraph.files import LOCKED, LOOSE, staged, write

UNIX = pytest.mark.skipif(os.name != "posix", reason="needs modes, links and pipes of Unix")
OTHERS = (
    ".env.local", ".index.html.swp", ".index.html.abc123", "index.html~", ".index.html.8f3k2j1x",
    f"{LOOSE}mine.tmp", f"{LOCKED}mine.tmp", f"{LOCKED}{'g' * 32}.tmp", f"{LOCKED}{'a' * 32}.tmp.bak",
    f"{LOOSE}{'a' * 32}.tmp",
)  # fmt: skip


def put(directory, name=".env", data=b"new", **how):
    with staged(directory, [(name, data)], **how):
        pass


def test_files_of_others_stay(tmp_path):
    for name in OTHERS:
        (tmp_path / name).write_bytes(b"precious")
    for name in (".env", "env", "index.html"):
        put(tmp_path, name, locked=True)
        write(tmp_path / name, b"new")
    assert {name: (tmp_path / name).read_bytes() for name in OTHERS} == dict.fromkeys(
        OTHERS, b"precious"
    )


@pytest.mark.parametrize("locked", [True, False])
def test_what_a_killed_build_left_goes_with_the_next_that_holds_the_lock(tmp_path, locked):
    left = tmp_path / f"{LOCKED}{'0f' * 16}.tmp"
    left.write_bytes(b"half")
    put(tmp_path, locked=locked)
    assert left.exists() is not locked


def test_two_at_once_do_not_take_each_others_names(tmp_path):
    with staged(tmp_path, [("a", b"one")], locked=True):
        write(tmp_path / "a", b"two")
        assert (tmp_path / "a").read_bytes() == b"two"
    assert (tmp_path / "a").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@UNIX
@pytest.mark.parametrize("mask", [0o077, 0o022])
def test_the_mask_of_the_user_is_kept(tmp_path, mask):
    before = os.umask(mask)
    try:
        put(tmp_path)
        write(tmp_path / "other", b"new")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o666 & ~mask}


@UNIX
def test_a_file_keeps_its_mode(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@UNIX
def test_a_link_stays_one_and_its_target_is_written(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "far" / "file")
    for way in (lambda: write(tmp_path / "link", b"one"), lambda: put(tmp_path, "link")):
        way()
        assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "file").read_bytes() == b"new"


@UNIX
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/cat", pipe], stdout=subprocess.PIPE) as reader:
        try:
            write(pipe, b"through")
            assert reader.communicate(timeout=10)[0] == b"through"
        finally:
            reader.kill()  # a pipe that was replaced would be read for ever
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@UNIX
def test_a_device_is_written_to_and_stays_a_device(tmp_path):
    write(Path(os.devnull), b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@UNIX
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/dev/stderr"])
@pytest.mark.parametrize("kind", ["pipe", "file"])
def test_standard_output_gets_what_is_written_after_what_is_there(tmp_path, name, kind):
    code = (
        "import sys; from pathlib import Path; from eventgraph.files import write;"
        "stream = sys.stderr if 'stderr' in sys.argv[1] else sys.stdout;"
        "print('before', file=stream, flush=True); write(Path(sys.argv[1]), b'after')"
    )
    where = "stderr" if "stderr" in name else "stdout"
    command = [sys.executable, "-c", code, name]
    if kind == "pipe":
        done = subprocess.run(command, capture_output=True, check=True)
        said = getattr(done, where)
    else:
        with (tmp_path / "file").open("wb") as file:
            subprocess.run(command, **{where: file}, check=True)
        said = (tmp_path / "file").read_bytes()
    assert said.split() == [b"before", b"after"]


def test_a_directory_cannot_be_written_as_a_file(tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        write(tmp_path, b"new")
