"""WCAG 2.2 AA as far as axe-core can tell; it comes from npm, for tests only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from eventgraph.model import content_id
from tests.browser import chrome

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_source() -> str:
    """The script of axe-core: from EVENTGRAPH_AXE, or from node_modules beside the project."""
    places = [os.environ.get("EVENTGRAPH_AXE", ""), str(HERE / "node_modules/axe-core/axe.min.js")]
    found = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if found is None:
        pytest.skip(
            "axe-core is not installed: npm install in tests/browser, or set EVENTGRAPH_AXE to its axe.min.js"
        )
    return found.read_text(encoding="utf-8")


STATES = {
    "start": "",
    "event": f"s={content_id('v', 'fire')}",
    "entity": f"s={content_id('e', 'khoury')}&mode=actors",
    "table": "view=table",
    "map": "view=map",
    "path": f"end={content_id('e', 'petrova')}&end={content_id('e', 'benali')}",
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(pages: Any, language: str, dark: bool, width: int) -> None:
    source = axe_source()
    if chrome.missing():
        pytest.skip(chrome.missing())
    with chrome.browser(width, 844, dark=dark) as driver:
        for name, fragment in STATES.items():
            chrome.open_page(driver, pages.story(language), fragment)
            if width == 390:
                driver.execute_script(
                    "document.querySelector(`[data-tab-of=${arguments[0]}]`).click()",
                    {"table": "graph", "map": "timeline"}.get(name, "details"),
                )
            driver.execute_script(source)
            found = driver.execute_async_script(
                "const done = arguments[1]; axe.run({runOnly: arguments[0]}).then(r => done(r.violations.map("
                "v => `${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')}`)))",
                RULES,
            )
            bad = [line for line in found if line.startswith(("serious", "critical"))]
            assert not bad, (name, bad)
