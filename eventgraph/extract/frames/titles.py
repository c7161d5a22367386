"""An event's title: its clause compressed.

Subject, verb with auxiliaries and negation, object or complement, one further phrase; no dates,
no attribution, no adverbs; hedges, negative determiners and conditions are never dropped. A clause
that does not read on its own gives none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.model import Argument, Clause, Constituent, Phrase, Span, TitlePiece

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 14  # words
_AFTER: Final = ("object", "indirect", "predicative", "agent")
_DEEPEST: Final = 2


def title(
    trigger: Trigger, arguments: Sequence[Argument], reading: Reading
) -> tuple[TitlePiece, ...]:
    """The pieces of a trigger's title; empty where its clause gives none."""
    index = trigger.index
    clause = reading.clauses[index]
    if clause.form == "nominal":
        above = _bearing(trigger)
        if above is None:
            return _of_noun(clause, arguments, reading)
        index, clause = above, reading.clauses[above]
    elif (told := _told_by(index, reading)) is not None:
        index, clause = told, reading.clauses[told]
    return _of_verb(index, clause, arguments, reading)


def _told_by(index: int, reading: Reading) -> int | None:
    """The finite verb, no event itself, that an infinitive completes: "compte envoyer des troupes"."""
    clause = reading.clauses[index]
    if clause.form != "infinitive" or clause.link != "complement" or clause.governor is None:
        return None
    governor = reading.clauses[clause.governor]
    own = clause.governor in reading.triggers
    return clause.governor if governor.form == "finite" and not own else None


def _bearing(trigger: Trigger) -> int | None:
    """The verb that says it with the noun: its carrier."""
    if trigger.carrier is not None and trigger.carried != "aspectual":
        return trigger.carrier
    return None


def _of_noun(
    clause: Clause, arguments: Sequence[Argument], reading: Reading
) -> tuple[TitlePiece, ...]:
    if clause.phrase is None:
        return ()
    words = clause.phrase.brief or clause.phrase.text
    return _pieces([_phrase(clause.phrase, arguments, reading, words)])


def _of_verb(
    index: int, clause: Clause, arguments: Sequence[Argument], reading: Reading
) -> tuple[TitlePiece, ...]:
    subject = _subject(clause, reading)
    if subject is None or not clause.group:
        return ()
    said = _group(clause)
    if said is None:
        return ()
    parts: list[tuple[Span, TitlePiece]] = []
    for part in subject:
        piece = _phrase(part.phrase, arguments, reading)
        if piece is None or part.phrase.span.covers(clause.predicate):
            return ()  # "the murdered man" is no clause
        parts.append((part.phrase.span, piece))
    doers = list(_joined([piece for _, piece in parts]))
    verb_first = all(span.start > clause.predicate.start for span, _ in parts)
    before = [TitlePiece(said), *doers] if verb_first else [*doers, TitlePiece(said)]
    pieces = [*before, *_rest(index, clause, arguments, reading)]
    return _pieces(pieces)


def _subject(clause: Clause, reading: Reading) -> tuple[Constituent, ...] | None:
    """The subject as it can be printed: no pronoun that stands for nobody known."""
    found = clause.of("subject") or _unsaid(clause)
    if not found and clause.voice == "passive":
        found = clause.of("object")
    for part in found:
        unknown = part.phrase.pronoun and part.phrase.mention is None
        if unknown and part.phrase.head.start not in reading.standing:
            return None
    return found or None


def _unsaid(clause: Clause) -> tuple[Constituent, ...]:
    """What stands before a finite verb that leaves its subject out: «Рейс отменили»."""
    if clause.form != "finite" or clause.voice == "passive":
        return ()
    return tuple(
        p
        for p in clause.of("object")
        if p.phrase.span.end <= clause.predicate.start and not p.shared
    )


def _group(clause: Clause) -> str | None:
    """The verb group of a clause that stands on its own; a participle passive reads as one in headlines."""
    if clause.form == "finite":
        return clause.group
    if clause.form == "participle" and clause.voice == "passive":
        return clause.group
    return None


