"""Archives of a crawl: pages are articles, the rest is passed over, and a cut file stops nothing."""

import gzip

import pytest

from eventgraph.model import Skipped
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.readers.limits import Limits

pytest.importorskip("warcio", reason="the extra 'warc' is not installed")

PAGE = """<html><head><title>Fire in Bergen</title>
<meta property="article:published_time" content="2019-06-05T10:00:00Z"></head>
<body><article><h1>Fire in Bergen</h1><p>A fire killed two people in Bergen on Tuesday, the police said. The
cause was not known, and the harbour was closed for most of the day.</p></article></body></html>"""


def record(address, kind, status, body):
    page = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2019-06-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


def archive(*records, gzipped=True):
    return b"".join(gzip.compress(record(*r)) if gzipped else record(*r) for r in records)


RECORDS = [
    ("https://news.example/a", "text/html; charset=utf-8", "200 OK", PAGE),
    ("https://news.example/logo", "image/png", "200 OK", "no page"),
    ("https://news.example/gone", "text/html", "404 Not Found", PAGE),
]


@pytest.mark.parametrize(("name", "gzipped"), [("crawl.warc.gz", True), ("crawl.warc", False)])
def test_pages_are_articles(tmp_path, name, gzipped):
    (tmp_path / name).write_bytes(archive(*RECORDS, gzipped=gzipped))
    [article] = read_sources([str(tmp_path / name)])
    assert article.source == "https://news.example/a"
    assert article.title == "Fire in Bergen"
    assert article.published.date == "2019-06-05"


def test_a_file_that_is_cut_gives_what_is_whole(tmp_path):
    whole = archive(
        RECORDS[0], ("https://news.example/b", "text/html", "200 OK", PAGE * 50), gzipped=False
    )
    (tmp_path / "cut.warc").write_bytes(whole[: len(archive(RECORDS[0], gzipped=False)) + 300])
    first, *_ = read_sources([str(tmp_path / "cut.warc")])
    assert first.source == "https://news.example/a"


@pytest.mark.parametrize("data", [b"\x1f\x8bnonsense", b"WARC/nonsense", b"\x1f\x8b"])
def test_what_is_no_archive_is_skipped(tmp_path, data):
    (tmp_path / "bad.warc.gz").write_bytes(data)
    [skipped] = read_sources([str(tmp_path / "bad.warc.gz")])
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize("gzipped", [True, False])
def test_no_cut_is_silent(tmp_path, gzipped):
    """Wherever a file is cut: what is whole is read, and that something is lost is told."""
    pages = [record(f"https://news.example/{i}", *RECORDS[0][1:]) for i in range(2)]
    packed = [gzip.compress(page) if gzipped else page for page in pages]
    whole, first = b"".join(packed), len(packed[0])
    path = tmp_path / "cut.warc"
    for cut in {
        *range(1, len(whole), 17),
        *range(first - 9, first + 9),
        *range(len(whole) - 9, len(whole)),
    }:
        path.write_bytes(whole[:cut])
        found = list(read_sources([str(path)]))
        told = [item for item in found if isinstance(item, Skipped) and item.source == "cut.warc"]
        assert bool(told) == (cut != first), cut
        assert cut < first or found[0].source == "https://news.example/0"


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_flipped_bit_is_no_error(tmp_path, gzipped):
    whole = archive(*RECORDS, gzipped=gzipped)
    path = tmp_path / "flipped.warc"
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        assert list(read_sources([str(path)]))


def test_a_large_page_is_named_and_the_next_is_read(tmp_path):
    (tmp_path / "a.warc").write_bytes(
        archive(("https://news.example/large", "text/html", "200 OK", PAGE * 50), RECORDS[0])
    )
    options = ReadOptions(limits=Limits(page=2000))
    large, article = read_sources([str(tmp_path / "a.warc")], options)
    assert large == Skipped(
        "https://news.example/large", "a page of more than 2000 bytes (--limit page=2000)"
    )
    assert article.title == "Fire in Bergen"
