"""Archives of a crawl: pages are articles, the rest is passed over, and a cut file stops nothing."""

import gzip

import pytest

from eventgraph.model import Skipped
from eventgraph.readers import read_sources

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
