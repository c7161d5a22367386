"""Whatever happens to decisions.csv, it is read, repaired or named by row; and undo always works."""

import contextlib
import errno
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventgraph.errors import DataError
from eventgraph.resolve.decisions import COLUMNS, Decisions, Reference
from eventgraph.resolve.decisions.decision import LONGEST
from eventgraph.resolve.decisions.file import QUOTES
from eventgraph.resolve.decisions.mending import mend
from eventgraph.resolve.decisions.rows import rows_of

HEADER = ",".join(COLUMNS)
MONA = Reference("Mona Rashid", "person", "n0123456789abcdef")


def written(tmp_path, text, header=HEADER):
    path = tmp_path / "decisions.csv"
    path.write_bytes(f"{header}\n{text}".encode())
    return path


def names(path):
    return [row.subject.name for row in Decisions.read(path).rows]


@pytest.mark.parametrize("end", ["", "\r\n", "\n\n"])
def test_a_missing_last_newline_costs_no_row(tmp_path, end):
    path = written(tmp_path, f"1,ignore,Lina,person,,,,,{end}")
    Decisions.read(path).append("ignore", MONA)
    assert names(path) == ["Lina", "Mona Rashid"]


@pytest.mark.parametrize(
    "torn", ["2", "2,ign", "2,ignore,Mona", '2,ignore,"Mo', "2,merge,Mona,person,,,,,"]
)
def test_a_torn_last_row_is_told_and_goes_with_the_next_decision(tmp_path, torn):
    path = written(tmp_path, f"1,ignore,Lina,person,,,,,\n{torn}")
    decisions = Decisions.read(path)
    assert [row.number for row in decisions.rows] == [1]
    assert f"{path}:3: " in decisions.torn
    assert "cut off" in decisions.torn
    assert decisions.append("ignore", MONA).torn == ""
    assert names(path) == ["Lina", "Mona Rashid"]


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = written(tmp_path, "1,ignore,Lina,person,,,,,\n")
    before = path.read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("eventgraph.files.os.fsync", full)
    with pytest.raises(DataError, match="No space left"):
        Decisions.read(path).append("ignore", MONA)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["decisions.csv"]


def test_the_same_row_with_an_end_is_no_torn_one(tmp_path):
    with pytest.raises(DataError, match=r"decisions\.csv:2: "):
        Decisions.read(written(tmp_path, "2,ignore,Mona\n"))


REFUSED = {
    "blank name": ("rename", MONA, Reference("  ")),
    "name of signs": ("rename", MONA, Reference("\u200b-\u200b")),
    "blank subject": ("ignore", Reference(" "), None),
    "long name": ("rename", MONA, Reference("M" * (LONGEST + 1))),
    "long event": ("ignore", Reference("x", "event", "a:1-" + "9" * 5000), None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_not_be_read_is_not_written(tmp_path, name):
    path = written(tmp_path, "1,ignore,Lina,person,,,,,\n")
    before = path.read_bytes()
    with pytest.raises(DataError):
        Decisions.read(path).append(*REFUSED[name])
    assert path.read_bytes() == before


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20)), max_size=3
    )
)
def test_what_is_written_is_read_and_can_be_undone(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("d") / "decisions.csv"
    decisions = Decisions.read(path)
    for name, new, note in cells:
        with contextlib.suppress(DataError):
            decisions = decisions.append("rename", Reference(name), Reference(new), note)
    assert Decisions.read(path).rows == decisions.rows
    for _ in decisions.active:
        decisions = decisions.undo()
    assert Decisions.read(path).active == ()


@pytest.mark.parametrize("number", ["0", "1000000000", "9" * 5000, "1000002"])
def test_numbers_are_bounded(tmp_path, number):
    path = written(tmp_path, f"1,ignore,Lina,person,,,,,\n{number},ignore,Mona,person,,,,,\n")
    with pytest.raises(DataError, match=r"decisions\.csv:3: number"):
        Decisions.read(path)


def test_columns_of_ones_own_and_in_another_order_stay(tmp_path):
    header = ",".join(("mine", *reversed(COLUMNS)))
    path = written(tmp_path, "x,,,,,,person,Lina,ignore,1\n", header)
    Decisions.read(path).append("ignore", MONA)
    assert names(path) == ["Lina", "Mona Rashid"]
    assert path.read_text(encoding="utf-8").splitlines()[0] == header


def test_an_older_file_gains_the_columns_of_quotes_with_the_first(tmp_path):
    path = written(tmp_path, "1,ignore,Lina,person,,,,,\n")
    fire = Reference("fire", "event", "a1:5-9", "A ⟦fire⟧.")
    assert Decisions.read(path).append("ignore", fire).rows[1].subject == fire
    assert path.read_text(encoding="utf-8").splitlines()[0] == ",".join((*COLUMNS, *QUOTES))
    assert names(path) == ["Lina", "fire"]


DAMAGED = {
    "action": b"1,ignore,Lina,person,,,,,\n2,iGnore,Mona,person,,,,,\n3,ignore,Omar,person,,,,,\n",
    "quote": b'1,ignore,Lina,person,,,,,\n2,ignore,"Mona,person,,,,,\n3,ignore,Omar,person,,,,,\n',
    "bytes": b"1,ignore,Lina,person,,,,,\n2,ignore,M\xffna,person,,,,,\n3,ignore,Omar,person,,,,,\n",
    "number": b"1,ignore,Lina,person,,,,,\n1,ignore,Mona,person,,,,,\n3,ignore,Omar,person,,,,,\n",
    "header": b"1,ignore,Lina,person,,,,,\n3,ignore,Omar,person,,,,,\n",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_mending_keeps_every_decision_and_every_byte_of_the_rest(tmp_path, name):
    header = HEADER.replace("action", "actiom") if name == "header" else HEADER
    path = written(tmp_path, "", header)
    path.write_bytes(path.read_bytes() + DAMAGED[name])
    with pytest.raises(DataError):
        Decisions.read(path)
    before = path.read_bytes().split(b"\n")
    [problem] = mend(path)
    assert "decisions.csv.damaged" in problem
    assert names(path) == ["Lina", "Omar"]
    aside = (tmp_path / "decisions.csv.damaged").read_bytes().split(b"\n")
    assert sorted({*path.read_bytes().split(b"\n"), *aside}) >= sorted(
        set(before) - {HEADER.encode()}
    )
    assert mend(path) == []


def test_rows_are_found_where_they_stand():
    text = 'a,b\n\n1,"two\nlines"\r\n3,4\n'
    rows = list(rows_of(text))
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("a", "b")),
        (3, ("1", "two\nlines")),
        (5, ("3", "4")),
    ]
    assert rows[-1].end == len(text)
