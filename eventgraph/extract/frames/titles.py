"""An event's title: its clause compressed.

Subject, verb with auxiliaries and negation, object or complement, one further phrase; no dates,
no attribution, no adverbs; hedges, negative determiners and conditions are never dropped. A clause
that does not read on its own gives none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.languages.citation import citation
from eventgraph.model import Argument, Clause, Constituent, Phrase, Span, TitlePiece

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 14  # words
_AFTER: Final = ("object", "indirect", "predicative", "agent")
_COMPLETING: Final = ("object", "predicative", "oblique")
_DEEPEST: Final = 2
_LEAST_ROOM: Final = 4  # words


def title(
    trigger: Trigger, arguments: Sequence[Argument], reading: Reading
) -> tuple[TitlePiece, ...]:
    """The pieces of a trigger's title; empty where its clause gives none."""
    index = trigger.index
    clause = reading.clauses[index]
    if clause.form == "nominal":
        above = _bearing(trigger)
        if above is None or _group(reading.clauses[above]) is None:
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
    if len(words.split()) < 2 + (clause.phrase.determiner != "none"):
        return ()  # a bare noun says what the type says
    return _pieces([_phrase(clause.phrase, arguments, reading, words)])


def _of_verb(
    index: int,
    clause: Clause,
    arguments: Sequence[Argument],
    reading: Reading,
    depth: int = 0,
) -> tuple[TitlePiece, ...]:
    subject = _subject(clause, reading)
    if subject is None or not clause.group or clause.question:
        return ()
    said = _group(clause)
    if said is None:
        return ()
    parts: list[tuple[Span, TitlePiece]] = []
    for part in subject:
        piece = _phrase(part.phrase, arguments, reading)
        if piece is None or part.phrase.span.covers(clause.predicate):
            return ()  # "the murdered man" is no clause
        if _is_borrowed(part, clause, reading):
            return ()
        parts.append((part.phrase.span, piece))
    doers = _listed(list(_joined([piece for _, piece in parts])))
    after = all(span.start > clause.predicate.start for span, _ in parts)
    verb_first = after and clause.form == "finite"
    before = [TitlePiece(said), *doers] if verb_first else [*doers, TitlePiece(said)]
    if verb_first:
        before = [*_ahead(clause, arguments, reading), *before]
    rest = _rest(index, clause, arguments, reading)
    if rest is None or (not rest and _lacks(index, clause, reading)):
        return ()
    return _pieces([*before, *rest], capital=depth == 0)


def _ahead(clause: Clause, arguments: Sequence[Argument], reading: Reading) -> list[TitlePiece]:
    """Objects before a verb whose subject follows it: «Склад подожгли подростки»."""
    found = (p for p in _unsaid(clause) if not p.phrase.pronoun and clause.link != "relative")
    pieces = (_phrase(part.phrase, arguments, reading) for part in found)
    return [piece for piece in pieces if piece is not None]


def _is_borrowed(part: Constituent, clause: Clause, reading: Reading) -> bool:
    """Whether a relative clause has a phrase from outside, in the case that it has there: «мужчину, который …»."""
    inflects = citation(reading.article.language) is not None
    return inflects and not clause.extent.covers(part.phrase.span)


def _lacks(index: int, clause: Clause, reading: Reading) -> bool:
    """Whether subject and verb alone say nothing: a verb of no type, or one of saying without its content."""
    trigger = reading.triggers.get(index)
    below = (reading.clauses[i] for i in reading.below.get(index, ()))
    untyped = trigger is None or trigger.match is None
    passive = clause.voice == "passive"
    return (untyped and not passive) or any(inner.link == "speech" for inner in below)


def _subject(clause: Clause, reading: Reading) -> tuple[Constituent, ...] | None:
    """The subject as it can be printed: no pronoun that stands for nobody known."""
    found = clause.of("subject") or _unsaid(clause)
    if not found and clause.voice == "passive":
        found = clause.of("object")
    for part in found:
        unknown = part.phrase.pronoun and part.phrase.mention is None
        if unknown and part.phrase.head.start not in reading.standing:
            return None
        whose = part.phrase.determiner == "possessive" and part.phrase.holder is None
        if whose and part.phrase.mention is None:
            return None  # "his disclosure", "whose partner": nobody knows whose
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
    if clause.form == "participle" and clause.voice == "passive" and not clause.auxiliaries:
        return clause.group
    return None


def _rest(
    index: int, clause: Clause, arguments: Sequence[Argument], reading: Reading
) -> list[TitlePiece] | None:
    """Objects, complement and one or two phrases with prepositions, in text order.

    None where something that the verb cannot do without cannot be printed.
    """
    room = LONGEST - len(clause.group.split())
    after = [p for p in clause.constituents if not p.within and not p.shared]
    kept: list[tuple[int, TitlePiece]] = []
    for part in after:
        if part.phrase.sort == "time" and part.phrase.mention is None:
            continue
        if part.function in _AFTER and part.phrase.span.start > clause.predicate.start:
            piece = _phrase(part.phrase, arguments, reading)
            if piece is None:
                return None
            kept.append((part.phrase.span.start, _after_preposition(part, piece, reading)))
            room -= len(piece.text.split())
        elif part.function == "object" and clause.link == "relative":  # "whom the rebels freed"
            if _is_borrowed(part, clause, reading):
                return None
            piece = _phrase(part.phrase, arguments, reading)
            kept += [(clause.predicate.end, piece)] if piece is not None else []
    complement = list(_complement(index, arguments, reading, room, 0))
    kept += complement
    room -= sum(len(piece.text.split()) for _, piece in complement)
    if not kept and (content := _content(index, arguments, reading)) is not None:
        return content
    if complement:  # what stands between may be whom it asks: "appealed to voters to stay calm"
        first = min(start for start, _ in complement)
        after = [part for part in after if part.phrase.span.start < first]
        room = min(room, _LEAST_ROOM + 1)
    kept += _obliques(clause, after, arguments, reading, room)
    return list(_coordinated(sorted(kept, key=lambda item: item[0])))


