"""The README's examples: run by the tests, renewed by ``python -m tests.readme``.

A block marked ``console`` holds commands after ``$ `` and what they print. A line ``…`` stands for any
number of lines, so that a long answer can be cut.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
CUT = "…"


def examples(block):
    """Commands of a block, each with the lines that it is said to print."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def run(command):
    """What a command of the README prints, stdout and stderr as on a terminal."""
    argv = shlex.split(command)
    assert argv[0] == "eventgraph", command
    done = subprocess.run(
        [sys.executable, "-m", *argv], capture_output=True, text=True, encoding="utf-8", check=False,
        cwd=ROOT, env={**os.environ, "COLUMNS": "100"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def matches(said, printed):
    """Whether the lines said are those printed, where ``…`` stands for any number of lines."""
    if CUT not in said:
        return said == printed
    cut = said.index(CUT)
    head, tail = said[:cut], said[cut + 1 :]
    if printed[:cut] != head:
        return False
    return any(matches(tail, printed[start:]) for start in range(cut, len(printed) + 1))


def renewed(block):
    """The block with what its commands print now, cut where it was cut."""
    lines = []
    for command, said in examples(block):
        printed = run(command)
        if CUT in said:
            head, tail = said.index(CUT), len(said) - said.index(CUT) - 1
            if len(printed) > head + tail:
                printed = [*printed[:head], CUT, *printed[len(printed) - tail :]]
        lines += [f"$ {command}", *printed]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda m: renewed(m.group()), text), encoding="utf-8", newline="\n")
