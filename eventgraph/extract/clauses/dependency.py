"""Clauses read off a dependency parse, in any language whose pipeline gives one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from eventgraph.extract.clauses import forms, links
from eventgraph.extract.clauses.arguments import constituents
from eventgraph.extract.clauses.brief import cited
from eventgraph.extract.clauses.grammar import Grammar, grammar
from eventgraph.extract.clauses.named import Entities
from eventgraph.extract.clauses.numerals import Numeral, find_numerals
from eventgraph.extract.clauses.phrases import core, counter, modifiers, phrases
from eventgraph.extract.clauses.scene import Scene
from eventgraph.extract.clauses.times import Times, read_times, timed_tokens
from eventgraph.extract.clauses.tree import Node, build, coordinated
from eventgraph.extract.clauses.zones import quoted, titled, zones
from eventgraph.languages.nouns import Nouns, nouns
from eventgraph.model import Article, Clause, Mention, Phrase, Timex, Zone

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

    from eventgraph.extract.passages import Passage

LONGEST: Final = 300  # tokens; what is longer is a list or a table, and its grammar a guess
_NO_HEAD: Final = (
    "aux",
    "aux:pass",
    "aux:tense",
    "cop",
    "compound",
    "punct",
    "det",
    "fixed",
    "flat",
    "case",
    "mark",
    "prep",
    "compound:prt",
    "cc",
    "expl",
    "nummod",
)
_SAYING: Final = ("obl", "obl:mod", "obl:arg", "nmod", "advcl")
_NO_NOMINAL: Final = (*_NO_HEAD, "obl:npmod", "amod")


def parse_clauses(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    predicates: frozenset[str],
) -> tuple[Clause, ...]:
    """The clauses of a parsed article, sorted by predicate.

    Args:
        article: The article.
        passages: Its parsed passages.
        mentions: Its entity mentions, sorted by span.
        timexes: Its time expressions, sorted by span.
        predicates: Dictionary forms of nouns and adjectives that head a clause of their own.
    """
    starts = [mention.span.start for mention in mentions]
    timed = [timex.span.start for timex in timexes]
    found: list[Clause] = []
    for passage, zone in zip(passages, zones(article, passages), strict=True):
        entities = Entities(passage, mentions, starts)
        inside = quoted(passage.doc)
        for sentence in passage.doc.sents:
            if len(sentence) <= LONGEST:
                span = passage.span(sentence)
                indices = range(bisect_left(timed, span.start), bisect_left(timed, span.end))
                scene = _scene(article, passage, sentence, entities, timexes, indices, predicates)
                scene.titled = titled(sentence, inside)
                found += _clauses(scene, zone, inside, len(found))
    return tuple(found)


def _scene(
    article: Article,
    passage: Passage,
    sentence: Sentence,
    entities: Entities,
    timexes: Sequence[Timex],
    indices: range,
    predicates: frozenset[str],
) -> Scene:
    language = grammar(article.language)
    nodes = build(sentence, passage.start, language)
    timed = timed_tokens(nodes, timexes, indices)
    known = nouns(article.language)
    for node in nodes.values():
        node.lemma = _opening(node, entities, known, language) or node.lemma
    return Scene(
        passage,
        sentence,
        nodes,
        entities,
        known,
        language,
        predicates,
        _compounds(predicates),
        timexes,
        timed,
        _numerals(sentence, timed, language),
    )


def _numerals(
    sentence: Sentence, timed: Mapping[int, int], language: Grammar
) -> dict[int, Numeral]:
    """The numbers of a sentence outside its dates, by each of their words: "5 million people"."""
    found: dict[int, Numeral] = {}
    for numeral in find_numerals(list(sentence), language):
        words = range(numeral.first, numeral.last + 1)
        if not any(i in timed for i in words):
            found[numeral.last] = numeral
            for i in words:
                found.setdefault(i, numeral)
    return found


def _opening(node: Node, entities: Entities, known: Nouns, language: Grammar) -> str | None:
    """The singular of a plural that opens a sentence and passes for a name: "Missiles", "Militants"."""
    if node.pos != "PROPN" or not node.token.is_sent_start or entities.at(node) is not None:
        return None
    if known.sort(node.lower) != "unknown":
        return node.lower
    forms = (
        node.lower[: -len(ending)] + becomes
        for ending, becomes in language.plurals.items()
        if node.lower.endswith(ending)
    )
    return next((form for form in forms if known.sort(form) != "unknown"), None)


def _clauses(scene: Scene, zone: Zone, inside: frozenset[int], offset: int) -> list[Clause]:
    scene.heads = {node.i for node in scene.nodes.values() if heads_clause(node, scene)}
    times = read_times(scene)
    numbers = {i: offset + n for n, i in enumerate(sorted(scene.heads))}
    if numbers and len(times.loose) == 1 and not times.at:
        first = min(numbers)
        times.at[first] = times.loose
    question = scene.sentence.text.rstrip('"”» ').endswith(("?", "؟"))
    return [
        _clause(scene.nodes[i], scene, times, numbers, zone, quote=i in inside, question=question)
        for i in numbers
    ]


def heads_clause(node: Node, scene: Scene) -> bool:
    """Whether a word heads a clause: a verb, a noun or adjective that names a happening, a copula's."""
    if node.i in scene.titled or (node.pos == "PROPN" and node.token.ent_type_ == "DATE"):
        return False
    if node.rel == "amod":
        past = node.tag == "VBN" or _is_participle(node)
        named = scene.entities.named_at(node)
        return (past or node.lemma in scene.predicates) and not named
    if node.kids("cop"):
        return True
    if _is_noun_by_case(node):
        return False
    return _is_clausal_verb(node, scene) if node.is_verb else _is_nominal(node, scene)


