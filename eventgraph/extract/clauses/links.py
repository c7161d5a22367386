"""How a clause hangs on the clause that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.forms import form, is_infinitive
from eventgraph.extract.clauses.tree import Node
from eventgraph.model import Function, Link

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene

FUNCTIONS: Final[dict[str, Function]] = {
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "csubj": "subject",
    "csubj:pass": "subject",
    "obj": "object",
    "iobj": "indirect",
    "obl:agent": "agent",
    "obl": "oblique",
    "nmod": "oblique",
    "attr": "predicative",
    "nmod:poss": "possessor",
    "compound": "compound",
    "amod": "compound",
    "nummod": "compound",
    "flat": "compound",
    "obl:npmod": "oblique",
    "obl:mod": "oblique",
    "obl:arg": "oblique",
}


def governor(node: Node, scene: Scene) -> Node | None:
    """The nearest head of a clause above a node."""
    return next((above for above in node.above() if above.i in scene.heads), None)


def marker(node: Node) -> str:
    """The word that links a clause: its conjunction, its preposition, or "to" of an infinitive."""
    for child in node.children:
        adverb = child.rel == "advmod" and (
            child.tag == "WRB" or child.has("PronType", "Rel", "Int")
        )
        if child.i < node.i and (child.rel == "mark" or adverb):
            return child.lower
    if node.case:
        return node.case
    if is_infinitive(node):
        return next((c.lower for c in node.children if c.tag == "TO" or c.pos == "PART"), "")
    return ""


def link(node: Node, above: Node | None, scene: Scene) -> Link:
    """The kind of link between a clause and its governor."""
    if above is None:
        return "main"
    if not node.is_verb and not node.kids("cop"):
        return _of_noun(node, above, scene)
    if node.rel in ("acl", "acl:relcl", "amod"):
        return _on_noun(node, above)
    if node.rel in ("ccomp", "xcomp", "csubj", "csubj:pass", "attr", "parataxis", "dep"):
        return _complement(node)
    if node.rel.startswith("advcl"):
        return _adverbial(node, scene)
    return "argument" if node.rel in FUNCTIONS else "coordinate"  # "conj", and what fits nowhere


def _of_noun(node: Node, above: Node, scene: Scene) -> Link:
    if node.rel in ("obl", "nmod") and above.is_verb:
        first = node.case.split()[0] if node.case else ""
        temporal = scene.grammar.links.get(node.case) or scene.grammar.links.get(first)
        if temporal in ("cause", "concession"):
            return temporal
    return "argument"


def _on_noun(node: Node, above: Node) -> Link:
    """A clause on a noun: a complement of a noun that is a predicate ("plan to attack"), else relative."""
    governs = node.head is above and not above.is_verb
    if node.rel == "amod":
        return "relative"
    if governs and (is_infinitive(node) or node.case or _is_content(node)):
        return "complement"
    if is_infinitive(node):
        return "purpose"
    if node.case:
        return "complement"
    return "relative"


def _is_content(node: Node) -> bool:
    """Whether a clause is what its noun says: "the claim that he left"."""
    return any(c.rel == "mark" and c.lower in ("that", "что", "que") for c in node.children)


def _complement(node: Node) -> Link:
    finite = form(node) == "finite"
    if node.rel == "parataxis" or (node.rel in ("ccomp", "csubj") and finite):
        return "speech"
    return "complement"


def _adverbial(node: Node, scene: Scene) -> Link:
    word = marker(node)
    links = scene.grammar.links
    if is_inverted(node):
        return "condition"
    if word and word != "to":
        first = word.split()[0]
        known = links.get(word) or links.get(first)
        if known is not None and (known != "time" or not node.case or _timely(node)):
            return known
        if node.case:
            return "complement"  # "accused of killing", "charged with"
    if is_infinitive(node):
        return "purpose"
    if form(node) == "participle":
        return "manner"
    return known_or_time(links.get(word))


def _timely(node: Node) -> bool:
    """Whether a preposition before a gerund tells the time: "after losing", not "in killing"."""
    return node.case.split()[0] not in ("in", "on", "as", "upon", "over", "by", "for")


def known_or_time(found: Link | None) -> Link:
    """A finite adverbial clause of an unknown marker tells when."""
    return found or "time"


def is_inverted(node: Node) -> bool:
    """Whether an auxiliary stands before the subject: "had the guards not intervened, …"."""
    if node.rel != "advcl":
        return False
    subjects = [c.i for c in node.kids("nsubj", "nsubj:pass")]
    auxiliaries = [c.i for c in node.kids("aux", "aux:pass") if c.lemma in ("have", "should", "be")]
    return bool(subjects and auxiliaries) and min(auxiliaries) < min(subjects)


def function(node: Node, above: Node | None, scene: Scene) -> Function | None:
    """The function that a nominal or complement clause fills in its governor, nouns that measure passed over."""
    for _ in range(3):
        head = node.head
        if head is None or above is None:
            return None
        if head is above and node.rel != "conj":
            return FUNCTIONS.get(node.rel)
        measured = scene.grammar.has("transparent", head.lemma)
        if node.rel != "conj" and not (measured and scene.grammar.has("genitive", node.case)):
            return None
        node = head
    return None
