"""The main job on the sample articles: the same bytes every time, and nothing that no source says."""

import json
import os
import random
import subprocess
import sys

import pytest

from tests.conftest import SEEDS

OUTPUTS = ("index.html", "timeline.csv", "graph.json")


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "eventgraph", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def graph(built):
    return json.loads((built / "graph.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_bytes_do_not_depend_on_hash_seed_or_order(built, tmp_path, seed):
    inputs = sorted(SEEDS.rglob("*.*"))
    random.Random(seed).shuffle(inputs)
    folder = tmp_path / "shuffled"
    for number, path in enumerate(inputs):  # another order on disk, the same names
        target = folder / path.relative_to(SEEDS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        os.utime(target, (number, number))
    done = run("build", folder, "-o", tmp_path / "out", PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stderr.decode()
    for name in OUTPUTS:
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes(), name


def test_building_again_changes_nothing(built, tmp_path):
    first = {name: (built / name).read_bytes() for name in OUTPUTS}
    done = run("build", SEEDS, "-o", built)
    assert done.returncode == 0
    assert {name: (built / name).read_bytes() for name in OUTPUTS} == first


def test_every_offset_gives_its_text(graph, corpus):
    texts = {article.id: article.text for article in corpus.articles}
    for kind in ("events", "entities"):
        for thing in graph[kind]:
            for mention in thing["mentions"]:
                text = texts[mention["article"]]
                assert text[mention["start"] : mention["end"]] == mention["text"]
                if kind == "events":
                    start, end = mention["sentence"]
                    assert text[start:end] == mention["quote"]
                    assert start <= mention["start"] < mention["end"] <= end


def test_nothing_comes_from_boilerplate(graph):
    body = {article["id"]: article["body"] for article in graph["articles"]}
    for thing in graph["events"] + graph["entities"]:
        for m in thing["mentions"]:
            assert any(a <= m["start"] and m["end"] <= b for a, b in body[m["article"]]), m


def test_every_reference_leads_somewhere(graph):
    entities = {entity["id"] for entity in graph["entities"]}
    events = {event["id"] for event in graph["events"]}
    articles = {article["id"] for article in graph["articles"]}
    for event in graph["events"]:
        assert {p["entity"] for p in event["participants"]} | set(event["places"]) <= entities
        assert set(event["articles"]) == {m["article"] for m in event["mentions"]} <= articles
    for relation in graph["relations"]:
        assert {relation["source"], relation["target"]} <= entities
        assert set(relation["events"]) <= events


def test_dates_are_ordered(graph):
    for event in graph["events"]:
        if event["earliest"] and event["latest"]:
            assert event["earliest"] <= event["latest"], event["title"]
        assert (event["date"] is None) == (event["precision"] == "unknown")


def test_adding_an_article_ends_in_the_bytes_of_a_fresh_build(built, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    paths = sorted(p for p in SEEDS.rglob("*") if p.is_file())
    for path in paths:
        (folder / path.relative_to(SEEDS)).parent.mkdir(parents=True, exist_ok=True)
    for path in paths[1:]:
        (folder / path.relative_to(SEEDS)).write_bytes(path.read_bytes())
    assert run("build", folder, "-o", out).returncode == 0
    (folder / paths[0].relative_to(SEEDS)).write_bytes(paths[0].read_bytes())
    assert run("build", folder, "-o", out).returncode == 0
    for name in OUTPUTS:
        assert (out / name).read_bytes() == (built / name).read_bytes(), name
