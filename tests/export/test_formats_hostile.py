"""Articles are written by anyone: no text of theirs may run, break a file or pass for another field."""

import csv
import io
import itertools
import json
import re
import unicodedata
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph import export
from eventgraph.export.citation import is_link
from eventgraph.export.plain import json_text, line, plain, shown
from eventgraph.export.tables.timeline import neutral
from eventgraph.export.timelines.ics import escape, fold
from eventgraph.model import Corpus, Evidence, Participant, Relation, Span
from tests.corpora import article, corpus, entity, event
from tests.export.write_golden import FORMATS

csv.field_size_limit(10_000_000)  # hostile cells are long


STRINGS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    'https://example.org/"onclick=alert(1)',
    "&lt;b&gt;&amp;&#60;",
    "]]><x/><![CDATA[",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    '=HYPERLINK("http://example.org")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",
    ";=1+1",
    "a;\t-1+1",
    'quoted ;"=1+1" and "',
    '"=1+1"',
    "a\n@SUM(A1)",
    "\u200b=1+1",
    "\ufeff;\u2060\u00a0+1",
    "\u202e=1+1;\u2066@A1",
    "a\u009b31m; \u202egnp.exe",
    "\r=1\r=2",
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "a\nATTACH:https://example.org/x",
    'back\\slash; comma, colon: "quote"',
    "one;two;three",
    "nul\x00 bell\x07 escape\x1b[31m delete\x7f",
    "c1\x85\x9b and \u2028 and \u2029",
    "noncharacters \ufffe\uffff",
    "lone \ud800 surrogate \udfff",
    "right to left \u202e and isolate \u2066",
    "e\u0301" * 60,
    "العربية " * 30,
    "😀" * 80,
    "long " * 20_000,
    "$[name] $[id] ${jndi:x}",
    "') DETACH DELETE n //",
    '{"@id": "urn:x"}',
    " \t ",
]  # fmt: skip
NAMES = [ascii(text)[:30] for text in STRINGS]
each = pytest.mark.parametrize("text", STRINGS, ids=NAMES)


def hostile(text) -> Corpus:
    """The same text as name, title, role, kind, source, headline, attribution and quote."""
    one = replace(
        article(text=f"{text} met", source=text or "x"), title=text, sources=(text, "a.txt")
    )
    person = entity("e1", text, "person", one, names=(("en", (text,)),))
    place = entity("e2", text, "place", one, names=(("en", (text, "B")),), coordinates=(-1.5, 2.5))
    whole = Evidence(one.id, Span(0, len(one.text)), one.text, Span(0, len(one.text)))
    told = replace(
        event("v1", "met", one, title=text, type=text, attributed_to=text, places=("e2",)),
        date=corpus().events[0].date,
        participants=(Participant("e1", text), Participant("e2", "place")),
        evidence=(whole,),
    )
    tie = Relation("e1", "e2", "acts", ("v1",), (one.id,), 1.0, text)
    return Corpus((one,), (), (person, place), (told,), (tie,))


def text_of(form, text):
    return export.render(form, hostile(text)).decode("utf-8")


def tables(text):
    archive = zipfile.ZipFile(io.BytesIO(export.render("neo4j", hostile(text))))
    return [archive.read(name).decode("utf-8") for name in ("nodes.csv", "relationships.csv")]


@each
@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"neo4j"}))
def test_no_control_character_or_broken_code_point_leaves(form, text):
    data = text_of(form, text)
    assert plain(data) == data


@each
@pytest.mark.parametrize("form", ["gexf", "graphml", "kml"])
def test_xml_stays_well_formed_and_holds_the_words(form, text):
    data = text_of(form, text)
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    said = [*root.itertext(), *(value for part in root.iter() for value in part.attrib.values())]
    assert "<!DOCTYPE" not in data
    assert any((line(text) or "v1") in words for words in said)


@each
@pytest.mark.parametrize("form", ["cytoscape", "geojson", "jsonld", "timelinejs"])
def test_json_can_stand_in_a_script_element(form, text):
    data = text_of(form, text)
    json.loads(data)
    assert not set("<>&\u2028\u2029") & set(data)


