"""Every write of a build, a decision and an export fails once; what was there stays, and what comes next heals."""

import errno
import json
import random
import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner

from eventgraph.cli import main
from tests.fuzz.faults import Disk, failing, no_file_longer_than

OUTPUTS = ("index.html", "timeline.csv", "graph.json")
CODES = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES)
TEXT = (
    "Police arrested {} men in Oslo on {} June 2019. Anna Berg met Karl Lund in Bergen on Friday."
)
_STEP = 16_384


def run(faults: int | None = None, seed: int = 5) -> dict[str, int]:
    """What was injected, and what went wrong: each figure but ``injected`` has to be 0.

    ``unsaid``: ended well all the same without a whole result, or with a traceback or several lines.
    ``lost``: an output of before is gone or half. ``unhealed``: the next build does not end in the
    bytes of a fresh one. ``left``: unfinished files that lie there afterwards.

    Args:
        faults: How many, drawn from all; none injects at every write of every command.
        seed: For drawing.
    """
    found = dict.fromkeys(("injected", "unsaid", "lost", "unhealed", "left"), 0)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        few, more = _lines(place / "few.jsonl", 2), _lines(place / "more.jsonl", 4)
        before, after = place / "before", place / "after"
        _call("build", few, "-o", before)
        _call("build", more, "-o", after)
        for command, places in _every(place, before, more, faults, random.Random(seed)):
            for number in places:
                _inject(command, number, place, (before, after, more), found)
    return found


def _every(place, before, more, faults, chance):
    """Each command with the numbers of the writes to fail at; negative ones are sizes of files."""
    commands = {
        ("build", more, "-o", "DIR"): "write",
        ("rename", "Anna Berg", "Anne Berg", "DIR"): "write",
        ("export", "json", "DIR", "-o", "DIR/out.json"): "write",
    }
    drawn = []
    for command in commands:
        directory = place / "counted"
        shutil.copytree(before, directory)
        with failing(Disk(directory)) as disk:
            done = _call(*_in(command, directory))
        assert done.exit_code == 0, done.output
        sizes = range(-3, 1 + (directory / "eventgraph.db").stat().st_size * 2 // _STEP)
        shutil.rmtree(directory)
        drawn += [(command, number) for number in range(len(disk.done))]
        if command[0] != "export":
            drawn += [(command, -1 - max(0, size)) for size in sizes]
    if faults is not None:
        drawn = sorted(chance.sample(drawn, min(faults, len(drawn))), key=str)
    for command in commands:
        yield command, [number for one, number in drawn if one == command]


def _inject(command, number, place, expected, found):
    before, after, more = expected
    directory = place / "failing"
    shutil.copytree(before, directory)
    fault = (
        failing(Disk(directory, number, CODES[number % len(CODES)]))
        if number >= 0
        else no_file_longer_than((-1 - number) * _STEP)
    )
    with fault:
        done = _call(*_in(command, directory))
    found["injected"] += 1
    found["unsaid"] += _is_unsaid(done, command, directory, before, after)
    found["lost"] += any(not _is_whole(directory / name) for name in OUTPUTS)
    for name in ("decisions.csv", "out.json"):
        (directory / name).unlink(missing_ok=True)
    _call("build", more, "-o", directory)
    found["unhealed"] += _bytes(directory) != _bytes(after)
    found["left"] += len([path for path in directory.iterdir() if path.suffix == ".tmp"])
    shutil.rmtree(directory)


def _is_unsaid(done, command, directory, before, after) -> bool:
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return True
    if done.exit_code == 0:  # what failed did not matter, or was tried again: then all is there
        return command[0] == "build" and _bytes(directory) != _bytes(after)
    lines = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    return len(lines) != 1 or "Traceback" in done.stderr


def _is_whole(path: Path) -> bool:
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    if path.suffix == ".json":
        json.loads(content)
    return content.endswith((">\n", "}\n", "\n", ">"))


def _bytes(directory: Path) -> list[bytes]:
    return [(directory / name).read_bytes() for name in OUTPUTS]


def _in(command, directory: Path) -> list[str]:
    return [str(word).replace("DIR", str(directory)) for word in command]


def _call(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def _lines(path: Path, count: int) -> Path:
    rows = (
        {"source": str(n), "text": TEXT.format(n + 2, n + 1), "language": "en"}
        for n in range(count)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
