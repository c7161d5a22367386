"""A clause: what a careful reader takes from the grammar around one predicate, in any language.

Parsers of languages make clauses and know no events; frames read clauses and know no language.
Names follow Universal Dependencies where UD has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventgraph.model.span import Span

Form = Literal["finite", "infinitive", "participle", "nominal"]
Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future", "none"]
Link = Literal[
    "main",  # nothing governs it
    "coordinate",  # "and left"
    "speech",  # content of saying, thinking, denying: "said that he left"
    "complement",  # any other verb's complement: "tried to leave", "was accused of leaving"
    "relative",  # on a noun: "the man who left", "the man seen leaving"
    "time",
    "cause",
    "purpose",
    "condition",
    "concession",
    "manner",  # a participle or gerund that elaborates: "…, killing six"
    "argument",  # a nominal clause that fills a function of its governor: "condemned the attack"
]
Zone = Literal["headline", "lead", "body", "caption"]
Function = Literal[
    "subject",
    "object",
    "indirect",
    "agent",  # of a passive: "by gunmen"
    "oblique",  # with a preposition
    "predicative",  # "was elected president"
    "possessor",  # of a nominal clause: "Russia's attack", idafa
    "compound",  # of a nominal clause: "drone attack"
]
Determiner = Literal["none", "definite", "indefinite", "possessive", "demonstrative", "negative"]
Number = Literal["singular", "plural", "unknown"]
Gender = Literal["masculine", "feminine", "neuter", "unknown"]
Sort = Literal[
    "person",
    "organization",
    "place",
    "people",  # common nouns for persons: "gunmen", "the doctor", «جنديا»
    "body",  # common nouns for institutions: "the bank", "the ministry"
    "location",  # common nouns for places: "a checkpoint", "the capital"
    "event",
    "time",
    "money",
    "number",
    "thing",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many or how much a noun phrase says: "at least 14 soldiers", "dozens", "$3 million".

    Attributes:
        span: The numeral with its hedge ("at least 14"), of money with its currency.
        text: The characters of the span.
        low: Least; none when open ("up to 20"); nought for "no soldiers".
        high: Most; none when open ("at least 14").
        unit: ISO 4217 code of a currency, ``%``, or empty where the head noun says what is counted.
    """

    span: Span
    text: str
    low: float | None
    high: float | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without the clauses that hang on it.

    Attributes:
        span: What names it: a whole name, or determiner, modifiers and head, through the noun that is counted
            ("dozens of people"); no relative clause, no apposition, nothing after the head.
        text: The characters of the span.
        head: The head word.
        lemma: Dictionary form of the head, lower case, folded as the language's data is.
        sort: What kind of thing it is: of its name, or of its head noun by the language's noun classes.
        mention: Index into ``Extraction.mentions`` of the name that the head is part of, or that stands
            in apposition to it ("the president, Ann Lee"); none where only a possessor or a modifier is a
            name ("Lee's brother").
        pronoun: Whether the head is a personal, relative or reflexive pronoun. Parsers put the antecedent
            of a relative pronoun in its place; personal ones stay for the anaphora stage.
        determiner: What introduces it; ``negative`` is "no soldiers", «ни один».
        number: Grammatical number.
        gender: Grammatical gender.
        modifiers: Lemmas of adjectives, participles and compounds before or after the head ("heart" of
            "heart attack", "alleged", «مزعوم»).
        holder: Index into ``Extraction.mentions`` of its possessor or "of" name ("Lee" in "Lee's brother").
        amount: How many or how much it says.
        brief: Its words as a title prints them: without dates, relative clauses and long modifiers, with
            its hedges and negative determiners; empty where that is the text as it stands.
    """

    span: Span
    text: str
    head: Span
    lemma: str
    sort: Sort = "unknown"
    mention: int | None = None
    pronoun: bool = False
    determiner: Determiner = "none"
    number: Number = "unknown"
    gender: Gender = "unknown"
    modifiers: tuple[str, ...] = ()
    holder: int | None = None
    amount: Amount | None = None
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Constituent:
    """A phrase in its function: a coordination of three subjects is three constituents.

    Attributes:
        function: What it is to the predicate.
        phrase: The words.
        preposition: Dictionary form of the preposition, lower case; empty where there is none.
        shared: Whether grammar hands it down from another clause: control, coordination, relative clause.
        within: Whether it hangs on another phrase of the clause ("arrested the man in Riga"): it may say
            where something happens, and nothing else.
        written: The preposition as it stands in the text, empty where a case alone says it; none is
            the same as ``preposition``.
    """

    function: Function
    phrase: Phrase
    preposition: str = ""
    shared: bool = False
    within: bool = False
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments and its place among other clauses.

    Attributes:
        predicate: The head word of the predicate, with its particle where that follows ("gun down").
        text: The characters of the predicate.
        lemma: Dictionary form, lower case ("gun down").
        form: Finite, infinitive, participle (gerunds too), or nominal (a noun that names a happening).
        voice: Whether the subject undergoes it.
        tense: As written; ``none`` without a finite verb.
        negated: Whether it, its auxiliary, its subject or its object is negated ("nobody", "no", «لم»).
        question: Whether it asks.
        auxiliaries: Lemmas of auxiliaries and modals ("will", "may", «قد», «سـ»).
        adverbs: Lemmas of its adverbs ("allegedly", "nearly").
        governor: Index of the governing clause among the clauses of the same article; none for main.
        link: How it hangs on the governor.
        marker: The word that links it, lower case: "if", "after", "that", "to", a preposition; may be empty.
        as_function: The function that a nominal or complement clause fills in its governor; else none.
        constituents: In text order.
        adjuncts: Its time expressions as indices into ``Extraction.timexes``, without those that it is only
            before ("until Monday").
        limits: Time expressions that its numbers hold for ("by 24 January"), likewise.
        extent: From the first to the last character that belongs to it or to what it governs.
        quoted: Whether it stands inside quotation marks.
        zone: Headline, lead (the first paragraph with a sentence), body, or caption.
        sentence: The sentence around it.
        part: Index into ``Article.parts``.
        group: The verb as a title prints it: auxiliaries, negation, verb and particle as written ("has not
            been killed"); empty for nominal clauses.
        phrase: The noun phrase that a nominal clause is; none for verbs.
        sources: Whose word the clause is where a phrase says so: "according to Kyiv", «بحسب …».
    """

    predicate: Span
    text: str
    lemma: str
    form: Form
    sentence: Span
    extent: Span
    part: int
    voice: Voice = "active"
    tense: Tense = "none"
    negated: bool = False
    question: bool = False
    auxiliaries: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    governor: int | None = None
    link: Link = "main"
    marker: str = ""
    as_function: Function | None = None
    constituents: tuple[Constituent, ...] = ()
    adjuncts: tuple[int, ...] = ()
    limits: tuple[int, ...] = ()
    quoted: bool = False
    zone: Zone = "body"
    group: str = ""
    phrase: Phrase | None = None
    sources: tuple[Phrase, ...] = ()

    def of(self, *functions: Function) -> tuple[Constituent, ...]:
        """The constituents in some functions, in text order."""
        return tuple(c for c in self.constituents if c.function in functions)