class Tags(HTMLParser):
    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_decl(self, decl):
        self.found.append((decl, {}))

    handle_comment = handle_pi = unknown_decl = handle_decl


def only_ours(markup):
    for tag, attributes in Tags(markup).found:
        assert tag in {"blockquote", "p", "a"}
        assert set(attributes) <= {"href", "rel"}
        assert attributes.get("href", "https://").startswith(("http://", "https://"))


@each
def test_timelinejs_holds_no_html_but_ours(text):
    [slide] = json.loads(text_of("timelinejs", text))["events"]
    only_ours(slide["text"]["text"])
    assert not Tags(slide["text"]["headline"]).found


@each
def test_timelinejs_groups_and_dates_cannot_come_alive(text):
    """They are unescaped before they are written as HTML."""
    [slide] = json.loads(text_of("timelinejs", text))["events"]
    row = list(csv.DictReader(io.StringIO(text_of("timelinejs-csv", text), newline="")))[1]
    words = slide["group"] + slide["display_date"] + row["Group"] + row["Display Date"]
    assert not set("<>&") & set(words)


@each
def test_timelinejs_csv_holds_no_html_but_ours(text):
    row = list(csv.DictReader(io.StringIO(text_of("timelinejs-csv", text), newline="")))[1]
    for words in row.values():
        only_ours(words)


@each
def test_a_balloon_holds_no_html_but_ours_and_no_template(text):
    mark = ET.fromstring(text_of("kml", text)).find(".//{*}Placemark")  # noqa: S314 - our own bytes
    balloon = mark.findtext("{*}description")
    only_ours(balloon)
    assert "$" not in balloon


FORMULA = tuple("=+-@＝＋－＠﹦﹢﹣﹫")


def is_ignored(sign):
    """Whether a spreadsheet, or who cleans its cells, may pass over a sign."""
    return sign == '"' or sign.isspace() or unicodedata.category(sign) == "Cf"


def starts(cell):
    """A cell from the first sign that counts."""
    return "".join(itertools.dropwhile(is_ignored, cell))


@each
@pytest.mark.parametrize("form", ["csv", "timelinejs-csv", "timesketch", "neo4j"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula(form, text, delimiter):
    """However a spreadsheet parts the line: at our commas, or as most of Europe does at semicolons."""
    for data in tables(text) if form == "neo4j" else [text_of(form, text)]:
        for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter):
            for cell in row:
                assert cell == "-1.5" or not starts(cell).startswith(FORMULA), cell


@given(st.text(alphabet=st.sampled_from("=+-@＝;,\t\n\r\" 'a\u200b\u00a0\ufeff\u202e")))
def test_a_neutral_cell_is_no_formula_wherever_a_line_is_parted(text):
    for cell in re.split(r"[;\t\n\r]", neutral(text)):
        assert not starts(cell).startswith(FORMULA), cell


@given(st.text())
def test_a_neutral_cell_stays_so_and_loses_no_letter(text):
    cell = neutral(text)
    assert neutral(cell) == cell
    assert [c for c in cell if c.isalnum()] == [c for c in text if c.isalnum()]


def test_every_sign_without_width_is_passed_over():
    formats = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) == "Cf"]
    seen = [c for c in formats if c not in ARABIC_SIGNS and not neutral(f"{c}=1").startswith("'")]
    assert seen == []


# Cf by their category, but drawn: signs before an Arabic, Syriac or Kaithi number, and hieroglyphs' joiners.
ARABIC_SIGNS = {chr(c) for c in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
                                 *range(0x13430, 0x13440))}  # fmt: skip


def test_a_long_run_of_separators_takes_no_long_time():
    for run in (";", "; ", "\t", '"', "\u200b", ';"'):
        assert neutral(run * 200_000 + "a").endswith("a")  # by squares it would take an hour


