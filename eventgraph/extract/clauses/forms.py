"""Form, voice, tense, polarity and auxiliaries of a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.brief import words
from eventgraph.extract.clauses.tree import Node
from eventgraph.model import Form, Tense, Voice

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene

_AUXILIARIES: Final = ("aux", "aux:pass", "aux:tense", "aux:caus", "cop")
_PASSIVE: Final = ("aux:pass", "nsubj:pass", "csubj:pass", "obl:agent")
_FINITE_TAGS: Final = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
# What hangs on a verb with a sentence of its own: «…, жертв нет» does not negate what goes before.
_CLAUSES: Final = ("conj", "parataxis", "ccomp", "xcomp", "advcl", "acl", "acl:relcl")
_CASES: Final = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
REFLEXIVE: Final = ("expl:pv", "expl:comp", "expl:pass")
DEEPEST: Final = 6


def is_infinitive(node: Node) -> bool:
    """Whether a verb is an infinitive with its marker ("to leave") or by its form."""
    if any(c.tag == "TO" or (c.pos == "PART" and c.lower == "to") for c in node.children):
        return True
    return node.has("VerbForm", "Inf") and not any(
        c.rel in _AUXILIARIES and _finite_word(c) for c in node.children
    )


def _finite_word(node: Node) -> bool:
    return node.tag in _FINITE_TAGS or node.has("VerbForm", "Fin")


def form(node: Node) -> Form:
    """Finite, infinitive or participle; anything but a verb is nominal."""
    if not node.is_verb and not node.kids("cop"):
        return "participle" if node.pos == "ADJ" else "nominal"
    if any(_finite_word(c) for c in own_auxiliaries(node)):
        return "finite"
    return _form_of_verb(node) if node.is_verb else "infinitive"


def _form_of_verb(node: Node) -> Form:
    """The form of a verb without a finite auxiliary."""
    if is_infinitive(node):
        if (
            node.rel == "conj"
            and node.head is not None
            and node.head.is_verb
            and not any(c.tag == "TO" for c in node.children)
        ):
            return form(node.head)  # "will attack and kill"
        return "infinitive"
    if _finite_word(node):
        return "finite"
    if node.tag in ("VBN", "VBG") or node.has("VerbForm", "Part", "Ger", "Conv"):
        shared = node.rel == "conj" and node.head is not None and node.head.is_verb
        return (
            form(node.head) if shared and node.head and node.head.tag == node.tag else "participle"
        )
    return "finite"


def own_auxiliaries(node: Node) -> list[Node]:
    """The auxiliaries of a verb; a coordinated one without its own subject shares those before it."""
    own = node.kids(*_AUXILIARIES)
    head = node.head
    shares = node.rel == "conj" and head is not None and head.is_verb and node.tag == head.tag
    if head is not None and shares and not own and not node.kids(*_SUBJECTS):
        own += [c for c in own_auxiliaries(head) if c.i < head.i]
    return own


def auxiliaries(node: Node) -> tuple[str, ...]:
    """Lemmas of the auxiliaries; "to" of an infinitive is none."""
    own = own_auxiliaries(node)
    found = dict.fromkeys(c.lemma for c in own if c.tag != "TO")
    if any(word.has("Mood", "Cnd") for word in (node, *own)):
        found["cnd"] = None  # the conditional is a form of the verb: "serait mort", "habría muerto"
    if any(word.has("Tense", "Fut") for word in (node, *own)):
        found["fut"] = None  # and so is the future: "mourra", «умрет»
    return tuple(found)


def voice(node: Node) -> Voice:
    """Whether the subject undergoes it."""
    return "passive" if node.is_verb and _is_passive(node) else "active"


def _is_passive(verb: Node) -> bool:
    node = verb
    if node.has("Voice", "Pass"):
        return True
    for _ in range(DEEPEST):
        if node.kids(*_PASSIVE):
            return True
        if not _is_past_participle(node) or node.kids("aux", "aux:tense"):
            return False
        if node.rel != "conj" or node.head is None or node.kids("nsubj"):
            break
        if not _is_past_participle(node.head):
            break
        node = node.head  # "was beaten and robbed"
    if node.rel != "root" and node.kids("nsubj") and not node.kids("obj", "ccomp", "xcomp"):
        return True  # "left one guard wounded"
    if node.rel == "root":  # headlines: "Woman convicted of murder"
        told = node.token.sent.text.rstrip()[-1:] in ".!?"  # a participle is no headline's then
        return (
            not told and bool(node.kids("nsubj")) and not node.kids("obj", "ccomp", "xcomp", "attr")
        )
    return node.rel in ("acl", "advcl", "amod", "acl:relcl") and not node.kids("obj")


def _is_past_participle(node: Node) -> bool:
    if node.tag == "VBN":
        return True
    return node.has("VerbForm", "Part") and node.has("Tense", "Past") and node.tag != "VBD"


def tense(node: Node) -> Tense:
    """As written: that of the finite word; a future auxiliary makes it future."""
    finite = [c for c in (*own_auxiliaries(node), node) if _finite_word(c)]
    future = any(c.has("Tense", "Fut") for c in (*finite, node))
    if future or any(c.lemma in ("will", "shall") for c in finite):
        return "future"
    for word in finite:
        if word.tag == "VBD" or word.has("Tense", "Past", "Imp"):
            return "past"
        if word.tag in ("VBZ", "VBP", "MD") or word.has("Tense", "Pres"):
            perfect = node.tag == "VBN" and any(c.lemma == "have" for c in finite)
            return "past" if perfect or _is_compound_past(node, word) else "present"
    return "past" if node.has("Tense", "Past") and form(node) == "finite" else "none"


def _is_compound_past(node: Node, auxiliary: Node) -> bool:
    """Whether a participle and its auxiliary of tense tell the past: "a tué", "ha muerto"."""
    return auxiliary.rel == "aux:tense" and node.has("VerbForm", "Part")


def is_negated(node: Node, scene: Scene) -> bool:
    """Whether a predicate is negated, or its auxiliary, its subject or its object is."""
    if _denied_above(node, scene) or any(_negates(child, scene) for child in node.children):
        return True
    if node.rel == "conj" and node.head is not None and node.is_verb and node.head.is_verb:
        return not node.kids(*_SUBJECTS) and _shared_negation(node, scene)
    return False


def _negates(child: Node, scene: Scene) -> bool:
    """Whether a word below a predicate negates it: an adverb, its subject, its object, its auxiliary."""
    has = scene.grammar.has
    if child.rel in _CLAUSES:
        return False
    if has("negatives", child.lemma) or has("negatives", child.lower):
        return True
    if child.has("Polarity", "Neg") and child.rel in ("advmod", "neg"):
        return True
    if child.rel in (*_SUBJECTS, "obj"):
        return _denies(child, scene)
    return child.rel in _AUXILIARIES and any(has("negatives", c.lower) for c in child.children)


def _shared_negation(node: Node, scene: Scene) -> bool:
    """Whether a negation is carried on: "nobody was killed or hurt"; "and" carries none."""
    head = node.head
    joined = {c.lower for c in (*node.kids("cc"), *(head.kids("cc") if head else ()))}
    return head is not None and bool(joined & {"or", "nor"}) and is_negated(head, scene)


def _denied_above(node: Node, scene: Scene) -> bool:
    """Whether a clause hangs on a noun that is denied: "no reason to believe that …"."""
    head = node.head
    hangs = node.rel == "acl" or (node.rel == "acl:relcl" and is_infinitive(node))
    return hangs and head is not None and head.is_noun and _denies(head, scene)


def _denies(noun: Node, scene: Scene) -> bool:
    if scene.grammar.has("negative_pronouns", noun.lower):
        return True
    return any(
        scene.grammar.has("negative_determiners", c.lower) and c.rel in ("det", "advmod")
        for c in noun.children
    )


def group(node: Node, scene: Scene) -> str:
    """Auxiliaries, negation, verb and particle as written, for a title."""
    if not node.is_verb and not node.kids("cop"):
        return ""
    if node.has("VerbForm", "Part") and node.has("Case", *_CASES) and voice(node) == "passive":
        return ""  # an inflected participle is an attribute: «обвинявшегося»
    kept = {node.i} if node.is_verb else set[int]()
    for child in own_auxiliaries(node):
        kept.add(child.i)
        kept.update(c.i for c in child.children if scene.grammar.has("negatives", c.lower))
    for child in node.children:
        negates = scene.grammar.has("negatives", child.lower) or scene.grammar.has(
            "negatives", child.lemma
        )
        hedges = child.rel == "advmod" and scene.grammar.has("hedges", child.lower)
        if negates or hedges or child.rel in ("compound:prt", *REFLEXIVE):
            kept.add(child.i)
    return words(kept, scene)
