"""The sample articles against what a careful reader takes from them; see seeds.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import eventgraph
from eventgraph.names import fold

HERE = Path(__file__).parent
GOLD = tomllib.loads((HERE / "seeds.toml").read_text(encoding="utf-8"))
SEEDS = HERE.parents[1] / "seeds"


@pytest.fixture(scope="module")
def corpus():
    return eventgraph.build(eventgraph.read(str(SEEDS)))


@pytest.fixture(scope="module")
def rows(corpus):
    return corpus.timeline()


def names_of(corpus, ids):
    by_id = {entity.id: entity for entity in corpus.entities}
    return {fold(name) for id_ in ids for _, names in by_id[id_].names for name in names} | {
        fold(by_id[id_].name) for id_ in ids
    }


def day_of(event):
    return re.sub(r"[~?%]", "", event.date.edtf or "")


def tells(corpus, event, gold):
    if day_of(event) != gold["day"] or event.type not in gold["types"]:
        return False
    names = names_of(corpus, {p.entity for p in event.participants})
    return all(any(fold(n) in name for n in group for name in names) for group in gold["who"])


def numbers(corpus, event):
    sources = {article.id: article.source for article in corpus.articles}
    found = (re.search(r"/(\d\d)-", sources[id_]) for id_ in event.articles)
    return {match[1] for match in found if match}


def share(hits):
    return sum(hits) / len(hits)


def found(corpus, rows):
    return [[event for event in rows if tells(corpus, event, gold)] for gold in GOLD["happenings"]]


def missing(hits):
    return [gold["name"] for gold, hit in zip(GOLD["happenings"], hits, strict=True) if not hit]


def test_happenings_are_rows(corpus, rows):
    hits = [bool(events) for events in found(corpus, rows)]
    assert share(hits) >= GOLD["floors"]["found"], missing(hits)


def test_one_row_has_all_the_articles_that_tell_it(corpus, rows):
    hits = [
        any(set(gold["articles"]) <= numbers(corpus, event) for event in events)
        for gold, events in zip(GOLD["happenings"], found(corpus, rows), strict=True)
    ]
    assert share(hits) >= GOLD["floors"]["told"], missing(hits)


def test_stated_days_are_certain(corpus, rows):
    hits = [
        any(event.date.edtf == gold["day"] for event in events)
        for gold, events in zip(GOLD["happenings"], found(corpus, rows), strict=True)
        if events
    ]
    assert share(hits) >= GOLD["floors"]["dated"]


def is_false(corpus, event, gold):
    texts = {article.id: article.text for article in corpus.articles}
    if event.status not in gold["status"] or event.type not in gold.get("types", [event.type]):
        return False
    if gold.get("day") not in (None, day_of(event)):
        return False
    for role, name in gold.get("who", {}).items():
        names = names_of(corpus, {p.entity for p in event.participants if p.role == role})
        if not any(fold(name) in other for other in names):
            return False
    said = fold(" ".join((e.sentence or e.span).of(texts[e.article]) for e in event.evidence))
    return all(fold(word) in said for word in gold.get("words", []))


@pytest.mark.parametrize("gold", GOLD["never"], ids=lambda gold: gold["why"])
def test_nothing_false_is_told(corpus, gold):
    assert not [event.title for event in corpus.events if is_false(corpus, event, gold)]


@pytest.mark.parametrize("gold", GOLD["entities"], ids=lambda gold: gold["names"][0])
def test_an_entity_is_one_in_every_script(corpus, gold):
    bearers = [
        {entity.id for entity in corpus.entities if fold(name) in names_of(corpus, [entity.id])}
        for name in gold["names"]
    ]
    assert set.intersection(*bearers)


def test_no_title_mixes_scripts(rows):
    from eventgraph.skeleton.script import scripts_of

    assert not [event.title for event in rows if len(scripts_of(event.title)) > 1]
