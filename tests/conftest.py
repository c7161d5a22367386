"""What several tests share: the sample corpus, built once."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


# Whole builds, other processes, laws over random input, a browser: what is not a unit.
SLOW = (
    "browser", "engines", "golden", "test_laws", "test_build", "test_contract", "test_crash", "test_hostile", "test_readme",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    """Mark what is slow by where it stands, so that ``-m "not slow"`` runs the units alone."""
    for item in items:
        if any(name in item.path.parts or name == item.path.stem for name in SLOW):
            item.add_marker(pytest.mark.slow)


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
