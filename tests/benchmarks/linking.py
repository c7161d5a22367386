"""How well and how fast entities are linked: ``python -m tests.benchmarks.linking``.

Quality: pairwise precision and recall on the name pairs of ``tests/resolve/entities``, each name in an
article of its own, without and with the knowledge base. Time: made-up corpora of growing size whose
number of names grows like that of real news (Heaps' law, exponent 0.7), in two scripts.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import sys
import time
from bisect import bisect

from eventgraph.knowledge import load
from tests.resolve.entities.linking_corpus import NOTHING, article, link, said, score_pairs

FILES = ("pairs_en_ar.tsv", "pairs_en_ru.tsv")
FLOORS = (0.98, 0.90)
GROWTH = 1.15
SIZES = (2_000, 20_000, 200_000)
ONSETS = {
    "b": "ب", "t": "ت", "d": "د", "r": "ر", "z": "ز", "s": "س", "sh": "ش", "f": "ف", "k": "ك", "l": "ل",
    "m": "م", "n": "ن", "h": "ه", "j": "ج", "kh": "خ", "g": "غ", "v": "ف", "p": "ب", "": "ع",
}  # fmt: skip
KINDS = ("person", "person", "organization", "place")
VOWELS = {"a": "ا", "i": "ي", "o": "و", "u": "و"}
CODAS = {"": "", "n": "ن", "r": "ر", "l": "ل", "m": "م", "d": "د", "s": "س"}
SYLLABLES = [
    (a + b + c, x + y + z)
    for (a, x), (b, y), (c, z) in itertools.product(ONSETS.items(), VOWELS.items(), CODAS.items())
]


def show(line: str, end: str = "\n") -> None:
    """Print at once: the large corpus takes a while."""
    sys.stdout.write(line + end)
    sys.stdout.flush()


def quality() -> bool:
    """Print precision and recall of both files with and without the knowledge base."""
    good = True
    for label, knowledge in (("names alone", NOTHING), ("with knowledge base", load())):
        for file in FILES:
            score = score_pairs(file, knowledge)
            good &= score.precision >= FLOORS[0] and score.recall >= FLOORS[1]
            show(f"{label:20} {file:18} precision {score.precision:.3f}  recall {score.recall:.3f}")
            for kind, found in (("wrong", score.wrong), ("missed", score.missed)):
                show("".join(f"    {kind}: {a[0]} = {b[0]}\n" for a, b in found), end="")
    return good


def corpus(mentions: int, seed: int = 7):
    """Articles of a dozen chains, names drawn by Zipf's law from a pool that grows by Heaps' law."""
    chance = random.Random(seed)
    size = int(6 * mentions**0.7)
    surnames, given = ([_word(chance) for _ in range(int(size**half) * 4)] for half in (0.6, 0.5))
    pool = [
        (chance.choice(KINDS), chance.choice(given), chance.choice(surnames)) for _ in range(size)
    ]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(pool) + 1)))
    made, count, number = [], 0, 0
    while count < mentions:
        language = chance.choice(["en", "en", "ar"])
        people = {bisect(weights, chance.random() * weights[-1]) for _ in range(12)}
        chains = [_said(chance, pool[min(n, len(pool) - 1)], language) for n in sorted(people)]
        made.append(article(f"source {number}", chains, language))
        count += len(made[-1][1].mentions)
        number += 1
    return made


def _word(chance: random.Random) -> tuple[str, str]:
    """A name in Latin and in Arabic letters."""
    syllables = [chance.choice(SYLLABLES) for _ in range(chance.choice([2, 2, 3]))]
    latin, arabic = zip(*syllables, strict=True)
    return "".join(latin).capitalize(), "".join(arabic)


def _said(chance: random.Random, one, language: str):
    kind, *words = one
    given, surname = (word[language == "ar"] for word in words)
    if kind == "place":
        return said(given + surname.lower(), type=kind)
    if kind == "person" and chance.random() < 0.2:
        return said(surname, type=kind, titles=("minister",))
    return said(f"{given} {surname}", *([surname] * chance.choice([0, 1, 2])), type=kind)


def growth(sizes=SIZES) -> bool:
    """Print seconds per size and the exponent that time grows with."""
    knowledge = load()
    points = []
    for size in sizes:
        made = corpus(size)
        mentions = sum(len(extraction.mentions) for _, extraction in made)
        start = time.process_time()
        linked = link(*made, knowledge=knowledge)
        points.append((mentions, time.process_time() - start))
        show(f"{mentions:8} mentions {len(linked.entities):7} entities {points[-1][1]:8.2f} s")
    exponent = math.log(points[-1][1] / points[0][1]) / math.log(points[-1][0] / points[0][0])
    last = math.log(points[-1][1] / points[-2][1]) / math.log(points[-1][0] / points[-2][0])
    show(f"growth exponent {exponent:.2f} over all, {last:.2f} over the last step")
    return exponent <= GROWTH


def main() -> int:
    """Run both; the exit code tells whether all floors hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the largest corpus out")
    arguments = parser.parse_args()
    good = quality()
    return 0 if growth(SIZES[:2] if arguments.quick else SIZES) and good else 1


if __name__ == "__main__":
    sys.exit(main())
