import pytest

from tests.resolve.entities.linking_corpus import (
    NOTHING,
    SOME,
    article,
    entity_of,
    link,
    said,
    together,
)

PLACE = {"type": "place"}
GROUP = {"type": "organization"}


def test_no_articles_no_entities():
    assert link().entities == ()


def test_full_name_in_two_articles_is_one_person():
    linked = link(article("a", [said("Mona Rashid")]), article("b", [said("Mona Rashid")]))
    assert [len(e.articles) for e in linked.entities] == [2]


def test_every_named_chain_has_an_entity():
    pair = article("a", [said("Mona Rashid"), said("Cairo", **PLACE)])
    linked = link(pair)
    assert set(linked.chains) == {(pair[0].id, 0), (pair[0].id, 1)}
    assert set(linked.chains.values()) == {e.id for e in linked.entities}


def test_entities_are_sorted_by_id_and_evidence_by_article_and_offset():
    linked = link(*(article(s, [said("Mona Rashid"), said("Omar Haddad")]) for s in "cab"))
    assert [e.id for e in linked.entities] == sorted(e.id for e in linked.entities)
    for entity in linked.entities:
        marks = [(m.article, m.span) for m in entity.evidence]
        assert marks == sorted(marks)


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("داعش", "Islamic State", GROUP),
        ("Daesh", "تنظيم الدولة الإسلامية", GROUP),
        ("قسد", "Syrian Democratic Forces", GROUP),
        ("Putin", "فلاديمير بوتين", {}),
        ("موسكو", "Moscow", PLACE),
        ("سورية", "Syria", PLACE),
    ],
)
def test_alias_table_joins(one, other, beside):
    linked = link(
        article("a", [said(one, **beside)]), article("b", [said(other, **beside)]), knowledge=SOME
    )
    assert together(linked, one, other)
    assert any("alias table" in reason for reason in entity_of(linked, one).reasons)


def test_known_entity_has_english_name_id_country_and_coordinates():
    linked = link(article("a", [said("موسكو", **PLACE)], "ar"), knowledge=SOME)
    entity = entity_of(linked, "موسكو")
    assert (entity.name, entity.knowledge, entity.country) == ("Moscow", "place:moscow-ru", "RU")
    assert entity.coordinates == (55.75, 37.62)
    assert entity.names == (("ar", ("موسكو",)),)


def test_moscow_and_the_kremlin_stay_two():
    linked = link(article("a", [said("Moscow", **PLACE), said("Kremlin", **GROUP)]), knowledge=SOME)
    assert not together(linked, "Moscow", "Kremlin")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ayman Qasim", "أيمن قاسم"),
        ("Sergei Vakulenko", "Сергей Вакуленко"),
        ("Jonathan Pritchard", "جوناثان بريتشارد"),
        ("Giulia Ferrante", "جوليا فيرانتي"),
    ],
)
def test_sound_joins_across_scripts(one, other):
    linked = link(article("a", [said(one)]), article("b", [said(other)], "ar"))
    assert together(linked, one, other)
    assert any(
        "consonants" in reason and "score" in reason for reason in entity_of(linked, one).reasons
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hussein Arnous", "Saddam Hussein"),
        ("حسين عرنوس", "Saddam Hussein"),
        ("Bashar Kamal", "ماهر كمال"),
        ("Karim Nasser", "كريمة نصير"),
        ("Anna Petrova", "Иван Петров"),
        ("Hassan Haddad", "Hussein Haddad"),
    ],
)
def test_people_who_look_alike_stay_two(one, other):
    linked = link(article("a", [said(one)]), article("b", [said(other)]))
    assert not together(linked, one, other)


def test_two_chains_of_one_article_stay_two():
    linked = link(article("a", [said("Mohammed Khalil"), said("Muhammed Khalil")]))
    assert not together(linked, "Mohammed Khalil", "Muhammed Khalil")


