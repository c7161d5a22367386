"""The table that pairs of drafts are scored by: each row by itself, its weight, and what `why` says."""

import pytest

from eventgraph.errors import DataError
from eventgraph.ontology import load as load_ontology
from eventgraph.resolve.events import features as tables
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.coreference import Coreference, probability
from eventgraph.resolve.events.features import AGAINST, NAMES, features, table
from eventgraph.resolve.events.mentions import gather
from eventgraph.resolve.places.geography import Geography
from tests.resolve.events.clustering import KNOWN, linked
from tests.resolve.events.telling import Told, article

DAY = "on 4 June 2019"


def pair(one, two, published=("2019-06-05", "2019-06-06"), more=()):
    """Two tellings of two articles side by side, other articles beside them."""
    told = [
        article(one, published=published[0], source="a"),
        article(two, published=published[1], source="b"),
        *(article(other, source=f"c{n}") for n, other in enumerate(more)),
    ]
    articles, extractions, found = linked(*told)
    geography = Geography(found.entities, KNOWN, articles)
    ontology = load_ontology()
    reports = gather(articles, extractions, found.chains, ontology)
    stories = Stories(reports, found.entities)
    coreference = Coreference(ontology, geography, stories)
    local = {draft.reports[0].article: draft for draft in coreference.local(reports)}
    return coreference.pair(local[told[0][0].id], local[told[1][0].id])


def value(name, both):
    """What a row gives for a pair."""
    return next(row.function(both) for row in features().rows if row.name == name)


ATTACK = Told("attack", agent="Anna Berg", patient="Karl Lund", place="Oslo", day=DAY)
SAID = Told("say", "statement", agent="Anna Berg")


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("same_word", ATTACK, ATTACK),
        ("like_word", ATTACK, Told("assault", place="Oslo")),
        ("very_like_word", Told("arrest", "arrest"), Told("arrests", "arrest")),
        ("same_type", ATTACK, Told("raid")),
        ("two_types", ATTACK, Told("raid", "other")),
        ("wide", SAID, Told("announce", "statement", agent="Anna Berg")),
        ("general", ATTACK, Told("stabbing")),
        ("story", ATTACK, ATTACK),
        ("some_story", ATTACK, ATTACK),
        ("same_word_story", ATTACK, ATTACK),
        ("like_word_story", ATTACK, Told("assault", patient="Karl Lund")),
        ("same_day", ATTACK, ATTACK),
        ("days_agree", ATTACK, Told("attack", day="in June 2019")),
        ("same_news", ATTACK, Told("attack")),
        ("same_place", ATTACK, ATTACK),
        ("within", ATTACK, Told("attack", place="Norway")),
        ("same_country", Told("attack", place="Norway"), Told("attack", place="Norway")),
        ("in_role", ATTACK, ATTACK),
        ("same_agent", ATTACK, Told("attack", agent="Anna Berg")),
        ("same_patient", ATTACK, Told("attack", patient="Karl Lund")),
        ("other_role", ATTACK, Told("attack", agent="Karl Lund")),
        ("beside", Told("attack", beside=("Ida Moe",)), Told("attack", beside=("Ida Moe",))),
        ("nobody_shared", ATTACK, Told("attack", agent="Ida Moe")),
        ("strangers", ATTACK, Told("attack", agent="Ida Moe")),
        ("numbers", Told(counts=(("killed", 9),)), Told(counts=(("killed", 9),))),
        ("other_numbers", Told(counts=(("killed", 9),)), Told(counts=(("killed", 12),))),
        ("one_expected", Told("attack"), Told("attack", status="planned")),
        ("other_speaker", SAID, Told("say", "statement", agent="Ida Moe")),
    ],
)  # fmt: skip
def test_a_row_speaks_where_its_reason_is_given(name, one, two):
    assert value(name, pair(one, two)) > 0


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("same_word", ATTACK, Told("raid")),
        ("like_word", ATTACK, ATTACK),
        ("same_type", SAID, SAID),
        ("two_types", ATTACK, Told("raid")),
        ("same_day", ATTACK, Told("attack", day="on 5 June 2019")),
        ("in_role", ATTACK, Told("attack", agent="Karl Lund", patient="Anna Berg")),
        ("same_agent", ATTACK, Told("attack", agent="Ida Moe")),
        ("strangers", ATTACK, Told("attack", agent="Ida Moe", beside=("Anna Berg",))),
        ("numbers", Told(counts=(("killed", 2),)), Told(counts=(("killed", 2),))),
        ("other_speaker", SAID, SAID),
        ("one_expected", ATTACK, ATTACK),
    ],
)
def test_a_row_is_silent_where_its_reason_is_not_given(name, one, two):
    assert value(name, pair(one, two)) == 0


def test_news_of_one_day_is_told_at_one_time_and_a_year_later_long_after():
    near = pair(Told("attack"), Told("attack"))
    far = pair(Told("attack"), Told("attack"), published=("2019-06-05", "2020-06-05"))
    assert value("same_news", near) == 1
    assert value("long_after", near) == 0
    assert value("same_news", far) == 0
    assert value("long_after", far) == 1


def test_a_rare_word_counts_more_than_a_common_one():
    often = [Told("attack", place="Bergen")] * 1 + [Told("attack", place="Kenya")]
    assert value("rare_word", pair(ATTACK, ATTACK, more=often)) < value(
        "rare_word", pair(ATTACK, ATTACK, more=[Told("vote", "election", place="Kenya")] * 1)
    )


def test_no_weight_speaks_against_the_meaning_of_its_row():
    for row in features().rows:
        assert row.weight <= 0 if row.name in AGAINST else row.weight >= 0, row.name


def test_reasons_are_the_rows_and_their_points_make_the_score():
    both = pair(ATTACK, ATTACK)
    reasons = {label: points for points, label in features().reasons(both)}
    for row in features().rows:
        points = row.weight * row.function(both)
        assert reasons.get(row.explanation, 0) == pytest.approx(points if round(points, 1) else 0)
    total = sum(row.weight * row.function(both) for row in features().rows)
    assert features().score(both) == pytest.approx(features().bias + total)


def test_what_agrees_in_all_is_surely_one_and_what_agrees_in_nothing_surely_is_not():
    assert probability(features().score(pair(ATTACK, ATTACK))) > 0.9
    strange = Told("attack", agent="Ida Moe", place="Kenya", day="on 5 May 2018")
    assert probability(features().score(pair(ATTACK, strange))) < 0.3


def test_every_row_has_its_weight_and_an_explanation_of_its_own():
    assert len({row.explanation for row in features().rows}) == len(NAMES) == len(set(NAMES))
    assert set(NAMES) >= AGAINST
    assert table({"same_word": 2.0}).rows[0].weight == 2.0


def test_weights_of_other_rows_are_damage(tmp_path, monkeypatch):
    path = tmp_path / "pair_weights.toml"
    path.write_text("bias = 0.0\nenough = 0.0\n[weights]\nmoon = 1.0\n", encoding="utf-8")
    monkeypatch.setattr(tables, "WEIGHTS", path)
    features.cache_clear()
    try:
        with pytest.raises(DataError, match="moon"):
            features()
    finally:
        features.cache_clear()
