"""Which day 04/08/2020 is: what the document decides, else nothing."""

import pytest

from eventgraph.readers import ReadOptions
from eventgraph.readers.compose import RawArticle, compose

HEAD = "Mayor of Tartus opens a new grain terminal"
END = (
    "The terminal can store 120,000 tonnes of wheat and was built over four years, the mayor said."
)


def published(line, paragraph):
    text = f"{HEAD}\n{line}\n\n{paragraph}\n\n{END}\n"
    (article,) = compose(RawArticle(source="a.txt", text=text, language="en"), ReadOptions())
    return article.published.date if article.published else None


@pytest.mark.parametrize(
    ("line", "paragraph", "day"),
    [
        ("Issued on: 04/08/2020", "The mayor of Tartus opened a terminal on August 3, 2020, he said.", "2020-08-04"),
        ("Issued on: 04/08/2020", "The mayor of Tartus opened a terminal on April 7, 2020, he said.", "2020-04-08"),
        ("Wire staff   2/8/2023", "TARTUS, Feb. 7 (Wire) -- The mayor of Tartus opened a terminal there.", "2023-02-08"),
        ("Issued on: 04/08/2020 - Modified: 21/08/2020", "The mayor of Tartus opened a terminal there.", "2020-08-04"),
        ("Issued on: 04/08/2020 - Modified: 08/21/2020", "The mayor of Tartus opened a terminal there.", "2020-04-08"),
        ("Issued on: 04/08/2020", "The mayor of Tartus opened a terminal, as he had on August 3, 1999.", None),
        ("Issued on: 04/08/2020", "The mayor of Tartus opened a terminal there on Sunday.", None),
        ("February 21, 2023 at 4:11 a.m.", "The mayor of Tartus opened a terminal there on Sunday.", "2023-02-21"),
        ("February 21, 2023 at 4:11 p.m.", "The mayor of Tartus opened a terminal there on Sunday.", "2023-02-21"),
    ],
)  # fmt: skip
def test_the_document_decides_the_order(line, paragraph, day):
    assert published(line, paragraph) == day
