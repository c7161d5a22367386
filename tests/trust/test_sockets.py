"""No command opens a socket, nor does a library by being imported; the workers of a build neither."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]

# Python runs a module of this name when it starts, in every process.
WATCH = """
import os, sys, traceback

def watch(event, arguments):
    if event.startswith("socket."):
        with open(os.environ["SOCKETS"], "a", encoding="utf-8") as file:
            file.write(event + "\\n" + "".join(traceback.format_stack(limit=12)))
        raise PermissionError(event)

sys.addaudithook(watch)
"""
PAGE = "<html><body><article><p>Police arrested two men in Oslo on 4 June 2019.</p></article></body></html>"
TEXT = "Anna Berg met Karl Lund in Bergen on 5 June 2019, and police arrested three men in Oslo."


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """Run Python where a socket is noted and refused; gives what was noted."""
    folder = tmp_path_factory.mktemp("watch")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    noted = folder / "noted"

    def run(*arguments):
        noted.unlink(missing_ok=True)
        path = os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", "")))
        environment = {**os.environ, "PYTHONPATH": path, "SOCKETS": str(noted)}
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            env=environment, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        return done, noted.read_text(encoding="utf-8") if noted.exists() else ""

    return run


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "ar.txt").write_text(
        "وصل الرئيس الفرنسي إيمانويل ماكرون إلى بيروت.", encoding="utf-8"
    )
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"{TEXT} {number} people came.", encoding="utf-8")
    return folder


def test_the_watch_sees_a_socket(watched):
    """What keeps the other tests from passing for want of a watch."""
    done, noted = watched("-c", "import socket; socket.socket()")
    assert done.returncode == 1
    assert "socket.__new__" in noted


def test_no_command_opens_a_socket(watched, source, tmp_path):
    out = tmp_path / "out"
    for command in (
        ("build", source, "-o", out, "--jobs", "2"),
        ("extract", source / "page.html", source / "ar.txt"),
        ("timeline", out),
        ("entity", "Anna Berg", out),
        ("search", "Oslo", out),
        ("export", "html", out, "-o", tmp_path / "page.html"),
        ("export", "ics", out, "-o", tmp_path / "dates.ics"),
        ("rename", "Anna Berg", "Anne Berg", out),
        ("doctor",),
    ):
        done, noted = watched("-m", "eventgraph", *command)
        assert noted == ""
        assert done.returncode == 0, done.stderr


def test_urllib3_still_knows_of_ipv6(watched):
    """A user's addresses are reached as before."""
    code = (
        "import socket; from eventgraph.offline import import_urllib3; import_urllib3();"
        "import urllib3.util.connection as c; assert c.HAS_IPV6 == socket.has_ipv6"
    )
    done, noted = watched("-c", code)
    assert (done.returncode, noted) == (0, "")
