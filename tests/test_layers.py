"""Imports point one way, and queries never load what only extraction needs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import eventgraph

ROOT = Path(eventgraph.__file__).parent

# Each layer may import from itself (the same package) and from those before it.
LAYERS = [
    ["errors"],
    ["model"],
    ["integrity", "offline"],
    ["plugins", "names", "skeleton", "titles", "files", "vectors"],
    ["languages"],
    ["knowledge", "timex", "ontology"],
    ["readers", "extract", "resolve"],
    ["store", "graph", "extraction_json", "fingerprint", "engines"],
    ["query"],
    ["export"],
    ["corpus", "show", "doctor"],
    ["pipeline"],
    ["check"],
    ["training"],
    ["cli"],
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def modules():
    return sorted(p for p in ROOT.rglob("*.py") if p.parent != ROOT or not p.stem.startswith("__"))


def home(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "eventgraph":
            yield from (alias.name for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("eventgraph."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (
                a.name.split(".")[1] for a in node.names if a.name.startswith("eventgraph.")
            )


def test_every_module_has_a_layer():
    assert {home(path) for path in modules()} == set(LEVEL)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way(path):
    own = home(path)
    for name in imported(path):
        assert name == own or LEVEL[name] < LEVEL[own], f"{own} imports {name}"


HEAVY = {"spacy", "numpy", "trafilatura", "networkx", "pyvis", "dateparser", "pycrfsuite", "dask"}


@pytest.mark.parametrize("module", ["eventgraph.cli", "eventgraph.cli.ask", "eventgraph.query"])
def test_queries_load_nothing_heavy(module):
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())
