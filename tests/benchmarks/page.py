"""How fast the page is made and how fast it answers, beside pyvis's own page of the same graph.

    python tests/benchmarks/page.py [NODES ...]

Needs Debian's chromium and chromium-driver. Prints one row per size: seconds for positions in Python
and for the whole page, milliseconds until the graph is first drawn, milliseconds from a click (a
selection) to its painted frame (median of five), megabytes; and the same for pyvis's page where it
draws within a minute.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from eventgraph.export import ExportOptions
from eventgraph.export.html import render
from eventgraph.export.html.layout import place
from eventgraph.model import Corpus
from tests.browser import chrome, stories

SIZES = (200, 1000, 5000, 20000)
PATIENCE = 60  # seconds that pyvis's page may take

# From a selection to the frame after it is painted.
CLICK = """
const [id, done] = arguments; const start = performance.now();
eventgraph.select(id); requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""
FIRST = """
const done = arguments[0];
window.eventgraph.ready.then(() => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
"""
# pyvis leaves its network in a global; it has drawn once stabilisation is over or physics is off.
PYVIS = """
const done = arguments[0];
const look = () => (window.network || (typeof network !== 'undefined' && network))
  ? network.once('afterDrawing', () => done(performance.now())) || network.redraw() : setTimeout(look, 20);
look();
"""


def edges_of(corpus: Corpus) -> list[tuple[int, int]]:
    """Participant edges as pairs of node numbers."""
    number = {node.id: i for i, node in enumerate([*corpus.entities, *corpus.events])}
    return [(number[e.id], number[p.entity]) for e in corpus.events for p in e.participants]


def timed(call: Any) -> tuple[float, Any]:
    """Seconds and result of a call."""
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def ours(path: Path, corpus: Corpus) -> dict[str, float]:
    """First drawing and click to paint of the project's page."""
    with chrome.browser() as driver:
        driver.get(path.as_uri())
        first = driver.execute_async_script(FIRST)
        ids = [event.id for event in corpus.events[:: max(1, len(corpus.events) // 5)][:5]]
        shown = set(driver.execute_script("return eventgraph.visible()"))
        clicks = [driver.execute_async_script(CLICK, id_) for id_ in ids if id_ in shown]
    return {"first": first, "click": statistics.median(clicks)}


def pyvis_page(path: Path, corpus: Corpus) -> None:
    """The same graph as pyvis itself writes it, everything in the file, its defaults otherwise."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.nodes = [
        {"id": n.id, "label": getattr(n, "name", None) or getattr(n, "title", ""), "shape": "dot"}
        for n in [*corpus.entities, *corpus.events]
    ]
    network.edges = [{"from": e.id, "to": p.entity} for e in corpus.events for p in e.participants]
    path.write_text(network.generate_html(), encoding="utf-8", newline="\n")


def theirs(path: Path) -> float | None:
    """First drawing of pyvis's page; none when it takes too long."""
    from selenium.common.exceptions import TimeoutException, WebDriverException

    with chrome.browser() as driver:
        driver.set_page_load_timeout(PATIENCE)
        driver.set_script_timeout(PATIENCE)
        try:
            driver.get(path.as_uri())
            drawn: float = driver.execute_async_script(PYVIS)
        except (TimeoutException, WebDriverException):
            return None
        return drawn


def main(sizes: list[int]) -> None:
    """Prints the table."""
    if chrome.missing():
        sys.exit(chrome.missing())
    head = (
        "nodes",
        "edges",
        "layout s",
        "page s",
        "MB",
        "first draw ms",
        "click ms",
        "pyvis first draw ms",
        "ratio",
    )
    print(" | ".join(head))  # noqa: T201 - a benchmark prints
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            corpus = stories.generated(size)
            nodes, edges = len(corpus.entities) + len(corpus.events), edges_of(corpus)
            layout, _ = timed(lambda n=nodes, e=edges: place(n, e))
            options = ExportOptions(max_nodes=nodes)
            whole, content = timed(lambda c=corpus, o=options: render(c, o))
            path, beside = Path(folder) / f"{size}.html", Path(folder) / f"pyvis{size}.html"
            path.write_bytes(content)
            measured = ours(path, corpus)
            pyvis_page(beside, corpus)
            other = theirs(beside)
            row = (
                f"{nodes}", f"{len(edges)}", f"{layout:.2f}", f"{whole:.2f}", f"{len(content) / 1e6:.2f}",
                f"{measured['first']:.0f}", f"{measured['click']:.0f}",
                f"{other:.0f}" if other else f"> {PATIENCE * 1000}",
                f"{other / measured['first']:.1f}" if other else f"> {PATIENCE * 1000 / measured['first']:.0f}",
            )  # fmt: skip
            print(" | ".join(row), flush=True)  # noqa: T201 - a benchmark prints


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
