"""The examples in the documentation of modules, classes and functions do what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import eventgraph

ROOT = Path(eventgraph.__file__).parent
# Programs that rebuild data need packages that nothing else does.
BUILDERS = {"eventgraph.languages.ar.build_words"}


def modules():
    paths = sorted(ROOT.rglob("*.py"))
    names = (".".join(path.relative_to(ROOT.parent).with_suffix("").parts) for path in paths)
    return [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_examples(name):
    try:
        module = import_module(name)
    except ModuleNotFoundError as problem:
        if name in BUILDERS or name.startswith("eventgraph.knowledge.build"):
            pytest.skip(f"needs {problem.name}, of the extra that rebuilds data")
        raise
    assert doctest.testmod(module).failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder()
    found = [test for name in modules() if name not in BUILDERS and ".build" not in name
             for test in finder.find(import_module(name), name) if test.examples]  # fmt: skip
    assert len(found) > 190
