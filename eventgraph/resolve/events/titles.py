"""What a person would call an event, built from its type, participants and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.model import Entity
from eventgraph.ontology import Ontology
from eventgraph.resolve.events.drafts import Draft, is_symmetric
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.events.type_choice import otherwise

_JOIN = {"ar": " و", "fr": " et ", "ru": " и "}
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PLURALS = ("men", "people", "children", "police")
WORDS = 4  # longer descriptions are for the evidence, not for a title
_PEOPLE = ("agent", "participant", "patient")
_ROLES = ("agent", "patient", "participant", "instrument", "beneficiary", "source")


def title(
    draft: Draft,
    event_type: str,
    places: Sequence[str],
    entities: Mapping[str, Entity],
    ontology: Ontology,
    language: str,
) -> str:
    """The title in the reader's language, never a raw trigger word where anything better is known.

    Args:
        draft: The event.
        event_type: Its type.
        places: Where it happened, the place to name first.
        entities: By id.
        ontology: Has the templates.
        language: Of the reader.
    """
    taken: set[str] = set()
    slots: dict[str, str] = {}
    for role in _ROLES:
        ids = [entity for entity in _common(draft, role) if entity not in taken]
        taken.update(ids)
        # Titles say "condemns", so that of those who act alone only the first is named.
        slots[role] = _listed(ids[:1] if role == "agent" else ids, entities, language)
    people = [e for role in _PEOPLE for e in _common(draft, role)]
    if is_symmetric(draft, ontology) and len(set(people)) > 1:  # both sides act: name one on each
        slots["agent"], slots["participant"] = (
            name_in(entities[one], language) for one in list(dict.fromkeys(people))[:2]
        )
    slots["people"] = _listed(dict.fromkeys(people), entities, language)
    slots["place"] = name_in(entities[places[0]], language) if places else ""
    slots["clause"] = _clause(_naming(draft, event_type, ontology))
    for role in _ROLES:
        if not slots[role] and not (role == "patient" and slots["place"]):
            slots[role] = _described(draft, role)
    for quantity in (q for r in draft.reports for q in r.mention.quantities):
        slots.setdefault(quantity.kind, f"{quantity.low or quantity.high or 0:,.0f}")
    filled = {slot: text for slot, text in slots.items() if text}
    return ontology.types[event_type].title(
        language, filled, lemma=_lemma(_naming(draft, event_type, ontology)), negated=draft.negated
    )


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
    return _ARTICLE.sub("", best)


def _is_short(text: str) -> bool:
    """Whether words that name nobody read well in a title: "8 soldiers", not "at least 8 of them"."""
    hedged = any(character.isdigit() for character in text) and not text[0].isdigit()
    return len(text.split()) <= WORDS and not hedged


def _listed(ids: object, entities: Mapping[str, Entity], language: str) -> str:
    names = [name_in(entities[id_], language) for id_ in list(ids)[:2]]  # type: ignore[call-overload]
    return _JOIN.get(language, " and ").join(names)


def name_in(entity: Entity, language: str) -> str:
    """An entity's name as a reader of a language knows it, else its canonical one."""
    if language == "en":
        return entity.name
    return next(
        (names[0] for code, names in entity.names if code == language and names), entity.name
    )


def _is_plural(text: str) -> bool:
    """Whether English words for those who act are many: titles have their verbs in the singular."""
    head = text.partition(" of ")[0]
    return (head.endswith("s") and not head.endswith("ss")) or head.endswith(_PLURALS)


def _clause(naming: Iterable[Report]) -> str:
    clauses = Counter(r.mention.clause for r in naming if r.mention.clause)
    return min(clauses, key=lambda text: (-clauses[text], len(text), text)) if clauses else ""
