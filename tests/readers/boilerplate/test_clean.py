from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.readers.boilerplate.clean import clean

PROSE = {
    "en": (
        "A storm hit the port of Latakia on Friday night and sank nine fishing boats, officials said.",
        "The harbour master told reporters that the crews had been brought ashore before midnight.",
        "Repairs to the northern pier will take at least three weeks, according to the ministry.",
    ),
    "ar": (
        "ضربت عاصفة قوية ميناء اللاذقية مساء الجمعة وأغرقت تسعة قوارب صيد، بحسب مسؤولين محليين.",
        "وقال مدير الميناء للصحفيين إن الأطقم نقلت إلى البر قبل منتصف الليل ولم يصب أحد.",
        "وستستغرق أعمال إصلاح الرصيف الشمالي ثلاثة أسابيع على الأقل، وفق ما أعلنته الوزارة.",
    ),
    "ru": (
        "Шторм обрушился на порт Латакии в пятницу вечером и потопил девять рыбацких лодок.",
        "Начальник порта сообщил журналистам, что экипажи были доставлены на берег до полуночи.",
        "Ремонт северного причала займёт не менее трёх недель, сообщили в министерстве.",
    ),
    "fr": (
        "Une tempête a frappé le port de Lattaquié vendredi soir et coulé neuf bateaux de pêche.",
        "Le capitaine du port a déclaré que les équipages avaient été ramenés à terre avant minuit.",
        "La réparation de la jetée nord prendra au moins trois semaines, selon le ministère.",
    ),
}
HEADLINE = {
    "en": "Storm sinks nine boats in Latakia port",
    "ar": "عاصفة تغرق تسعة قوارب في ميناء اللاذقية",
    "ru": "Шторм потопил девять лодок в порту Латакии",
    "fr": "Une tempête coule neuf bateaux à Lattaquié",
}


def body(text, language="en"):
    return [span.of(text) for part in clean(text, language).parts for span in part.spans]


def article(language, *, before=(), middle=(), after=()):
    first, second, third = PROSE[language]
    lines = [*before, HEADLINE[language], first, second, *middle, third, *after]
    return "\n\n".join(lines)


