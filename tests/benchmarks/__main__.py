"""``python -m tests.benchmarks``: all measurements as a table, and as JSON when asked.

The machine's speed goes out of a ratio of two figures of one run; seconds and milliseconds hold for the
machine that they were measured on.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.rows import show

PARTS = ("throughput", "rebuild", "scale", "lookups", "crash", "patterns")


def main() -> int:
    """Measure; the exit code tells whether all goals are met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all by default"
    )
    parser.add_argument("--full", action="store_true", help="100,000 articles, 100 kills")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    rows = []
    for part in arguments.parts or PARTS:
        rows += show(import_module(f"tests.benchmarks.{part}").measure(full=arguments.full))
    if arguments.json:
        figures = [{**asdict(row), "good": row.good} for row in rows]
        arguments.json.write_text(
            json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return 0 if all(row.good for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
