"""Pages of the test corpora, rendered once, and browsers to look at them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eventgraph.export import ExportOptions
from eventgraph.export.html import render
from eventgraph.model import Corpus
from tests.browser import chrome, stories


class Pages:
    """Renders a corpus to a file, once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, corpus: Any, language: str = "en", max_nodes: int = 5000) -> Path:
        path = self.folder / f"{name}-{language}.html"
        if not path.exists():
            made: Corpus = corpus()
            path.write_bytes(render(made, ExportOptions(language, max_nodes)))
        return path

    def story(self, language: str = "en") -> Path:
        return self("story", stories.story, language)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def driver() -> Any:
    if chrome.missing():
        pytest.skip(chrome.missing())
    pytest.importorskip("selenium")
    with chrome.browser() as started:
        yield started


@pytest.fixture
def story(driver: Any, pages: Pages) -> Any:
    """The story's page in a desktop window; at the end it must not have complained."""
    page = pages.story()
    chrome.open_page(driver, page)
    yield driver
    assert chrome.complaints(driver, page) == []
