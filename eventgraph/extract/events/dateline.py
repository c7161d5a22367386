"""The place at the head of a report: "KABUL, Afghanistan (Agency) — …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 16  # tokens before the dash
_DASHES = ("—", "–", "-", "--", "―", "-(", ")—", ")–")


def dateline(doc: Doc, entities: Entities) -> Token | None:
    """The place token of a dateline, none where the passage begins with prose.

    Before the dash stand only the place, a comma, brackets and capitalised words.
    """
    place: Token | None = None
    depth = 0
    for token in doc[:_REACH]:
        if token.text in _DASHES and depth <= 0 and place is not None and token.i > place.i:
            return place
        depth += (token.text == "(") - (token.text == ")")
        if place is None and entities.type_at(token) == "place":
            place = token
        if (
            depth <= 0
            and token.is_alpha
            and not token.text[0].isupper()
            and token.lower_ not in ("of", "and", "the")
        ):
            return None
    return None
