"""What this program wrote itself: never an article, wherever it lies and however it is called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

_HEAD_BYTES = 16_384
_TAIL_BYTES = 1 << 19  # of a file that begins as a graph does: what was skipped stands at its end
_SCHEMA_BYTES = 1 << 20  # of a store, in which its tables are named
_STORE = "eventgraph.db"
# Beside a store, by name: what holds no sign of its own (a lock, the write-ahead log, decisions).
_BESIDE_STORE = re.compile(r"eventgraph\.(lock|db)(-\w+|\.\w+)?|decisions\.csv")
_SQLITE = b"SQLite format 3\0"
_TABLES = (b"CREATE TABLE extractions", b"CREATE TABLE participants")

# Begins of files, as each exporter writes them.
_HEADS = re.compile(
    rb"""
      <!doctype\ html>.{0,4000}?<meta\ name="generator"\ content="eventgraph">            # page
    | (\xef\xbb\xbf)?event_id,date,earliest,latest,precision,date_basis,type,             # timeline
    | (\xef\xbb\xbf)?event_id,event,kind,low,high,unit,text,speaker,                       # claims
    | number,action,subject,subject_type,subject_id,object,                               # decisions
    | message,datetime,timestamp_desc,event_id,event_type,                                # Timesketch
    | Year,Month,Day,[^\r\n]*,Background\r\n,{9}Timeline\ of\ events,                     # TimelineJS
    | BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//eventgraph//                           # calendar
    | <\?xml[^>]*\?>\s*<gexf\ .{0,1000}?<creator>eventgraph</creator>
    | <\?xml[^>]*\?>\s*<kml\ [^>]*>\s*<Document>\s*<name>eventgraph</name>
    | <\?xml[^>]*\?>\s*<graphml\ .{0,4000}?attr\.name="date_basis"
    | \{\s*"data":\ \{\s*"name":\ "eventgraph"                                            # Cytoscape
    | \{\s*"events_without_coordinates":                                                  # GeoJSON
    | \{\s*"@context":\ \{\s*"@vocab":\ "https://schema\.org/".{0,400}?"urn:eventgraph:   # JSON-LD
    | \{"id":\ "[ae][0-9a-z]{1,40}",\ "properties":\ \{"                                  # FollowTheMoney
    | PK\x03\x04.{0,60}?README\.txtImport\ into\ a\ new\ database:\s+neo4j-admin
    """,
    re.VERBOSE | re.DOTALL,
)
# What begins and ends so, for JSON has its keys in the order of the alphabet.
_ENDS = (
    (re.compile(rb'\{\s*"articles": \['), re.compile(rb'"schema": "eventgraph/\d+",\s*"skipped": \[')),
    (re.compile(rb'\{\s*"events": \['), re.compile(rb'"headline": "Timeline of events",[^{}]*\}\s*\}\s*\}\s*$')),
)  # fmt: skip


def is_own_output(path: Path) -> bool:
    """Whether a file is a page, a table, a graph, a store or an export of this program.

    Its first and last bytes tell, not its name; only what lies beside a store and has no sign of its own
    is told by its name. A file that cannot be read is not told here.
    """
    try:
        if _BESIDE_STORE.fullmatch(path.name) and _is_store(path.with_name(_STORE)):
            return True
        with path.open("rb") as file:
            return _is_own(file) or _is_store(path)
    except OSError:
        return False


def _is_own(file: BinaryIO) -> bool:
    head = file.read(_HEAD_BYTES)
    ends = [end for begin, end in _ENDS if begin.match(head)]
    if not ends:
        return _HEADS.match(head) is not None
    file.seek(max(0, file.seek(0, 2) - _TAIL_BYTES))
    tail = file.read(_TAIL_BYTES)
    return any(end.search(tail) for end in ends)


def _is_store(path: Path) -> bool:
    """Whether a file is a database with the tables of a store, which are named in its first pages.

    Of one that is being written for the first time they may still stand in the log beside it.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            return False
        pages = file.read(_SCHEMA_BYTES)
    log = path.with_name(f"{path.name}-wal")
    if log.is_file():
        with log.open("rb") as file:
            pages += file.read(_SCHEMA_BYTES)
    return all(table in pages for table in _TABLES)
