"""What a build of the sample articles gives: ``python -m tests.golden`` compares, ``--renew`` keeps.

``graph.json`` and ``timeline.csv`` are kept whole, so that a change shows in their diff; of the page
only the hash is.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

from eventgraph.pipeline import build_directory

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
KEPT = HERE / "seeds"
WHOLE = ("graph.json", "timeline.csv")
HASH = "index.html.sha256"


def outputs(directory: Path) -> dict[str, bytes]:
    """What is kept of a build's directory, by file name."""
    page = hashlib.sha256((directory / "index.html").read_bytes()).hexdigest()
    kept = {name: (directory / name).read_bytes() for name in WHOLE}
    return {**kept, HASH: f"{page}\n".encode("ascii")}


def changed(directory: Path) -> list[str]:
    """Names of the files that differ from those that are kept."""
    return sorted(
        name
        for name, data in outputs(directory).items()
        if not (KEPT / name).is_file() or (KEPT / name).read_bytes() != data
    )


def renew(directory: Path) -> None:
    """Keep what a build gives now."""
    KEPT.mkdir(exist_ok=True)
    for name, data in outputs(directory).items():
        (KEPT / name).write_bytes(data)


def main() -> int:
    """Compare or keep; the exit code tells whether anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renew", action="store_true", help="keep what the build gives now")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        build_directory([str(SEEDS)], directory)
        if arguments.renew:
            renew(directory)
        names = changed(directory)
    sys.stdout.write("".join(f"{name} differs\n" for name in names))
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
