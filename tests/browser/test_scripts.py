"""The page's scripts on their own: unit tests under node, lint, and folding as Python does it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.names import fold

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "eventgraph/export/html/assets"
NODE = shutil.which("node")
ESLINT = HERE / "node_modules/.bin/eslint"

needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed")


def run(*command: str, stdin: str = "", cwd: Path = HERE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        timeout=120,
        check=False,
    )


@needs_node
def test_unit_tests_under_node() -> None:
    done = run(str(NODE), "--test", "scripts.test.js", "search.test.js")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(
    not ESLINT.exists(), reason="eslint is not installed: npm install in tests/browser"
)
def test_eslint_finds_nothing() -> None:
    done = run(
        str(ESLINT),
        "--config",
        "tests/browser/eslint.config.js",
        "eventgraph/export/html/assets",
        cwd=HERE.parents[1],
    )
    assert done.returncode == 0, done.stdout + done.stderr


def folded_in_the_page(names: list[str]) -> list[str]:
    code = f"{(ASSETS / 'text.js').read_text(encoding='utf-8')}\nconst names = JSON.parse(require('fs').readFileSync(0, 'utf8')); console.log(JSON.stringify(names.map(fold)));"
    return json.loads(run(str(NODE), "-e", code, stdin=json.dumps(names)).stdout)


# Latin, Cyrillic and Arabic: the scripts of the languages that names are read in.
LETTERS = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x24F, categories=("L", "N", "P", "Z")),
    st.characters(min_codepoint=0x400, max_codepoint=0x45F),
    st.characters(min_codepoint=0x620, max_codepoint=0x6D3),
)


@needs_node
@settings(max_examples=8, deadline=None)
@given(st.lists(st.text(LETTERS, max_size=12), min_size=100, max_size=300))
def test_search_folds_as_names_are_folded(names: list[str]) -> None:
    assert folded_in_the_page(names) == [fold(name) for name in names]


def test_no_script_parses_markup_or_asks_a_network() -> None:
    for path in sorted(ASSETS.glob("*.js")):
        text = path.read_text(encoding="utf-8")
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "fetch(",
            "XMLHttpRequest",
            "localStorage",
        ):
            assert word not in text, (path.name, word)