def _obliques(
    clause: Clause,
    after: Sequence[Constituent],
    arguments: Sequence[Argument],
    reading: Reading,
    room: int,
) -> Iterator[tuple[int, TitlePiece]]:
    """The phrases with a preposition that there is room for, two at most."""
    found = 0
    for part in after:
        if part.function != "oblique" or part.phrase.span.start < clause.predicate.start:
            continue
        piece = _phrase(part.phrase, arguments, reading)
        if piece is None or len(piece.text.split()) + 1 > room or part.phrase.sort == "time":
            continue
        yield part.phrase.span.start, _after_preposition(part, piece, reading)
        room -= len(piece.text.split()) + 1
        found += 1
        if room < _LEAST_ROOM or found > 1:
            return


def _content(
    index: int, arguments: Sequence[Argument], reading: Reading
) -> list[TitlePiece] | None:
    """What is said, for a verb of saying without an object: "confirmed that …"; none for other verbs.

    An empty list where it is too long or cannot be printed.
    """
    for below in reading.below.get(index, ()):
        inner = reading.clauses[below]
        if inner.link != "speech":
            continue
        said = _of_verb(below, inner, arguments, reading, depth=1)
        words = sum(len(piece.text.split()) for piece in said)
        if not said or inner.predicate.start < reading.clauses[index].predicate.start:
            return []
        marked = TitlePiece(inner.marker) if inner.marker else None
        return [*([marked] if marked else []), *said] if words <= LONGEST else []
    return None


def _coordinated(kept: Sequence[tuple[int, TitlePiece]]) -> Iterator[TitlePiece]:
    """Phrases in text order; what one brief text already holds ("A and B") is not said twice."""
    said = ""
    for _, piece in kept:
        opening = " ".join(piece.text.split()[:4])  # the rest may be longer where it stands alone
        if opening and opening not in said:
            said += " " + piece.text
            yield piece


def _after_preposition(part: Constituent, piece: TitlePiece, reading: Reading) -> TitlePiece:
    said = part.preposition if part.written is None else part.written
    return TitlePiece(reading.frames.after(said, piece.text), piece.argument)


def _complement(
    index: int, arguments: Sequence[Argument], reading: Reading, room: int, depth: int
) -> Iterator[tuple[int, TitlePiece]]:
    """What a verb of wanting, trying, saying or accusing governs belongs to what it says."""
    for below in reading.below.get(index, ()):
        inner = reading.clauses[below]
        after = inner.predicate.start > reading.clauses[index].predicate.start
        if inner.link != "complement" or not after or inner.form == "nominal" or depth >= _DEEPEST:
            continue
        marker = inner.marker if not inner.group.startswith(inner.marker) else ""
        yield inner.predicate.start, TitlePiece(reading.frames.after(marker, inner.group))
        for part in inner.constituents:
            if part.within or part.shared or part.function not in _COMPLETING:
                continue
            piece = _phrase(part.phrase, arguments, reading)
            if piece is not None and len(piece.text.split()) < room:
                room -= len(piece.text.split())
                yield part.phrase.span.start, _after_preposition(part, piece, reading)
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
    if (
        phrase.mention is None
        and phrase.span.start in reading.begins
        and (text[1:2].islower() or text[1:2] in "'’")
    ):
        text = text[0].lower() + text[1:]  # the first word of its sentence, but not of the title
    if phrase.mention is not None and phrase.determiner == "possessive" and not words:
        text = reading.mentions[phrase.mention].text  # "his brother Tom": Tom
    whole = phrase.mention is not None and text in (
        phrase.text,
        reading.mentions[phrase.mention].text,
    )
    return TitlePiece(text, number if whole else None)


def _listed(pieces: Sequence[TitlePiece]) -> list[TitlePiece]:
    """Several doers with commas between them."""
    marked = [TitlePiece(f"{piece.text},") for piece in pieces[:-1]]
    return [*marked, *pieces[-1:]]


def _joined(pieces: Sequence[TitlePiece]) -> Iterator[TitlePiece]:
    """Coordinated subjects once: the brief text of the first holds the others where it could."""
    said = ""
    for piece in pieces:
        if piece.text not in said:
            said += " " + piece.text
            yield piece


def _pieces(pieces: Sequence[TitlePiece | None], *, capital: bool = True) -> tuple[TitlePiece, ...]:
    found = [piece for piece in pieces if piece is not None and piece.text]
    words = sum(len(piece.text.split()) for piece in found)
    if not found or words > LONGEST + 6:
        return ()
    first = found[0]
    if capital:
        first = TitlePiece(first.text[0].upper() + first.text[1:], first.argument)
    return (first, *found[1:])