def _rest(
    index: int, clause: Clause, arguments: Sequence[Argument], reading: Reading
) -> Iterator[TitlePiece]:
    """Objects and complements, then one phrase with a preposition, the first that there is room for."""
    room = LONGEST - len(clause.group.split())
    after = [p for p in clause.constituents if not p.within and not p.shared]
    direct = [
        p for p in after if p.function in _AFTER and p.phrase.span.start > clause.predicate.start
    ]
    kept: list[tuple[Span, TitlePiece]] = []
    for part in direct:
        piece = _phrase(part.phrase, arguments, reading)
        if piece is not None:
            kept.append((part.phrase.span, _after_preposition(part, piece, reading)))
            room -= len(piece.text.split())
    for part in after:
        if part.function != "oblique" or part.phrase.span.start < clause.predicate.start:
            continue
        piece = _phrase(part.phrase, arguments, reading)
        if piece is None or len(piece.text.split()) + 1 > room or part.phrase.sort == "time":
            continue
        kept.append((part.phrase.span, _after_preposition(part, piece, reading)))
        room -= len(piece.text.split()) + 1
        if room < 4 or len(kept) > len(direct) + 1:
            break
    yield from _coordinated(sorted(kept, key=lambda item: item[0]))
    yield from _complement(index, arguments, reading, room, 0)


def _coordinated(kept: Sequence[tuple[Span, TitlePiece]]) -> Iterator[TitlePiece]:
    """Phrases in text order; what one brief text already holds ("A and B") is not said twice."""
    said = ""
    for _, piece in kept:
        if piece.text and piece.text not in said:
            said += " " + piece.text
            yield piece


def _after_preposition(part: Constituent, piece: TitlePiece, reading: Reading) -> TitlePiece:
    said = part.preposition if part.written is None else part.written
    return TitlePiece(reading.frames.after(said, piece.text), piece.argument)


def _complement(
    index: int, arguments: Sequence[Argument], reading: Reading, room: int, depth: int
) -> Iterator[TitlePiece]:
    """What a verb of wanting, trying, saying or accusing governs belongs to what it says."""
    for below in reading.below.get(index, ()):
        inner = reading.clauses[below]
        after = inner.predicate.start > reading.clauses[index].predicate.start
        if inner.link != "complement" or not after or inner.form == "nominal" or depth >= _DEEPEST:
            continue
        marker = inner.marker if not inner.group.startswith(inner.marker) else ""
        yield TitlePiece(f"{marker} {inner.group}".strip())
        for part in inner.constituents:
            if (
                part.within
                or part.shared
                or part.function not in ("object", "predicative", "oblique")
            ):
                continue
            piece = _phrase(part.phrase, arguments, reading)
            if piece is not None and len(piece.text.split()) < room:
                room -= len(piece.text.split())
                yield _after_preposition(part, piece, reading)
        yield from _complement(below, arguments, reading, room, depth + 1)
        return


def _phrase(
    phrase: Phrase, arguments: Sequence[Argument], reading: Reading, words: str = ""
) -> TitlePiece | None:
    """A phrase as a piece; a pronoun as the name that it stands for."""
    number = next((n for n, a in enumerate(arguments) if a.span == phrase.span), None)
    if phrase.pronoun and phrase.mention is None:
        standing = reading.standing.get(phrase.head.start)
        if standing is None:
            impersonal = phrase.gender == "neuter" or phrase.number == "plural"
            reflexive = phrase.gender == phrase.number == "unknown"
            return TitlePiece(phrase.text) if impersonal or reflexive else None
        mention = reading.mentions[standing]
        named = next((n for n, a in enumerate(arguments) if a.mention == standing), None)
        return TitlePiece(mention.text, named)
    text = words or phrase.brief or phrase.text
    whole = phrase.mention is not None and text == phrase.text
    return TitlePiece(text, number if whole else None)


def _joined(pieces: Sequence[TitlePiece]) -> Iterator[TitlePiece]:
    """Coordinated subjects once: the brief text of the first holds the others where it could."""
    said = ""
    for piece in pieces:
        if piece.text not in said:
            said += " " + piece.text
            yield piece


def _pieces(pieces: Sequence[TitlePiece | None]) -> tuple[TitlePiece, ...]:
    found = [piece for piece in pieces if piece is not None and piece.text]
    words = sum(len(piece.text.split()) for piece in found)
    if not found or words > LONGEST + 6:
        return ()
    first = found[0]
    capital = TitlePiece(first.text[0].upper() + first.text[1:], first.argument)
    return (capital, *found[1:])
