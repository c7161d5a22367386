"""Training all weights of events: ``eventgraph train-events --data PATH``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from eventgraph.errors import InputError
from eventgraph.extract import extract_all
from eventgraph.model import Span
from eventgraph.resolve.events.features import Features
from eventgraph.resolve.events.mentions import Report
from eventgraph.training.corpora import Annotated, read
from eventgraph.training.evaluation import Scores, evaluate
from eventgraph.training.pair_scorer import World, fit, pairs_of, written
from eventgraph.training.stories import is_stories, read_stories

STEPS = tuple(n / 4 for n in range(-8, 3))  # log-odds that are tried as the least of one event
PRECISION = (
    0.5  # beta of the F measure: to join what is two costs twice what to part what is one does
)

Say = Callable[[str], object]


def sets_of(data: Path, split: str) -> dict[str, list[Annotated]]:
    """The annotated articles of a split, by set.

    Args:
        data: A folder of sets, or a set itself.
        split: train or dev.

    Raises:
        InputError: No set there has events that are one.
    """
    folders = [data, *sorted(path for path in data.iterdir() if path.is_dir())]
    found = {folder.name: read(folder, split) for folder in folders if is_set(folder)}
    if not found:
        raise InputError(
            f"{data}: no set with docs.jsonl and a gold.jsonl whose mentions have clusters"
        )
    return found


def is_set(folder: Path) -> bool:
    """Whether a folder holds articles in which the same events are marked."""
    gold = folder / "gold.jsonl"
    if not (gold.is_file() and (folder / "docs.jsonl").is_file()):
        return False
    with gold.open(encoding="utf-8") as lines:
        return '"cluster"' in lines.readline()


def world_of(annotated: Sequence[Annotated]) -> World:
    """A corpus read as the program reads any."""
    by_id = {one.article.id: one for one in annotated}

    def cluster_at(report: Report) -> str | None:
        _, start, end = report.key
        return by_id[report.article].cluster_at(Span(start, end))

    articles = [one.article for one in annotated]
    return World.of(articles, extract_all(articles), cluster_at)


def stories_of(data: Path) -> dict[str, World]:
    """The stories of a folder with a careful reader's events, each a corpus."""
    found = {}
    for path in filter(is_stories, sorted(data.glob("*.json"))):
        for name, story in read_stories(path):
            articles = list(story.articles.values())
            found[name] = World.of(articles, extract_all(articles), story.cluster_at)
    return found


def train_pairs(worlds: Sequence[World]) -> Features:
    """The table of pair scoring that some corpora teach, and the log-odds that join best in them."""
    fitted = fit(map(pairs_of, worlds))
    return max(
        (replace(fitted, enough=enough) for enough in STEPS),
        key=lambda scoring: sum(_gain(measure(world, scoring)) for world in worlds),
    )


def measure(world: World, scoring: Features) -> Scores:
    """How well a table clusters a corpus."""
    return evaluate(world, world.coreference(scoring).cluster(world.reports))


def _gain(scores: Scores) -> float:
    """The F measure of B-cubed in which precision is worth more than recall."""
    precision, recall = scores.b_cubed
    beta = PRECISION**2
    return (1 + beta) * precision * recall / (beta * precision + recall) if recall else 0.0


def train(data: Path, output: Path, say: Say) -> None:
    """Train on the split ``train`` of all sets, write the weights, and say how well they do elsewhere.

    Args:
        data: A folder of sets, or a set itself.
        output: The package's folder, in which the weights are replaced.
        say: Takes what is to be reported, a line at a time.
    """
    worlds = {name: world_of(found) for name, found in sets_of(data, "train").items()}
    scoring = train_pairs(list(worlds.values()))
    path = output / "resolve" / "events" / "pair_weights.toml"
    path.write_text(written(scoring), encoding="utf-8", newline="\n")
    for name, found in sets_of(data, "dev").items():
        say(f"{name} dev: {shown(measure(world_of(found), scoring))}")


def shown(scores: Scores) -> str:
    """Scores as a line."""
    (p, r), (q, s) = scores.b_cubed, scores.pairs
    return f"B-cubed P {p:.3f} R {r:.3f} F1 {scores.f1:.3f}; pairs P {q:.3f} R {s:.3f}"
