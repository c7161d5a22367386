"""What cannot be judged is not published, and the user's own names count like the packaged ones."""

import pytest

import eventgraph
from eventgraph.extract import ExtractOptions, extract
from eventgraph.model import Part, Span, make_article
from eventgraph.pipeline import BuildOptions

SPANISH = """
schema = "eventgraph-ontology/1"
[types.other]
roles = ["agent", "place"]
[types.attack]
roles = ["agent", "place"]
label = { en = "Attack" }
[types.attack.es]
verbs = ["atacó"]
"""


def article(text, language):
    parts = (Part("main", (Span(0, len(text)),)),)
    return make_article(source=language, text=text, language=language, parts=parts)


@pytest.mark.parametrize("text", ["El grupo no atacó Damasco.", "El grupo atacó Damasco en 2015."])
def test_a_language_without_a_table_of_negation_asserts_nothing(tmp_path, text):
    (tmp_path / "own.toml").write_text(SPANISH, encoding="utf-8")
    options = ExtractOptions(ontology=tmp_path / "own.toml")
    (event,) = extract(article(text, "es"), options).events
    assert (event.type, event.status) == ("attack", "unknown")
    corpus = eventgraph.build([article(text, "es")], BuildOptions(extract=options))
    assert all(event.minor for event in corpus.events)
    assert corpus.timeline() == ()


def agents(options=None):
    text = "Norland's attack on the harbour killed five people."
    found = extract(article(text, "en"), options)
    (attack,) = (event for event in found.events if event.type == "attack")
    roles = {argument.text: argument.role for argument in attack.arguments}
    return {found.mentions[0].text: roles.get("Norland")}


@pytest.mark.parametrize(("name", "role"), [("Germany", "agent"), ("Hamburg", "place")])
def test_a_country_by_an_alias_of_ones_own_acts_like_any_country(tmp_path, name, role):
    path = tmp_path / "aliases.csv"
    path.write_text(f"name,alias,type,language\n{name},Norland,place,en\n", encoding="utf-8")
    assert agents(ExtractOptions(aliases=path)) == {"Norland": role}