# What a terminal obeys: C0 and C1 controls but tab and line ends, and turns of direction.
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@each
@pytest.mark.parametrize("form", sorted({*FORMATS, "csv", "json", "html"} - {"neo4j"}))
def test_no_format_steers_a_terminal(form, text):
    data = export.render(form, hostile(text)).decode("utf-8")
    if form == "html":  # the rest of the page is ours
        data = re.search(r'<script type="application/json".*?</script>', data, re.DOTALL)[0]
    found = OBEYED.search(data)
    assert found is None, data[found.start() - 40 : found.end() + 40]


@each
def test_json_keeps_what_it_escapes(text):
    [told] = json.loads(text_of("json", text))["events"]
    assert told["title"].encode("utf-8", "replace") == text.encode("utf-8", "replace")


@given(st.text())
def test_what_a_terminal_is_shown_does_not_steer_it(text):
    assert OBEYED.search(shown(text)) is None


@each
def test_neo4j_keeps_one_record_a_line_and_lists_whole(text):
    nodes, ties = tables(text)
    for data in (nodes, ties):
        rows = list(csv.reader(io.StringIO(data, newline="")))
        assert len(rows) == data.count("\n")
        assert {len(row) for row in rows} == {len(rows[0])}
    place = next(row for row in csv.DictReader(io.StringIO(nodes)) if row["id:ID"] == "e2")
    assert len(place["names:string[]"].split(";")) == 2


@each
def test_icalendar_has_one_event_and_short_lines(text):
    data = export.render("ics", hostile(text))
    lines = data.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1
    assert all(len(row) <= 75 and row.decode("utf-8") is not None for row in lines)
    assert not any(row.startswith((b"ATTACH", b"BEGIN:VALARM")) for row in lines)


@each
def test_icalendar_reads_back_the_title(text):
    icalendar = pytest.importorskip("icalendar", reason="the extra 'formats' is not installed")
    [read] = icalendar.Calendar.from_ical(text_of("ics", text)).walk("VEVENT")
    assert str(read["SUMMARY"]).startswith(line(text) or "v1")


@each
def test_followthemoney_still_accepts_every_entity(text):
    model = pytest.importorskip(
        "followthemoney", reason="the extra 'formats' is not installed"
    ).model
    for row in text_of("ftm", text).splitlines():
        proxy = json.loads(row)
        model.get(proxy["schema"]).validate({"properties": proxy["properties"]})


LINKS = [
    ("https://example.org/a?b=c#d", True),
    ("HTTP://EXAMPLE.ORG/%D8", True),
    ("javascript:alert(1)", False),
    (" https://example.org", False),
    ("https://example.org/a b", False),
    ('https://example.org/"x', False),
    ("https://example.org/<x>", False),
    ("https://example.org/\n", False),
    ("data:text/html,x", False),
    ("file:///x", False),
    ("//example.org", False),
    ("https://", False),
    ("a.txt", False),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), LINKS)
def test_only_web_addresses_are_links(source, expected):
    assert is_link(source) is expected


@given(st.text())
def test_a_folded_line_unfolds_to_itself(text):
    row = escape(text)
    folded = fold(row)
    assert folded.endswith("\r\n")
    assert folded[:-2].replace("\r\n ", "") == row
    assert all(len(piece.encode("utf-8")) <= 75 for piece in folded.split("\r\n"))


@given(st.text())
def test_an_escaped_value_holds_no_line_end_and_no_bare_separator(text):
    row = escape(text)
    bare = row.replace("\\\\", "").replace("\\;", "").replace("\\,", "").replace("\\n", "")
    assert not set(bare) & set("\r\n;,\\")


@given(st.text(alphabet=st.characters(codec=None)))
def test_plain_text_is_utf8_and_stays_plain(text):
    plain(text).encode("utf-8")
    assert plain(plain(text)) == plain(text)
    assert len(plain(text)) == len(text)


@given(st.text())
def test_plain_text_is_xml(text):
    element = ET.Element("x", a=line(text))
    assert ET.fromstring(ET.tostring(element)).get("a") == line(text)  # noqa: S314 - our own bytes


@given(st.text())
def test_json_is_the_same_value_when_read_back(text):
    assert json.loads(json_text({"x": plain(text)})) == {"x": plain(text)}


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(line(text).splitlines()) <= 1
    assert neutral(line(text)).count("\n") == 0
