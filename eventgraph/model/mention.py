"""Words in an article that refer to an entity (ACE entity mention)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventgraph.model.span import Span

EntityType = Literal["person", "organization", "place"]
MentionLevel = Literal["name", "nominal"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in an article that refer to an entity (ACE entity mention).

    Attributes:
        span: Whole tokens, Arabic proclitics included.
        text: The characters of the span.
        type: Entity type.
        name: What is compared: without possessive, clitics and titles; empty for a nominal one, unless
            it is a body of a state ("the Israeli government").
        chain: Mentions of one article with the same number are one entity.
        level: ``name`` ("Bashar al-Assad") or ``nominal`` ("the Syrian president").
        titles: Title and role words beside it, as written ("President", "وزير الخارجية").
        country: ISO 3166 alpha-2 code that the words beside it state ("Russian President": RU).
    """

    span: Span
    text: str
    type: EntityType
    name: str
    chain: int
    level: MentionLevel = "name"
    titles: tuple[str, ...] = ()
    country: str | None = None
