"""Answers as lines of text for a terminal, and as plain dicts for ``--format json``."""

from __future__ import annotations

from eventgraph.show.answers import (
    article_line,
    connection_lines,
    connection_record,
    hit_lines,
    hit_record,
    path_lines,
    reason_lines,
    timeline_lines,
)
from eventgraph.show.figures import figure_lines, figure_record
from eventgraph.show.gaps import gap_lines, gap_record
from eventgraph.show.text import safe, when

__all__ = [
    "article_line",
    "connection_lines",
    "connection_record",
    "figure_lines",
    "figure_record",
    "gap_lines",
    "gap_record",
    "hit_lines",
    "hit_record",
    "path_lines",
    "reason_lines",
    "safe",
    "timeline_lines",
    "when",
]
