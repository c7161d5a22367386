from __future__ import annotations

import io
import json
import sys

import pytest

from eventgraph.errors import InputError
from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions, read, read_sources
from eventgraph.readers.reader import reader_for

RAIN = "Rain fell on Homs on Friday and the river rose again by half a metre, officials said."
SNOW = "Snow fell on Sweida on Saturday and closed the road to Damascus for an hour, police said."


def sources(*inputs, **options):
    return [
        item.source for item in read_sources([str(item) for item in inputs], ReadOptions(**options))
    ]


def only(*inputs):
    (item,) = read_sources([str(item) for item in inputs])
    return item


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "b.txt": RAIN,
        "a.md": SNOW,
        "deep/er/c.txt": RAIN,
        ".hidden.txt": SNOW,
        ".git/config": SNOW,
        "deep/.DS_Store": SNOW,
    }.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


def test_a_folder_gives_sorted_relative_paths(folder):
    assert sources(folder) == ["a.md", "b.txt", "deep/er/c.txt"]


def test_a_file_gives_its_name(folder):
    assert sources(folder / "deep" / "er" / "c.txt", folder / "b.txt") == ["c.txt", "b.txt"]


def test_files_of_the_same_name_have_their_folder_in_front(folder, tmp_path):
    other = tmp_path / "old" / "b.txt"
    other.parent.mkdir()
    other.write_text(SNOW, encoding="utf-8")
    assert sources(folder / "b.txt", other, folder / "a.md") == ["news/b.txt", "old/b.txt", "a.md"]


def test_the_same_file_twice_is_no_collision(folder):
    assert sources(folder / "b.txt", folder / "b.txt") == ["b.txt", "b.txt"]


def test_newlines_and_blanks_stay_in_the_text(tmp_path):
    text = f" {RAIN}\r\n\r\n\t{SNOW}\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-16"))
    article = only(tmp_path / "a.txt")
    assert article.text == text
    assert [span.of(text) for span in article.body] == [RAIN, SNOW]


