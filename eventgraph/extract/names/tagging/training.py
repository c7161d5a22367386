"""Train a language's name tagger on annotated articles: ``eventgraph train-ner ar --data PATH``.

The data is a folder with one or more sets, each with ``docs.jsonl`` (``doc_id``, ``split``,
``text``) and ``gold.jsonl`` (``doc_id``, ``entities`` with ``start``, ``end``, ``type``), or such a
set itself. Documents of the split ``train`` are used, and those of ``dev`` of the sets named in
`DEV_TOO`. The same data gives the same weights to the byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from eventgraph.errors import DataError, InputError
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.bio import TYPES, Chunk, tags_of
from eventgraph.extract.names.tagging.crf import WEIGHTS
from eventgraph.extract.names.tagging.features import features, sentence_ranges
from eventgraph.extract.names.tagging.lexicon import lexicon
from eventgraph.extract.names.tagging.word_forms import Looks
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import blank_words
from eventgraph.extract.passages import parse
from eventgraph.knowledge import load
from eventgraph.languages import all_languages
from eventgraph.languages import language as find_language
from eventgraph.model import Article, Part, Span, make_article

DEV_TOO = ("aqmar",)  # their dev split is training data too: another set's dev tells how good it is
PARAMETERS: Mapping[str, float] = {
    "c1": 0.2,
    "c2": 0.02,
    "max_iterations": 100,
    "feature.minfreq": 1,
}


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training gave.

    Attributes:
        path: The weights.
        documents: How many were learnt from.
        sha256: Of the documents and annotations learnt from, as read.
    """

    path: Path
    documents: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the names in it."""

    text: str
    names: tuple[Chunk, ...]


def train(language: str, data: Path, output: Path | None = None) -> Trained:
    """Train the name tagger of a language; takes a minute or two.

    Args:
        language: ISO 639-1 code of one whose ``language.toml`` says that it has a tagger of its own.
        data: Folder of sets, see the module.
        output: Where the weights go; by default into the language's package.

    Raises:
        InputError: The folder has no set, or a line of a set is not as expected.
        DataError: The language has no tagger that could be trained.
    """
    if not find_language(language).names.trainable:
        known = (found.code for found in all_languages() if found.names.trainable)
        raise DataError(
            f"no tagger to train for {language!r}; there is one for: {', '.join(known)}"
        )
    documents, digest = _read(data)
    path = output or _package_folder(language) / WEIGHTS
    _fit(language, documents, path)
    return Trained(path, len(documents), digest)


def _package_folder(language: str) -> Path:
    return Path(str(files(find_language(language).package)))


def _read(data: Path) -> tuple[list[Annotated], str]:
    folders = sorted(path.parent for path in data.rglob("docs.jsonl"))
    digest = hashlib.sha256()
    documents: list[Annotated] = []
    for folder in folders:
        splits = {"train", "dev"} if folder.name in DEV_TOO else {"train"}
        for line, document in _annotated(folder, splits):
            digest.update(line)
            documents.append(document)
    if not documents:
        raise InputError(
            str(data), "no set with docs.jsonl and gold.jsonl that has training documents"
        )
    return documents, digest.hexdigest()


def _annotated(folder: Path, splits: set[str]) -> Iterator[tuple[bytes, Annotated]]:
    for name in ("docs.jsonl", "gold.jsonl"):
        if not (folder / name).is_file():
            raise InputError(str(folder / name), "missing; a set has docs.jsonl and gold.jsonl")
    docs = (folder / "docs.jsonl").read_bytes().splitlines()
    gold = (folder / "gold.jsonl").read_bytes().splitlines()
    for number, (doc_line, gold_line) in enumerate(zip(docs, gold, strict=False), start=1):
        doc, names = _record(folder, number, doc_line), _record(folder, number, gold_line)
        if doc.get("split") in splits and "entities" in names:
            yield doc_line + b"\n" + gold_line + b"\n", _joined(folder, number, doc, names)


def _record(folder: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(line)
    except ValueError as problem:
        raise InputError(f"{folder}#{number}", f"not a JSON object: {problem}") from problem
    return record


def _joined(folder: Path, number: int, doc: dict[str, Any], gold: dict[str, Any]) -> Annotated:
    if doc["doc_id"] != gold["doc_id"]:
        raise InputError(
            f"{folder}#{number}", f"gold is of {gold['doc_id']!r}, not {doc['doc_id']!r}"
        )
    names = (Chunk(e["start"], e["end"], e["type"]) for e in gold["entities"])
    return Annotated(doc["text"], tuple(name for name in names if name.label in TYPES))


def _fit(language: str, documents: Sequence[Annotated], path: Path) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS)
    looks = Looks(lexicon(find_language(language).package))
    for reading, tags in _tagged(language, documents):
        rows = features(reading, looks)
        for sentence, row in zip(sentence_ranges(reading), rows, strict=True):
            trainer.append(row, tags[sentence.start : sentence.stop])
    trainer.train(str(path))


def _tagged(language: str, documents: Sequence[Annotated]) -> Iterator[tuple[Reading, list[str]]]:
    knowledge, words = load(), vocabulary(language)
    articles = [_article(language, number, d.text) for number, d in enumerate(documents)]
    for (_, passages), document in zip(parse(articles), documents, strict=True):
        reading = Reading.of(blank_words(passages), knowledge, words)
        yield reading, tags_of(_word_chunks(reading, document.names), len(reading.words))


def _article(language: str, number: int, text: str) -> Article:
    parts = (Part("main", (Span(0, len(text)),)),)
    return make_article(source=str(number), text=text, language=language, parts=parts)


def _word_chunks(reading: Reading, names: Sequence[Chunk]) -> Iterator[Chunk]:
    """Names as ranges of words instead of characters."""
    for name in names:
        touched = [
            index
            for index, word in enumerate(reading.words)
            if word.start < name.end and name.start < word.end
        ]
        if touched:
            yield Chunk(touched[0], touched[-1] + 1, name.label)
