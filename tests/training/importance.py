"""Learn the weights of importance: ``python -m tests.training.importance DATA``.

DATA holds ``stories.json`` with ``stories/`` (which happenings an editor put into a chronology), and
``rows/judged.jsonl`` with ``days/docs.jsonl`` (rows of a timeline that a reader called key, acceptable or noise).
Prints the AUC of key or acceptable against noise, each corpus judged by weights that never saw it; with ``--write``
the packaged weights are replaced by those of all corpora together.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eventgraph import resolve as resolving
from eventgraph.extract import extract_all
from eventgraph.knowledge import load as load_knowledge
from eventgraph.model import Article
from eventgraph.ontology import load as load_ontology
from eventgraph.readers import read_sources
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.salience import importance

PENALTY = 1.0  # of the squared weights: a prior of unit variance
WORTH = {"key": 1.0, "acceptable": 0.7, "noise": 0.0}
TARGET = Path(importance.__file__).with_name(importance.WEIGHTS)


@dataclass(frozen=True)
class Example:
    """One event: its features, what a reader said of it, and how many like it the corpus has."""

    corpus: str
    features: tuple[float, ...]
    worth: float
    weight: float = 1.0


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", plain.replace("ـ", "")).strip()


def drafts_of(articles: list[Article]):
    """Drafts, standing and corpus of some articles, as a build sees them."""
    knowledge, ontology = load_knowledge(None), load_ontology(None)
    extractions = list(extract_all(articles))
    return resolving.understand(
        articles, extractions, knowledge=knowledge, ontology=ontology, decisions=Decisions()
    )


def story_examples(data: Path) -> Iterator[Example]:
    gold = json.loads((data / "stories.json").read_text("utf-8"))["stories"]
    for name, story in gold.items():
        articles = [
            a for a in read_sources([str(data / "stories" / name)]) if isinstance(a, Article)
        ]
        seen = drafts_of(articles)
        texts = {a.id: a.text for a in seen.articles}
        numbers = {a.id: re.search(r"(\d{2,3})\.", a.source).group(1) for a in seen.articles}
        for _, features, event in rows(seen):
            worth = max(
                (1.0 if told.get("key") else 0.6 for told in story["events"]
                 if tells(event, told, seen, texts, numbers)),
                default=0.0,
            )  # fmt: skip
            yield Example(name, features, worth)


def rows(seen):
    """Drafts with their features and the event that they become."""
    for draft, event in zip(seen.drafts, seen.composed(), strict=True):
        yield draft, importance.values(draft, seen.standing), event


def tells(event, told, seen, texts, numbers) -> bool:
    """Whether an event is the happening that a careful reader wrote down."""
    date = re.sub(r"[~?%]", "", event.date.edtf or "") or None
    if told["date"] is not None and date not in told["date"]:
        return False
    if told["type"] is not None and not any(
        t in fold(event.type) or t in fold(event.plover or "") for t in told["type"]
    ):
        return False
    names = {fold(n) for p in event.participants for n in seen.names(p.entity)}
    if not all(any(fold(alt) in n for alt in group for n in names) for group in told["who"]):
        return False
    said = fold(" ".join([event.title, *(
        (e.sentence or e.span).of(texts[e.article]) for e in event.evidence)]))  # fmt: skip
    if not all(fold(word) in said for word in told.get("words", [])):
        return False
    return bool({numbers[a] for a in event.articles} & {*told["articles"], *told.get("also", [])})


def judged_examples(data: Path) -> Iterator[Example]:
    judged = [
        json.loads(line) for line in (data / "rows" / "judged.jsonl").read_text("utf-8").splitlines()
    ]  # fmt: skip
    documents = [
        json.loads(line) for line in (data / "days" / "docs.jsonl").read_text("utf-8").splitlines()
    ]
    for corpus in ("libya", "mj"):
        wanted = {}
        for row in judged:
            if row["corpus"] == corpus:
                for quote in row["quotes"]:
                    trigger, _, sentence = quote.removeprefix("<").partition("> ")
                    wanted[fold(trigger), fold(sentence)[:200]] = WORTH[row["worth"]]
        kept = [d for d in documents if d["topic"] == corpus and any(
            sentence[:80] in fold(d["text"]) for _, sentence in wanted)]  # fmt: skip
        articles = list(as_articles(kept))
        seen = drafts_of(articles)
        texts = {a.id: a.text for a in seen.articles}
        for _, features, event in rows(seen):
            found = [
                wanted[key]
                for e in event.evidence
                if (key := (fold(e.text), fold((e.sentence or e.span).of(texts[e.article]))[:200])) in wanted
            ]  # fmt: skip
            if found:
                yield Example(corpus, features, max(found), 3.0)


def as_articles(documents) -> Iterator[Article]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "docs.jsonl"
        lines = (
            {
                "source": d["doc_id"],
                "text": d["text"],
                "published": d["published"],
                "language": "en",
            }
            for d in documents
        )
        path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        yield from (a for a in read_sources([str(path)]) if isinstance(a, Article))


def fit(examples: list[Example]) -> np.ndarray:
    """Weights of a logistic regression with bias first, by Newton's method; exact to rounding."""
    x = np.array([(1.0, *e.features) for e in examples])
    y = np.array([e.worth for e in examples])
    size = {
        c: sum(e.weight for e in examples if e.corpus == c) for c in {e.corpus for e in examples}
    }
    w = np.array([e.weight * 100 / size[e.corpus] for e in examples])  # each corpus counts alike
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
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        ranks[scores == value] = ranks[scores == value].mean()
    n = positive.sum()
    return (
        (ranks[positive].sum() - n * (n + 1) / 2) / (n * (len(scores) - n))
        if 0 < n < len(scores)
        else math.nan
    )


def report(examples: list[Example]) -> None:
    for corpus in sorted({e.corpus for e in examples}):
        held = [e for e in examples if e.corpus == corpus]
        b = fit([e for e in examples if e.corpus != corpus])
        scores = np.array([(1.0, *e.features) for e in held]) @ b
        good = np.array([e.worth >= 0.6 for e in held])
        kept = scores > 0
        print(
            f"{corpus:<8} {len(held):>5} events, {good.sum():>4} worth a row: AUC {auc(scores, good):.3f}, "
            f"rows {kept.sum()}, of them worth it {(kept & good).sum()}, missed {(~kept & good).sum()}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    examples = [*story_examples(chosen.data), *judged_examples(chosen.data)]
    report(examples)
    b = fit(examples)
    names = [f.name for f in importance.FEATURES]
    found = {
        "bias": round(float(b[0]), 2),
        "features": dict(sorted(zip(names, (round(float(v), 2) for v in b[1:]), strict=True))),
    }
    print(json.dumps(found, indent=1))
    if chosen.write:
        TARGET.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
