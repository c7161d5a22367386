"""Tables of articles: a row is a JSON line in other clothes; what is damaged stops nothing else."""

import datetime as dt
import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions, read_sources
from eventgraph.readers.formats.parquet import READER

pa = pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
pq = pytest.importorskip("pyarrow.parquet")

RAIN = "Rain fell on Homs on Friday and the river rose again by half a metre, officials said."
SNOW = "Snow fell on Sweida on Saturday and closed the road to Damascus for an hour, police said."


def table(columns, **options):
    data = io.BytesIO()
    pq.write_table(pa.table(columns), data, **options)
    return data.getvalue()


def articles(data, name="a.parquet"):
    return list(READER.read(io.BytesIO(data), name, ReadOptions()))


def only(columns):
    (item,) = articles(table(columns))
    return item


def test_a_row_has_the_fields_of_a_line():
    columns = {"text": [RAIN], "url": ["https://example.org/1"], "title": ["Rain"]}
    article = only(columns | {"language": ["ara"], "published": ["2024-03-24"], "other": [1.5]})
    assert (article.source, article.title, article.language) == (
        "https://example.org/1", "Rain", "ar",
    )  # fmt: skip
    assert (article.published.date, article.published.basis) == ("2024-03-24", "metadata")


def test_a_row_may_hold_a_page():
    assert only({"html": [f"<title>Rain</title><p>{RAIN}</p>"]}).title == "Rain"


NIGHT = dt.datetime(2024, 3, 24, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (pa.array([NIGHT.date()]), "2024-03-24"),
        (pa.array([NIGHT], pa.timestamp("ms", "UTC")), "2024-03-24"),
        (pa.array([NIGHT], pa.timestamp("us", "Europe/Paris")), "2024-03-25"),
        (pa.array([1711323000123456789], pa.timestamp("ns")), "2024-03-24"),
        (pa.array([None], pa.timestamp("s")), None),
    ],
    ids=str,
)
def test_dates_may_be_dates(published, day):
    found = only({"text": [RAIN], "published": published}).published
    assert (found and found.date) == day


@pytest.mark.parametrize(
    "text",
    [
        pa.array([RAIN], pa.large_string()),
        pa.array([RAIN.encode()], pa.binary()),
        pa.array([RAIN]).dictionary_encode(),
    ],
    ids=lambda text: str(text.type),
)
def test_text_may_be_stored_in_several_ways(text):
    assert only({"text": text}).text == RAIN


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"text": [5]}, "'text' is 5"),
        ({"text": [None]}, "empty|neither"),
        ({"text": [b"\x89PNG"]}, "PNG image"),
        ({"text": [{"a": 1}]}, "'text' is"),
        ({"text": [RAIN], "published": ["soon"]}, "'soon' is not a date"),
        ({"text": [RAIN], "published": [20240324]}, "'published' is 20240324"),
        ({"text": [RAIN], "published": pa.array([10**12], pa.timestamp("s"))}, "cannot be read"),
        ({"text": [RAIN], "language": ["??"]}, "'language' is"),
    ],
    ids=str,
)
def test_a_bad_row_is_skipped_by_its_number(columns, reason):
    good = {name: [None] for name in columns if name != "text"} | {"text": [RAIN]}
    first, second = table(good), table(columns)
    assert [type(item) for item in articles(first)] == [Article]
    (item,) = articles(second)
    assert item.source == "a.parquet#1"
    assert any(part in item.reason for part in reason.split("|"))


def test_rows_are_numbered_across_groups():
    items = articles(table({"text": [RAIN, None, SNOW]}, row_group_size=1))
    assert [item.source for item in items] == ["a.parquet#1", "a.parquet#2", "a.parquet#3"]
    assert [type(item) for item in items] == [Article, Skipped, Article]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table({"name": ["x"]}), "columns ['name']; expected columns 'text' or 'html'"),
        (table({"text": pa.array([], pa.string())}), "without rows"),
        (b"PAR1", "not a whole Parquet file"),
        (b"PAR1 and more PAR1", "not a whole Parquet file"),
        (table({"text": [RAIN]})[:-20], "not a whole Parquet file"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_file_that_gives_nothing_is_skipped_with_one_line(data, reason):
    (item,) = articles(data)
    assert item.source == "a.parquet"
    assert reason in item.reason
    assert "\n" not in item.reason


def test_a_damaged_group_stops_no_other():
    data = bytearray(
        table({"text": [RAIN, SNOW]}, row_group_size=1, compression="zstd", use_dictionary=False)
    )
    data[4:60] = b"\xff" * 56
    items = articles(bytes(data))
    assert [(type(item), item.source) for item in items] == [
        (Skipped, "a.parquet#1"), (Article, "a.parquet#2"),
    ]  # fmt: skip


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_damage_gives_articles_or_skipped(data):
    whole = bytearray(table({"text": [RAIN, SNOW], "id": [1, 2]}, row_group_size=1))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    assert all(isinstance(item, Article | Skipped) for item in articles(bytes(whole)))


def test_a_file_is_told_by_its_beginning(tmp_path):
    (tmp_path / "part-0").write_bytes(table({"text": [RAIN]}))
    assert [item.source for item in read_sources([str(tmp_path)])] == ["part-0#1"]


def test_rows_stream_through_little_memory():
    long = [f"{n} {RAIN * 200}" for n in range(2000)]
    data = table({"text": long}, compression="none", write_batch_size=16)
    pool = pa.default_memory_pool()
    before = pool.bytes_allocated()
    rows = READER.read(io.BytesIO(data), "a", ReadOptions(clean=False))
    most = max(pool.bytes_allocated() - before for _, _row in zip(range(100), rows, strict=False))
    assert most < len(data) / 4


def test_a_pipe_is_no_table(monkeypatch):
    stream = io.BytesIO(table({"text": [RAIN]}))
    monkeypatch.setattr(stream, "seekable", lambda: False, raising=False)
    (item,) = READER.read(stream, "-", ReadOptions())
    assert "give the file" in item.reason


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (item,) = READER.read(io.BytesIO(b"PAR1"), "a.parquet", ReadOptions())
    assert "eventgraph-news[parquet]" in item.reason
