"""Drafts as the records that frames read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventgraph.languages.ar.clitics import ARTICLE, TO_THE
from eventgraph.languages.ar.syntax.clauses.drafts import Draft, Filler
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.tokens import joined
from eventgraph.model import Clause, Constituent, Phrase, Span, Zone
from eventgraph.model.clause import Gender, Number

_PRONOUNS: Mapping[str, tuple[Gender, Number]] = {
    "ه": ("masculine", "singular"), "ها": ("feminine", "singular"), "هم": ("masculine", "plural"),
    "هن": ("feminine", "plural"), "هما": ("unknown", "plural"), "نا": ("unknown", "plural"),
    "ني": ("unknown", "singular"), "كم": ("unknown", "plural"), "كما": ("unknown", "plural"),
}  # fmt: skip


def record(
    draft: Draft, sentence: Sentence, words: Lexicon, numbers: Mapping[int, int], zone: Zone
) -> Clause:
    """One draft as a clause; `numbers` gives the index of a clause in the article by ``id`` of its draft."""
    constituents = [
        c for filler in draft.fillers if (c := _constituent(filler, sentence, words)) is not None
    ]
    constituents.sort(key=lambda c: c.phrase.span)
    span = _predicate(draft, sentence)
    return Clause(
        predicate=span,
        text=span.of(sentence.text),
        lemma=draft.lemma,
        form=draft.form,
        sentence=sentence.span,
        extent=_extent(span, constituents),
        part=sentence.part,
        voice=draft.voice,
        tense=draft.tense,
        negated=draft.negated,
        question=draft.question,
        auxiliaries=_auxiliaries(draft),
        adverbs=tuple(draft.adverbs),
        governor=numbers[id(draft.governor)] if draft.governor is not None else None,
        link=draft.link,
        marker=words.spelled(draft.marker),
        as_function=draft.as_function,
        constituents=tuple(_coordinated(constituents, sentence)),
        adjuncts=tuple(dict.fromkeys(draft.dates)),
        quoted=draft.quoted,
        zone=zone,
        group=_group(draft, sentence),
        phrase=_own_phrase(draft, sentence),
        sources=tuple(phrase(noun, sentence) for noun in draft.sources),
    )


def _auxiliaries(draft: Draft) -> tuple[str, ...]:
    """Particles and auxiliaries; "قد" counts only where it says "may"."""
    may = draft.tag.form is not None and draft.tag.form.aspect != "past"
    return tuple(word for word in draft.auxiliaries if may or word != "قد")


def _predicate(draft: Draft, sentence: Sentence) -> Span:
    return sentence.words[draft.index].span


def _group(draft: Draft, sentence: Sentence) -> str:
    """The verb with what negates or colours it, without the conjunction that clings to it."""
    if draft.form == "nominal" or (draft.form == "participle" and draft.voice == "passive"):
        return ""
    text = sentence.words[draft.index].text
    text = text[1:] if draft.tag.split.conjunction else text
    told = any(filler.suffix == (draft.tag.split.pronoun, draft.index) for filler in draft.fillers)
    text = text[: -len(draft.tag.split.pronoun)] if told else text  # the object is told in full
    start = draft.index
    while start and sentence.at(start - 1) in ("لم", "لن", "لا", "قد", "سوف", "ليس", "ليست"):
        start -= 1
    before = [word.text for word in sentence.words[start : draft.index]]
    return " ".join([*before, text])


def _extent(span: Span, constituents: Sequence[Constituent]) -> Span:
    own = [c.phrase.span for c in constituents if not c.shared]
    return Span(min([span.start, *(s.start for s in own)]), max([span.end, *(s.end for s in own)]))


def _constituent(filler: Filler, sentence: Sentence, words: Lexicon) -> Constituent | None:
    if filler.noun is not None:
        preposition = words.spelled(filler.preposition)
        return Constituent(
            filler.function, phrase(filler.noun, sentence), preposition, filler.shared
        )
    if filler.suffix is None:
        return None
    pronoun, index = filler.suffix
    return Constituent(
        filler.function,
        _pronoun(pronoun, sentence.words[index].span, sentence),
        words.spelled(filler.preposition),
        filler.shared,
    )


def _coordinated(constituents: list[Constituent], sentence: Sentence) -> list[Constituent]:
    """The first of several conjuncts is printed with all of them: "دياب وثلاثة وزراء"."""
    found = list(constituents)
    for place in range(len(found) - 1):
        first, end = found[place], place
        while end + 1 < len(found) and _joins(found[end], found[end + 1], sentence):
            end += 1
        text = sentence.text[first.phrase.span.start : found[end].phrase.span.end]
        if end > place and len(text.split()) <= _LONGEST:
            found[place] = replace(first, phrase=replace(first.phrase, brief=text))
    return found


def _joins(one: Constituent, other: Constituent, sentence: Sentence) -> bool:
    """Whether "و" and nothing else stands between two phrases of one function."""
    alike = (one.function, one.preposition) == (other.function, other.preposition)
    between = sentence.text[one.phrase.span.end : other.phrase.span.start]
    return alike and not (one.shared or other.shared) and between.strip() == "و"


def _pronoun(pronoun: str, word: Span, sentence: Sentence) -> Phrase:
    span = Span(max(word.end - len(pronoun), word.start), word.end)
    gender, number = _PRONOUNS.get(pronoun, ("unknown", "unknown"))
    return Phrase(
        span, span.of(sentence.text), span, pronoun, pronoun=True, gender=gender, number=number
    )


def phrase(noun: Noun, sentence: Sentence) -> Phrase:
    """A noun phrase without the conjunction or preposition that clings to it."""
    span = joined(sentence.words[noun.start : noun.end])
    split = sentence.words[noun.start]
    cut = _clitics(noun, split.text)
    span = Span(min(span.start + cut, span.end - 1), span.end)
    return Phrase(
        span=span,
        text=span.of(sentence.text),
        head=sentence.words[noun.head].span,
        lemma=noun.lemma,
        sort=noun.sort,
        mention=noun.mention,
        determiner=noun.determiner,
        number=noun.number,
        gender=noun.gender,
        modifiers=tuple(noun.modifiers),
        brief=_brief(noun, span.of(sentence.text)),
        holder=noun.holder if noun.holder is not None else _holder(noun),
        amount=noun.amount,
    )


_LONGEST = 9  # words of a brief phrase


def _own_phrase(draft: Draft, sentence: Sentence) -> Phrase | None:
    """The noun phrase that a nominal clause is; a title prints it with its object and first complements."""
    if draft.noun is None:
        return None
    end = draft.noun.end
    for filler in draft.fillers:
        noun = filler.noun
        near = noun is not None and 0 <= noun.start - end <= 1
        if noun is not None and near and filler.function in ("object", "oblique", "agent"):
            end = noun.end if noun.end - draft.noun.start <= _LONGEST else end
    own = phrase(draft.noun, sentence)
    text = sentence.text[own.span.start : sentence.words[end - 1].span.end]
    bare = text if not own.brief else own.brief + text[len(own.text) :]
    return replace(own, brief=bare)


def _brief(noun: Noun, text: str) -> str:
    """The words without the ل that is written into the article: "للجيش" is of "الجيش"."""
    joined_article = text.startswith(TO_THE) and noun.preposition == "ل"
    return ARTICLE + text[2:] if joined_article else ""


def _holder(noun: Noun) -> int | None:
    return noun.owner.mention if noun.owner is not None else None


def _clitics(noun: Noun, text: str) -> int:
    """Letters of the first word that are a conjunction or a preposition written onto it."""
    length = (1 if noun.joined else 0) + (1 if noun.preposition else 0)
    return 0 if text.startswith(TO_THE, length - 1 if length else 0) and length else length
