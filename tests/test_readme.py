"""The README says what is true: its commands run, print what it shows, and are all there."""

import re

import pytest

from eventgraph.cli import COMMANDS
from tests import readme
from tests.conftest import ROOT, SEEDS

TEXT = readme.README.read_text(encoding="utf-8")
EXAMPLES = [example for block in readme.BLOCK.findall(TEXT) for example in readme.examples(block)]


@pytest.fixture(scope="module", autouse=True)
def output():
    """The README's examples ask the directory that its first command leaves."""
    from eventgraph.pipeline import build_directory

    build_directory([str(SEEDS)], ROOT / "output")


def test_there_are_examples():
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("command", "said"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_it_says(command, said):
    assert readme.matches(said, readme.run(command))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_named(command):
    assert f"eventgraph {command}" in TEXT


def test_files_that_are_linked_exist():
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", TEXT):
        assert (ROOT / target).exists(), target
