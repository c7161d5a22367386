"""Which language a text is in: on every sentence of the tables of dates and names."""

import re
from pathlib import Path

import pytest

from eventgraph import integrity
from eventgraph.errors import DataError
from eventgraph.readers.metadata import language

TESTS = Path(__file__).parents[2]
_MARK = re.compile(r"\[([^|\]]*)(?:\|[^\]]*)?\]")


def sentences():
    for code in ("ar", "en", "fr", "ru"):
        for name, column in ((f"timex/{code}.tsv", 1), (f"extract/names/mentions_{code}.tsv", 0)):
            lines = (TESTS / name).read_text(encoding="utf-8").splitlines()[1:]
            rows = (line.split("\t") for line in lines if line)
            yield from ((code, _MARK.sub(r"\1", row[column])) for row in rows)


def test_short_sentences_are_told_apart():
    every = list(sentences())
    wrong = [(code, text) for code, text in every if language.identify(text) != code]
    assert len(every) > 700
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize("code", ["en", "fr"])
def test_capitals_are_no_language_of_their_own(code):
    texts = [text.upper() for found, text in sentences() if found == code]
    assert sum(language.identify(text) == code for text in texts) > 0.95 * len(texts)


def test_damaged_weights_are_never_opened(monkeypatch):
    monkeypatch.setattr(integrity, "_listed", lambda: {"readers/metadata/lid.176.ftz": "0" * 64})
    with pytest.raises(DataError, match="damaged"):
        language._identifier.__wrapped__()
