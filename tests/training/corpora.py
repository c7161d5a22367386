"""News as a desk has it, of the development data: what judged rows are from."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eventgraph.model import Article
from eventgraph.readers import read_sources

Document = dict[str, Any]


FOLDERS = {"ecbplus": "ecbplus", "libya": "days", "meantime": "meantime_apple", "mj": "days"}


def corpora(data: Path, wanted: dict[str, list[str]]) -> dict[str, list[Document]]:
    """The documents of these ids, by set: each set is one corpus."""
    return {
        name: [d for d in _documents(data / FOLDERS[name]) if d["doc_id"] in set(ids)]
        for name, ids in sorted(wanted.items())
    }


def _documents(folder: Path) -> Iterator[Document]:
    for line in (folder / "docs.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        if folder.name != "days":
            document["text"] = untokenised(document["text"])
        yield document


def untokenised(text: str) -> str:
    """A text whose words were parted by blanks, as it was written."""
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r" ('s|'re|'ve|n't|'m|'ll|'d)\b", r"\1", text)
    return re.sub(r" ?''", '"', re.sub(r"`` ?", '"', text))


def articles(documents: list[Document]) -> list[Article]:
    """The documents as the readers give them."""
    lines = (
        {"source": d["doc_id"], "text": d["text"], "published": d["published"], "language": "en"}
        for d in documents
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "docs.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        return [a for a in read_sources([str(path)]) if isinstance(a, Article)]
