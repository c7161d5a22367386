"""The page on four screens: nothing sticks out, and pictures for people to look at.

Set EVENTGRAPH_SCREENSHOTS to a folder to keep the pictures.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from eventgraph.model import content_id
from tests.browser import chrome
from tests.browser.screenshot import SIZES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_page_fits_its_window(pages: Any, width: int, height: int, language: str) -> None:
    if chrome.missing():
        pytest.skip(chrome.missing())
    folder = os.environ.get("EVENTGRAPH_SCREENSHOTS")
    page = pages.story(language)
    with chrome.browser(width, height) as driver:
        for state, fragment in {"start": "", "event": f"s={content_id('v', 'fire')}"}.items():
            chrome.open_page(driver, page, fragment)
            over = driver.execute_script(
                "const d = document.documentElement; return [d.scrollWidth - d.clientWidth, d.scrollHeight - d.clientHeight]"
            )
            assert over == [0, 0]
            if folder:
                Path(folder).mkdir(parents=True, exist_ok=True)
                driver.save_screenshot(
                    str(Path(folder) / f"{language}-{state}-{width}x{height}.png")
                )
        assert chrome.complaints(driver, page) == []


def test_phone_shows_one_part_at_a_time(pages: Any) -> None:
    if chrome.missing():
        pytest.skip(chrome.missing())
    with chrome.browser(390, 844) as driver:
        chrome.open_page(driver, pages.story())
        shown = "return ['main', '#timeline', '#details', '#filters'].filter(s => document.querySelector(s).offsetParent !== null || getComputedStyle(document.querySelector(s)).display !== 'none')"
        assert driver.execute_script(shown) == ["#details"]
        for part, name in {"graph": "main", "timeline": "#timeline", "filters": "#filters"}.items():
            driver.find_element("css selector", f"[data-tab-of={part}]").click()
            assert driver.execute_script(shown) == [name]
        driver.find_element("css selector", "[data-tab-of=timeline]").click()
        driver.find_element(
            "css selector", f"#timeline [data-id='{content_id('v', 'fire')}']"
        ).click()
        assert driver.execute_script(shown) == ["#details"]
        assert chrome.complaints(driver, pages.story()) == []
