"""One tree for all dependency parses: Universal Dependencies relations over spaCy tokens.

spaCy's English pipelines use CLEAR labels and make prepositions heads; UD pipelines do neither. Here
both are one: nouns hang on what they modify, prepositions are their ``case``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses.relations import tell_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from eventgraph.extract.clauses.grammar import Grammar

# CLEAR label → UD relation; what is not here is called alike in both.
CLEAR: Final = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "npadvmod": "obl:npmod",
    "attr": "attr",
    "acomp": "attr",
    "oprd": "attr",
    "dative": "iobj",
    "neg": "advmod",
    "quantmod": "advmod",
    "predet": "det",
    "flat:name": "flat",
    "flat:foreign": "flat",
    "expl:subj": "expl",
}
_PREPOSITIONS: Final = ("prep", "agent")
_NAME_PARTS: Final = ("flat", "compound", "fixed")


@dataclass(eq=False)
class Node:
    """A token in its place in the tree.

    Attributes:
        token: The spaCy token.
        start: Where it begins in the article's text.
        rel: Relation to its head, by UD; ``attr`` is any predicative.
        head: What it depends on; none at the root.
        children: What depends on it, in text order.
        case: Its prepositions, lower case, or the name of its case ("gen") where it has none.
    """

    token: Token
    start: int
    lemma: str
    rel: str = "root"
    head: Node | None = None
    children: list[Node] = field(default_factory=list)
    case: str = ""

    @property
    def i(self) -> int:
        """Index in the doc."""
        return self.token.i

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.token.text)

    @cached_property
    def lower(self) -> str:
        """Its characters in lower case."""
        return self.token.lower_

    @cached_property
    def pos(self) -> str:
        """Universal part of speech."""
        return self.token.pos_

    @cached_property
    def tag(self) -> str:
        """Part of speech in the pipeline's own tag set."""
        return self.token.tag_

    def has(self, feature: str, *values: str) -> bool:
        """Whether a morphological feature has one of these values."""
        return any(value in values for value in self.token.morph.get(feature, []))

    def kids(self, *relations: str) -> list[Node]:
        """Children in these relations, in text order."""
        return [child for child in self.children if child.rel in relations]

    def below(self) -> Iterator[Node]:
        """The node and all that depends on it, in no order."""
        queue = [self]
        while queue:
            node = queue.pop()
            yield node
            queue += node.children

    def above(self) -> Iterator[Node]:
        """What it depends on, nearest first."""
        node = self.head
        while node is not None:
            yield node
            node = node.head

    @property
    def is_verb(self) -> bool:
        """Whether it can head a clause by its part of speech."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, a name, a pronoun or a number."""
        return self.pos in ("NOUN", "PROPN", "PRON", "NUM")


def coordinated(node: Node) -> list[Node]:
    """A node and what is coordinated to its right."""
    found, queue = [node], [node]
    while queue:
        more = queue.pop(0).kids("conj")
        found += more
        queue += more
    return found


def build(sentence: Sentence, offset: int, grammar: Grammar) -> dict[int, Node]:
    """The nodes of a sentence by token index.

    Args:
        sentence: A parsed sentence.
        offset: Where its doc begins in the article's text.
        grammar: Of its language.
    """
    nodes = {token.i: Node(token, offset + token.idx, _lemma(token, grammar)) for token in sentence}
    for token in sentence:
        _hang(token, nodes)
    for node in nodes.values():
        if not node.case:
            node.case = _case(node)
    for node in nodes.values():
        if node.case in grammar.numerals.words["between"] and not node.kids("conj"):
            _join(node)
        if node.is_verb:
            tell_apart(node, grammar)
        if node.rel == "conj" and node.is_verb and not node.kids("nsubj", "nsubj:pass"):
            _give_subject(node, nodes)
    return nodes


