"""Titles from the words of a source: the best clause among an event's mentions, compressed.

A clause is compressed where it is read; here the best one is chosen, and those whom it names get the
names that readers know them by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventgraph.languages import script_of
from eventgraph.model import Entity, Status, TitlePiece
from eventgraph.names import fold
from eventgraph.resolve.events.mentions import Report
from eventgraph.skeleton.script import scripts_of

LONGEST = 14  # words of a title; what is longer is a sentence
OUTER = frozenset({"main", "coordinate"})
NAMED = 3  # named participants from which on more of them crowd a title
ACTING = frozenset({"agent", "patient", "participant", "beneficiary"})


@dataclass(frozen=True, slots=True)
class Title:
    """What to call an event.

    Attributes:
        text: The title.
        language: ISO 639-1 code of its words.
    """

    text: str
    language: str


def clause_title(
    reports: Sequence[Report], status: Status, entities: Mapping[str, Entity], language: str
) -> Title | None:
    """The best title that the clauses of an event give; none where no clause gives any.

    Args:
        reports: The mentions of the event.
        status: Of the event: only clauses that vouch for it as much as the event is vouched for are used.
        entities: By id.
        language: Of the reader: a clause in that language goes before all others.
    """
    fitting = [r for r in reports if r.mention.title and r.mention.status == status]
    found = [
        (_rank(report, text, language), text, report.language)
        for report in fitting
        if (text := _rendered(report, entities)) and len(text.split()) <= LONGEST
    ]
    if not found:
        return None
    _, text, code = min(found)
    return Title(text, code)


def _rank(report: Report, text: str, language: str) -> tuple[object, ...]:
    """Best first: the reader's language, a finite main clause, who takes part, an early place, few words."""
    mention = report.mention
    pairs = zip(report.named, mention.arguments, strict=False)
    named = {entity for entity, argument in pairs if entity and argument.role in ACTING}
    return (
        report.language != language,
        mention.form != "finite",
        mention.link not in OUTER,
        -min(len(named), NAMED),
        not (report.headline or report.order == 0),
        len(text.split()),
        text,
    )


def _rendered(report: Report, entities: Mapping[str, Entity]) -> str:
    """The title of a report, names as readers know them; empty where it would mix scripts."""
    text = " ".join(_piece(piece, report, entities) for piece in report.mention.title)
    text = " ".join(text.split())
    text = text[:1].upper() + text[1:]
    return "" if len(scripts_of(text)) > 1 else text


def _piece(piece: TitlePiece, report: Report, entities: Mapping[str, Entity]) -> str:
    """The words of a piece, or the canonical name of the entity that they name.

    A name that the words inflect stays as it is written: no one form of it would be right.
    """
    if piece.argument is None or piece.argument >= len(report.named):
        return piece.text
    entity = entities.get(report.named[piece.argument] or "")
    if entity is None:
        return piece.text
    argument = report.mention.arguments[piece.argument]
    if argument.mention is None:
        return piece.text
    name = _name(entity, report.language)
    words = fold(piece.text).split()
    return name if name and set(words) <= set(fold(name).split()) else piece.text


def _name(entity: Entity, language: str) -> str:
    """An entity's name in the script of a language; empty where it has none."""
    known = dict(entity.names).get(language, ())
    if known:
        return entity.name if entity.name in known else known[0]
    return entity.name if scripts_of(entity.name) <= {script_of(language)} else ""