def test_without_cleaning_all_is_body(tmp_path):
    (tmp_path / "a.txt").write_text(f"Share\n\n{RAIN}", encoding="utf-8")
    (article,) = read(tmp_path / "a.txt", clean=False)
    assert [span.of(article.text) for span in article.body] == [article.text]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty article"),
        ("a.txt", b" \r\n\t ... \n", "empty article"),
        ("a.txt", b"\x89PNG\r\n\x1a\n123", "PNG image"),
        ("a.bin", b"abc\x00\x01\x02def", "binary file"),
        ("a.pdf", b"%PDF-1.4", "PDF file"),
        ("a.html", b"", "empty article"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "empty article"),
        ("a.jsonl", b"", "empty file"),
        ("a.jsonl", b'{"text": "Rain fell', "not JSON"),
        ("a.jsonl", b"[1, 2]", "a JSON list"),
        ("a.jsonl", b'{"title": "Rain"}', "neither 'text' nor 'html'"),
        ("a.jsonl", b'{"text": 5}', "'text' is 5"),
        ("a.jsonl", b'{"text": null, "html": ["x"]}', "'html' is"),
        ("a.jsonl", b'{"text": "Rain fell.", "published": "soon"}', "'soon' is not a date"),
        ("a.jsonl", b'{"text": "Rain fell.", "published": 20240324}', "'published' is 20240324"),
        ("a.jsonl", b'{"text": "Rain fell.", "language": "??"}', "'language' is"),
        ("a.jsonl", b'{"text": "Rain \xff fell."}', "not UTF-8"),
        ("a.jsonl", b"[" * 100_000, "JSON"),
        ("a.jsonl", b'{"text": ' + b"9" * 5000 + b"}", "JSON"),
        ("a.txt", b"Leave a Reply", "nothing but boilerplate"),
    ],
)
def test_bad_input_is_skipped_with_one_line(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    item = only(tmp_path / name)
    assert isinstance(item, Skipped)
    assert reason in item.reason
    assert "\n" not in item.reason
    with pytest.raises(InputError, match=name):
        read(tmp_path / name)


@pytest.mark.parametrize("given", ["nowhere.txt", "https://example.org/a", "a\0b"])
def test_an_input_that_is_not_there(given):
    assert isinstance(only(given), Skipped)


def test_an_empty_folder(tmp_path):
    assert "empty folder" in only(tmp_path).reason


def test_the_rest_goes_on_after_a_bad_input(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "b.txt").write_text(RAIN, encoding="utf-8")
    kinds = [
        type(item) for item in read_sources([str(tmp_path), "nowhere", str(tmp_path / "b.txt")])
    ]
    assert kinds == [Skipped, Article, Skipped, Article]


def jsonl(*records):
    return "\n".join(json.dumps(record) for record in records).encode()


def test_jsonl_sources(tmp_path):
    records = [
        {"text": RAIN, "source": "s", "url": "u", "id": "i"},
        {"text": RAIN, "url": "https://example.org/1", "id": "i"},
        {"text": RAIN, "id": 7},
        {"text": RAIN, "id": "  ", "source": None},
    ]
    (tmp_path / "a.jsonl").write_bytes(jsonl(*records))
    assert sources(tmp_path / "a.jsonl") == ["s", "https://example.org/1", "7", "a.jsonl#4"]


def test_a_broken_line_is_named_by_its_number(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(
        jsonl({"text": RAIN, "id": 1}) + b"\n\n{oops\n" + jsonl({"text": SNOW})
    )
    assert sources(tmp_path / "a.jsonl") == ["1", "a.jsonl#3", "a.jsonl#4"]


def test_what_a_line_says_wins(tmp_path):
    record = {
        "text": RAIN,
        "title": "Rain",
        "published": "2024-03-24T10:00:00Z",
        "language": "en-GB",
    }
    (tmp_path / "a.jsonl").write_bytes(jsonl(record))
    (article,) = read(tmp_path / "a.jsonl", published="2020-01-01", language="fr")
    assert (article.title, article.language) == ("Rain", "en")
    assert (article.published.date, article.published.basis) == ("2024-03-24", "metadata")


def test_null_is_unknown_and_filled_by_the_user(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(jsonl({"text": RAIN, "published": None}))
    assert only(tmp_path / "a.jsonl").published is None
    assert read(tmp_path / "a.jsonl", published="2024-03-24")[0].published.basis == "given"


def test_a_lone_surrogate_does_not_move_offsets(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\\ud800 ' + RAIN.encode() + b'"}')
    article = only(tmp_path / "a.jsonl")
    article.text.encode("utf-8")
    assert len(article.text) == len(RAIN) + 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_jsonl_with_a_byte_order_mark(tmp_path, encoding):
    (tmp_path / "a.jsonl").write_bytes(
        jsonl({"text": RAIN}, {"text": SNOW}).decode().encode(encoding)
    )
    assert [item.text for item in read(tmp_path / "a.jsonl")] == [RAIN, SNOW]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RAIN.encode(), [RAIN]),
        (jsonl({"text": RAIN}, {"text": SNOW}), [RAIN, SNOW]),
        (f"<!DOCTYPE html><p>{RAIN}</p><p>{SNOW}</p>".encode(), [f"{RAIN}\n{SNOW}"]),
    ],
)
def test_standard_input_is_recognised(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.text for item in read_sources(["-"])] == expected


def test_articles_stream(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(jsonl({"text": RAIN}) + b"\n{broken\n")
    stream = read_sources([str(tmp_path / "a.jsonl")])
    assert isinstance(next(stream), Article)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.TXT", ".txt"),
        ("a.md", ".txt"),
        ("a", ".txt"),
        ("a.HTM", ".html"),
        ("a.ndjson", ".jsonl"),
    ],
)
def test_readers_by_suffix(name, suffix):
    assert reader_for(name, b"").suffixes[0] == suffix


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RAIN, "en"),
        ("هطلت الأمطار على حمص يوم الجمعة وارتفع منسوب النهر نصف متر، بحسب مسؤولين محليين.", "ar"),
        ("В пятницу в Хомсе прошёл дождь, и река поднялась на полметра, сообщили власти.", "ru"),
        ("La pluie est tombée vendredi sur Homs et la rivière est montée d'un demi-mètre.", "fr"),
        (f"Accueil Partager Suivez-nous\n\n{RAIN}\n\nAccepter les cookies", "en"),
        (
            "العربية English Français\n\nHome | World\n\nهطلت الأمطار على حمص يوم الجمعة وارتفع منسوب النهر.",
            "ar",
        ),
    ],
)
def test_languages(tmp_path, text, language):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert only(tmp_path / "a.txt").language == language
