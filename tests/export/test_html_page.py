"""The page's file: one piece, the same bytes each time, nothing in it that could break out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph import ontology
from eventgraph.export import ExportOptions
from eventgraph.export.html import EXPORTER, page
from eventgraph.languages import language as find
from eventgraph.model import Corpus, Skipped, TypeLabels
from tests import corpora
from tests.browser.stories import generated, hostile, hostile_strings, story

LANGUAGES = ("en", "ar", "ru", "fr")


def rendered(corpus: Corpus, language: str = "en") -> str:
    return EXPORTER.render(corpus, ExportOptions(language)).decode("utf-8")


def data_of(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_same_corpus_gives_the_same_bytes() -> None:
    assert rendered(story()) == rendered(story())


def test_page_names_no_outside_resource() -> None:
    head = rendered(story()).split('id="data"')[0]
    assert not re.search(r"<(?:link|img|iframe|base|object|embed)\b", head)
    assert not re.search(r"\bsrc=|url\(|@import", head)


def test_content_policy_knows_exactly_the_texts_that_run() -> None:
    html = rendered(story())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for text in [*scripts, style[1], page.vis_network()]:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]


def test_scripts_cannot_end_early() -> None:
    for name in page.SCRIPTS:
        text = (
            (files("eventgraph.export.html") / "assets" / name).read_text(encoding="utf-8").lower()
        )
        assert "</script" not in text
        assert "<!--" not in text


@pytest.mark.parametrize("start", [0, 20, 40, 60])
def test_hostile_strings_stay_data(start: int) -> None:
    strings = hostile_strings()
    html = rendered(hostile(strings[start:] + strings[:start]))
    block = html.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert not re.search("[<>&\u2028\u2029]", block)
    assert html.count("<script") == 3
    assert data_of(html)["events"]


@given(st.text())
def test_json_for_html_keeps_every_string(text: str) -> None:
    packed = page.json_for_html(text)
    assert json.loads(packed) == text
    assert not re.search("[<>&\u2028\u2029]", packed)
    packed.encode("utf-8")


def test_lone_surrogates_do_not_break_the_file() -> None:
    assert json.loads(page.json_for_html("\ud800")) == "\ud800"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_complete(language: str) -> None:
    english, own = find("en").section("interface"), find(language).section("interface")
    for part in ("ui", "types", "roles", "status", "basis", "published", "kinds", "relations"):
        assert set(own[part]) == set(english[part]), part
    for noun, forms in own["count"].items():
        assert "other" in forms, noun
    gaps = re.compile(r"\{\w+\}")
    for key, phrase in english["ui"].items():
        assert set(gaps.findall(own["ui"][key])) == set(gaps.findall(phrase)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_type_of_the_ontology_has_a_label(language: str) -> None:
    for event_type in ontology.load().types.values():
        assert event_type.labels[language], event_type.name


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Launch"), ("ar", "إطلاق"), ("ru", "Launch")]
)
def test_the_page_says_what_the_corpus_calls_its_types(language: str, label: str) -> None:
    told = corpora.corpus()
    events = (replace(told.events[0], type="launch"), *told.events[1:])
    types = (TypeLabels("launch", (("ar", "إطلاق"), ("en", "Launch"))),)
    html = rendered(replace(told, events=events, types=types), language)
    assert data_of(html)["words"]["types"]["launch"] == label


def test_unknown_interface_language_falls_back_to_english() -> None:
    assert page.load_words("xx") == page.load_words("en")
    assert page.load_words("../en") == page.load_words("en")


def test_every_phrase_that_a_script_asks_for_exists() -> None:
    words = page.load_words("en")
    scripts = "".join(
        (files("eventgraph.export.html") / "assets" / name).read_text(encoding="utf-8")
        for name in page.SCRIPTS
    )
    for key in re.findall(r"\bt\('([\w-]+)'", scripts):
        assert key in words["ui"], key
    for noun in re.findall(r"\bcount\('(\w+)'", scripts):
        assert noun in words["count"], noun


@pytest.mark.parametrize(
    ("corpus", "most"), [(story, 600_000), (lambda: generated(5000), 3_000_000)]
)
def test_size(corpus: Any, most: int) -> None:
    assert len(EXPORTER.render(corpus(), ExportOptions())) <= most


def test_map_names_large_towns_in_the_interface_language() -> None:
    towns = {language: data_of(rendered(story(), language))["towns"] for language in ("en", "ar")}
    assert any(name == "Rome" for name, _, _ in towns["en"])
    assert any(name == "روما" for name, _, _ in towns["ar"])


def test_no_coordinates_no_towns() -> None:
    assert data_of(rendered(Corpus()))["towns"] == []


def test_unread_files_are_listed() -> None:
    corpus = replace(story(), skipped=(Skipped("bad.txt", "empty"),))
    assert data_of(rendered(corpus))["skipped"] == [["bad.txt", "empty"]]
