"""What a person would call an event, built from its type, participants and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.knowledge import Knowledge
from eventgraph.languages import COMMON, all_languages, script_of
from eventgraph.languages import language as find_language
from eventgraph.model import Entity, Quantity, Status
from eventgraph.ontology import UNTYPED, Ontology
from eventgraph.resolve.events.clause_titles import Title, clause_title
from eventgraph.resolve.events.drafts import Draft, is_symmetric
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.events.type_choice import otherwise
from eventgraph.skeleton.script import scripts_of

WORDS = 4  # longer descriptions are for the evidence, not for a title
_PEOPLE = ("agent", "participant", "patient")
_ROLES = ("agent", "patient", "participant", "instrument", "beneficiary", "source")


@dataclass(frozen=True, slots=True)
class Naming:
    """What titles are made with.

    Attributes:
        entities: By id.
        ontology: Has the templates.
        knowledge: Has the names of known entities in all languages.
        language: Of the reader.
    """

    entities: Mapping[str, Entity]
    ontology: Ontology
    knowledge: Knowledge
    language: str


def title(
    draft: Draft, event_type: str, status: Status, places: Sequence[str], naming: Naming
) -> Title:
    """What to call an event, best first, and in which language.

    A clause in the reader's language; type and names in it; a clause in the language of a source; type and
    names in that; the type alone. No title mixes scripts.

    Args:
        draft: The event.
        event_type: Its type.
        status: How it is vouched for.
        places: Where it happened, the place to name first.
        naming: Names, templates and the reader's language.
    """
    said = clause_title(draft.reports, status, naming.entities, naming.language)
    if said is not None and said.language == naming.language:
        return said
    own = _template(draft, event_type, places, naming, naming.language)
    if own and (said is None or event_type != UNTYPED):
        return Title(own, naming.language)
    if said is not None:
        return said
    for language in sorted({report.language for report in draft.reports}):
        if text := _template(draft, event_type, places, naming, language):
            return Title(text, language)
    return Title(naming.ontology.types[event_type].label(naming.language), naming.language)


def _template(
    draft: Draft, event_type: str, places: Sequence[str], naming: Naming, language: str
) -> str:
    """A title by type and names; empty where the type alone, or a mix of scripts, would be left."""
    kind = naming.ontology.types[event_type]
    slots = _slots(draft, event_type, places, naming, language)
    words = _lemma(_naming(draft, event_type, naming.ontology))
    text = kind.title(language, slots, lemma=words, negated=draft.negated)
    bare = kind.title(language, {}, lemma=words, negated=draft.negated)
    return "" if text == bare or len(scripts_of(text)) > 1 else text


def _slots(
    draft: Draft, event_type: str, places: Sequence[str], naming: Naming, language: str
) -> dict[str, str]:
    """What fills the slots of a template, in the script of its language."""
    taken: set[str] = set()
    slots: dict[str, str] = {}
    for role in _ROLES:
        ids = [entity for entity in _common(draft, role) if entity not in taken]
        taken.update(ids)
        # Titles say "condemns", so that of those who act alone only the first is named.
        slots[role] = _listed(ids[:1] if role == "agent" else ids, naming, language)
    people = [e for role in _PEOPLE for e in _common(draft, role)]
    if is_symmetric(draft, naming.ontology) and len(set(people)) > 1:
        slots["agent"], slots["participant"] = (  # both sides act: name one on each
            name_in(one, naming, language) for one in list(dict.fromkeys(people))[:2]
        )
    slots["people"] = _listed(dict.fromkeys(people), naming, language)
    slots["place"] = name_in(places[0], naming, language) if places else ""
    slots["clause"] = _clause(_naming(draft, event_type, naming.ontology))
    for role in _ROLES:
        if not slots[role] and not (role == "patient" and slots["place"]):
            slots[role] = _described(draft, role)
    for quantity in (q for r in draft.reports for q in r.mention.quantities):
        slots.setdefault(quantity.kind, _figure(quantity))
    fitting = {script_of(language)}
    return {slot: text for slot, text in slots.items() if text and scripts_of(text) <= fitting}


def _figure(quantity: Quantity) -> str:
    """A number as its words hedge it: never a lower bound as a fact."""
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        return f"{low:,.0f}"
    return " ".join(quantity.text.split())


def _lemma(naming: Iterable[Report]) -> str:
    """The trigger that most reports of the naming type use: "explosion" rather than "attack"."""
    counts = Counter(report.mention.lemma for report in naming)
    return min(counts, key=lambda lemma: (-counts[lemma], lemma), default="")


def _naming(draft: Draft, event_type: str, ontology: Ontology) -> list[Report]:
    """The reports that an event is called after: of its type, else of what happened, not what came of it."""
    same = [r for r in draft.reports if event_type in (r.mention.type, otherwise(r, ontology))]
    causes = [r for r in draft.reports if not r.has("outcome")]
    return same or causes or list(draft.reports)


def _common(draft: Draft, role: str) -> list[str]:
    """The entities in a role, those that most reports give first."""
    counts = Counter(p.entity for r in draft.reports for p in r.participants if p.role == role)
    return sorted(counts, key=lambda entity: (-counts[entity], entity))


def _described(draft: Draft, role: str) -> str:
    """Words for those in a role whom nobody names."""
    texts = Counter(
        argument.text
        for report in draft.reports
        for argument in report.mention.arguments
        if argument.role == role
        and argument.mention is None
        and _is_short(argument.text)
        and not (role == "agent" and _is_plural(argument.text))
    )
    best = min(texts, key=lambda text: (-texts[text], text)) if texts else ""
    return _without_article(best)


def _is_short(text: str) -> bool:
    """Whether words that name nobody read well in a title: "8 soldiers", not "at least 8 of them"."""
    hedged = any(character.isdigit() for character in text) and not text[0].isdigit()
    return len(text.split()) <= WORDS and not hedged


def _listed(ids: Iterable[str], naming: Naming, language: str) -> str:
    names = [name_in(id_, naming, language) for id_ in list(ids)[:2]]
    join: str = find_language(language).section("titles").get("join", " and ")
    return join.join(names) if all(names) else ""


def name_in(entity_id: str, naming: Naming, language: str) -> str:
    """An entity's name as a reader of a language knows it; empty where nobody here knows one.

    The name that articles in that language use most, the packaged one, or the canonical name where it is in
    the script of the language.
    """
    entity = naming.entities[entity_id]
    fitting = {script_of(language)}
    told = dict(entity.names).get(language, ())
    entry = naming.knowledge.entry(entity.knowledge) if entity.knowledge else None
    packaged = entry.names.get(language, ()) if entry else ()
    first = (entity.name,) if entity.name in told or language == COMMON else ()
    choices = (*first, *told, *packaged, entity.name)
    return next((name for name in choices if scripts_of(name) <= fitting), "")


@cache
def _words(kind: str) -> tuple[str, ...]:
    """What all languages say of words for unnamed people and things; such words stand in any language."""
    found = (one.section("titles").get("described", {}) for one in all_languages())
    return tuple(word for said in found for word in said.get(kind, ()))


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest.lstrip() if first.lower() in _words("articles") and rest else text


def _is_plural(text: str) -> bool:
    """Whether words for those who act are many: titles have their verbs in the singular."""
    head = text
    for word in _words("complements"):
        head = head.partition(f" {word} ")[0]
    if head.endswith(_words("plural_words")):
        return True
    return head.endswith(_words("plural_endings")) and not head.endswith(_words("singular_endings"))


def _clause(naming: Iterable[Report]) -> str:
    clauses = Counter(r.mention.clause for r in naming if r.mention.clause)
    return min(clauses, key=lambda text: (-clauses[text], len(text), text)) if clauses else ""
