"""``python -m tests.mutations [--count 30] [--seed 1]``: which moved constants no test sees.

Each constant is moved in a copy of the checkout, and the quick tests are run there: those that mirror its
folder first, then what whole builds are known to give. A survivor is a number that anybody could change unseen.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutations.constants import ROOT, Constant, sample

WIDER = (
    "tests/golden",
    "tests/resolve",
    "tests/timex",
    "tests/export",
    "tests/test_store.py",
    "tests/quality",
)
LONGEST = 900  # seconds for the tests of one mutation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="name the mutations, run nothing")
    chosen = parser.parse_args()
    mutations = sample(chosen.count, chosen.seed)
    survivors = []
    for number, constant in enumerate(mutations, 1):
        told = (
            f"{constant.path}:{constant.line} {constant.name} {constant.value} -> {constant.moved}"
        )
        if chosen.list:
            print(told)
            continue
        killed_by = seen_by(constant)
        print(
            f"{number:>3} {'seen by ' + killed_by if killed_by else 'SURVIVES':<60} {told}",
            flush=True,
        )
        survivors += [] if killed_by else [constant]
    if not chosen.list:
        print(f"{len(survivors)} of {len(mutations)} survive")


def seen_by(constant: Constant) -> str:
    """The first test file that fails with a constant moved; empty where none does."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        for name in ("eventgraph", "tests", "seeds"):
            shutil.copytree(
                ROOT / name,
                copy / name,
                ignore=shutil.ignore_patterns("__pycache__", "node_modules"),
            )
        for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
            shutil.copy(ROOT / name, copy / name)
        path = copy / constant.path
        path.write_text(
            constant.mutated(path.read_text(encoding="utf-8")), encoding="utf-8", newline=""
        )
        for wanted in rounds(constant):
            if failed := first_failure(copy, wanted):
                return failed
    return ""


def rounds(constant: Constant) -> list[list[str]]:
    """The tests to run, nearest first: the folder that mirrors the file's, then wider."""
    near = Path("tests", *Path(constant.path).parent.parts[1:])
    while not (ROOT / near).exists():
        near = near.parent
    wider = [
        name for name in WIDER if (ROOT / name).exists() and not Path(name).is_relative_to(near)
    ]
    return [[str(near)], wider] if near != Path("tests") else [wider]


def first_failure(copy: Path, wanted: list[str]) -> str:
    # Modules that change are no news to the manifest of hashes: that is not what is asked here.
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-m",
        "not slow",
        "-p",
        "no:cacheprovider",
        *wanted,
    ]
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run(
        command,
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0].split()[1].partition("::")[0] if lines else ""


if __name__ == "__main__":
    main()
