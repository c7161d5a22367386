import pytest

from eventgraph.knowledge import Term, load


@pytest.mark.parametrize(
    ("role", "of", "on", "holder"),
    [
        ("president", "RU", "2024-03-22", "vladimir-putin"),
        ("president", "RU", "2010-01-01", "dmitry-medvedev"),
        ("الرئيس", "TR", "2020-06-01", "recep-tayyip-erdogan"),
        ("رئيس", "SY", "2019-05-05", "bashar-al-assad"),
        ("president", "SY", "2025-03-01", "ahmed-al-sharaa"),
        ("президент", "US", "2023-01-01", "joe-biden"),
        ("président", "FR", "2018-01-01", "emmanuel-macron"),
        ("prime minister", "SY", "2023-01-01", "hussein-arnous"),
        ("رئيس الوزراء", "SY", "2018-01-01", "imad-khamis"),
        ("وزير الخارجية", "IR", "2022-02-02", "hossein-amir-abdollahian"),
        ("foreign minister", "RU", "2024-03-22", "sergey-lavrov"),
        ("Secretary of State", "US", "2022-02-24", "antony-blinken"),
        ("defense secretary", "US", "2022-02-24", "lloyd-austin"),
        ("министр обороны", "RU", "2023-01-01", "sergei-shoigu"),
        ("king", "JO", "2020-01-01", "king-abdullah-ii"),
        ("العاهل", "SA", "2020-01-01", "king-salman"),
        ("chancellor", "DE", "2015-01-01", "angela-merkel"),
        ("supreme leader", "IR", "2020-01-03", "ali-khamenei"),
        ("secretary-general", "org:united-nations", "2020-01-01", "antonio-guterres"),
        ("الأمين العام", "org:nato", "2023-01-01", "jens-stoltenberg"),
        ("commander", "org:quds-force", "2019-12-31", "qasem-soleimani"),
        ("spokesman", "org:state-department", "2024-01-04", "matthew-miller"),
    ],
)  # fmt: skip
def test_who_held_an_office_on_a_day(role, of, on, holder):
    assert [entry.id for entry in load().office(role, of, on=on)] == [f"person:{holder}"]


def test_holders_come_latest_first_and_once_each():
    holders = [entry.id.removeprefix("person:") for entry in load().office("president", "US")]
    assert holders[:3] == ["donald-trump", "joe-biden", "barack-obama"]
    assert len(holders) == len(set(holders))


def test_an_unknown_role_or_country_has_no_holder():
    assert load().office("wizard", "RU") == load().office("president", "ZZ") == ()


def test_a_person_knows_the_roles_held():
    assert load().entry("person:hakan-fidan").titles == ("foreign minister", "intelligence chief")
    assert [term.role for term in load().held("person:hakan-fidan")] == [
        "foreign minister",
        "intelligence chief",
    ]


def test_a_term_that_ends_in_a_month_covers_its_days():
    term = Term("2020-06-11", "2024-09", "prime minister", "SY", "person:hussein-arnous")
    assert term.covers("2024-09-10")
    assert not term.covers("2024-10-01")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("President", "president"),
        ("رئيس الجمهورية", "president"),
        ("رئيس الحكومة", "prime minister"),
        ("Premier ministre", "prime minister"),
        ("глава МИД", "foreign minister"),
        ("ولي العهد", "crown prince"),
        ("UN chief", "secretary-general"),
        ("carpenter", None),
    ],
)
def test_role_words_in_any_language(words, role):
    assert load().role(words) == role