def test_a_gloss_in_another_script_is_no_second_person():
    linked = link(article("a", [said("أيمن قاسم"), said("Ayman Qasim")], "ar"))
    assert together(linked, "أيمن قاسم", "Ayman Qasim")


def test_role_and_country_name_the_holder_on_the_day():
    nominal = {"titles": ("president",), "country": "TR", "level": "nominal"}
    linked = link(
        article("a", [said("the Turkish president", **nominal)], day="2010-05-01"),
        article(
            "b", [said("الرئيس التركي", **(nominal | {"titles": ("الرئيس",)}))], "ar", "2024-03-23"
        ),
        knowledge=SOME,
    )
    assert entity_of(linked, "the Turkish president").name == "Abdullah Gul"
    assert entity_of(linked, "الرئيس التركي").name == "Recep Tayyip Erdogan"


def test_role_in_an_undated_article_is_the_holder_in_the_news():
    nominal = {"titles": ("president",), "country": "TR", "level": "nominal"}
    linked = link(
        article("a", [said("the Turkish president", **nominal)]),
        article("b", [said("أردوغان")], "ar"),
        knowledge=SOME,
    )
    assert together(linked, "the Turkish president", "أردوغان")


def test_somebody_undescribed_is_no_entity():
    linked = link(
        article("a", [said("the official", level="nominal", titles=("official",))]), knowledge=SOME
    )
    assert linked.entities == ()
    assert linked.chains == {}


@pytest.mark.parametrize(
    ("company", "country"),
    [(said("Lebanon", **PLACE), "LB"), (said("Libya", **PLACE), "LY"), (said("Omar Haddad"), "LY")],
)
def test_place_follows_the_company_it_keeps(company, country):
    linked = link(article("a", [said("Tripoli", **PLACE), company, company]), knowledge=SOME)
    assert entity_of(linked, "Tripoli").country == country


def test_stated_country_decides_the_place():
    linked = link(article("a", [said("Tripoli", country="LB", **PLACE)]), knowledge=SOME)
    assert entity_of(linked, "Tripoli").coordinates == (34.43, 35.84)


def test_person_evidence_beats_place_evidence():
    linked = link(article("a", [said("فلاديمير")], "ar"), knowledge=SOME)
    assert entity_of(linked, "فلاديمير").type == "person"


def test_known_type_repairs_a_wrong_one():
    linked = link(
        article("a", [said("Palmyra")]), article("b", [said("Daesh", **PLACE)]), knowledge=SOME
    )
    assert entity_of(linked, "Palmyra").type == "place"
    assert entity_of(linked, "Daesh").type == "organization"


def test_titled_person_is_no_place():
    linked = link(article("a", [said("Palmyra", titles=("Ms",))]), knowledge=SOME)
    assert entity_of(linked, "Palmyra").type == "person"


def test_majority_of_articles_repairs_an_unknown_type():
    right = [article(s, [said("Al-Qantara Brigade", **GROUP)]) for s in "abc"]
    linked = link(*right, article("d", [said("Al-Qantara Brigade", **PLACE)]))
    assert [e.type for e in linked.entities] == ["organization"]


def test_acronym_is_its_expansion():
    linked = link(
        article("a", [said("Global Relief Network", **GROUP)]), article("b", [said("GRN", **GROUP)])
    )
    assert together(linked, "Global Relief Network", "GRN")


def test_two_expansions_of_one_acronym_stay_two():
    linked = link(
        article("a", [said("Global Relief Network", **GROUP)]),
        article("b", [said("GRN", **GROUP)]),
        article("c", [said("Gulf Research Nexus", **GROUP)]),
    )
    assert not together(linked, "Global Relief Network", "Gulf Research Nexus")


def test_article_that_uses_both_names_joins_the_others():
    linked = link(
        article("a", [said("Harakat al-Sabireen", "Movement of the Patient", **GROUP)]),
        article("b", [said("Movement of the Patient", **GROUP)]),
    )
    assert together(linked, "Harakat al-Sabireen", "Movement of the Patient")


