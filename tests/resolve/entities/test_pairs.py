"""The floors of cross-lingual linking, on pairs of public names; half of them only look alike."""

import pytest

from eventgraph.knowledge import load
from tests.resolve.entities.linking_corpus import NOTHING, read_pairs, score_pairs

FILES = {"pairs_en_ar.tsv": 150, "pairs_en_ru.tsv": 50}


@pytest.mark.parametrize("file", FILES)
def test_there_are_enough_pairs_and_half_are_different(file):
    rows = read_pairs(file)
    different = sum(row["verdict"] == "different" for row in rows)
    assert len(rows) >= FILES[file]
    assert 0.45 <= different / len(rows) <= 0.55
    assert len({(row["english"], row["other"], row["type"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("knowledge", [NOTHING, None], ids=["names alone", "with knowledge base"])
@pytest.mark.parametrize("file", FILES)
def test_pairwise_precision_and_recall(file, knowledge):
    score = score_pairs(file, knowledge or load())
    assert score.precision >= 0.98, score.wrong
    assert score.recall >= 0.90, score.missed