def _give_subject(verb: Node, nodes: dict[int, Node]) -> None:
    """Give a verb the noun right before it that the parser joined to an object before that.

    "Chad condemned the coup and Mali closed its border": what is coordinated needs a word that joins it,
    so that the noun after "and" belongs to the second verb.
    """
    i = verb.i - 1
    while i in nodes and nodes[i].pos in ("AUX", "ADV", "PART"):
        i -= 1
    noun = nodes.get(i)
    head = noun.head if noun is not None else None
    if noun is None or head is None or noun.rel != "conj" or noun.pos not in ("NOUN", "PROPN"):
        return
    if (
        not head.is_noun
        or verb.tag not in ("VBD", "VBZ", "VBP")
        or all(above is not verb.head for above in head.above())
    ):
        return
    head.children.remove(noun)
    noun.head, noun.rel = verb, "nsubj"
    verb.children.insert(0, noun)


def _join(node: Node) -> None:
    """Give "between Ann" the "and Bob" that the parser hung on what they are between."""
    head = node.head
    other = next((c for c in head.kids("conj") if c.i > node.i), None) if head else None
    if head is None or other is None or other.pos != node.pos:
        return
    head.children.remove(other)
    other.head = node
    node.children.append(other)


def _lemma(token: Token, grammar: Grammar) -> str:
    lower = (token.lemma_ or token.text).lower()
    if token.pos_ == "VERB" and lower in grammar.verbs:  # "fir" of "fired"; a fir is a tree
        return grammar.verbs[lower]
    return grammar.lemmas.get(lower, lower)


def _hang(token: Token, nodes: dict[int, Node]) -> None:
    """Hang a token on its head, prepositions passed over."""
    node = nodes[token.i]
    if token.head.i == token.i or token.head.i not in nodes:
        return
    head = token.head
    case: list[str] = []
    if token.dep_ == "pobj" or (token.dep_ == "pcomp" and _leads(head)):
        agent = False
        while (_leads(head) or not case) and head.head.i != head.i and head.i in nodes:
            agent = agent or head.dep_ == "agent"
            if head.dep_ != "conj" or not case:
                case.insert(0, head.lower_)
            head = head.head
        node.case = " ".join(case)
        node.rel = _of_preposition(token, head, agent=agent)
    else:
        node.rel = _relation(token)
    node.head = nodes.get(head.i)
    if node.head is not None:
        node.head.children.append(node)


def _leads(token: Token) -> bool:
    return _is_preposition(token) or token.pos_ == "ADP"


def _is_preposition(token: Token) -> bool:
    if token.dep_ == "conj":
        return token.pos_ == "ADP" and token.head.pos_ == "ADP"
    return token.dep_ in _PREPOSITIONS or (
        token.dep_ in ("dative", "pcomp") and token.pos_ == "ADP"
    )


def _of_preposition(token: Token, head: Token, *, agent: bool) -> str:
    if agent and token.dep_ == "pobj":
        return "obl:agent"
    if token.dep_ == "pcomp":
        return "acl" if head.pos_ in ("NOUN", "PROPN") else "advcl"
    return "nmod" if head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else "obl"


def _relation(token: Token) -> str:
    if token.dep_ == "nmod" and not any(
        c.dep_ == "case" and c.pos_ == "ADP" for c in token.children
    ):
        return "compound" if token.i < token.head.i and not token.morph.get("Case", []) else "nmod"
    if token.dep_ in _PREPOSITIONS or (token.dep_ == "dative" and token.pos_ == "ADP"):
        return "prep"
    return CLEAR.get(token.dep_, token.dep_)


def _case(node: Node) -> str:
    """The preposition of a UD noun, or its bare case where that says how it hangs."""
    marked = [child for child in node.children if child.rel == "case" and child.pos == "ADP"]
    if marked:
        return " ".join(child.lemma for child in marked)
    if node.rel in ("obl", "nmod", "obl:agent") and (cases := node.token.morph.get("Case", [])):
        return cases[0].lower()
    return ""
