"""A headless Chromium that tells what a page did: console, requests, violations."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = Path(os.environ.get("EVENTGRAPH_CHROMIUM", "/usr/bin/chromium"))
DRIVER = Path(os.environ.get("EVENTGRAPH_CHROMEDRIVER", "/usr/bin/chromedriver"))
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
]
# Runs before the page's own scripts: collects violations and errors, and carries the XSS sentinel.
WATCH = """
window.__bad = []; window.__xss = 0;
addEventListener('securitypolicyviolation', e => window.__bad.push('csp ' + e.violatedDirective + ' ' + e.blockedURI));
addEventListener('error', e => window.__bad.push('error ' + e.message));
addEventListener('unhandledrejection', e => window.__bad.push('rejection ' + e.reason));
"""


def missing() -> str:
    """Why no browser can be started; empty when one can."""
    absent = [str(path) for path in (CHROMIUM, DRIVER) if not path.exists()]
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def browser(
    width: int = 1440, height: int = 900, *, dark: bool = False, language: str = "en-GB"
) -> Any:
    """A driver whose window has that many CSS pixels."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in [*FLAGS, f"--window-size={width},{height}", f"--lang={language}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        still = [*scheme, {"name": "prefers-reduced-motion", "value": "reduce"}]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": still})
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        driver.set_script_timeout(60)
        yield driver
    finally:
        driver.quit()


def open_page(driver: Any, path: Path, fragment: str = "") -> None:
    """Opens a page from a file and waits until it is ready."""
    driver.get("about:blank")
    for log in ("browser", "performance"):
        driver.get_log(log)  # what an earlier page did
    driver.get(path.as_uri() + (f"#{fragment}" if fragment else ""))
    done = "const done = arguments[arguments.length - 1]; window.eventgraph.ready.then(() => requestAnimationFrame(() => done(1)))"
    driver.execute_async_script(done)


def complaints(driver: Any, page: Path) -> list[str]:
    """Console messages, violations, and every request but the page itself, since the last call."""
    bad = list(driver.execute_script("const bad = window.__bad; window.__bad = []; return bad"))
    bad += [f"console {entry['level']}: {entry['message']}" for entry in driver.get_log("browser")]
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"].split("#")[0]
            if url not in (page.as_uri(), "about:blank") and not url.startswith(("data:", "blob:")):
                bad.append(f"request {url[:200]}")
    if driver.execute_script("return window.__xss"):
        bad.append("the XSS sentinel is set")
    return bad
