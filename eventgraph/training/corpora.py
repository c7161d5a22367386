"""Annotated articles as the set of one corpus: which words are events, and which of them are one.

A set is a folder with ``docs.jsonl`` (``doc_id``, ``split``, ``language``, ``published``, ``text``) and
``gold.jsonl`` (``doc_id``, ``mentions`` with ``start``, ``end``, ``cluster``, and ``scored``: the spans
that are annotated).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventgraph.errors import InputError
from eventgraph.model import Article, Part, Published, Span, make_article

OTHER = ""  # the cluster of a word that the annotation leaves out


@dataclass(frozen=True)
class Annotated:
    """An article and its annotation.

    Attributes:
        article: As the readers would give it; the whole text is body.
        mentions: Cluster by span, in text order.
        scored: What is annotated; outside nothing is known.
    """

    article: Article
    mentions: Mapping[Span, str]
    scored: tuple[Span, ...]

    def cluster_at(self, span: Span) -> str | None:
        """The event that words tell: `OTHER` for no event, none where nothing is annotated."""
        if not any(scored.start <= span.start < scored.end for scored in self.scored):
            return None
        found = (cluster for other, cluster in self.mentions.items() if other.overlaps(span))
        return next(found, OTHER)


def read(folder: Path, split: str) -> list[Annotated]:
    """The articles of one split of a set.

    Raises:
        InputError: A file is missing, a line is no JSON, or a document lacks a field.
    """
    gold = {row["doc_id"]: row for row in _rows(folder / "gold.jsonl", ("doc_id", "mentions"))}
    docs = _rows(folder / "docs.jsonl", ("doc_id", "split", "language", "text"))
    return [_annotated(doc, gold[doc["doc_id"]]) for doc in docs if doc["split"] == split]


def _annotated(doc: Mapping[str, Any], gold: Mapping[str, Any]) -> Annotated:
    text, day = doc["text"], doc.get("published")
    published = Published(day, "given") if day else None
    part = Part("main", (Span(0, len(text)),), published)
    article = make_article(
        source=doc["doc_id"], text=text, language=doc["language"], parts=(part,),
        published=published,
    )  # fmt: skip
    mentions = {Span(m["start"], m["end"]): m["cluster"] for m in gold["mentions"]}
    scored = tuple(Span(*span) for span in gold.get("scored", [[0, len(text)]]))
    return Annotated(article, mentions, scored)


def _rows(path: Path, fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise InputError(str(path), "no such file; a set has docs.jsonl and gold.jsonl")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
        except ValueError as problem:
            raise InputError(f"{path}:{number}", f"not JSON: {problem}") from problem
        if missing := [field for field in fields if field not in row]:
            raise InputError(f"{path}:{number}", f"no field {missing[0]!r}")
        yield row
