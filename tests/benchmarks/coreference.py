"""How well and how fast events are told apart: ``python -m tests.benchmarks.coreference``.

Made-up news of growing size whose events are known. Stories are told by one to forty articles; their
people also appear elsewhere, by Zipf's law; each happening has several words, is dated by most reports
and retold as background later. Prints seconds, the exponent that they grow with, and pairwise
precision and recall over all mentions.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import sys
import time
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from eventgraph.ontology import load as load_ontology
from eventgraph.resolve import resolve
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.entities.linking import link_entities
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.coreference import Coreference
from eventgraph.resolve.events.mentions import gather
from eventgraph.resolve.garbage_collection import uncollected
from eventgraph.resolve.places.geography import Geography
from tests.resolve.entities.linking_corpus import NOTHING
from tests.resolve.events.telling import Telling, Told

GROWTH = 1.15
FLOORS = (0.85, 0.50)
SIZES = (500, 5_000, 50_000)
TURNS = 20  # of the smallest corpus, fewer of larger ones: the least of them is what the work takes
WORDS = {
    "attack": ("attack", "bombing", "assault", "blast", "raid"),
    "meeting": ("meet", "talks", "meeting"),
    "call": ("call", "phone call"),
    "arrest": ("arrest", "detain", "detention"),
    "protest": ("protest", "demonstration", "rally"),
    "accident": ("crash", "collision", "derailment"),
    "trial": ("trial", "verdict", "sentence"),
    "agreement": ("agreement", "deal", "sign"),
    "appointment": ("appoint", "name"),
}
LENGTHS = (1, 1, 1, 2, 2, 3, 5, 8, 15, 40)  # articles that tell a story
SYLLABLES = (
    "ba",
    "do",
    "ker",
    "lin",
    "mo",
    "ra",
    "su",
    "tal",
    "ven",
    "zi",
    "fa",
    "gor",
    "hel",
    "nu",
)


@dataclass(frozen=True)
class Happening:
    """An event of the made-up world."""

    number: int
    type: str
    words: tuple[str, ...]
    agent: str
    patient: str
    place: str
    day: date
    killed: int


class World:
    """Names and stories, drawn by one source of chance."""

    def __init__(self, mentions: int, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.people = self._pool(int(8 * mentions**0.7), 2)
        self.places = self._pool(int(4 * mentions**0.6), 1)
        self.kinds = dict.fromkeys(self.places, "place")
        self.events = 0

    def _pool(self, size: int, words: int) -> list[str]:
        names: dict[str, None] = {}
        while len(names) < size:
            names[" ".join(self._word() for _ in range(words))] = None
        return list(names)

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((3, 4)))).capitalize()

    def pick(self, pool: list[str]) -> str:
        """A name, the first ones far more often."""
        return pool[bisect(_weights(len(pool)), self.chance.random() * _weights(len(pool))[-1])]

    def story(self) -> list[Happening]:
        """What happens in one story, by day."""
        cast = [self.pick(self.people) for _ in range(6)]
        scenes = [self.pick(self.places) for _ in range(3)]
        start = date(2015, 1, 1) + timedelta(self.chance.randrange(3000))
        count = self.chance.choice((4, 8, 12))
        days = sorted(start + timedelta(self.chance.randrange(40)) for _ in range(count))
        return [self.happening(cast, scenes, day) for day in days]

    def happening(self, cast: list[str], scenes: list[str], day: date) -> Happening:
        """One event among a cast."""
        self.events += 1
        kind = self.chance.choice(sorted(WORDS))
        agent, patient = self.chance.sample(cast, 2) if len(set(cast)) > 1 else (cast[0], "")
        words = tuple(self.chance.sample(WORDS[kind], min(3, len(WORDS[kind]))))
        killed = self.chance.choice((0, 0, self.chance.randrange(3, 90)))
        place = self.chance.choice(scenes)
        return Happening(self.events, kind, words, agent, patient, place, day, killed)


def _weights(size: int, made: dict[int, list[float]] = {}) -> list[float]:  # noqa: B006 - kept
    if size not in made:
        made[size] = list(itertools.accumulate(1 / (rank + 3) for rank in range(size)))
    return made[size]


def corpus(mentions: int):
    """Articles with their extractions, and the event of each mention."""
    world = World(mentions)
    made, truth, count = [], {}, 0
    while count < mentions:
        story = world.story()
        for _ in range(world.chance.choice(LENGTHS)):
            (article, extraction), events = write(world, story, len(made))
            made.append((article, extraction))
            for mention, event in zip(extraction.events, events, strict=True):
                truth[article.id, mention.span.start, mention.span.end] = event
            count += len(events)
    return made, truth


def write(world: World, story: list[Happening], number: int):
    """One article: its news told up to three times, and some of what came before."""
    chance = world.chance
    last = chance.randrange(len(story))
    telling = Telling(str(story[last].day + timedelta(1)), kinds=world.kinds)
    before = chance.sample(story[:last], min(last, chance.randrange(6)))
    told = [story[last]] * chance.randint(1, 3) + before
    for position, happening in enumerate(told):
        telling.tell(sentence(chance, happening, again=position > 0 and happening is told[0]))
    return telling.done(f"article {number}"), [happening.number for happening in told]


def sentence(chance: random.Random, happening: Happening, *, again: bool) -> Told:
    """How an article tells an event: now and then without who, where or when."""
    return Told(
        chance.choice(happening.words),
        happening.type,
        agent=happening.agent if chance.random() < 0.7 else "",
        patient=happening.patient if chance.random() < 0.7 else "",
        place=happening.place if chance.random() < 0.6 else "",
        day=f"on {happening.day:%-d %B %Y}" if chance.random() < (0.2 if again else 0.7) else "",
        the=again,
        counts=(("killed", happening.killed),)
        if happening.killed and chance.random() < 0.5
        else (),
    )


def pairwise(truth: dict, groups: list[list]) -> tuple[float, float]:
    """Precision and recall over all pairs of mentions."""
    found = sum(len(group) * (len(group) - 1) // 2 for group in groups)
    there = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    right = sum(
        n * (n - 1) // 2 for group in groups for n in Counter(truth[key] for key in group).values()
    )
    return right / max(1, found), right / max(1, there)


def cluster(made):
    """Drafts of the corpus, and the seconds that clustering alone took."""
    articles, extractions = zip(*sorted(made, key=lambda pair: pair[0].id), strict=True)
    linked = link_entities(articles, extractions, NOTHING, Decisions())
    geography = Geography(linked.entities, NOTHING, articles)
    start = time.process_time()
    with uncollected():  # as in resolution
        reports = gather(articles, extractions, linked.chains, load_ontology())
        stories = Stories(reports, linked.entities)
        drafts = Coreference(load_ontology(), geography, stories).cluster(reports)
    return drafts, time.process_time() - start


def resolution(made) -> float:
    """The seconds that resolving the corpus takes."""
    start = time.process_time()
    resolve(
        *zip(*made, strict=True), knowledge=NOTHING, ontology=load_ontology(),
        decisions=Decisions(),
    )  # fmt: skip
    return time.process_time() - start


def growth(points: list[tuple[int, float]]) -> float:
    """The exponent with which seconds grow from the first point to the last."""
    (small, fast), (large, slow) = points[0], points[-1]
    return math.log(slow / fast) / math.log(large / small)


def main() -> int:
    """Print a line per size; the exit code tells whether all floors hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the largest corpus out")
    parser.add_argument("--cluster", action="store_true", help="time clustering only")
    arguments = parser.parse_args()
    cluster(corpus(100)[0])  # word lists are loaded once
    clustering, whole, good = [], [], True
    for size in SIZES[:2] if arguments.quick else SIZES:
        made, truth = corpus(size)
        turns = max(1, TURNS * SIZES[0] // size)
        drafts, seconds = min((cluster(made) for _ in range(turns)), key=lambda found: found[1])
        groups = [[report.key for report in draft.reports] for draft in drafts]
        precision, recall = pairwise(truth, groups)
        good &= precision >= FLOORS[0] and recall >= FLOORS[1]
        clustering.append((len(truth), seconds))
        line = f"{len(truth):7} mentions {len(made):6} articles {len(set(truth.values())):6} events"
        line += f" {len(drafts):6} found  precision {precision:.3f}  recall {recall:.3f}"
        line += f"  clustering {seconds:7.2f} s"
        if not arguments.cluster:
            whole.append((len(truth), min(resolution(made) for _ in range(turns))))
            line += f"  resolving {whole[-1][1]:7.2f} s"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    for name, points in (("clustering", clustering), ("resolving", whole)):
        if points:
            exponent, step = growth(points), growth(points[-2:])
            good &= max(exponent, step) <= GROWTH
            sys.stdout.write(f"{name}: growth exponent {exponent:.2f}, last step {step:.2f}\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
