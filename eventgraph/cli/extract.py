"""``eventgraph extract``."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

import click

from eventgraph.cli import options
from eventgraph.model import Article, Skipped


@click.command()
@options.reading
def extract(inputs: tuple[str, ...], **chosen: Any) -> None:
    """Print names, dates and events of each article as a line of JSON."""
    from eventgraph.export.plain import inert_json
    from eventgraph.extract import extract_all
    from eventgraph.extraction_json import record
    from eventgraph.readers import read_sources

    skipped: list[Skipped] = []
    waiting: deque[Article] = deque()

    def articles() -> Iterator[Article]:
        for item in read_sources(inputs, options.read_options(chosen)):
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                waiting.append(item)
                yield item

    count = 0
    for extraction in extract_all(articles(), options.extract_options(chosen)):
        line = record(waiting.popleft(), extraction)
        click.echo(inert_json(json.dumps(line, ensure_ascii=False, sort_keys=True)))
        count += 1
    options.report_skipped(skipped)
    if not count:
        raise options.nothing_read()