def test_surname_with_agreeing_context_is_its_only_bearer():
    spokesman = {"titles": ("spokesman",), "country": "US"}
    linked = link(
        article("a", [said("Peter Millbrook", **spokesman)]),
        article("b", [said("Millbrook", **spokesman)]),
    )
    assert together(linked, "Peter Millbrook", "Millbrook")
    assert any("surname" in reason for reason in entity_of(linked, "Millbrook").reasons)


def test_surname_in_another_script_is_its_only_bearer():
    linked = link(
        article("a", [said("Peter Millbrook", titles=("spokesman",), country="US")]),
        article("b", [said("ميلبروك", titles=("المتحدث",), country="US")], "ar"),
        knowledge=SOME,
    )
    assert together(linked, "Peter Millbrook", "ميلبروك")


def test_surname_without_context_stays_its_own():
    linked = link(article("a", [said("Peter Millbrook")]), article("b", [said("Millbrook")]))
    assert not together(linked, "Peter Millbrook", "Millbrook")


def test_surname_with_another_country_stays_its_own():
    linked = link(
        article(
            "a", [said("Peter Millbrook", titles=("minister",), country="US"), said("Omar Haddad")]
        ),
        article("b", [said("Millbrook", titles=("minister",), country="AU"), said("Omar Haddad")]),
    )
    assert not together(linked, "Peter Millbrook", "Millbrook")


def test_company_tells_two_bearers_apart():
    linked = link(
        article(
            "a",
            [
                said("Peter Millbrook"),
                said("Omar Haddad"),
                said("Lina Aswad"),
                said("Zed Corp", **GROUP),
            ],
        ),
        article("b", [said("Susan Millbrook"), said("Kofi Mensah")]),
        article(
            "c",
            [said("Millbrook"), said("Omar Haddad"), said("Lina Aswad"), said("Zed Corp", **GROUP)],
        ),
    )
    assert together(linked, "Peter Millbrook", "Millbrook")
    assert not together(linked, "Susan Millbrook", "Millbrook")


def test_famous_bearer_of_a_surname_yields_to_one_in_the_article():
    linked = link(article("a", [said("Hussein Arnous"), said("Hussein")]), knowledge=SOME)
    assert entity_of(linked, "Hussein").knowledge is None


def test_names_per_language_most_frequent_first():
    linked = link(
        article(
            "a",
            [
                said("Assad"),
            ],
        ),
        article("b", [said("Bashar al-Assad", "Bashar al-Assad", "Assad")]),
        article("c", [said("الأسد")], "ar"),
        knowledge=SOME,
    )
    assert dict(entity_of(linked, "الأسد").names) == {
        "ar": ("الأسد",),
        "en": ("Assad", "Bashar al-Assad"),
    }


def test_unknown_person_is_called_by_the_full_english_name():
    linked = link(
        article("a", [said("أيمن قاسم")], "ar"),
        article("b", [said("أيمن قاسم")], "ar"),
        article("c", [said("Ayman Qasim", "Qasim")]),
    )
    assert entity_of(linked, "Qasim").name == "Ayman Qasim"


def test_ids_outlive_new_articles():
    before = link(article("a", [said("Mona Rashid")]))
    after = link(
        article("a", [said("Mona Rashid")]),
        article("b", [said("Omar Haddad"), said("Rashid")]),
        article("c", [said("Mona Rashid")]),
    )
    assert before.entities[0].id == entity_of(after, "Mona Rashid").id


def test_groups_of_one_name_in_two_countries_are_two_with_two_ids():
    linked = link(
        article("a", [said("Interior Ministry", country="SY", **GROUP)]),
        article("b", [said("Interior Ministry", country="JO", **GROUP)]),
    )
    assert len({e.id for e in linked.entities}) == 2


def test_nothing_is_known_by_a_knowledge_base_that_knows_nothing():
    linked = link(article("a", [said("موسكو", **PLACE)], "ar"), knowledge=NOTHING)
    assert entity_of(linked, "موسكو").knowledge is None
