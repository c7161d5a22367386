"""The page's file: template, style, scripts and data put together, with a strict content policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from eventgraph import integrity
from eventgraph.errors import DataError
from eventgraph.export.html.schema import PageData
from eventgraph.languages import COMMON, all_languages
from eventgraph.languages import language as find_language

#: The page's scripts in the order in which they depend on one another; see each for what it does.
SCRIPTS = (
    "text.js",
    "dates.js",
    "scale.js",
    "place.js",
    "dom.js",
    "corpus.js",
    "state.js",
    "filter.js",
    "graph.js",
    "timeline.js",
    "details.js",
    "search.js",
    "map.js",
    "table.js",
    "save.js",
    "panel.js",
    "main.js",
)

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False, "shapeProperties": {"interpolation": False}},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "dragNodes": False,
        "keyboard": False,
        "tooltipDelay": 2**30,
    },
}


def assemble(data: PageData, language: str, labels: Mapping[str, str]) -> bytes:
    """The page of such data in an interface language, with what its event types are called.

    Raises:
        DataError: The file of words is not as expected.
    """
    words = load_words(language)
    words = {**words, "types": {**words["types"], **labels}}
    script = f"(() => {{\n'use strict';\n{''.join(_asset(name) for name in SCRIPTS)}}})();\n"
    style, vis = _asset("app.css"), vis_network()
    options = _drawing_options(len(data.entities) + len(data.events))
    gaps = {
        "lang": escape(words["ui"]["locale"].split("-")[0]),
        "direction": escape(words["ui"]["direction"]),
        "csp": content_policy(style, [vis, script]),
        "style": style,
        "vis": packed(vis),
        "script": script,
        "data": json_for_html({**data.plain(), "words": words, "options": options}),
    }
    return _filled(_asset("page.html"), gaps, words["ui"]).encode("utf-8")


def _filled(template: str, gaps: dict[str, str], words: dict[str, str]) -> str:
    """The template with every {{gap}} filled once; {{t.name}} is an escaped phrase."""

    def fill(gap: re.Match[str]) -> str:
        name = gap[1]
        return escape(words[name[2:]]) if name.startswith("t.") else gaps[name]

    return re.sub(r"\{\{([\w.]+)\}\}", fill, template)


def content_policy(style: str, scripts: list[str]) -> str:
    """A Content-Security-Policy under which only exactly these texts run and nothing is fetched.

    >>> content_policy("", [""]).split(";")[0]
    "default-src 'none'"
    """
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


# What ends a script element, what is no character, and what a terminal obeys that shows the file.
_UNSAFE = re.compile("[&<>\u2028\u2029\ud800-\udfff\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def json_for_html(data: Any) -> str:
    r"""JSON that cannot end the script element it stands in, whatever strings it holds.

    >>> json_for_html("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _drawing_options(nodes: int) -> dict[str, Any]:
    """Options for vis-network as pyvis hands them on."""
    from pyvis.network import Network

    network = Network()
    still = {"hideEdgesOnDrag": nodes > 3000, "hideEdgesOnZoom": nodes > 3000}
    options = {**_OPTIONS, "interaction": {**_OPTIONS["interaction"], **still}}
    network.set_options(json.dumps(options))
    chosen: dict[str, Any] = network.options
    return chosen


@cache
def vis_network() -> str:
    """The source of vis-network that the installed pyvis carries, the newest if there are several.

    Raises:
        DataError: It is not there, or could not stand inside a script element.
    """
    library = files("pyvis") / "templates" / "lib"
    found = sorted(
        (entry for entry in library.iterdir() if entry.name.startswith("vis-")), key=_version
    )
    if not found:
        raise DataError(
            f"{library}: no vis-network found; expected a folder vis-9.* as in pyvis 0.3"
        )
    script = integrity.member("pyvis", f"templates/lib/{found[-1].name}/vis-network.min.js")
    source = script.read_text(encoding="utf-8")
    source = re.sub(r"\n?//# sourceMappingURL=\S*", "", source)
    if "</script" in source.lower() or "<!--" in source:
        raise DataError(f"{found[-1]}: vis-network contains a script end tag; expected plain code")
    return source


def packed(source: str) -> str:
    """A script as zlib data in base64, a third of its size; the page unpacks it with DecompressionStream.

    The content policy still holds the hash of the unpacked script.
    """
    return base64.b64encode(zlib.compress(source.encode("utf-8"), 9)).decode("ascii")


def _version(entry: Traversable) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", entry.name)]


@cache
def _asset(name: str) -> str:
    return integrity.text(files(__package__) / "assets" / name)


def word_languages() -> tuple[str, ...]:
    """The languages that the page has words in, sorted.

    >>> "en" in word_languages()
    True
    """
    return tuple(found.code for found in all_languages() if found.section("interface"))


@cache
def load_words(language: str) -> dict[str, Any]:
    """The page's words in a language (its ``interface.toml``), English where there are none.

    Raises:
        DataError: The file is not as expected.

    >>> load_words("ar")["ui"]["direction"]
    'rtl'
    """
    common = find_language(COMMON).section("interface")
    own = find_language(language).section("interface")
    return {part: {**words, **own.get(part, {})} for part, words in common.items()}
