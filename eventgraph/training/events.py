"""Training all weights of events: ``eventgraph train-events --data PATH``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from eventgraph.errors import InputError
from eventgraph.extract import extract_all
from eventgraph.extract.triggers.tagger import use
from eventgraph.model import Span
from eventgraph.resolve.events.features import Features, features
from eventgraph.resolve.events.mentions import Report
from eventgraph.training import pair_scorer, trigger_tagger
from eventgraph.training.corpora import Annotated, read
from eventgraph.training.evaluation import Scores, evaluate
from eventgraph.training.pair_scorer import World, fit, pairs_of
from eventgraph.training.stories import is_stories, read_stories
from eventgraph.training.trigger_tagger import examples, train_tagger

STEPS = tuple(n / 4 for n in range(-8, 3))  # log-odds that are tried as the least of one event
PRECISION = (
    0.5  # beta of the F measure: to join what is two costs twice what to part what is one does
)

LANGUAGE = "en"  # of the annotated articles

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
            str(data), "no set with docs.jsonl and a gold.jsonl whose mentions have clusters"
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
        key=lambda scoring: sum(measure(world, scoring).f1 for world in worlds),
    )


def measure(world: World, scoring: Features) -> Scores:
    """How well a table clusters a corpus."""
    return evaluate(world, world.coreference(scoring).cluster(world.reports))


def train(data: Path, output: Path, say: Say) -> None:
    """Train on the split ``train`` of all sets, write the weights, and say how well they do elsewhere.

    The tagger comes first: pairs are learned from what is found with it.

    Args:
        data: A folder of sets, or a set itself.
        output: The package's folder, in which the weights are replaced.
        say: Takes what is to be reported, a line at a time.
    """
    sets = sets_of(data, "train")
    learned = train_tagger([one for found in sets.values() for one in examples(found)])
    use(LANGUAGE, learned)
    scoring = train_pairs([world_of(found) for found in sets.values()])
    _write(output / "extract" / "triggers" / f"{LANGUAGE}.json", trigger_tagger.written(learned))
    _write(output / "resolve" / "events" / "pair_weights.toml", pair_scorer.written(scoring))
    for name, found in sets_of(data, "dev").items():
        say(f"{name} dev: {shown(measure(world_of(found), scoring))}")


def leave_one_out(data: Path, say: Say) -> None:
    """Say how well each corpus is clustered by weights that the others teach.

    Corpora are the sets, and the stories with a careful reader's events that lie beside them. Of a set
    the split ``train`` teaches and ``dev`` is measured.

    Args:
        data: A folder of sets and stories.
        say: Takes what is to be reported, a line at a time.
    """
    teaching = {name: world_of(found) for name, found in sets_of(data, "train").items()}
    measured = {name: world_of(found) for name, found in sets_of(data, "dev").items()}
    stories = stories_of(data)
    corpora = {**teaching, **stories}
    known = {name: pairs_of(world) for name, world in corpora.items()}
    for name in corpora:
        others = [pairs for other, pairs in known.items() if other != name]
        if any(pairs.same for pairs in others):
            scoring = fit(others, features().enough)
            say(f"without {name}: {shown(measure({**stories, **measured}[name], scoring))}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def shown(scores: Scores) -> str:
    """Scores as a line."""
    (p, r), (q, s) = scores.b_cubed, scores.pairs
    return f"B-cubed P {p:.3f} R {r:.3f} F1 {scores.f1:.3f}; pairs P {q:.3f} R {s:.3f}"
