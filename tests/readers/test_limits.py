"""No file stops a build: what is too large, too deep or in no encoding is named, and the next is read."""

import encodings.aliases
import gzip
import io
import json
import os
from importlib.util import find_spec

import pytest
from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.formats.html_page import parse_page
from eventgraph.readers.formats.markup import attributes_of_one
from eventgraph.readers.limits import LimitError, Limits

STORY = "Gunmen attacked a bus near Homs on 9 May 2018 and killed 12 people, police said.\n"
PAGE = f"<!doctype html><title>Attack</title><body><p>{STORY}"


def read(path, **limits):
    return list(read_sources([str(path)], ReadOptions(limits=Limits(**limits))))


def written(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_the_defaults_are_those_of_the_documentation():
    assert Limits() == Limits(
        file=50_000_000, line=10_000_000, page=10_000_000, text=2_000_000, records=1_000_000,
        attributes=1000, depth=2000, named=20,
    )  # fmt: skip


CASES = [
    ("a.txt", STORY * 20, {"file": 1000}, "a file of more than 1000 bytes (--limit file=1000)"),
    ("a.html", PAGE * 20, {"page": 1000}, "a page of more than 1000 bytes (--limit page=1000)"),
    ("a.html", f"<p {'a=b ' * 40}>{PAGE}", {"attributes": 30}, "an element with more than 30 attributes (--limit attributes=30)"),
    ("a.html", "<div>" * 40 + PAGE, {"depth": 30}, "more than 30 elements inside one another (--limit depth=30)"),
    ("a.html", "<div>" * 100_000 + PAGE, {}, "more than 2000 elements inside one another (--limit depth=2000)"),
    ("a.html", "<b>" * 100_000 + PAGE, {}, "more than 2000 elements inside one another (--limit depth=2000)"),
    ("a.html", f"<p {' '.join(f'a{i}' for i in range(40_000))}>{PAGE}", {}, "an element with more than 1000 attributes (--limit attributes=1000)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "limits", "reason"), CASES, ids=range(len(CASES)))
def test_what_is_too_large_is_named(name, data, limits, reason, tmp_path):
    [skipped] = read(written(tmp_path, name, data), **limits)
    assert skipped == Skipped(name, reason)


@pytest.mark.parametrize(("name", "data", "limits", "reason"), CASES[:4], ids=range(4))
def test_what_is_just_not_too_large_is_read(name, data, limits, reason, tmp_path):
    [(limit, _)] = limits.items()
    [article] = read(
        written(tmp_path, name, data),
        **{limit: 50 if limit in {"attributes", "depth"} else len(data)},
    )
    assert "Gunmen" in article.text


def test_the_rest_of_a_long_text_is_cut_off_and_told(tmp_path):
    path = written(tmp_path, "long.txt", STORY * 100)
    article, skipped = read(path, text=20 * len(STORY) + 7)
    assert article.text == STORY.rstrip("\n") + ("\n" + STORY.rstrip("\n")) * 19
    assert skipped.source == "long.txt"
    assert skipped.reason == (
        f"only the first {20 * len(STORY) - 1} of {100 * len(STORY)} characters are read "
        f"(--limit text={20 * len(STORY) + 7})"
    )
    one_line, _ = read(written(tmp_path, "line.txt", "word " * 1000), text=99)
    assert len(one_line.text) == 99


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_long_article_of_a_container_is_cut_off_too(form, tmp_path):
    lines = [
        json.dumps({form: STORY * 100 if form == "text" else f"<p>{STORY}" * 100}),
        json.dumps({"text": STORY}),
    ]
    first, told, second = read(written(tmp_path, "a.jsonl", "\n".join(lines)), text=500)
    assert len(first.text) <= 500
    assert "characters are read" in told.reason
    assert second.text == STORY


def test_a_long_line_is_named_and_the_next_is_read(tmp_path):
    lines = [json.dumps({"text": STORY * 100}), json.dumps({"text": STORY})]
    skipped, article = read(written(tmp_path, "a.jsonl", "\n".join(lines)), line=1000)
    assert skipped == Skipped("a.jsonl#1", "a line of more than 1000 bytes (--limit line=1000)")
    assert article.source == "a.jsonl#2"


def test_a_line_that_ends_at_the_limit_is_read(tmp_path):
    line = json.dumps({"text": STORY}) + "\n"
    found = read(written(tmp_path, "a.jsonl", line * 2), line=len(line) - 1)
    assert [item.source for item in found] == ["a.jsonl#1", "a.jsonl#2"]
    short, _ = read(written(tmp_path, "b.jsonl", line * 2), line=len(line) - 2)
    assert isinstance(short, Skipped)


def test_records_end_at_the_limit(tmp_path):
    lines = [json.dumps({"text": STORY, "published": f"2018-05-{day:02}"}) for day in range(1, 10)]
    *articles, told = read(written(tmp_path, "a.jsonl", "\n".join(lines)), records=4)
    assert len(articles) == 4
    assert told == Skipped("a.jsonl", "only the first 4 records are read (--limit records=4)")


def test_unreadable_records_are_counted_and_few_are_named(tmp_path):
    lines = ["no JSON"] * 500 + [json.dumps({"text": STORY})] + ["no JSON"] * 500
    *named, article, told = read(written(tmp_path, "a.jsonl", "\n".join(lines)))
    assert len(named) == 20
    assert isinstance(article, Article)
    assert told == Skipped(
        "a.jsonl", "980 more of its records cannot be read; the first 20 are named"
    )


def test_every_output_has_the_count_and_not_all_names(tmp_path):
    lines = ["no JSON"] * 5000 + [json.dumps({"text": STORY})]
    out = tmp_path / "out"
    done = CliRunner().invoke(
        main, ["build", str(written(tmp_path, "a.jsonl", "\n".join(lines))), "-o", str(out)]
    )
    assert done.exit_code == 0, done.output
    skipped = json.loads((out / "graph.json").read_text(encoding="utf-8"))["skipped"]
    page = (out / "index.html").read_text(encoding="utf-8")
    for told in (done.stderr, json.dumps(skipped), page):
        assert "4980 more of its records" in told
        assert told.count("not JSON") == 20


def test_very_many_unreadable_files_are_counted_and_not_all_named(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(1200):
        (folder / f"{number:04}.pdf").write_bytes(b"%PDF-1.4")
    written(folder, "z.txt", STORY)
    *named, article, told = read(folder)
    assert len(named) == 1000
    assert article.text == STORY
    assert told.reason == "200 more cannot be read; the first 1000 are named"
    done = CliRunner().invoke(main, ["extract", str(folder)])
    assert len(done.stderr.splitlines()) == 101
    assert "901 more" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="files there are not sparse by themselves")
@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.txt", b""), ("a.txt", b"<!doctype html><p>Rain fell."), ("a.html", b""), ("a", b'{"text": "'), ("a.jsonl", b""),
     ("a.parquet", b"PAR1"), ("a.warc", b""), ("a", b"WARC/1.0\r\nX: ")],
)  # fmt: skip
def test_three_gigabytes_are_named_and_the_next_is_read(name, begin, tmp_path):
    with written(tmp_path, name, begin).open("r+b") as file:
        file.truncate(3 << 30)
    written(tmp_path, "b.txt", STORY)
    *skipped, article = read(tmp_path)
    assert {item.source.partition("#")[0] for item in skipped} == {name}
    assert article.text == STORY


@pytest.mark.skipif(find_spec("warcio") is None, reason="the extra 'warc' is not installed")
def test_an_archive_that_unpacks_to_gigabytes_is_named(tmp_path):
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file:
        file.write(b"WARC/1.0\r\nX: ")
        for _ in range(300):
            file.write(b"a" * 1_000_000)
    [skipped] = read(written(tmp_path, "a.warc.gz", packed.getvalue()))
    assert "a header of more than 10000000 bytes" in skipped.reason


def test_one_nul_byte_is_no_binary_file(tmp_path):
    """The place of each character stays."""
    data = STORY.encode() * 5 + b"\0" + STORY.encode() * 5
    [article] = read(written(tmp_path, "a.txt", data))
    assert article.text == STORY * 5 + "\ufffd" + STORY * 5
    [line] = read(written(tmp_path, "a.jsonl", json.dumps({"text": f"Rain\0fell. {STORY}"})))
    assert line.text.startswith("Rain\ufffdfell.")
    with pytest.raises(UndecodableError, match="NUL"):
        decode(data.replace(b" ", b"\0"))


# All that Python can be asked to decode by, and what a header or a meta element may say beside.
LABELS = sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "idna", "punycode", "undefined",
                 "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "", "x" * 40, "utf-8-sig", "é",
                 "x-user-defined", "replacement", "iso-2022-kr", "hz-gb-2312"})  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"caf\xe9 and more words \xff\xfe\x80\x81", b"xn--caf-dma.-\xff", b"\\u00e9 \\x \xe9"]
)
def test_no_declared_encoding_is_an_error(data):
    for label in LABELS:
        try:
            assert isinstance(decode(data, label), str)
        except UndecodableError:
            continue


