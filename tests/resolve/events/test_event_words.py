"""Words that point back, and what belongs together in one sentence."""

import pytest

from eventgraph.model import Argument, EventMention, Part, Span, make_article
from eventgraph.ontology import load
from eventgraph.resolve.events.anaphora import family, is_general, is_lasting, points_back
from eventgraph.resolve.events.causation import with_outcomes
from eventgraph.resolve.events.mentions import Report


@pytest.mark.parametrize(
    ("type_", "lemma", "expected"),
    [
        ("attack", "raid", "violence"),
        ("death", "killing", "violence"),
        ("disaster", "flood", "violence"),
        ("accident", "crash", "violence"),
        ("other", "tragedy", "violence"),
        ("other", "incident", "violence"),
        ("death", "funeral", "aftermath of violence"),
        ("death", "تشييع", "aftermath of violence"),
        ("meeting", "talks", "meeting"),
        ("trial", "verdict", "trial"),
        ("other", "paint", "other"),
    ],
)
def test_families(type_, lemma, expected):
    assert family(load(), type_, lemma) == expected


@pytest.mark.parametrize(
    ("lemma", "group", "general", "lasting"),
    [
        ("attack", "violence", True, False),
        ("Tragedy", "violence", True, False),
        ("stabbing", "violence", False, False),
        ("war", "violence", False, True),
        ("civil war", "violence", False, True),
        ("هجوم", "violence", True, False),
        ("حرب", "violence", False, True),
        ("talks", "meeting", True, False),
        ("talks", "violence", False, False),
    ],
)
def test_general_and_lasting_words(lemma, group, general, lasting):
    assert (is_general(lemma, group), is_lasting(lemma, group)) == (general, lasting)


def mention(text, word, type_="attack", arguments=(), start=0):
    at = text.index(word, start)
    return EventMention(
        Span(at, at + len(word)), word, word, type_, "asserted", "", None, arguments, (),
        Span(0, len(text)), 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "word", "definite"),
    [
        ("en", "The attack shook the port.", "attack", True),
        ("en", "Police said the deadly night attack was over.", "attack", True),
        ("en", "After Monday's attack he left.", "attack", True),
        ("en", "Those attacks were planned.", "attacks", True),
        ("en", "An attack shook the port.", "attack", False),
        ("en", "The old mayor of Bergen feared an attack.", "attack", False),
        ("fr", "Cette attaque a surpris la ville.", "attaque", True),
        ("fr", "Une attaque a surpris la ville.", "attaque", False),
        ("ar", "وقع الهجوم صباحا", "الهجوم", True),
        ("ar", "وقع هجوم صباحا", "هجوم", False),
        ("ar", "بعد هذا الحادث", "الحادث", True),
    ],
)
def test_pointing_back(language, text, word, definite):
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="a", text=text, language=language, parts=(part,))
    assert points_back(article, mention(text, word)) is definite


def reports(text, *told):
    """Reports of one sentence: a word, its type, and the words of its arguments by role."""
    found = []
    for word, type_, roles in told:
        arguments = tuple(
            Argument(role, Span(text.index(words), text.index(words) + len(words)), words)
            for role, words in roles.items()
        )
        one = mention(text, word, type_, arguments)
        kind = load().type(type_)
        found.append(
            Report("a", one, kind, family(load(), type_, word), None, (), (), None, "main", 0)
        )
    return found


@pytest.mark.parametrize(
    ("text", "told", "groups"),
    [
        (
            "Nine people were killed by two explosions.",
            [
                ("explosions", "attack", {}),
                ("killed", "death", {"patient": "Nine people", "agent": "two explosions"}),
            ],
            [{"explosions", "killed"}],
        ),
        (
            "The blast left 12 dead.",
            [("blast", "attack", {}), ("dead", "death", {})],
            [{"blast", "dead"}],
        ),
        (
            "The flood came after gunmen killed a guard.",
            [
                ("flood", "disaster", {}),
                ("killed", "death", {"agent": "gunmen", "patient": "a guard"}),
            ],
            [{"flood"}, {"killed"}],
        ),
        (
            "They met after the deaths.",
            [("met", "meeting", {}), ("deaths", "death", {})],
            [{"met"}, {"deaths"}],
        ),
        (
            "A raid" + " and so on" * 12 + " with deaths.",
            [("raid", "attack", {}), ("deaths", "death", {})],
            [{"raid"}, {"deaths"}],
        ),
    ],
)
def test_an_outcome_belongs_to_the_cause_in_its_sentence(text, told, groups):
    units = with_outcomes(reports(text, *told))
    assert [{report.mention.text for report in unit} for unit in units] == groups
