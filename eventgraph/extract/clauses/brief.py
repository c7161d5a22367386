"""A phrase in few words, as a title prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.tree import coordinated

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene
    from eventgraph.extract.clauses.tree import Node

LONGEST: Final = 9  # tokens
_ASIDE: Final = (
    "acl:relcl",
    "acl",
    "appos",
    "punct",
    "mark",
    "cc",
    "conj",
    "parataxis",
    "advcl",
    "dep",
    "nsubj",
    "cop",
    "prep",
    "case",
    "nsubj:pass",
    "aux",
    "ccomp",
    "discourse",
    "intj",
    "meta",
)
_OUTER_SIGNS: Final = " ,;:-–—“”\"‘’'«»()"
_DEEPEST: Final = 2
_AS_WRITTEN: Final[Mapping[int, str]] = {}


def brief(node: Node, scene: Scene) -> str:
    """The words of a noun phrase: its modifiers and "of" phrases; no dates, clauses, appositions."""
    return words(_kept(node, scene, LONGEST, 0), scene)


def cited(node: Node, scene: Scene) -> str:
    """The same where the noun stands on its own: «при обрушении моста» is «обрушение моста»."""
    kept, cite = _kept(node, scene, LONGEST, 0), scene.grammar.cite
    cases = node.token.morph.get("Case", [])
    if cite is None or not cases or cases == ["Nom"]:
        return words(kept, scene)
    nouns = [noun for noun in coordinated(node) if noun.i in kept]
    counted = {n.i for noun in nouns for c in noun.kids("nummod") for n in c.below()}
    agreeing = [n for noun in nouns for n in (noun, *noun.kids("amod", "det", "acl"))]
    forms = {
        n.i: cite(n.token.text, f"{n.pos}|{n.token.morph}")
        for n in agreeing
        if n.token.morph.get("Case", []) == cases
    }
    return words(kept - counted, scene, forms)


def words(kept: set[int], scene: Scene, forms: Mapping[int, str] = _AS_WRITTEN) -> str:
    """Tokens as text, with the blanks that they are written with.

    Args:
        kept: Indices of the tokens.
        scene: Their sentence.
        forms: What to print for a token instead of its own characters.
    """
    doc, text, last = scene.passage.doc, "", None
    for i in sorted(kept):
        if last is not None:
            text += doc[last].whitespace_ if last == i - 1 else " "
        text += forms.get(i, doc[i].text)
        last = i
    text = re.sub(r"\s+", " ", text).replace(" 's", "'s").replace(" ’s", "’s")
    text = text.strip(_OUTER_SIGNS)
    opened, closed = text.count("«"), text.count("»")
    text = "«" * (closed - opened) + text + "»" * (opened - closed)
    return text + ")" * (text.count("(") - text.count(")"))


def _kept(node: Node, scene: Scene, budget: int, depth: int) -> set[int]:
    kept = _name(node, scene)
    for child in node.children:
        paired = node.case in scene.grammar.numerals.words["between"]
        if child.rel in ("conj", "cc") and (depth == 0 or paired):
            kept |= _coordinate(child, node, scene)
        elif child.rel in ("nmod", "obl") and child.case:
            kept |= _prepositional(child, scene, budget - len(kept), depth)
        elif child.rel == "appos" and _is_joined(node, child, scene):
            kept |= _quoted(_name(child, scene), scene)
        elif child.rel == "nummod" and child.i == node.i + 1:
            kept.add(child.i)  # «магнитудой 6,1»
        elif child.i > node.i and child.rel in ("amod", "acl") and not child.children:
            kept.add(child.i)  # "des hommes armés"
        elif child.rel not in _ASIDE and not _dated(child, scene) and not is_particle(child, scene):
            inner = {n.i for n in child.below() if n.rel not in ("acl:relcl", "appos")}
            dated = any(_dated(n, scene) for n in child.below())
            if child.i < node.i and len(inner) <= LONGEST and not dated:
                kept |= inner
    return kept


def is_particle(node: Node, scene: Scene) -> bool:
    """Whether a word before a noun only stresses it: «также жена», "même le ministre"."""
    if node.rel != "advmod" or node.children or node.pos not in ("PART", "ADV"):
        return False
    grammar = scene.grammar
    hedges = any(
        node.lower in phrase.split()
        for listed in grammar.numerals.words.values()
        for phrase in listed
    )
    denies = grammar.has("negatives", node.lower) or grammar.has("negative_determiners", node.lower)
    return not hedges and not denies


def _is_joined(node: Node, name: Node, scene: Scene) -> bool:
    """Whether a name in apposition follows its noun without a comma: "le maire Paul Roy"."""
    between = scene.passage.doc[node.i + 1 : name.i]
    parted = any(token.is_punct and not token.is_quote for token in between)
    return name.i > node.i and name.pos == "PROPN" and not parted


def _quoted(kept: set[int], scene: Scene) -> set[int]:
    """A name with the quotation marks that it stands in."""
    around = {min(kept) - 1, max(kept) + 1} & scene.nodes.keys()
    both = len(around) == 2 and all(scene.passage.doc[i].is_quote for i in around)
    return kept | around if both else kept


def _name(node: Node, scene: Scene) -> set[int]:
    """The noun, with the whole name that it is part of."""
    number = scene.entities.at(node)
    if number is None:
        return {node.i}
    near = range(node.i - 2 * LONGEST, node.i + 2 * LONGEST)
    return {i for i in near if i in scene.nodes and scene.entities.at(scene.nodes[i]) == number}


def _coordinate(child: Node, node: Node, scene: Scene) -> set[int]:
    if child.rel == "cc":
        return set()
    inner = _kept(child, scene, 4, 1)
    if len(inner) > 5 or not child.is_noun:
        return set()
    joining = {c.i for c in (*node.kids("cc"), *child.kids("cc")) if c.i < child.i}
    further = set[int]()
    for other in child.kids("conj"):
        further |= _coordinate(other, child, scene)
    commas = {i for i in range(node.i, child.i) if scene.passage.doc[i].text == "," and further}
    return inner | joining | further | commas


def _prepositional(child: Node, scene: Scene, budget: int, depth: int) -> set[int]:
    """A phrase after a preposition with it, where there is room; an "of" phrase nearly always."""
    genitive = scene.grammar.has("genitive", child.case)
    first = child.case.split()[0]
    if depth >= _DEEPEST or not scene.grammar.has("brief", first) or child.i in scene.timed:
        return set()
    inner = _kept(child, scene, budget - 3, depth + 1)
    if len(inner) + 1 > budget + (3 if genitive else 0):
        return set()
    return inner | prepositions(child, scene)


def prepositions(node: Node, scene: Scene) -> set[int]:
    """The tokens of a noun's prepositions."""
    if own := {n.i for c in node.kids("case") if c.i < node.i for n in c.below()}:
        return own
    found, wanted = set[int](), node.case.split()
    i = min(n.i for n in node.below()) - 1
    while i >= scene.sentence.start and wanted and len(found) < 4:
        if scene.passage.doc[i].lower_ == wanted[-1]:
            found.add(i)
            wanted.pop()
        elif found or node.i - i > 12:
            break
        i -= 1
    return found


def _dated(node: Node, scene: Scene) -> bool:
    return node.i in scene.timed and scene.entities.at(node) is None
