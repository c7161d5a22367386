"""Outputs that are not what the build wrote, and quotes in them that no article has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from eventgraph.check.offsets import Said, wrong
from eventgraph.files import digest_of
from eventgraph.model import Span
from eventgraph.store import Store

GRAPH = "graph.json"


def changed_outputs(store: Store, directory: Path) -> Iterator[str]:
    """A line for each output that is gone or has other bytes than the build wrote."""
    written = msgspec.json.decode(store.remembered("outputs") or b"{}", type=dict[str, str])
    for name, digest in sorted(written.items()):
        path = directory / name
        if not path.exists():
            yield f"{path}: is gone"
        elif digest_of(path) != digest:
            yield f"{path}: is not what the build wrote: changed by hand, or damaged"


def misquoted(store: Store, directory: Path) -> Iterator[str]:
    """A line for each mention, quote, date and figure of graph.json that its article does not have."""
    path = directory / GRAPH
    try:
        graph = json.loads(path.read_bytes())
    except (OSError, ValueError):  # told already: its bytes are not those that were written
        return
    texts = {article.id: article.text for article in store.every_article()}
    try:
        for line in (*wrong(_said(graph), texts), *_quotes(graph, texts)):
            yield f"{path}: {line}"
    except (KeyError, TypeError, AttributeError, IndexError):
        yield f"{path}: has not the shape of what the build wrote"


def _said(graph: Mapping[str, Any]) -> Iterator[Said]:
    for entity in graph["entities"]:
        for one in entity["mentions"]:
            yield "mention", one["article"], Span(one["start"], one["end"]), one["text"]
    for event in graph["events"]:
        for one in event["mentions"]:
            yield "trigger", one["article"], Span(one["start"], one["end"]), one["text"]
            if one["sentence"]:
                yield "quote", one["article"], Span(*one["sentence"]), one["quote"]
        for one in event["quantities"]:
            yield "quantity", one["article"], Span(one["start"], one["end"]), one["text"]


def _quotes(graph: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    """Dates that stand nowhere in the article that is said to state them."""
    for event in graph["events"]:
        for one in event["mentions"]:
            if one["timex"] and one["timex"]["text"] not in texts.get(one["article"], ""):
                yield f"date {one['timex']['text']!r} does not stand in article {one['article']}"
