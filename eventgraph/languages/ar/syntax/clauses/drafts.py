"""A clause while it is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.tags import Tag
from eventgraph.model import Form, Function, Link, Tense, Voice


@dataclass(slots=True, eq=False)
class Filler:
    """A noun phrase in its function.

    Attributes:
        function: What it is to the predicate.
        noun: The phrase; none for a pronoun that is only a suffix.
        preposition: Before it.
        shared: Whether it is another clause's own.
        suffix: The pronoun, and the word that it clings to.
    """

    function: Function
    noun: Noun | None
    preposition: str = ""
    shared: bool = False
    suffix: tuple[str, int] | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A clause whose phrases are still being gathered.

    Attributes:
        index: The word of its predicate.
        lemma: Of its predicate.
        form: Finite, participle or nominal.
        tag: Of the word.
        noun: Of a nominal clause.
        governor: The clause that governs it.
        link: How it hangs on that.
        marker: The word that links it.
        as_function: What a nominal clause is in its governor.
        topic: Phrase before the verb.
        groups: Bare phrases behind the verb, each with its conjuncts.
        obliques: Phrases behind prepositions.
        fillers: All phrases in their functions, once known.
        antecedent: Of a relative clause.
        dates: Time expressions, by index.
        negated: Whether a particle negates it.
        auxiliaries: Particles and auxiliaries before it.
        adverbs: Behind it.
        voice: Whether the subject undergoes it.
        tense: As written.
        pronouns: Preposition, pronoun and word of each pronoun behind a preposition.
        resumed: Whether a pronoun behind a preposition takes up the antecedent.
        sources: Whose word it is.
        barrier: Whether a comma opened it.
        subject: Its subject, own or shared, once known.
        question: Whether it asks.
        quoted: Whether it stands in quotation marks.
        suffix: The pronoun of the complementizer before it, and that word.
    """

    index: int
    lemma: str
    form: Form
    tag: Tag
    noun: Noun | None = None
    governor: Draft | None = None
    link: Link = "main"
    marker: str = ""
    as_function: Function | None = None
    topic: list[Noun] | None = None
    groups: list[list[Noun]] = field(default_factory=list)
    obliques: list[tuple[str, Noun]] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    antecedent: Noun | None = None
    dates: list[int] = field(default_factory=list)
    negated: bool = False
    auxiliaries: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    voice: Voice = "active"
    tense: Tense = "none"
    resumed: bool = False
    pronouns: list[tuple[str, str, int]] = field(default_factory=list)
    sources: list[Noun] = field(default_factory=list)
    barrier: bool = False
    subject: Filler | None = None
    question: bool = False
    quoted: bool = False
    suffix: tuple[str, int] | None = None
    last: int = 0
