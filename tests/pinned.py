"""``python -m tests.pinned``: nothing is installed that constraints.txt does not name in this version."""

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

from packaging.utils import canonicalize_name

OURS = "eventgraph-news"
TOOLS = {"pip", "setuptools"}  # README's first command asks for their newest

if __name__ == "__main__":
    text = (Path(__file__).parents[1] / "constraints.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))
    found = {canonicalize_name(d.name): d.version for d in distributions()}
    odd = {
        f"{name} {version}"
        for name, version in found.items()
        if name not in {OURS, *TOOLS} and pinned.get(name) != version
    }
    if odd:
        sys.exit(f"not as in constraints.txt: {', '.join(sorted(odd))}")
