"""The constituents of a clause: who stands in which function, coordination spread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.brief import prepositions
from eventgraph.extract.clauses.forms import voice
from eventgraph.extract.clauses.phrases import phrases, sort_of
from eventgraph.extract.clauses.subjects import antecedent, objects, shared_objects, subjects, whole
from eventgraph.extract.clauses.tree import Node, coordinated
from eventgraph.model import Constituent, Function

if TYPE_CHECKING:
    from eventgraph.extract.clauses.scene import Scene

_COMPOUNDS: Final = ("compound", "amod", "nmod", "flat")
_HOLDERS: Final = ("obj", "nsubj:pass", "attr", "obl", "obl:agent", "nsubj")
_OBLIQUE: Final = ("obl", "nmod", "obl:mod", "obl:arg")


def constituents(node: Node, scene: Scene) -> tuple[Constituent, ...]:
    """The constituents of a head, in text order."""
    nominal = not node.is_verb and not node.kids("cop") and node.pos != "ADJ"
    found = [
        *(_of_noun(node, scene) if nominal else _of_verb(node, scene)),
        *_obliques(node, scene),
    ]
    found += [*_within(node, scene), *_measures(node, scene)]
    return tuple(sorted(found, key=lambda c: (c.phrase.span, c.function)))


def _of_verb(verb: Node, scene: Scene) -> Iterator[Constituent]:
    if verb.pos == "ADJ" and not verb.kids("cop"):
        yield from _all("subject", _bearers(verb, scene), scene)
        return
    heads, shared = subjects(verb, scene)
    yield from _all("subject", heads, scene, shared=shared)
    if not verb.is_verb:
        yield from _all("predicative", [verb], scene)
        return
    yield from _of_objects(verb, scene)
    if voice(verb) == "passive":  # "was appointed minister by Ann": hung on the minister
        held = [n for c in verb.kids("attr", "obj", "xcomp") for n in c.kids("nmod", "obl")]
        for child in held:
            if scene.grammar.has("agents", child.case):
                yield from _all("agent", coordinated(child), scene)
    for relation, function in (
        ("iobj", "indirect"),
        ("obl:agent", "agent"),
        ("attr", "predicative"),
        ("xcomp", "predicative"),
        ("ccomp", "predicative"),  # "found him not guilty"
    ):
        for child in verb.kids(relation):
            if (child.is_noun or child.pos == "ADJ") and not child.kids("cop"):
                heads = coordinated(antecedent(verb, child, scene))
                yield from _all(function, heads, scene, preposition=child.case)


def _of_objects(verb: Node, scene: Scene) -> Iterator[Constituent]:
    own = objects(verb, scene)
    for node in own:
        yield from _all("object", [node], scene, preposition=node.case if node.head is verb else "")
    if not own:
        yield from _all("object", shared_objects(verb), scene, shared=True)


def _bearers(adjective: Node, scene: Scene) -> list[Node]:
    """Whom an adjective is about: "left dozens dead", "twelve are dead", "the dead man"."""
    head = adjective.head
    if head is None:
        return []
    if own := adjective.kids("nsubj", "nsubj:pass"):
        return coordinated(own[-1])
    if head.pos in ("NOUN", "PROPN") and adjective.rel in ("amod", "acl", "acl:relcl"):
        return coordinated(head) if adjective.rel != "amod" else [whole(head)]
    if adjective.rel == "conj":
        return _bearers(head, scene) if head.pos == "ADJ" else []
    held = objects(head, scene) if head.is_verb else []
    return held or (subjects(head, scene)[0] if head.is_verb else [])


def _of_noun(noun: Node, scene: Scene) -> Iterator[Constituent]:
    for child in noun.children:
        if child.i in scene.timed and scene.entities.at(child) is None:
            continue
        if child.rel == "nmod:poss":
            yield from _all("possessor", coordinated(child), scene)
        elif child.rel in _COMPOUNDS and not (child.rel == "nmod" and child.case):
            chain = (child, *child.kids(*_COMPOUNDS))  # "US drone strike"
            yield from (
                c for part in chain for c in _all("compound", [part], scene) if _names(part, scene)
            )


def _names(node: Node, scene: Scene) -> bool:
    """Whether a modifier names somebody or a place: a mention, a nationality, people."""
    if scene.entities.at(node) is not None:
        return True
    plain = node.pos == "ADJ" and not node.token.ent_type_
    sort = scene.nouns.sort(node.lemma) if plain else sort_of(node, scene, None)
    return sort in ("person", "people", "organization", "place", "body")


def _obliques(node: Node, scene: Scene) -> Iterator[Constituent]:
    adjectives = [c for c in node.kids("attr") if c.pos == "ADJ"]  # "was responsible for"
    for child in (*node.children, *(n for c in adjectives for n in c.children)):
        if child.rel in _OBLIQUE and child.case and not scene.grammar.has("sources", child.case):
            for noun in coordinated(child):
                if noun.i not in scene.timed or scene.entities.at(noun) is not None:
                    yield from _all(
                        "oblique",
                        [antecedent(node, noun, scene)],
                        scene,
                        preposition=noun.case or child.case,
                    )


def _measures(node: Node, scene: Scene) -> Iterator[Constituent]:
    """By how much: "fell 4 percent"."""
    for child in node.kids("obl:npmod"):
        numeral = scene.numerals.get(child.i)
        if numeral is not None and numeral.unit:
            yield from _all("oblique", [child], scene)


def _within(node: Node, scene: Scene) -> Iterator[Constituent]:
    """What the parser hangs on a participant: "strikes on the rebels in Homs"."""
    holders = (
        node.kids("nmod") if not node.is_verb and not node.kids("cop") else node.kids(*_HOLDERS)
    )
    for holder in holders:
        for child in _hung(holder, scene, 0):
            yield from _all(
                "oblique", coordinated(child), scene, preposition=child.case, within=True
            )


def _hung(holder: Node, scene: Scene, depth: int) -> Iterator[Node]:
    """The prepositional phrases on a noun that is no event, and on their nouns."""
    if scene.happening(holder) or depth > 2:
        return
    for child in holder.kids("nmod", "obl"):
        if child.case and child.i not in scene.timed:
            yield child
            yield from _hung(child, scene, depth + 1)


def _written(node: Node, scene: Scene) -> str:
    """A noun's preposition as it stands in the text; empty where a case says it."""
    doc = scene.passage.doc
    return " ".join(doc[i].text.lower() for i in sorted(prepositions(node, scene)))


def _all(
    function: Function | str,
    nodes: list[Node],
    scene: Scene,
    *,
    preposition: str = "",
    shared: bool = False,
    within: bool = False,
) -> Iterator[Constituent]:
    for node in nodes:
        written = _written(node, scene) if preposition else None
        for phrase in phrases(node, scene):
            yield Constituent(function, phrase, preposition, shared, within, written)  # type: ignore[arg-type]