@pytest.mark.parametrize(
    "label", ["unicode_escape", "raw_unicode_escape", "utf_7", "punycode", "idna", "cp037", "rot13"]
)
def test_encodings_that_the_standard_does_not_list_are_not_used(label):
    data = b"Rain fell on caf\xe9 +AGE- \\x41 and more words"
    assert decode(data, label) == data.decode("cp1252")


def test_a_label_means_what_browsers_take_it_for():
    assert decode(b"\x93Rain\x94", "iso-8859-1") == "“Rain”"
    assert decode("Дождь".encode("koi8-r"), "KOI8") == "Дождь"
    assert decode("雨".encode("gbk"), "gb2312") == "雨"


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ("<p>text", 0),
        ("<p a b=c d=\"e > f\" g='h'>", 4),
        ("<p a='<b c d e f>'>", 1),
        ("<!-- <p a b c d> --><i x>", 1),
        ("<script>if (a<b && c<d) { e = 1 }</script><p a b>", 2),
        ("<p " + "a/" * 9, 9),
        ("<p =a =b =c>", 2),
        ('<p a="' + "x " * 99, 100),
        ("<!--" + "<p a b>", 0),
    ],
)
def test_attributes_are_counted_as_the_parser_sees_them(markup, count):
    assert attributes_of_one(markup) == count