def _is_clausal_verb(node: Node, scene: Scene) -> bool:
    """Whether a verb is neither an auxiliary nor part of a name nor a noun ("the injured")."""
    if node.token.text[0].isupper() and scene.entities.named_at(node):
        return False  # the album "Kill the Lights"
    return node.rel not in _NO_HEAD and not (node.kids("det") and not node.kids("nsubj"))


def _is_nominal(node: Node, scene: Scene) -> bool:
    """Whether a noun or an adjective names a happening."""
    if node.pos == "ADJ":
        return node.lemma in scene.predicates and node.rel not in _NO_HEAD
    if node.pos not in ("NOUN", "PROPN") or node.rel in _NO_NOMINAL or _is_work(node, scene):
        return False
    return _names_happening(node, scene) and not scene.entities.named_at(node)


def _is_work(node: Node, scene: Scene) -> bool:
    """Whether a noun is the name of the work that stands before it: "the film War of the Roses"."""
    before = scene.nodes.get(node.i - 1)
    written = node.token.text[0].isupper() and before is not None
    return written and before is not None and scene.nouns.has("work", before.lemma)


def _names_happening(node: Node, scene: Scene) -> bool:
    """Whether a noun heads a clause by itself or with the words before it."""
    if _happens(node, scene):
        return True
    wanted = scene.compounds.get(node.lemma, ())
    return bool(wanted) and any(words <= set(modifiers(node, scene)) for words in wanted)


@lru_cache(maxsize=16)
def _compounds(predicates: frozenset[str]) -> Mapping[str, tuple[frozenset[str], ...]]:
    """The words that stand before each noun that heads a clause only with them."""
    found: dict[str, list[frozenset[str]]] = {}
    for words in (predicate.split() for predicate in sorted(predicates)):
        if len(words) > 1:
            found.setdefault(words[-1], []).append(frozenset(words[:-1]))
    return {head: tuple(rows) for head, rows in found.items()}


def _happens(node: Node, scene: Scene) -> bool:
    """Whether a noun names a happening; those that name people do so only where they are counted.

    "30 blessés" tells that 30 were wounded, "les blessés" are people.
    """
    if node.lemma not in scene.predicates:
        return False
    counted = bool(node.kids("nummod")) or counter(node, scene) is not None
    return counted or not scene.nouns.has("people", node.lemma)


