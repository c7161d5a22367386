"""What keeps the house in order: languages and event types are data, rooms stay small."""

import ast
from pathlib import Path

import pytest

import eventgraph
from eventgraph import plugins
from eventgraph.ontology import UNTYPED, load

ROOT = Path(eventgraph.__file__).parent
ENGINE = sorted(
    path
    for room in ("extract", "resolve", "timex", "readers", "export", "query", "store", "skeleton")
    for path in (ROOT / room).rglob("*.py")
)
FILES = 18  # modules of a folder that a reader still takes in
LINES = 420  # of a module


def compared(path):
    """Strings that code compares something with, or looks for something in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                parts = side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]
                for part in parts:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, node.lineno


def listed(path):
    """Strings of the tuples, lists and sets that a module begins with."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            for part in ast.walk(node.value):
                if isinstance(part, ast.Tuple | ast.List | ast.Set):
                    values = {e.value for e in part.elts if isinstance(e, ast.Constant)}
                    yield values, node.lineno


def short(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", ENGINE, ids=short)
def test_the_engine_asks_no_language_for_its_name(path):
    codes = set(plugins.names("languages"))
    assert [(said, line) for said, line in compared(path) if said in codes] == []


@pytest.mark.parametrize("path", ENGINE, ids=short)
def test_the_engine_asks_no_event_type_for_its_name(path):
    types = set(load().types) - {UNTYPED}
    assert [(said, line) for said, line in compared(path) if said in types] == []
    assert [(some, line) for some, line in listed(path) if len(some & types) > 1] == []


def folders():
    return sorted({path.parent for path in ROOT.rglob("*.py")})


@pytest.mark.parametrize("folder", folders(), ids=short)
def test_a_folder_is_taken_in_at_a_glance(folder):
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= FILES


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=short)
def test_a_module_is_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