def test_depth_is_that_of_the_page():
    assert parse_page("<html><body><div><p>Rain").depth == 4
    assert parse_page("<p>Rain" * 500).depth == 3  # a paragraph ends where the next begins
    with pytest.raises(LimitError, match="inside one another"):
        parse_page("<div>" * 3000 + "Rain")


def test_text_below_what_trafilatura_reads_is_article(tmp_path):
    shallow = (
        "<p>The ministry of the interior published a report on the security of the roads.</p>" * 3
    )
    page = f"<!doctype html><article>{shallow}</article>" + "<div>" * 300 + f"<p>{STORY}" * 3
    [article] = read(written(tmp_path, "a.html", page))
    kept = "".join(span.of(article.text) for span in article.body)
    assert kept.count("Gunmen attacked") == 3


def test_limits_are_set_on_the_command_line(tmp_path):
    path = str(written(tmp_path, "a.txt", STORY * 20))
    done = CliRunner().invoke(
        main, ["extract", path, "--limit", "text=200", "--limit", "file=9000"]
    )
    assert done.exit_code == 0
    assert "only the first 161 of 1620 characters are read (--limit text=200)" in done.stderr
    for bad in ("text", "text=", "text=x", "words=3", "text=-1", "text=٣"):
        refused = CliRunner().invoke(main, ["extract", path, "--limit", bad])
        assert refused.exit_code == 2
        assert "NAME=NUMBER" in refused.stderr
