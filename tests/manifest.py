"""``python -m tests.manifest --renew``: the SHA-256 of every weight and table of the package."""

import sys
from pathlib import Path

import eventgraph
from eventgraph.integrity import MANIFEST, manifest_of

ROOT = Path(eventgraph.__file__).parent

if __name__ == "__main__":
    true = manifest_of(ROOT)
    if "--renew" in sys.argv:
        (ROOT / MANIFEST).write_text(true, encoding="utf-8", newline="\n")
    elif (ROOT / MANIFEST).read_text(encoding="utf-8") != true:
        sys.exit(f"{ROOT / MANIFEST} is not true; look at what changed, then renew it")
