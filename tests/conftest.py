"""What several tests share: the sample corpus, built once."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The directory that a build of the sample articles leaves."""
    from eventgraph.pipeline import build_directory

    directory = tmp_path_factory.mktemp("built")
    build_directory([str(SEEDS)], directory)
    return directory


@pytest.fixture(scope="session")
def corpus(built):
    """The sample corpus."""
    import eventgraph

    return eventgraph.load(built)
