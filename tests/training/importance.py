"""Learn the weights of importance: ``python -m tests.training.importance DATA [--write]``.

DATA holds ``stories.json`` with ``stories/`` (which happenings an editor put into a chronology),
``rows/judged.jsonl`` (rows that a reader called key, acceptable or noise) and the corpora that the labels of
``importance_labels.json`` are of. Prints the AUC of key or acceptable against noise, each corpus judged by
weights that never saw it; with ``--write`` the packaged weights are replaced by those of all corpora together.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eventgraph import resolve as resolving
from eventgraph.extract import extract_all
from eventgraph.knowledge import load as load_knowledge
from eventgraph.model import Article, Event
from eventgraph.ontology import load as load_ontology
from eventgraph.readers import read_sources
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.salience import importance
from tests.training.corpora import articles, corpora

PENALTY = 2.0  # of the squared weights, where each corpus weighs a hundred examples
WORTH = {"key": 1.0, "acceptable": 0.7, "noise": 0.0}
UNLISTED = 0.3  # of what an editor of a story did not list, but nobody called noise
ENOUGH = 0.6  # worth from which on an event is worth a row
TARGET = Path(importance.__file__).with_name(importance.WEIGHTS)
LABELS = Path(__file__).with_name("importance_labels.json")


@dataclass(frozen=True)
class Example:
    """One event: the corpus that it is of, its features, and what a reader said of it."""

    corpus: str
    features: tuple[float, ...]
    worth: float


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", plain.replace("ـ", "")).strip()


def key_of(trigger: str, sentence: str) -> str:
    """What names a judgement without a word of the text."""
    words = f"{fold(trigger)}|{fold(sentence)[:160]}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def understood(found: list[Article]) -> resolving.Understanding:
    return resolving.understand(
        found,
        list(extract_all(found)),
        knowledge=load_knowledge(None),
        ontology=load_ontology(None),
        decisions=Decisions(),
    )


def rows(seen: resolving.Understanding) -> Iterator[tuple[tuple[float, ...], Event]]:
    """Every event that may be a row, with its features."""
    for draft, event in zip(seen.drafts, seen.composed(), strict=True):
        if not draft.tagged:
            yield importance.values(draft, seen.standing), event


def judged(data: Path) -> Iterator[Example]:
    known = json.loads(LABELS.read_text("utf-8"))
    wanted = {**known["labels"], **dict(_shared_judgements(data))}
    for name, documents in corpora(data, known["documents"]).items():
        seen = understood(articles(documents))
        texts = {article.id: article.text for article in seen.articles}
        for features, event in rows(seen):
            keys = (
                key_of(e.text, (e.sentence or e.span).of(texts[e.article])) for e in event.evidence
            )
            if found := [WORTH[wanted[key]] for key in keys if key in wanted]:
                yield Example(name, features, max(found))


def _shared_judgements(data: Path) -> Iterator[tuple[str, str]]:
    for line in (data / "rows" / "judged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for quote in row["quotes"]:
            trigger, _, sentence = quote.removeprefix("<").partition("> ")
            yield key_of(trigger, sentence), row["worth"]


def stories(data: Path) -> Iterator[Example]:
    """Key events of an editor, other events that he lists, and all the rest."""
    gold = json.loads((data / "stories.json").read_text("utf-8"))["stories"]
    for name, story in gold.items():
        found = [a for a in read_sources([str(data / "stories" / name)]) if isinstance(a, Article)]
        seen = understood(found)
        texts = {article.id: article.text for article in seen.articles}
        for features, event in rows(seen):
            told = [t for t in story["events"] if tells(event, t, seen, texts)]
            worth = max((1.0 if t.get("key") else 0.7 for t in told), default=UNLISTED)
            yield Example(name, features, worth)


def tells(event: Event, told: dict, seen: resolving.Understanding, texts: dict[str, str]) -> bool:
    """Whether an event is the happening that a careful reader wrote down."""
    date = re.sub(r"[~?%]", "", event.date.edtf or "") or None
    if told["date"] is not None and date not in told["date"]:
        return False
    kinds = (fold(event.type), fold(event.plover or ""))
    if told["type"] is not None and not any(t in kind for t in told["type"] for kind in kinds):
        return False
    names = {fold(name) for p in event.participants for name in seen.names(p.entity)}
    if not all(any(fold(alt) in n for alt in group for n in names) for group in told["who"]):
        return False
    quotes = ((e.sentence or e.span).of(texts[e.article]) for e in event.evidence)
    said = fold(" ".join((event.title, *quotes)))
    return all(fold(word) in said for word in told.get("words", []))


def fit(examples: Sequence[Example]) -> np.ndarray:
    """Weights of a logistic regression with the bias first, by Newton's method."""
    x = np.array([(1.0, *e.features) for e in examples])
    y = np.array([e.worth for e in examples])
    size = {name: sum(e.corpus == name for e in examples) for name in {e.corpus for e in examples}}
    w = np.array([100 / max(100, size[e.corpus]) for e in examples])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.0
    b = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ b))
        gradient = x.T @ (w * (p - y)) + penalty * b
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        b -= step
        if np.abs(step).max() < 1e-10:
            break
    return b


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """How often a positive example stands before a negative one; ties count half."""
    if positive.all() or not positive.any():
        return math.nan
    good, bad = scores[positive][:, None], scores[~positive][None, :]
    return float((good > bad).mean() + (good == bad).mean() / 2)


def report(examples: Sequence[Example]) -> None:
    for corpus in sorted({e.corpus for e in examples}):
        held = [e for e in examples if e.corpus == corpus]
        b = fit([e for e in examples if e.corpus != corpus])
        scores = np.array([(1.0, *e.features) for e in held]) @ b
        good, kept = np.array([e.worth >= ENOUGH for e in held]), scores > 0
        print(
            f"{corpus:<9} {len(held):>4} judged, {good.sum():>4} worth a row: AUC {auc(scores, good):.3f}; "
            f"kept {kept.sum()}, of them {(kept & good).sum()} worth it, missed {(~kept & good).sum()}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    examples = [*stories(chosen.data), *judged(chosen.data)]
    report(examples)
    b = [round(float(value), 2) for value in fit(examples)]
    names = [feature.name for feature in importance.FEATURES]
    found = {"bias": b[0], "features": dict(sorted(zip(names, b[1:], strict=True)))}
    text = json.dumps(found, indent=1) + "\n"
    print(text, end="")
    if chosen.write:
        TARGET.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
