"""Pictures of the page for people to look at, and the one in the README.

python -m tests.browser.screenshot                  docs/screenshot.png from the sample articles
python -m tests.browser.screenshot PAGE.html FOLDER pictures of a page in four sizes
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from eventgraph.pipeline import build_directory
from tests.browser import chrome

ROOT = Path(__file__).parents[2]
SIZES = ((1440, 900), (1024, 768), (390, 844), (1920, 1080))


def picture(
    page: Path, target: Path, width: int, height: int, fragment: str = "", *, dark: bool = False
) -> None:
    """One picture of a page in a window of that size."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with chrome.browser(width, height, dark=dark) as driver:
        chrome.open_page(driver, page, fragment)
        driver.save_screenshot(str(target))


def in_all_sizes(page: Path, folder: Path, fragment: str = "") -> list[Path]:
    """The page in four sizes, light and dark."""
    made = []
    for width, height in SIZES:
        for dark in (False, True):
            made.append(folder / f"{page.stem}-{width}x{height}{'-dark' if dark else ''}.png")
            picture(page, made[-1], width, height, fragment, dark=dark)
    return made


def main(arguments: list[str]) -> None:
    """Makes the README's picture, or pictures of a page that is given."""
    if len(arguments) == 2:
        in_all_sizes(Path(arguments[0]).resolve(), Path(arguments[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        built = build_directory([str(ROOT / "seeds")], Path(folder))
        most_told = max(built.events, key=lambda event: (len(event.articles), event.id))
        page = Path(folder) / "index.html"
        picture(page, ROOT / "docs/screenshot.png", 1440, 900, f"s={most_told.id}")


if __name__ == "__main__":
    main(sys.argv[1:])
