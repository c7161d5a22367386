"""Training from annotated articles: what is read, what is learned, and that it comes out to the byte."""

import json

import pytest

from eventgraph.errors import InputError
from eventgraph.model import Span
from eventgraph.resolve.events.features import AGAINST, NAMES
from eventgraph.training.corpora import OTHER, read
from eventgraph.training.evaluation import b_cubed, pairwise
from eventgraph.training.events import is_set, sets_of
from eventgraph.training.pair_scorer import Pairs, fit, written

LINE = "Gunmen attacked a market in Oslo . The attack shook Norway ."


def made(folder, docs, gold):
    """A set of a few lines."""
    folder.mkdir(exist_ok=True)
    for name, rows in (("docs", docs), ("gold", gold)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def doc(**more):
    return {
        "doc_id": "d",
        "split": "train",
        "language": "en",
        "published": None,
        "text": LINE,
    } | more


GOLD = {
    "doc_id": "d",
    "mentions": [
        {"start": 7, "end": 15, "cluster": "one"},
        {"start": 39, "end": 45, "cluster": "one"},
    ],
    "scored": [[0, 34]],
}


def test_a_set_is_read_with_its_clusters(tmp_path):
    (one,) = read(made(tmp_path / "set", [doc(), doc(doc_id="d", split="dev")], [GOLD]), "train")
    assert one.cluster_at(Span(7, 15)) == "one"
    assert one.cluster_at(Span(18, 24)) == OTHER
    assert one.cluster_at(Span(39, 45)) is None  # outside what is annotated


@pytest.mark.parametrize(
    ("docs", "message"),
    [
        ('{"doc_id": "d"}\n', r"docs\.jsonl:1: no field 'split'"),
        ("{\n", r"docs\.jsonl:1: not JSON"),
        (None, r"docs\.jsonl: no such file"),
    ],
)
def test_a_broken_set_is_named(tmp_path, docs, message):
    folder = made(tmp_path / "set", [], [GOLD])
    if docs is None:
        (folder / "docs.jsonl").unlink()
    else:
        (folder / "docs.jsonl").write_text(docs, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read(folder, "train")


def test_a_folder_without_events_is_no_set(tmp_path):
    folder = made(tmp_path / "names", [doc()], [{"doc_id": "d", "entities": []}])
    assert not is_set(folder)
    with pytest.raises(InputError, match="no set with docs"):
        sets_of(tmp_path, "train")


def pairs():
    """Pairs in which one row tells all, one speaks the wrong way and the others say nothing."""
    telling, wrong = NAMES.index("same_word"), NAMES.index("other_numbers")
    values, same = [], []
    for number in range(200):
        row = [0.0] * len(NAMES)
        row[telling] = row[wrong] = float(number % 2)
        values.append(row)
        same.append(number % 2 == 1)
    return Pairs(values, same)


def test_what_tells_one_event_from_two_is_weighed():
    pytest.importorskip("sklearn")
    weights = {row.name: row.weight for row in fit([pairs()]).rows}
    assert weights["same_word"] > 1
    assert "other_numbers" in AGAINST
    assert {w for name, w in weights.items() if name != "same_word"} == {0.0}


def test_the_same_pairs_give_the_same_bytes():
    pytest.importorskip("sklearn")
    assert written(fit([pairs()])) == written(fit([pairs()]))


def test_words_that_are_often_events_have_a_higher_rate():
    from eventgraph.training.trigger_tagger import Example, rates_of

    found = [Example(0, "V kill", (), "kill", "", event=True)] * 9
    found += [Example(0, "N day", (), "day", "", event=False)] * 9
    rates = rates_of([*found, Example(0, "N once", (), "once", "", event=True)])
    assert rates["V kill"] > rates[""] > rates["N day"]
    assert "N once" not in rates


def test_clusters_that_are_the_gold_ones_are_right_in_all():
    told = [(1, "a"), (1, "a"), (2, "b")]
    assert b_cubed(told) == pairwise(told) == (1.0, 1.0)


def test_one_cluster_of_all_has_full_recall_and_poor_precision():
    told = [(1, "a"), (1, "a"), (1, "b"), (1, "c")]
    assert b_cubed(told)[1] == 1
    assert b_cubed(told)[0] == pytest.approx((4 + 1 + 1) / 16)
    assert pairwise(told) == (pytest.approx(1 / 6), 1.0)