def _is_noun_by_case(node: Node) -> bool:
    """Whether an inflected participle stands where a noun does: «семьям погибших»."""
    inflected = node.has("VerbForm", "Part") and bool(node.token.morph.get("Case", []))
    return inflected and node.rel in ("nmod", "obl", "obj", "iobj", "nsubj", "obl:agent")


def _is_participle(node: Node) -> bool:
    return node.is_verb and node.has("VerbForm", "Part")


def _clause(
    node: Node,
    scene: Scene,
    times: Times,
    numbers: dict[int, int],
    zone: Zone,
    *,
    quote: bool,
    question: bool,
) -> Clause:
    above = links.governor(node, scene)
    copular = not node.is_verb and bool(node.kids("cop"))
    first, last = _predicate(node)
    doc = scene.passage.doc
    nominal = not node.is_verb and not copular
    below = [n.i for n in node.below()]
    return Clause(
        predicate=scene.passage.span(doc[first : last + 1]),
        text=doc[first : last + 1].text,
        lemma=_lemma(node),
        form=forms.form(node),
        sentence=scene.passage.span(scene.sentence),
        extent=scene.passage.span(doc[min(below) : max(below) + 1]),
        part=scene.passage.part,
        voice=forms.voice(node),
        tense=forms.tense(node),
        negated=forms.is_negated(node, scene) or _is_denied(node, scene, nominal=nominal),
        question=question,
        auxiliaries=() if nominal else forms.auxiliaries(node),
        adverbs=tuple(dict.fromkeys(c.lower for c in node.kids("advmod", "obl:npmod"))),
        governor=numbers[above.i] if above is not None else None,
        link=links.link(node, above, scene),
        marker=links.marker(node),
        as_function=links.function(node, above, scene),
        constituents=constituents(node, scene),
        adjuncts=tuple(times.at.get(node.i, ())),
        limits=tuple(times.limits.get(node.i, ())),
        quoted=quote,
        zone=zone,
        group=forms.group(node, scene),
        phrase=_own_phrase(node, scene) if nominal and node.pos != "ADJ" else None,
        sources=tuple(_sources(node, scene)),
    )


def _predicate(node: Node) -> tuple[int, int]:
    """First and last token of the predicate: the word with the particle after it."""
    particle = next((c for c in node.kids("compound:prt") if c.i == node.i + 1), None)
    return node.i, particle.i if particle else node.i


def _lemma(node: Node) -> str:
    if not node.is_verb and (copula := node.kids("cop")):
        return copula[0].lemma if node.pos != "ADJ" else node.lemma
    particle = node.kids("compound:prt", *forms.REFLEXIVE)
    return f"{node.lemma} {particle[0].lemma}" if particle else node.lemma


def _own_phrase(node: Node, scene: Scene) -> Phrase:
    return replace(phrases(node, scene)[0], brief=cited(counter(node, scene) or node, scene))


def _is_denied(node: Node, scene: Scene, *, nominal: bool) -> bool:
    """Whether a nominal clause has a negative determiner: "no attack"."""
    return nominal and any(
        scene.grammar.has("negative_determiners", c.lower) for c in node.kids("det", "advmod")
    )


def _sources(node: Node, scene: Scene) -> Iterator[Phrase]:
    """Whose word a clause is by a phrase in it, or by a verb of saying put in brackets."""
    for child in node.children:
        if child.rel in _SAYING and scene.grammar.has("sources", child.case):
            for noun in coordinated(_maker(core(child, scene), scene)):
                yield from phrases(noun, scene)
        elif _puts_in(child, scene):
            for noun in child.kids("nsubj"):
                yield from phrases(noun, scene)


def _maker(noun: Node, scene: Scene) -> Node:
    """Whose data it is: "according to data compiled by the agency"."""
    made = (
        agent
        for clause in noun.kids("acl")
        for agent in clause.kids("obl:agent", "obl")
        if agent.rel == "obl:agent" or scene.grammar.has("agents", agent.case)
    )
    return next(made, noun)


def _puts_in(node: Node, scene: Scene) -> bool:
    """Whether a verb of saying is put into the sentence that it vouches for: "…, the mayor said, …"."""
    says = scene.grammar.has("whole_clause", node.lemma)
    return node.rel == "parataxis" and says and not node.kids("ccomp")
