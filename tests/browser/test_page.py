"""The page in a browser: what a reader can do with it, and what it must never do."""

from __future__ import annotations

from typing import Any

import pytest

from eventgraph.model import Corpus, content_id
from tests.browser import chrome, stories
from tests.browser.stories import hostile_strings

pytestmark = pytest.mark.browser

FIRE = content_id("v", "fire")
BENALI = content_id("e", "benali")
KHOURY = content_id("e", "khoury")
PETROVA = content_id("e", "petrova")


def js(driver: Any, code: str, *args: Any) -> Any:
    return driver.execute_script(code, *args)


def selected(driver: Any) -> str | None:
    return js(driver, "return eventgraph.selected()")


def details(driver: Any) -> str:
    return js(driver, "return document.querySelector('#details').innerText")


def settle(driver: Any) -> None:
    """Waits for two frames, so that what is due is painted."""
    driver.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))"
    )


def press(driver: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(driver).send_keys(*keys).perform()
    settle(driver)


def click_at(driver: Any, x: float, y: float) -> None:
    for kind in ("mousePressed", "mouseReleased"):
        driver.execute_cdp_cmd(
            "Input.dispatchMouseEvent",
            {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1},
        )
    settle(driver)


def drag(driver: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    def send(kind: str, at: tuple[float, float], buttons: int) -> None:
        driver.execute_cdp_cmd(
            "Input.dispatchMouseEvent",
            {
                "type": kind,
                "x": at[0],
                "y": at[1],
                "button": "left",
                "buttons": buttons,
                "clickCount": 1,
            },
        )

    send("mousePressed", start, 1)
    for step in (0.3, 0.7, 1.0):
        send(
            "mouseMoved",
            (start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step),
            1,
        )
    send("mouseReleased", end, 0)
    settle(driver)


def search(driver: Any, words: str) -> None:
    box = driver.find_element("css selector", "#search")
    box.clear()
    box.send_keys(words)
    settle(driver)


def test_hooks_are_there(story: Any) -> None:
    for hook in ("search", "graph", "timeline", "details", "filters"):
        assert js(story, "return Boolean(document.getElementById(arguments[0]))", hook), hook
    assert story.find_element("css selector", "#search").get_attribute("role") == "searchbox"


def test_first_screen_says_what_this_is(story: Any) -> None:
    text = details(story)
    for words in (
        "12 articles",
        "4 languages",
        "26 events",
        "1998",
        "22 April 2024",
        "Layla Haddad",
        "Press /",
    ):
        assert words in text


def test_select_an_event_shows_its_evidence(story: Any) -> None:
    assert js(story, "return eventgraph.select(arguments[0])", FIRE)
    text = details(story)
    for words in (
        "Fire at Warehouse 12",
        "14 January 2023",
        "on Saturday",
        "sources differ",
        "at least 14 people",
        "не менее 26",
        "31 شخصا",
        "coast-daily",
        "broke out",
    ):
        assert words in text


def test_quotes_keep_language_and_direction(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", FIRE)
    quotes = js(
        story,
        "return [...document.querySelectorAll('#details blockquote')].map(q => [q.lang, q.dir, getComputedStyle(q).direction])",
    )
    assert ["ar", "rtl", "rtl"] in quotes
    assert ["en", "ltr", "ltr"] in quotes


def test_trigger_is_marked(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", FIRE)
    marks = js(
        story,
        "return [...document.querySelectorAll('#details mark.trigger')].map(m => m.textContent)",
    )
    assert marks == ["broke out", "tore through", "اندلع", "пожаре", "incendie"] or set(marks) == {
        "broke out",
        "tore through",
        "اندلع",
        "пожаре",
        "incendie",
    }


def test_unknown_id_changes_nothing(story: Any) -> None:
    assert js(story, "return eventgraph.select('nobody')") is False
    assert selected(story) is None


def test_article_shows_its_text_with_names_marked(story: Any) -> None:
    article = js(story, "return eventgraph.search('Toll of Marsa')[0]")
    js(story, "eventgraph.select(arguments[0])", article)
    assert "the worst day in the city's history" in details(story)
    assert "Haddad" in js(
        story,
        "return [...document.querySelectorAll('#details .body .name')].map(n => n.textContent)",
    )


def test_links_are_only_followed_when_http(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", FIRE)
    links = js(
        story,
        "return [...document.querySelectorAll('#details a')].map(a => [a.href, a.rel, a.target])",
    )
    assert links == [["https://example.org/world/marsa-fire", "noopener noreferrer", "_blank"]]


def test_click_on_the_timeline_selects(story: Any) -> None:
    marker = story.find_element(
        "css selector", f'#timeline [data-id="{content_id("v", "arrest")}"]'
    )
    marker.click()
    assert selected(story) == content_id("v", "arrest")
    assert "Arrest of Omar Benali" in details(story)


def test_undated_events_are_listed_apart(story: Any) -> None:
    rows = story.find_elements("css selector", "#undated button")
    assert [row.text for row in rows] == [
        "Haddad meets families in Beirut",
        "Threats against witnesses",
    ]
    rows[1].click()
    assert selected(story) == content_id("v", "threat")


def test_uncertain_dates_are_drawn_as_uncertain(story: Any) -> None:
    shapes = {
        name: js(
            story,
            "return document.querySelector(`#timeline [data-id='${arguments[0]}']`).getAttribute('class')",
            content_id("v", name),
        )
        for name in ("fire", "strike", "insurance", "appeal")
    }
    assert "point" in shapes["fire"]
    assert "interval" in shapes["strike"]
    assert "vague" in shapes["insurance"]
    assert "planned" in shapes["appeal"]


@pytest.mark.parametrize("entity", [BENALI, PETROVA, FIRE])
def test_click_on_a_node_at_its_place_selects_it(story: Any, entity: str) -> None:
    at = js(story, "return eventgraph.position(arguments[0])", entity)
    click_at(story, at["x"], at["y"])
    assert selected(story) == entity


def test_click_beside_nodes_selects_nothing(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", FIRE)
    box = js(
        story,
        "const b = document.querySelector('#graph').getBoundingClientRect(); return [b.left + 8, b.top + 8]",
    )
    click_at(story, *box)
    assert selected(story) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("khoury", KHOURY),
        ("سامي", KHOURY),
        ("بن على", BENALI),  # alef maqsura for ya
        ("петрова", PETROVA),
        ("warehouse 12", FIRE),
        ("LAYLA", content_id("e", "layla")),
    ],
)
def test_search_finds_names_in_every_script(story: Any, words: str, expected: str) -> None:
    from selenium.webdriver.common.keys import Keys

    search(story, words)
    first = story.find_element("css selector", "#suggestions li")
    assert first.get_attribute("data-id") == expected
    press(story, Keys.ARROW_DOWN, Keys.ENTER)
    assert selected(story) == expected


def test_search_finds_words_of_articles(story: Any) -> None:
    search(story, "canteen")
    assert "Warehouse fire shakes" in story.find_element("css selector", "#suggestions").text


def test_search_says_when_nothing_is_found(story: Any) -> None:
    search(story, "qqqq")
    assert story.find_element("css selector", "#suggestions").text == "Nothing found"


def test_slash_focuses_the_search(story: Any) -> None:
    press(story, "/")
    assert js(story, "return document.activeElement.id") == "search"


def test_event_type_filter_hides_and_counts(story: Any) -> None:
    before = js(story, "return eventgraph.visible().length")
    story.find_element("css selector", '[data-facet="event"][data-value="trial"]').click()
    after = js(story, "return eventgraph.visible()")
    assert content_id("v", "trial") not in after
    assert content_id("v", "verdict") not in after
    assert len(after) < before
    assert (
        js(
            story,
            "return document.querySelectorAll(`#timeline [data-id='${arguments[0]}']`).length",
            content_id("v", "verdict"),
        )
        == 0
    )
    story.find_element("css selector", "#clear-filters").click()
    assert js(story, "return eventgraph.visible().length") == before


@pytest.mark.parametrize(
    ("facet", "value", "gone", "kept"),
    [
        ("type", "person", BENALI, content_id("e", "marsa")),
        ("status", "planned", content_id("v", "appeal"), FIRE),
        ("source", "harbor-blog", content_id("v", "spill"), FIRE),
        ("language", "fr", content_id("v", "call"), FIRE),
    ],
)
def test_filters(story: Any, facet: str, value: str, gone: str, kept: str) -> None:
    box = story.find_element("css selector", f'[data-facet="{facet}"][data-value="{value}"]')
    js(story, "arguments[0].click()", box)
    shown = js(story, "return eventgraph.visible()")
    assert gone not in shown
    assert kept in shown


def test_minimum_of_articles(story: Any) -> None:
    js(
        story,
        "const i = document.querySelector('#f-least'); i.value = 2; i.dispatchEvent(new Event('change'))",
    )
    shown = js(story, "return eventgraph.visible()")
    assert FIRE in shown
    assert content_id("v", "report") not in shown


def test_date_fields_filter(story: Any) -> None:
    js(
        story,
        "const i = document.querySelector('#f-from'); i.value = '2024-01-01'; i.dispatchEvent(new Event('change'))",
    )
    shown = js(story, "return eventgraph.visible()")
    assert content_id("v", "reopen") in shown
    assert content_id("v", "agreement") in shown
    assert FIRE not in shown
    assert "from=2024-01-01" in story.current_url


def test_brush_over_the_strip_keeps_those_days(story: Any) -> None:
    box = js(
        story,
        "const b = document.querySelector('#timeline svg').getBoundingClientRect(); return [b.left, b.right, b.bottom]",
    )
    y = box[2] - 15
    drag(story, (box[0] + (box[1] - box[0]) * 0.6, y), (box[1] - 40, y))
    shown = js(story, "return eventgraph.visible()")
    assert content_id("v", "reopen") in shown
    assert FIRE not in shown
    story.find_element("css selector", "#whole-range").click()
    assert FIRE in js(story, "return eventgraph.visible()")


def test_dragging_for_long_does_not_flood_the_history(story: Any) -> None:
    story.execute_async_script(
        "const done = arguments[0]; let i = 0;"
        "const step = () => { if (i++ > 300) return setTimeout(done, 400);"
        "  document.querySelector('[data-handle=to]').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true}));"
        "  setTimeout(step); }; step();"
    )
    assert "to=" in story.current_url


def test_brush_by_keyboard(story: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    js(story, "document.querySelector('[data-handle=\"to\"]').focus()")
    press(story, *[Keys.PAGE_DOWN] * 3)
    assert js(story, "return document.activeElement.dataset.handle") == "to"
    assert content_id("v", "appeal") not in js(story, "return eventgraph.visible()")


def test_url_reproduces_the_view(story: Any, pages: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", KHOURY)
    js(story, 'document.querySelector(\'[data-facet="event"][data-value="protest"]\').click()')
    story.find_element("css selector", '[data-view="table"]').click()
    url, shown = story.current_url, js(story, "return eventgraph.visible()")
    chrome.open_page(story, pages.story(), url.split("#")[1])
    assert selected(story) == KHOURY
    assert js(story, "return eventgraph.visible()") == shown
    assert js(story, "return !document.querySelector('#view-table').hidden")


def test_back_and_forward(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", FIRE)
    js(story, "eventgraph.select(arguments[0])", BENALI)
    story.back()
    settle(story)
    assert selected(story) == FIRE
    assert "Fire at Warehouse 12" in details(story)
    story.forward()
    settle(story)
    assert selected(story) == BENALI


def test_shortest_path(story: Any, pages: Any) -> None:
    chrome.open_page(story, pages.story(), f"end={PETROVA}&end={BENALI}")
    way = js(
        story, "return [...document.querySelectorAll('.way [data-id]')].map(b => b.dataset.id)"
    )
    assert way[0] == PETROVA
    assert way[-1] == BENALI
    assert len(way) % 2 == 1


def test_path_by_two_clicks(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", PETROVA)
    js(
        story,
        "[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Path from here').click()",
    )
    js(story, "eventgraph.select(arguments[0])", KHOURY)
    js(
        story,
        "[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Path to here').click()",
    )
    assert "Shortest way" in details(story)


def test_focus_and_expand_step_by_step(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", PETROVA)
    js(
        story,
        "[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Only its surroundings').click()",
    )
    few = js(story, "return eventgraph.visible()")
    assert PETROVA in few
    assert FIRE not in few
    js(story, "eventgraph.select(arguments[0])", content_id("e", "geneva"))
    js(
        story,
        "[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Add its surroundings').click()",
    )
    assert set(few) < set(js(story, "return eventgraph.visible()"))
    story.find_element("css selector", "#clear-focus").click()
    assert FIRE in js(story, "return eventgraph.visible()")


def test_relation_shows_the_events_behind_it(story: Any) -> None:
    js(story, "eventgraph.select(arguments[0])", BENALI)
    tie = story.find_element("css selector", "#details .tie[data-id]").get_attribute("data-id")
    assert js(story, "return eventgraph.select(arguments[0])", tie)
    assert "What ties them" in details(story)
    assert story.find_elements("css selector", "#details blockquote")


def test_articles_join_the_graph_on_demand(story: Any) -> None:
    before = len(js(story, "return eventgraph.visible()"))
    js(story, "document.querySelector('#f-reports').click()")
    assert len(js(story, "return eventgraph.visible()")) == before + 12


def test_names_that_take_part_in_nothing_are_shown_on_demand(story: Any) -> None:
    marseille = content_id("e", "marseille")
    assert marseille not in js(story, "return eventgraph.visible()")
    js(story, "document.querySelector('#f-lonely').click()")
    assert marseille in js(story, "return eventgraph.visible()")


def test_map_selects_places(story: Any) -> None:
    story.find_element("css selector", '[data-view="map"]').click()
    settle(story)
    story.find_element("css selector", f'#view-map [data-id="{content_id("e", "geneva")}"]').click()
    assert selected(story) == content_id("e", "geneva")


def test_table_holds_what_the_graph_shows(story: Any) -> None:
    story.find_element("css selector", '[data-view="table"]').click()
    assert len(story.find_elements("css selector", "#view-table tbody tr")) == 26
    story.find_element("css selector", '[data-mode="actors"]').click()
    assert len(story.find_elements("css selector", "#view-table tbody tr")) == 22


def test_keyboard_alone_reads_an_event(story: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    js(story, "document.querySelector('#timeline [tabindex=\"0\"]').focus()")
    press(story, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER)
    assert selected(story)
    assert js(story, "return document.activeElement.closest('#timeline') !== null")
    press(story, Keys.ESCAPE)
    assert selected(story) is None


def test_keyboard_walks_the_graph(story: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    js(story, "document.querySelector('#graph .canvas').focus()")
    press(story, Keys.ARROW_RIGHT)
    first = selected(story)
    press(story, Keys.ARROW_LEFT)
    assert first
    assert selected(story) != first
    press(story, Keys.ENTER)
    assert js(story, "return document.activeElement.tagName") == "H2"


def test_tab_reaches_every_part_and_shows_where_it_is(story: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    seen = set()
    for _ in range(120):
        press(story, Keys.TAB)
        part, outline, what = js(
            story,
            "const a = document.activeElement; const p = a.closest('header, #filters, #graph, #timeline, #details, main');"
            "return [p ? p.id || p.tagName : 'body', a.matches(':focus') ? getComputedStyle(a).outlineStyle : 'inner', a.outerHTML.slice(0, 90)]",
        )
        seen.add(part)
        assert part == "body" or outline != "none" or part == "timeline", what
    assert {"HEADER", "filters", "graph", "timeline", "details"} <= seen


def test_dark_mode_follows_the_system_and_the_button(pages: Any) -> None:
    if chrome.missing():
        pytest.skip(chrome.missing())
    with chrome.browser(dark=True) as dark:
        chrome.open_page(dark, pages.story())
        paper = "return getComputedStyle(document.body).backgroundColor"
        assert js(dark, paper) == "rgb(21, 24, 29)"
        dark.find_element("css selector", "#theme").click()
        assert js(dark, paper) == "rgb(255, 255, 255)"
        assert chrome.complaints(dark, pages.story()) == []


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "التصفية"), ("ru", "Фильтры"), ("fr", "Filtres")]
)
def test_interface_languages(driver: Any, pages: Any, language: str, words: str) -> None:
    page = pages.story(language)
    chrome.open_page(driver, page)
    js(driver, "eventgraph.select(arguments[0])", FIRE)
    assert words in js(driver, "return document.querySelector('#filters').innerText")
    assert "{" not in js(driver, "return document.body.innerText")
    assert chrome.complaints(driver, page) == []


def test_arabic_interface_runs_from_right_to_left(driver: Any, pages: Any) -> None:
    chrome.open_page(driver, pages.story("ar"))
    sides = js(
        driver,
        "return ['#filters', '#details'].map(s => document.querySelector(s).getBoundingClientRect().left)",
    )
    assert sides[0] > sides[1]
    js(driver, "eventgraph.select(arguments[0])", BENALI)
    assert "عمر بن علي" in details(driver)


@pytest.mark.parametrize("start", range(0, len(hostile_strings()), 9))
def test_hostile_strings_only_ever_show(driver: Any, pages: Any, start: int) -> None:
    strings = hostile_strings()
    turned = strings[start:] + strings[:start]
    page = pages(f"hostile{start}", lambda: stories.hostile(turned))
    chrome.open_page(driver, page)
    js(
        driver,
        "for (const id of eventgraph.visible()) eventgraph.select(id);"
        "document.querySelector('#f-reports').click();"
        "for (const id of eventgraph.visible()) eventgraph.select(id);"
        "for (const view of ['map', 'table', 'graph']) document.querySelector(`[data-view=${view}]`).click();"
        "document.querySelector('[data-mode=actors]').click();"
        "eventgraph.search('script'); window.dispatchEvent(new Event('beforeprint'));",
    )
    search(driver, "<script>")
    settle(driver)
    assert js(
        driver,
        "return [...document.querySelectorAll('a[href]')].every(a => /^(https?:|#|file:.*#details$)/.test(a.href))",
    )
    assert (
        js(
            driver,
            "return document.querySelectorAll('iframe, img, object, embed, base, form, link').length",
        )
        == 0
    )
    assert chrome.complaints(driver, page) == []


def test_battery_is_large_enough() -> None:
    assert len(hostile_strings()) >= 60


@pytest.mark.parametrize(
    "make",
    [Corpus, lambda: stories.generated(3), lambda: Corpus(articles=stories.story().articles)],
)
def test_empty_and_tiny_corpora(
    driver: Any, pages: Any, make: Any, request: pytest.FixtureRequest
) -> None:
    page = pages(f"tiny-{request.node.callspec.id}", make)
    chrome.open_page(driver, page)
    assert details(driver)
    for view in ("map", "table", "graph"):
        driver.find_element("css selector", f'[data-view="{view}"]').click()
        settle(driver)
    assert chrome.complaints(driver, page) == []


def test_large_corpus_shows_the_most_connected_part_and_says_so(driver: Any, pages: Any) -> None:
    page = pages("large", lambda: stories.generated(1200), max_nodes=300)
    chrome.open_page(driver, page)
    assert "300 most connected of 1,200" in details(driver)
    assert len(js(driver, "return eventgraph.visible()")) <= 300
    assert chrome.complaints(driver, page) == []


def test_downloads_hold_what_is_shown(story: Any) -> None:
    js(
        story,
        "window.saved = []; URL.createObjectURL = b => { window.saved.push(b); return '#'; }; HTMLAnchorElement.prototype.click = () => {};",
    )
    for kind in ("csv", "json", "svg", "png"):
        js(story, "document.querySelector(`[data-save=${arguments[0]}]`).click()", kind)
    texts = story.execute_async_script(
        "const done = arguments[0]; setTimeout(() => Promise.all(window.saved.map(b => b.text())).then(done), 300)"
    )
    assert texts[0].startswith("event_id,date,")
    assert texts[0].count("\r\n") >= 27
    assert '"Fire at Warehouse 12"' in texts[1]
    assert texts[2].startswith("<svg")
    assert "PNG" in texts[3][:8]


def test_print_gives_a_chronology_with_sources(story: Any) -> None:
    js(story, "window.dispatchEvent(new Event('beforeprint'))")
    story.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    text = js(story, "return document.body.innerText")
    story.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert (
        text.index("Earlier fire")
        < text.index("Fire at Warehouse 12")
        < text.index("Terminal 3 reopens")
    )
    assert "coast-daily/2023-01-15.txt" in text
    assert "Save" not in text


def test_no_label_over_another_in_the_timeline(story: Any) -> None:
    boxes = js(
        story,
        "return [...document.querySelectorAll('#timeline .ev .hit')].map(r => r.getBBox()).map(b => [b.x, b.y, b.x + b.width, b.y + b.height])",
    )
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)
