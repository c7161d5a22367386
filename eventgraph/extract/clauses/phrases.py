"""Noun phrases of the tree as phrases of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from eventgraph.extract.clauses.brief import brief, is_particle
from eventgraph.extract.clauses.tree import Node, coordinated
from eventgraph.model import Amount, Determiner, Gender, Number, Phrase, Sort, Span

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene

LONGEST: Final = 9  # tokens of a phrase; what is longer is given by its head
_NO_MODIFIER: Final = ("case", "cc", "conj", "punct", "prep", "mark", "cop", "nsubj")
_MODIFIERS: Final = ("amod", "compound", "nmod", "acl", "nummod", "obl:npmod")
_ENTITY_SORTS: Final = {
    "PERSON": "person",
    "PER": "person",
    "NORP": "people",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "MONEY": "money",
    "PERCENT": "number",
    "CARDINAL": "number",
    "DATE": "time",
    "TIME": "time",
}
_UD_NUMBER: Final = {"Sing": "singular", "Plur": "plural"}
_UD_GENDER: Final = {"Masc": "masculine", "Fem": "feminine", "Neut": "neuter"}


def phrases(node: Node, scene: Scene) -> list[Phrase]:
    """The phrases that a noun stands for: one, or each of the names in apposition to a plural."""
    beside = _named_beside(node, scene)
    if node.has("Number", "Plur"):  # "the leaders of Peru and Chile, Ann and Bob", read as one list
        below = [
            n
            for c in node.kids("nmod")
            if scene.grammar.has("genitive", c.case)
            for n in coordinated(c)
        ]
        types = [scene.entities.type_at(n) for n in below]
        if "place" in types:  # never "friends of Ann"
            beside += [n for n, type_ in zip(below, types, strict=True) if type_ == "person"]
    if scene.entities.at(node) is None and len(beside) > 1:
        return [_phrase(node, scene, scene.entities.at(other)) for other in beside]
    mention = scene.entities.at(node)
    if mention is None and beside:
        mention = scene.entities.at(beside[0])
    return [_phrase(node, scene, mention)]


def _named_beside(node: Node, scene: Scene) -> list[Node]:
    """The names in apposition: "the president, Ann Lee", "l'éditeur Bruno Haas", «в провинции Малатья».

    A place is one only where no comma parts it from its noun.
    """
    if scene.happening(node):
        return []  # a name beside a happening is none of it
    found = [
        other
        for child in node.kids("appos")
        for other in coordinated(child)
        if scene.entities.at(other) is not None
        and (scene.entities.type_at(other) != "place" or other.i == node.i + 1)
    ]
    after = scene.nodes.get(node.i + 1)
    if found or after is None or after.head is not node:
        return found
    named = after.pos == "PROPN" and not after.case and scene.entities.type_at(after) == "person"
    return [after] if named else []


def core(node: Node, scene: Scene) -> Node:
    """What is meant by a noun that only measures: "dozens of people", "a wave of attacks"."""
    for _ in range(3):
        inner = _measured(node, scene)
        if inner is None:
            break
        node = inner
    return node


def _measured(node: Node, scene: Scene) -> Node | None:
    has, numerals = scene.grammar.has, scene.grammar.numerals
    measures = (
        has("transparent", node.lemma)
        or node.lower in numerals.vague
        or node.lower in numerals.scales
        or node.pos == "NUM"
    )
    if not measures or scene.entities.at(node) is not None:
        return None
    return next((c for c in node.kids("nmod", "obl") if has("genitive", c.case)), None)


def _phrase(node: Node, scene: Scene, mention: int | None) -> Phrase:
    inner = core(node, scene)
    if mention is None and inner is not node:
        mention = scene.entities.at(inner)
    first, last = _edges(node, inner, scene)
    doc = scene.passage.doc
    span = scene.passage.span(doc[first : last + 1])
    gender, number = _gender_and_number(node, scene)
    return Phrase(
        span=span,
        text=doc[first : last + 1].text,
        head=Span(inner.start, inner.end),
        lemma=inner.lemma,
        sort=sort_of(inner, scene, mention),
        mention=mention,
        pronoun=is_pronoun(node, scene),
        determiner=determiner(node, scene),
        number=number,
        gender=gender,
        modifiers=modifiers(inner, scene),
        holder=_holder(inner, scene),
        amount=amount(node, inner, scene),
        brief=brief(node, scene),
    )


def _edges(node: Node, inner: Node, scene: Scene) -> tuple[int, int]:
    """First and last token of the phrase, without what follows its head."""
    number = scene.entities.at(node)
    if number is not None:
        inside = [n.i for n in scene.nodes.values() if scene.entities.at(n) == number]
        run = [i for i in inside if abs(i - node.i) < 2 * LONGEST]
        return min(run), max(run)
    first = min((n.i for n in _before(node, scene)), default=node.i)
    while first < node.i and scene.passage.doc[first].is_punct:
        first += 1
    last = _last(max(node, inner, key=lambda part: part.i), scene)
    return (first, last) if last - first < LONGEST else (node.i, node.i)


def _last(node: Node, scene: Scene) -> int:
    """The last of a noun and the adjectives and names that follow it at once: "des hommes armés"."""
    last = node.i
    while (after := scene.nodes.get(last + 1)) is not None and after.head is not None:
        above = after.head
        named = after.rel in ("flat", "appos") and after.pos == "PROPN"
        bare = not after.children and after.rel in ("amod", "acl") and after.pos in ("ADJ", "VERB")
        if not (named or bare) or not (above is node or node.i < above.i <= last):
            break
        last = after.i
    return last


def _before(node: Node, scene: Scene) -> list[Node]:
    """A noun and all that stands before it as its determiner or modifier."""
    found = [node]
    for child in node.children:
        if child.i < node.i and child.rel not in _NO_MODIFIER and not is_particle(child, scene):
            found += [n for n in child.below() if n.i < node.i]
    return found


def is_pronoun(node: Node, scene: Scene) -> bool:
    """Whether a word is a personal, relative or reflexive pronoun."""
    has = scene.grammar.has
    relative = has("relative_pronouns", node.lower) or has("relative_pronouns", node.lemma)
    return node.lower in scene.grammar.pronouns or (node.pos == "PRON" and relative)


def sort_of(node: Node, scene: Scene, mention: int | None) -> Sort:
    """What kind of thing a noun stands for."""
    if mention is not None:
        return scene.entities.mentions[mention].type
    if known := scene.grammar.pronouns.get(node.lower):
        return "person" if known[0] in ("masculine", "feminine") else "unknown"
    if node.i in scene.timed:
        return "time"
    return "event" if scene.happening(node) else _sort_of_word(node, scene)


def _sort_of_word(node: Node, scene: Scene) -> Sort:
    """The sort of a word by the pipeline where it is a name or a figure, else by the noun classes."""
    found = _ENTITY_SORTS.get(node.token.ent_type_)
    if found == "number" and node.pos == "NOUN":
        return "people"  # "dozens", "hundreds": of whom goes without saying
    if found in ("money", "number", "time") or (found and node.pos == "PROPN"):
        return cast("Sort", found)
    sort = scene.nouns.sort(node.lemma)
    if node.has("Animacy", "Anim") and found is None:
        found = "people"  # the case form marks it as living
    usual = {"ADJ": "people", "NUM": "number"}.get(node.pos, found)  # "the wounded"
    return sort if sort != "unknown" or usual is None else cast("Sort", usual)


def determiner(node: Node, scene: Scene) -> Determiner:
    """What introduces a noun phrase."""
    has = scene.grammar.has
    if has("negative_pronouns", node.lower):
        return "negative"
    kinds = {
        "negative": "negative_determiners",
        "definite": "definite",
        "demonstrative": "demonstrative",
        "indefinite": "indefinite",
    }
    for child in node.children:
        if child.rel == "nmod:poss":
            return "possessive" if child.pos in ("PRON", "DET") else "definite"
        if child.rel in ("det", "advmod", "amod") and child.i < node.i:
            for kind, words in kinds.items():
                if has(words, child.lower) or has(words, child.lemma):
                    return cast("Determiner", kind)
            if child.rel == "det" and child.has("Poss", "Yes"):
                return "possessive"
    return "none"


def _gender_and_number(node: Node, scene: Scene) -> tuple[Gender, Number]:
    if known := scene.grammar.pronouns.get(node.lower):
        return known
    morph = node.token.morph
    gender = next((_UD_GENDER[v] for v in morph.get("Gender", []) if v in _UD_GENDER), "unknown")
    number = next((_UD_NUMBER[v] for v in morph.get("Number", []) if v in _UD_NUMBER), "unknown")
    if node.kids("conj"):
        number = "plural"
    return cast("Gender", gender), cast("Number", number)


def modifiers(node: Node, scene: Scene) -> tuple[str, ...]:
    """Lemmas of what modifies a noun, those inside a hyphenated word too."""
    found: dict[str, None] = {}
    for child in node.kids(*_MODIFIERS):
        if child.rel == "nmod" and child.case:
            continue
        if child.rel == "acl" and child.i > node.i:
            continue
        for inner in (child, *child.kids("compound", "amod")):
            found.setdefault(inner.lemma)
            found.setdefault(inner.lower)
    before = scene.passage.doc[max(node.i - 2, scene.sentence.start) : node.i]
    if len(before) == 2 and before[1].text == "-":
        found.setdefault(before[0].lower_)
    return tuple(found)


def _holder(node: Node, scene: Scene) -> int | None:
    """The name that a noun belongs to: "Lee's brother", "the army of Chad", "Russian forces"."""
    for child in node.children:
        if child.rel in ("nmod:poss", "compound", "amod", "nmod") and child.rel != "conj":
            if child.rel == "nmod" and not scene.grammar.has("genitive", child.case):
                continue
            if (number := scene.entities.at(child)) is not None:
                return number
    return None


def counter(node: Node, scene: Scene) -> Node | None:
    """The noun of number that a noun hangs on: "une trentaine de blessés", «десятки раненых»."""
    above = node.head
    if (
        above is None
        or node.rel not in ("nmod", "obl")
        or not scene.grammar.has("genitive", node.case)
    ):
        return None
    return above if above.i in scene.numerals and above.i < node.i else None


def amount(node: Node, inner: Node, scene: Scene) -> Amount | None:
    """How many or how much a noun phrase says."""
    if (nought := _nought(node, scene)) is not None:
        return nought
    candidates = [node, inner, *node.kids("nummod", "amod", "det", "advmod", "compound")]
    candidates += [n for child in inner.kids("nummod") for n in (child, *child.kids("compound"))]
    if (number := counter(node, scene)) is not None:
        candidates.append(number)
    for candidate in candidates:
        numeral = scene.numerals.get(candidate.i)
        among = (
            numeral is not None and numeral.high == 1 and inner is not node
        )  # "one of the blasts"
        if numeral is not None and not among and candidate.i not in scene.timed:
            piece = scene.passage.doc[numeral.first : numeral.last + 1]
            span = scene.passage.span(piece)
            return Amount(span, piece.text, numeral.low, numeral.high, numeral.unit)
    return None


def _nought(node: Node, scene: Scene) -> Amount | None:
    """An amount of nought: "no soldiers", "nobody"."""
    denying = [
        c for c in node.kids("det", "advmod") if scene.grammar.has("negative_determiners", c.lower)
    ]
    if scene.grammar.has("negative_pronouns", node.lower):
        denying = [node]
    if not denying:
        return None
    piece = scene.passage.doc[denying[0].i : max(node.i, denying[0].i) + 1]
    return Amount(scene.passage.span(piece), piece.text, 0, 0)