BEFORE = [
    ("en", "Home | World | Politics | Business"),
    ("en", "Middle East"),
    ("en", "icon searchicon closeicon menuicon chevron downicon shareicon fb"),
    ("en", "Skip to content"),
    ("en", "We use cookies to improve your experience. By continuing to use this site you agree."),
    ("en", "Published: 24 March 2024"),
    ("en", "4 Jan, 2024 00:23"),
    ("en", "Sunday, March 24, 2024 | 10:15 AM GMT"),
    ("en", "Sign in"),
    ("en", "Share Tweet WhatsApp Email Print"),
    ("en", "By Nadia Rahal"),
    ("en", "3 min read"),
    ("ar", "الرئيسية"),
    ("ar", "الشرق الأوسط"),
    ("ar", "نشر في 24 مارس 2024"),
    ("ar", "الأحد 24 مارس/آذار 2024"),
    ("ar", "تاريخ النشر: 24/03/2024 الساعة 10:15"),
    ("ar", "شارك عبر فيسبوك تويتر واتساب"),
    ("ar", "بقلم: نادية رحال"),
    ("ru", "Главная"),
    ("ru", "Опубликовано: 24 марта 2024"),
    ("fr", "Accueil"),
    ("fr", "Publié le 24 mars 2024 à 10h15"),
]
MIDDLE = [
    ("en", "READ: Ferry crew rescued off Cyprus"),
    ("en", "Read also: Ferry crew rescued off Cyprus"),
    ("en", "Also Read | Ferry crew rescued off Cyprus"),
    ("en", "WATCH: Ferry crew rescued off Cyprus"),
    ("en", "Explainer: How ferries are rescued off Cyprus"),
    ("en", "Advertisement"),
    ("en", "Story continues below advertisement"),
    ("en", "https://example.org/2024/03/24/ferry"),
    ("en", '[gallery ids="12,13"]'),
    ("en", "Sign up for our free newsletter and get the day's stories in your inbox."),
    ("en", "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."),
    ("ar", "اقرأ أيضا: إنقاذ طاقم عبارة قبالة قبرص"),
    ("ar", "إقرأ المزيد إنقاذ طاقم عبارة قبالة قبرص"),
    ("ar", "شاهد أيضاً | إنقاذ طاقم عبارة قبالة قبرص"),
    ("ar", "إعلان"),
    ("ru", "Читайте также: Экипаж парома спасён у берегов Кипра"),
    ("fr", "Lire aussi : L'équipage d'un ferry secouru au large de Chypre"),
]
AFTER = [
    ("en", "Source: Coast News"),
    ("en", "Tags: Latakia, storm, fishing"),
    (
        "en",
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
    ),
    (
        "en",
        "Comments (3)\n\nI was there that night and it was much worse than the papers say, believe me.",
    ),
    ("en", "Copyright © 2024 Coast News. All rights reserved."),
    ("en", "Exit mobile version"),
    ("en", "Coast News"),
    ("en", 'Subscribe To Our Newsletter\n\n[form id="7"]'),
    (
        "en",
        "You May Also Like\n\nSociety\n\nIs it safe to swim in March? As the season approaches, the sea is...\n\nEurope\n\nSed ut perspiciatis unde omnis iste natus error sit voluptatem.",
    ),
    (
        "en",
        "Related Articles\n\nFerry crew rescued off Cyprus\n\nTripoli port reopens after strike\n\nMinister visits Tartus",
    ),
    (
        "en",
        "Society\n\nIs it safe to swim in March? As the season approaches, the sea is...\n\nEurope\n\nFishermen in Greece say that the price of fuel has made…",
    ),
    ("en", "Facebook\n\nTwitter\n\nWhatsApp"),
    ("ar", "المصدر: وكالة الساحل"),
    ("ar", "كلمات دلالية: اللاذقية عاصفة صيد"),
    (
        "ar",
        "مقالات مشابهة\n\n  • إنقاذ طاقم عبارة قبالة قبرص\n  • هل يفتح ميناء طرابلس أبوابه؟\n  • الوزير يزور طرطوس",
    ),
    ("ar", "اترك تعليقاً\n\nلن يتم نشر عنوان بريدك الإلكتروني."),
    ("ar", "جميع الحقوق محفوظة © 2024"),
    ("ru", "Источник: Береговые новости"),
    ("fr", "Laisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée."),
]


@pytest.mark.parametrize(("language", "line"), BEFORE)
def test_above_the_article(language, line):
    text = article(language, before=[line])
    assert body(text, language) == [HEADLINE[language], *PROSE[language]]


@pytest.mark.parametrize(("language", "line"), [case for case in BEFORE if "|" not in case[1][:9]])
def test_between_headline_and_article(language, line):
    text = f"{HEADLINE[language]}\n{line}\n\n" + "\n\n".join(PROSE[language])
    assert body(text, language) == [HEADLINE[language], *PROSE[language]]


@pytest.mark.parametrize(("language", "line"), MIDDLE)
def test_within_the_article(language, line):
    text = article(language, middle=[line])
    assert body(text, language) == [HEADLINE[language], *PROSE[language]]


@pytest.mark.parametrize(("language", "lines"), AFTER)
def test_below_the_article(language, lines):
    text = article(language, after=[lines])
    assert body(text, language) == [HEADLINE[language], *PROSE[language]]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2029"])
@pytest.mark.parametrize("language", PROSE)
def test_plain_prose_is_all_body(language, separator):
    text = separator.join(PROSE[language])
    assert body(text, language) == list(PROSE[language])


@pytest.mark.parametrize("language", PROSE)
def test_one_paragraph_is_all_body(language):
    text = " ".join(PROSE[language])
    assert body(text, language) == [text]


