"""Which mentions name a country: it acts where a town would only be a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.model import Mention

if TYPE_CHECKING:
    from eventgraph.knowledge import Knowledge


def countries(mentions: Sequence[Mention], knowledge: Knowledge) -> frozenset[int]:
    """Indices of the mentions whose name is best known as that of a country.

    Args:
        mentions: Of an article.
        knowledge: With the user's own names, if there are any.
    """
    return frozenset(
        number
        for number, mention in enumerate(mentions)
        if (entries := knowledge.find(mention.name)) and entries[0].id.startswith("country:")
    )
