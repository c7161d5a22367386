"""The subject of a predicate: its own, or the one that grammar hands down; never a borrowed one.

Control ("vowed to pursue"), coordination ("met and agreed"), participles ("troops entering"),
relative clauses ("the man who fled") and clauses after prepositions ("condemned for saying").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.forms import DEEPEST, is_infinitive, voice
from eventgraph.extract.clauses.tree import Node, coordinated

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene

_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_HOLDS: Final = ("obj", "obl", "attr")


def subjects(verb: Node, scene: Scene) -> tuple[list[Node], bool]:
    """The nouns that are subject of a verb, and whether they are shared with another clause."""
    own = own_subjects(verb, scene)
    if own:
        return own, bool(verb.kids(*_SUBJECTS)) and own[0].head is not verb
    return _handed_down(verb, scene, 0), True


def own_subjects(verb: Node, scene: Scene) -> list[Node]:
    """The subjects that stand at the verb itself, relative pronouns replaced."""
    found = [n for n in verb.kids(*_SUBJECTS) if n.rel != "expl"]
    if not found and (after := _inverted(verb, scene)):
        return after
    heads = [antecedent(verb, node, scene) for node in found[-1:]]
    return [node for head in heads for node in coordinated(head)]


def _inverted(verb: Node, scene: Scene) -> list[Node]:
    """The names after the auxiliary of a participle that opens its sentence: "Killed were Ann and Bob"."""
    auxiliaries = [c.i for c in verb.kids("aux:pass", "cop") if c.i > verb.i]
    if not auxiliaries or verb.i > scene.sentence.start:
        return []
    named: dict[int, Node] = {}
    for node in sorted(verb.below(), key=lambda n: n.i):
        number = scene.entities.at(node)
        if node.i > auxiliaries[0] and number is not None and not node.case:
            named[number] = node
    return list(named.values())


def antecedent(verb: Node, pronoun: Node, scene: Scene) -> Node:
    """What a relative pronoun stands for; any other word stands for itself."""
    relative = scene.grammar.has("relative_pronouns", pronoun.lower) or scene.grammar.has(
        "relative_pronouns", pronoun.lemma
    )
    if not relative or not (
        pronoun.pos in ("PRON", "DET", "SCONJ") or pronoun.tag in ("WDT", "WP")
    ):
        return pronoun
    above = verb
    while above.rel == "conj" and above.head is not None and above.head.is_verb:
        above = above.head
    if above.rel in ("acl:relcl", "acl") and above.head is not None:
        return _told_of(above.head, scene)
    return pronoun


def _told_of(noun: Node, scene: Scene) -> Node:
    """The happening that a relative clause is about: "the bombing in Gao, which killed two"."""
    above = noun.head
    placed = noun.rel in ("nmod", "obl") and scene.entities.type_at(noun) == "place"
    return above if placed and above is not None and scene.happening(above) else noun


def _handed_down(verb: Node, scene: Scene, depth: int) -> list[Node]:
    above = verb.head
    if depth >= DEEPEST or above is None or verb.rel == "root":
        return []
    if verb.rel in ("acl", "acl:relcl", "amod"):
        return _of_noun(verb, above, scene, depth)
    if verb.rel == "conj":
        return _of(above, scene, depth) if above.is_verb and _alike(verb, above, scene) else []
    if verb.rel in ("xcomp", "ccomp", "attr", "advcl", "dep") and _is_clausal(above):
        return _of_governor(verb, above, scene, depth)
    return []


def _of_noun(verb: Node, noun: Node, scene: Scene, depth: int) -> list[Node]:
    """The subject of a clause on a noun: the noun, or whose plan or crime the noun is."""
    if verb.case or is_infinitive(verb):  # "the crime of killing", "a plan to attack"
        return _holder(noun, scene, depth)
    return [whole(noun)] if verb.rel == "amod" else coordinated(_told_of(noun, scene))


def whole(noun: Node) -> Node:
    """The head of the name that a noun stands before: "murdered journalist Ann Lee"."""
    for _ in range(DEEPEST):
        if noun.rel not in ("compound", "flat") or noun.head is None or not noun.head.is_noun:
            break
        noun = noun.head
    return noun


def _alike(verb: Node, above: Node, scene: Scene) -> bool:
    """Whether a coordinated verb can share the subject before it: a gerund does not share a finite one."""
    return not (verb.tag == "VB" and not is_infinitive(verb) and _of(above, scene, DEEPEST))


def _is_clausal(node: Node) -> bool:
    return node.is_verb or bool(node.kids("cop", *_SUBJECTS)) or node.pos == "ADJ"


def _of(verb: Node, scene: Scene, depth: int) -> list[Node]:
    return own_subjects(verb, scene) or _handed_down(verb, scene, depth + 1)


def _of_governor(verb: Node, above: Node, scene: Scene, depth: int) -> list[Node]:
    """The subject of a complement, a participle or a purpose: that of its governor, or its object."""
    bound = verb.rel != "advcl" or (verb.case and not _tells_when(verb, scene))
    if bound and (held := controller(above, scene)):
        return held
    if verb.rel == "advcl" and _finite_adverbial(verb):
        return []  # "when …", "a day after a crash killed": its subject is its own
    if verb.rel == "ccomp" and not is_infinitive(verb) and verb.tag not in ("VBG", "VBN"):
        return []
    return _of(above, scene, depth)


def _tells_when(verb: Node, scene: Scene) -> bool:
    """Whether a gerund after a preposition is of the subject whatever the verb: "before leaving"."""
    return scene.grammar.links.get(verb.case.split()[0]) == "time"


def _finite_adverbial(verb: Node) -> bool:
    finite = verb.tag in ("VBD", "VBZ", "VBP") or verb.has("VerbForm", "Fin")
    return finite and not is_infinitive(verb)


def controller(verb: Node, scene: Scene) -> list[Node]:
    """The object of a verb that makes it the subject of what follows: "accused him of lying"."""
    if not scene.grammar.has("object_control", verb.lemma):
        return []
    if voice(verb) == "passive":
        return []  # "was accused of lying": its subject
    held = [n for n in verb.kids("obj", "iobj", "obl:arg") if not n.is_verb]
    return coordinated(antecedent(verb, held[0], scene)) if held else []


def _holder(noun: Node, scene: Scene, depth: int) -> list[Node]:
    """Whose plan, attempt or visit a noun is: its possessor, or the subject of its clause."""
    if owners := [n for n in noun.kids("nmod:poss") if n.i not in scene.timed]:
        return coordinated(owners[0])
    above = next((n for n in noun.above() if n.is_verb), None)
    direct = noun.head is above or (noun.head is not None and noun.head.head is above)
    if above is None or noun.rel not in (*_HOLDS, "nmod") or not direct:
        return []
    return _of(above, scene, depth)


def objects(verb: Node, scene: Scene) -> list[Node]:
    """Direct objects with what is coordinated; a relative pronoun gives its antecedent."""
    found = [antecedent(verb, node, scene) for node in verb.kids("obj")] or _raised(verb, scene)
    if (
        not found
        and verb.rel == "acl:relcl"
        and verb.head is not None
        and _lacks_object(verb, scene)
    ):
        found = [verb.head]
    return [node for head in found for node in coordinated(head)]


def _raised(verb: Node, scene: Scene) -> list[Node]:
    """The subject of an infinitive that is the object of the verb above: "allowed them to leave"."""
    if not scene.grammar.has("object_control", verb.lemma) or voice(verb) == "passive":
        return []
    below = [c for c in verb.kids("ccomp", "xcomp") if is_infinitive(c) or c.pos == "ADJ"]
    return [node for clause in below for node in clause.kids("nsubj", "nsubj:pass")]


def shared_objects(verb: Node) -> list[Node]:
    """The object after coordinated verbs, which may belong to each: "killed and wounded five"."""
    if verb.kids("obj", "ccomp", "xcomp", "obl") or voice(verb) == "passive":
        return []
    beside = [other for other in verb.kids("conj") if other.i - verb.i == 2 and other.is_verb]
    found = [node for other in beside for node in other.kids("obj")]
    return [node for head in found for node in coordinated(head)]


def _lacks_object(verb: Node, scene: Scene) -> bool:
    """Whether a relative clause lacks its object: "the man police arrested", "whom she expelled"."""
    own = {child.lower for child in verb.kids("nsubj")}
    complete = voice(verb) == "passive" or verb.kids("obl", "ccomp", "xcomp", "attr")
    return (
        bool(own)
        and not complete
        and not any(scene.grammar.has("relative_pronouns", w) for w in own)
    )