@pytest.mark.parametrize("language", PROSE)
def test_a_headline_alone_is_body(language):
    assert body(HEADLINE[language], language) == [HEADLINE[language]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The source said that the convoy had crossed the border before dawn on Monday.",
        "Comments by the minister drew protests in Damascus and in Beirut on Friday.",
        "More than 40 people were arrested in Homs after the march, witnesses said.",
        "Read also this week in parliament, the bill passed with 120 votes against 14.",
        "By Friday, the rebels had taken four villages east of the river, monitors said.",
        "Photos from the scene showed two burnt cars and a broken gate, the agency wrote.",
        "Share prices fell by 4 percent in Moscow after the announcement on Tuesday.",
        "Related charges against the governor were dropped in 2019, the court said.",
        "Copyright law was tightened in March after a vote in parliament, the paper said.",
        "March 22, 2024 was the day on which the concert hall burned down, he recalled.",
        "Video of the arrest was shown on television an hour later, and the crowd left.",
        "At a morning briefing the general said that the front line had not moved since Friday.",
        "The letter, translated from Arabic, asked the council to make a donation to the victims.",
        "He first appeared on stage in Damascus in 2001, when few had heard of the singer yet.",
        "The group wants to subscribe to the treaty and to support independent journalism in Syria.",
        "The company said that its use of cookies had ended and users need not create an account.",
        "Search teams found the wreck at a depth of 60 metres on Sunday morning.",
        "“We use force only as a last resort,” the general told the committee on Monday.",
        "Moscow (Reuters) - The ministry denied on Friday that a deal had been signed.",
    ],
)
def test_a_sentence_that_begins_like_boilerplate_is_body(sentence):
    text = "\n\n".join([PROSE["en"][0], sentence, PROSE["en"][1]])
    assert sentence in body(text)


@given(
    st.lists(
        st.sampled_from(
            PROSE["en"] + PROSE["ar"] + ("", "Share", "READ: More", "24 March 2024", "«»")
        )
    )
)
def test_spans_are_sorted_disjoint_and_within(lines):
    check_spans("\n".join(lines))


@given(st.text())
def test_spans_of_any_text(text):
    check_spans(text)


def check_spans(text):
    spans = [span for part in clean(text, "en").parts for span in part.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    ordered = sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(ordered))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Jane Rahal  |24.03.2024 - Update : 25.03.2024"),
        ("en", "World News Agence France-Presse Updated: March 24, 2024 10:15 am IST"),
        ("en", "March 24, 202410:15 AM GMT+2Updated 2 hours ago"),
        ("en", "Posted on March 24, 2024 by admin"),
        ("en", "Source: Xinhua Editor: huaxia 2024-03-24 10:11:12"),
        ("en", "Image source, Getty Images"),
        ("en", "FILE PHOTO. © Coast / Coast"),
        ("ar", "آخر تحديث: 24/3/202410:15 ص (بتوقيت مكة المكرمة)"),
        ("ar", "24.03.2024, وكالة الساحل"),
        ("ar", "الأحد 14 رمضان 1445هـ - 24 مارس 2024م"),
        ("ru", "(обновлено: 11:00 24.03.2024)"),
    ],
)
def test_header_lines_of_agencies(language, line):
    text = f"{HEADLINE[language]}\n\n{line}\n\n" + "\n\n".join(PROSE[language])
    assert body(text, language) == [HEADLINE[language], *PROSE[language]]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jane Rahal; Writing by Omar Said; Editing by Lina Haddad",
        "CNN’s Omar Said contributed to this report.",
        "02:15 - Source: Coast News",
        "Sign up to Morning Coast",
        "Recommended Stories\nlist of 3 items\n- list 1 of 3Ferry crew rescued\nend of list",
        "— Coast News (@coastnews) March 24, 2024",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
    ],
)
def test_agency_lines_below(line):
    assert body(article("en", after=[line])) == [HEADLINE["en"], *PROSE["en"]]


@pytest.mark.parametrize(
    "headline",
    [
        "Search for survivors goes on in Latakia port",
        "Explainer: how nine boats sank in Latakia port",
        "Opinion: Latakia port must be rebuilt",
        "Sources: nine boats sank in Latakia port",
        "By sea and by land, nine boats are lost",
        "Watch out for storms, Latakia port says",
        "Live updates: storm sinks nine boats in Latakia",
        "Storm 24 March 2024: what we know about Latakia",
        "Is Latakia port safe after the storm?",
        "Storm sinks nine boats",
    ],
)
def test_a_headline_is_body_whatever_it_begins_with(headline):
    text = "\n\n".join([headline, *PROSE["en"]])
    assert body(text) == [headline, *PROSE["en"]]
    assert clean(text, "en").title == headline
