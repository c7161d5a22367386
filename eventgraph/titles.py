"""Title templates of events: ``Attack on {patient}[, {place}]``.

A slot is a role (its names), ``people`` (agents and participants together), ``clause`` (the trigger's
phrase) or a quantity kind (``killed``). What stands in brackets is left out unless its slots are
filled with something that the title has not said yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from eventgraph.errors import DataError

_PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed template: pieces of text with slots, each optional or not."""

    pieces: tuple[tuple[str, bool], ...]

    def fill(self, slots: Mapping[str, str]) -> str | None:
        """The title, or none when a slot outside brackets is empty.

        >>> parse("Talks of {people}[ in {place}]", "x").fill({"people": "Ann and Bob"})
        'Talks of Ann and Bob'
        >>> parse("Attack on {patient}[, {place}]", "x").fill({"patient": "Riga", "place": "Riga"})
        'Attack on Riga'
        >>> parse("Attack on {patient}", "x").fill({}) is None
        True
        """
        title, said = "", set[str]()
        for text, optional in self.pieces:
            fillers = [slots.get(name, "") for name in _SLOT.findall(text)]
            if not all(fillers) or (optional and said.intersection(fillers)):
                if optional:
                    continue
                return None
            said.update(fillers)
            title += _SLOT.sub(lambda found: slots[found.group(1)], text)
        return title


def parse(text: str, where: str) -> Template:
    """A template from its text.

    Raises:
        DataError: A bracket or brace has no partner.

    >>> parse("Fire[ in {place}]", "x").pieces
    (('Fire', False), (' in {place}', True))
    """
    pieces = tuple(
        (found.group(1) or found.group(2) or "", found.group(1) is not None)
        for found in _PIECE.finditer(text)
    )
    if "".join(f"[{piece}]" if optional else piece for piece, optional in pieces) != text:
        raise DataError(f"{where}: {text!r} has a bracket without its partner")
    if any(brace in _SLOT.sub("", text) for brace in "{}"):
        raise DataError(f"{where}: {text!r} has a brace that is not a slot such as {{agent}}")
    return Template(pieces)
