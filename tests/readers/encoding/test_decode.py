from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.readers.encoding.decode import UndecodableError, decode

ARABIC = "وصل الوزير إلى حلب صباح اليوم، وقال إن الطريق آمن."
RUSSIAN = "Министр прибыл в Алеппо утром и сказал, что дорога безопасна."
FRENCH = "Le ministre est arrivé à Alep, où la route a été rouverte : « C’est sûr », dit-il."
ENGLISH = "The minister’s convoy reached Aleppo – “the road is safe”, he said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (text, encoding)
        for text in (ARABIC, RUSSIAN, FRENCH, ENGLISH)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
    ]
    + [
        (ARABIC, "windows-1256"),
        ("حلب", "windows-1256"),
        ("زلزال يضرب اللاذقية", "windows-1256"),
        (ARABIC * 50, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        ("Алеппо", "windows-1251"),
        ("Москва и Дамаск", "windows-1251"),
        ("ПОЖАР В ПОРТУ", "windows-1251"),
        (RUSSIAN * 50, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "windows-1252"),
        ("déjà vu", "latin-1"),
        ("café", "latin-1"),
        (ENGLISH, "windows-1252"),
        (f"AFP, 2024: {ARABIC}", "windows-1256"),
        (f"RIA, 2024: {RUSSIAN}", "windows-1251"),
    ],
)
def test_round_trip(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n", "\n\r\n"])
def test_newlines_stay(newline):
    assert decode(f"Rain{newline}Snow".encode()) == f"Rain{newline}Snow"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04 docx", "zip"),
        (b"Some text\x00\x01\x02\x03 and more text.", "NUL"),
        (bytes(range(1, 32)) * 9, "control"),
    ],
)
def test_binary_is_named(data, kind):
    with pytest.raises(UndecodableError, match=kind):
        decode(data)


def test_a_broken_byte_does_not_lose_the_text():
    data = ARABIC.encode()
    assert decode(data + b"\xd8") == ARABIC + "\ufffd"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    with suppress(UndecodableError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_never_mistaken(text):
    assert decode(text.encode("utf-8-sig")) == text
