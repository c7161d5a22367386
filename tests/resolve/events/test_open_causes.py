"""What an explosion is depends on what any report of it says; a headline tells the event of its text."""

import pytest

from eventgraph.errors import DataError
from eventgraph.ontology import load
from tests.resolve.events.pipeline import events, text

BLAST = "An explosion killed nine people in Oslo on 4 June 2019."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (BLAST, "disaster"),
        ("A huge blast tore through Oslo on 4 June 2019.", "disaster"),
        ("A car bomb explosion killed nine people in Oslo on 4 June 2019.", "attack"),
        (BLAST + " Police said the attack was the work of a small group.", "attack"),
        (BLAST + "\nThe bombing was the second in the city.", "attack"),
        ("أسفر انفجار في أوسلو في 4 يونيو 2019 عن مقتل تسعة أشخاص.", "disaster"),
        ("أسفر انفجار سيارة مفخخة في أوسلو في 4 يونيو 2019 عن مقتل تسعة أشخاص.", "attack"),
    ],
)
def test_an_explosion_is_an_attack_where_a_report_says_so(words, expected):
    language = "en" if words.isascii() else "ar"
    assert events(text(words, "2019-06-05", language))[0].type == expected


def test_another_article_settles_what_one_leaves_open():
    calm = text(BLAST, "2019-06-05", source="a")
    firm = text("A suicide bombing killed nine people in Oslo on 4 June 2019.", "2019-06-05")
    assert {event.type for event in events(calm, firm)} == {"attack"}


def test_a_headline_with_a_place_tells_the_event_of_the_text_below():
    words = (
        "Explosion at Beirut port kills dozens\n"
        "A huge explosion tore through the port of Beirut on Tuesday evening, killing at least 100 people, "
        "officials in the city said, and the search for others went on."
    )
    found = [e for e in events(text(words, "2020-08-05")) if e.type == "disaster"]
    assert [(event.date.edtf, len(event.places)) for event in found] == [("2020-08-04", 2)]


def test_a_type_that_does_not_exist_is_named(tmp_path):
    path = tmp_path / "types.toml"
    path.write_text(
        'schema = "eventgraph-ontology/1"\n[types.other]\n[types.attack]\n'
        '[[types.attack.variants]]\nwords = ["blast"]\notherwise = "mishap"\n',
        encoding="utf-8",
    )
    with pytest.raises(DataError, match="'mishap' is not a type"):
        load(path)
