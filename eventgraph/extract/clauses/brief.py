"""A phrase in few words, as a title prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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


def brief(node: Node, scene: Scene) -> str:
    """The words of a noun phrase: its modifiers and "of" phrases; no dates, clauses, appositions."""
    return words(_kept(node, scene, LONGEST, 0), scene)


def words(kept: set[int], scene: Scene) -> str:
    """Tokens as text, with the blanks that they are written with."""
    doc, text, last = scene.passage.doc, "", None
    for i in sorted(kept):
        if last is not None:
            text += doc[last].whitespace_ if last == i - 1 else " "
        text += doc[i].text
        last = i
    text = re.sub(r"\s+", " ", text).replace(" 's", "'s").replace(" ’s", "’s")
    text = text.strip(_OUTER_SIGNS)
    return text + ")" * (text.count("(") - text.count(")"))


def _kept(node: Node, scene: Scene, budget: int, depth: int) -> set[int]:
    kept = _name(node, scene)
    for child in node.children:
        if child.rel in ("conj", "cc") and depth == 0:
            kept |= _coordinate(child, node, scene)
        elif child.rel in ("nmod", "obl") and child.case:
            kept |= _prepositional(child, scene, budget - len(kept), depth)
        elif child.rel == "appos" and _is_joined(node, child, scene):
            kept |= _name(child, scene)
        elif child.rel == "nummod" and child.i == node.i + 1:
            kept.add(child.i)  # «магнитудой 6,1»
        elif child.i > node.i and child.rel in ("amod", "acl") and not child.children:
            kept.add(child.i)  # "des hommes armés"
        elif child.rel not in _ASIDE and not _dated(child, scene):
            inner = {n.i for n in child.below() if n.rel not in ("acl:relcl", "appos")}
            if child.i < node.i and len(inner) <= LONGEST:
                kept |= inner
    return kept


def _is_joined(node: Node, name: Node, scene: Scene) -> bool:
    """Whether a name in apposition follows its noun without a comma: "le maire Paul Roy"."""
    between = scene.passage.doc[node.i + 1 : name.i]
    return name.i > node.i and name.pos == "PROPN" and not any(t.is_punct for t in between)


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
    if (
        depth >= _DEEPEST
        or not scene.grammar.has("brief", first)
        or any(_dated(inner, scene) for inner in child.below())
    ):
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
