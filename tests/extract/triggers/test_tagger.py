"""What the trigger tagger adds to the words of a language, and how it marks it."""

import pytest

from eventgraph.extract import extract
from eventgraph.extract.triggers import tagger as tagging
from eventgraph.extract.triggers.features import features
from eventgraph.extract.triggers.tagger import tagger
from tests.resolve.events.pipeline import text


def found(words, language="en"):
    """Event mentions of a text by their words."""
    return {event.text: event for event in extract(text(words, language=language)).events}


def tokens(words):
    """The tokens of a parsed text."""
    from eventgraph.extract.passages import parse

    ((_, passages),) = parse([text(words)])
    return {token.text: token for passage in passages for token in passage.doc}


@pytest.mark.parametrize(
    ("words", "event", "thing"),
    [
        ("The heist at the Lund museum stunned Oslo.", "heist", "museum"),
        ("Anna Berg's acquisition of the mill was completed on Monday.", "acquisition", "mill"),
        ("The verdict against Karl Lund came after a long hearing.", "hearing", "long"),
    ],
)
def test_an_event_is_more_likely_one_than_a_thing(words, event, thing):
    judge, read = tagger("en"), tokens(words)
    assert judge.probability(read[event]) >= judge.enough > judge.probability(read[thing])


def test_function_words_and_numbers_are_no_events():
    judge, read = tagger("en"), tokens("He was 12 and, of course, with the others.")
    assert {judge.probability(read[word]) for word in ("He", "12", ",", "of", "the", "with")} == {0}


def test_what_only_the_tagger_finds_is_untyped_and_marked():
    words = "Anna Berg's acquisition of the mill drew criticism in Oslo on Monday."
    for event in found(words).values():
        assert 0 < event.prior <= 1
        if event.prior < 1:
            assert (event.type, event.status, event.timex) == ("other", "unknown", None)


def test_the_words_of_the_language_are_not_tagged_again():
    events = extract(text("Gunmen attacked a market in Oslo, killing nine people.")).events
    spans = [event.span for event in events]
    assert all(not a.overlaps(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
    assert {event.text for event in events if event.prior == 1} == {"attacked", "killing"}


def test_a_tagged_noun_has_the_names_around_it_in_their_roles():
    (event,) = [
        event
        for event in found("Anna Berg's acquisition of the mill was completed.").values()
        if event.text == "acquisition"
    ]
    roles = {(argument.role, argument.text) for argument in event.arguments}
    assert event.prior == 1 or {("agent", "Anna Berg"), ("patient", "mill")} <= roles


def test_a_language_without_weights_has_no_tagger():
    assert tagger("ar") is None
    assert all(
        event.prior == 1 for event in found("انفجرت قنبلة في السوق يوم الأحد.", "ar").values()
    )


def test_unknown_words_are_judged_by_the_mean_of_all():
    judge = tagger("en")
    assert judge.rate_of("N zzqx") == judge.rate[""]
    assert 0 < judge.rate[""] < 0.5


def test_a_higher_rate_makes_an_event_more_likely():
    judge = tagger("en")
    assert judge.rate_weight > 0
    assert judge.rate_of("V kill") > judge.rate_of("V be")


def test_features_name_the_place_in_the_parse():
    names = set(features(tokens("Gunmen attacked a market.")["attacked"]))
    assert {"pos=VERB", "dep=ROOT", "root", "subject", "object"} <= names


def test_the_licence_of_the_weights_lies_beside_them():
    licence = (tagging.FOLDER / "LICENSE-weights.txt").read_text(encoding="utf-8")
    assert "ECB+" in licence
    assert "CC BY 3.0" in licence
