"""Importance is a sum of checkable features with learned weights."""

import json

import pytest

from eventgraph.errors import DataError
from eventgraph.ontology import load
from eventgraph.resolve.salience import importance
from eventgraph.resolve.salience.importance import FEATURES, Standing, values, weights
from tests.resolve.salience.drafts import draft, report

STANDING = Standing(load(), {"a1": "a1", "a2": "a1", "a3": "a3"}, {"n1": 0.5})

SHOWN = {
    "headline": draft(report(headline=True)),
    "lead": draft(report(order=0)),
    "main": draft(report()),
    "lesser": draft(report(link="relative")),
    "nominal": draft(report(form="nominal")),
    "undated": draft(report()),
    "agent": draft(report(people=[("n1", "agent")])),
    "patient": draft(report(people=[("n1", "patient")])),
    "bare": draft(report()),
    "untyped": draft(report(type_="other")),
    "speech": draft(report(type_="statement")),
    "harm": draft(report()),
    "negated": draft(report(status="negated")),
    "unsure": draft(report(status="alleged")),
    "planned": draft(report(status="planned")),
    "sources": draft(report(), report("a3")),
    "retold": draft(report(), report(start=60)),
    "protagonist": draft(report(people=[("n1", "agent")])),
}
ABSENT = draft(
    report(type_="meeting", status="negated", link="relative", people=[("n2", "source")])
)


def value(name, of):
    return dict(zip((f.name for f in FEATURES), values(of, STANDING), strict=True))[name]


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_feature_is_seen_where_it_is(name):
    assert value(name, SHOWN[name]) > 0


@pytest.mark.parametrize("name", sorted(SHOWN.keys() - {"negated", "lesser", "undated"}))
def test_a_feature_is_not_seen_where_it_is_not(name):
    assert value(name, ABSENT) == 0


def test_copies_are_one_source():
    assert value("sources", draft(report(), report("a2"))) == 0


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_each_weight_moves_what_is_shown(name, monkeypatch):
    before = importance.importance(SHOWN[name], STANDING)
    table = weights()
    heavier = {**table.features, name: table.features[name] + 1}
    monkeypatch.setattr(importance, "weights", lambda: importance.Weights(table.bias, heavier))
    assert importance.importance(SHOWN[name], STANDING) > before


def test_reasons_are_the_features_that_count():
    reasons = {words: points for points, words in importance.explained(SHOWN["agent"], STANDING)}
    assert reasons["who did it is named"] == weights().features["agent"]


@pytest.mark.parametrize(
    "content", [b"{", b"[]", json.dumps({"bias": 0, "features": {"agent": 1}}).encode()]
)
def test_damaged_weights_are_named(content, monkeypatch, tmp_path):
    (tmp_path / importance.WEIGHTS).write_bytes(content)
    monkeypatch.setattr(importance, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match=r"importance\.json"):
        importance.weights.__wrapped__()
