"""Stories with a careful reader's events as annotated articles.

A file of stories names, for each event, the articles that tell it, its days, types, names and words.
Where that fits one report of such an article and no other event fits it, the report tells the event;
of all other reports nothing is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from eventgraph.errors import InputError
from eventgraph.model import Article
from eventgraph.names import fold
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.resolve.events.mentions import Report


@dataclass(frozen=True)
class Story:
    """Articles, and the events that a careful reader found in them.

    Attributes:
        articles: By id.
        events: As the file has them.
    """

    articles: Mapping[str, Article]
    events: tuple[Mapping[str, Any], ...]

    def cluster_at(self, report: Report) -> str | None:
        """The event that a report tells, by its id; none where that is not known for sure."""
        fitting = [event for event in self.events if self._fits(event, report)]
        told = [event for event in fitting if event.get("words")] or fitting
        return str(told[0]["id"]) if len(told) == 1 else None

    def _fits(self, event: Mapping[str, Any], report: Report) -> bool:
        article = self.articles[report.article]
        file = PurePosixPath(article.source).stem
        told = (*event["articles"], *event.get("also", ()))
        if not any(file.startswith(name) for name in told):
            return False
        if event["type"] is not None and report.mention.type not in event["type"]:
            return False
        edtf = report.timex.edtf if report.timex else None
        if edtf and event["date"] is not None and edtf not in event["date"]:
            return False
        sentence = fold(report.mention.sentence.of(article.text))
        names = (any(fold(name) in sentence for name in group) for group in event["who"])
        words = (fold(word) in sentence for word in event.get("words", ()))
        return all(names) and all(words)


def read_stories(path: Path) -> Iterator[tuple[str, Story]]:
    """The stories of a file by name; their articles lie in the folder of its name beside it.

    Raises:
        InputError: The file is no JSON.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise InputError(str(path), f"not JSON: {problem}") from problem
    stories = data.get("stories") or {path.stem.removesuffix("_gold"): data}
    for name, story in sorted(stories.items()):
        beside = path.with_suffix("") / name if "stories" in data else path.parent / name
        items = read_sources([str(beside)], ReadOptions())
        articles = {item.id: item for item in items if isinstance(item, Article)}
        yield name, Story(articles, tuple(story["events"]))


def is_stories(path: Path) -> bool:
    """Whether a JSON file holds a careful reader's events."""
    return path.suffix == ".json" and '"who"' in path.read_text(encoding="utf-8")
