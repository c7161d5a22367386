"""Made-up news of any size with known answers: stories, copies, contradictions.

Every story (a raid, an arrest, a fire …) has one day and one town and is told by one to nine outlets. Some
are told with another number of dead (a planted contradiction), some articles are carried word for word
by two outlets. Names follow Zipf's law over a pool that grows by Heaps' law, as in real news; articles come
200 a day. Each article comes with the extraction that a perfect reader would make of it, so that what
follows extraction can be measured at sizes that nobody wants to parse, and checked against the stories.
"""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from eventgraph.knowledge import load
from eventgraph.model import (
    Argument,
    Article,
    EventMention,
    Extraction,
    Mention,
    Part,
    Published,
    Quantity,
    Span,
    Timex,
    make_article,
)
from eventgraph.ontology import load as load_ontology
from eventgraph.resolve.events.anaphora import family

ARTICLES_A_DAY = 200
FIRST_DAY = date(2015, 1, 1)
CONTRADICTED, COPIED = 0.1, 0.05
SYLLABLES = [
    a + b
    for a in ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "sh"]
    for b in ["a", "e", "i", "o", "u", "ar", "en", "il", "on", "us"]
]

# Event type, lemma, and the sentence: [town], [day], [number], [who], [whom] and [trigger:word].
SHAPES = (
    ("attack", "attack", "Gunmen [trigger:attacked] [town] on [day], killing [number]."),
    ("disaster", "fire", "A [trigger:fire] in [town] on [day] killed [number]."),
    ("attack", "explosion", "An [trigger:explosion] in [town] on [day] killed [number]."),
    ("arrest", "arrest", "Police [trigger:arrested] [whom] in [town] on [day]."),
    ("meeting", "meet", "[who] [trigger:met] [whom] in [town] on [day]."),
    ("protest", "protest", "Thousands of people [trigger:protested] in [town] on [day]."),
)
FILLERS = (
    "The [noun] along the [noun] was [state] for most of the [time] and the [noun] stayed [state].",
    "[who] has kept a [noun] near the [noun] for many years and knows every [noun] of the valley.",
    "The [noun] was [state] for the [time], with a [state] [noun] from the west.",
    "Neighbours of [whom] described a [state] [noun] behind the only [noun] of the district.",
    "Nobody at the [noun] would talk about the [noun], the [noun] or what the [noun] had cost.",
    "[who] and [whom] were not at the [noun], and the [noun] was [state].",
    "The quarter has a [noun], two [noun]s and a [state] [noun] that dates from the last century.",
    "It is a [state] [time] for a [noun], though the [noun] beside the [noun] looked [state].",
)
WORDS = {
    "noun": [
        "road",
        "river",
        "market",
        "bridge",
        "bakery",
        "school",
        "garden",
        "harbour",
        "office",
        "station",
        "tower",
        "window",
        "kitchen",
        "library",
        "valley",
        "hill",
        "wall",
        "gate",
        "lamp",
        "chair",
        "table",
        "clock",
        "cellar",
        "roof",
        "stair",
        "yard",
        "field",
        "orchard",
        "mill",
        "barn",
        "stable",
        "fence",
        "well",
        "pond",
        "path",
        "meadow",
        "forest",
        "quarry",
        "ferry",
        "tram",
        "bus",
        "lorry",
        "bicycle",
        "cart",
        "crane",
        "ladder",
        "bench",
        "statue",
        "fountain",
        "chapel",
        "museum",
        "theatre",
        "cinema",
        "studio",
        "workshop",
        "factory",
        "depot",
        "counter",
        "mirror",
        "curtain",
        "carpet",
        "basket",
        "bottle",
        "kettle",
        "hammer",
        "pencil",
        "ledger",
        "letter",
        "parcel",
        "ticket",
        "map",
    ],
    "state": [
        "closed",
        "quiet",
        "dark",
        "empty",
        "crowded",
        "narrow",
        "cold",
        "warm",
        "mild",
        "dusty",
        "bright",
        "calm",
        "wet",
        "dry",
        "green",
        "grey",
        "white",
        "wooden",
        "broken",
        "hidden",
        "steep",
        "shallow",
        "deep",
        "late",
        "early",
        "slow",
        "new",
        "old",
        "clean",
        "rough",
    ],
    "time": [
        "morning",
        "evening",
        "afternoon",
        "week",
        "month",
        "season",
        "winter",
        "summer",
        "spring",
        "autumn",
    ],
}


@dataclass(frozen=True, slots=True)
class Story:
    """What happened."""

    number: int
    type: str
    lemma: str
    shape: str
    day: date
    town: str
    who: str
    whom: str
    dead: int

    @property
    def scene(self):
        """What no two stories share: of two raids in a town on a day, a reader would make one."""
        return (family(load_ontology(), self.type, self.lemma), self.town, self.day)


@dataclass(frozen=True, slots=True)
class Told:
    """An article, what a perfect reader extracts from it, and its main story."""

    article: Article
    extraction: Extraction
    story: Story
    trigger: Span
    dead: int | None


@dataclass(slots=True)
class _Draft:
    """A text that grows, and what is marked in it."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    chains: dict[str, int] = field(default_factory=dict)

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, name: str, kind: str) -> int:
        span = self.put(name)
        chain = self.chains.setdefault(name, len(self.chains))
        self.mentions.append(Mention(span, name, kind, name, chain))
        return len(self.mentions) - 1


def generate(articles: int, seed: int = 1):
    """So many articles as `Told`, always the same for the same numbers."""
    chance = random.Random(seed)
    towns, people = _Pool(chance, articles, 1, _known_towns()), _Pool(chance, articles, 2)
    made, number, old, told = 0, 0, [], set()
    while made < articles:
        story = _story(chance, number, made, towns, people)
        if story.scene in told:
            continue
        told.add(story.scene)
        number += 1
        planted = chance.random() < CONTRADICTED
        outlets = min(articles - made, 1 + int(chance.paretovariate(1.2)) % 9)
        for outlet in range(outlets):
            dead = story.dead + (3 if planted and outlet == outlets - 1 and outlet else 0)
            yield _tell(chance, story, f"outlet {outlet}/{made}", dead, old)
            made += 1
        old = [*old[-50:], story]


def _known_towns():
    """Names that mean one town of the knowledge base, sorted."""
    known = load()
    names = {e.name("en") for e in known._by_id.values() if e.type == "place" and e.kind == "city"}
    return sorted(n for n in names if n.isascii() and n.isalpha() and len(known.find(n)) == 1)


class _Pool:
    """Names drawn by Zipf's law."""

    def __init__(self, chance, articles, words, known=()):
        size = int(12 * articles**0.7)
        self.chance = chance
        made_up = (" ".join(self._word() for _ in range(words)) for _ in range(size))
        names = dict.fromkeys([*chance.sample(known, min(len(known), 3 * size // 4)), *made_up])
        self.names = list(names)[:size]
        chance.shuffle(self.names)
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.names))))

    def _word(self):
        return "".join(
            self.chance.choice(SYLLABLES) for _ in range(self.chance.choice([2, 3, 3]))
        ).capitalize()

    def draw(self):
        return self.names[bisect(self.weights, self.chance.random() * self.weights[-1])]


def _story(chance, number, made, towns, people):
    kind, lemma, shape = chance.choice(SHAPES)
    day = FIRST_DAY + timedelta(days=made // ARTICLES_A_DAY)
    who, whom = people.draw(), people.draw()
    while whom == who:
        whom = people.draw()
    return Story(number, kind, lemma, shape, day, towns.draw(), who, whom, chance.randint(2, 60))


def _tell(chance, story, source, dead, old):
    draft = _Draft()
    trigger = _sentence(draft, story, dead, story.day)
    for _ in range(chance.randint(1, 4)):
        _paragraph(chance, draft, story)
    if old:
        earlier = chance.choice(old)
        _sentence(draft, earlier, earlier.dead, earlier.day)
    for _ in range(chance.randint(1, 4)):
        _paragraph(chance, draft, story)
    published = Published((story.day + timedelta(days=1)).isoformat(), "metadata")
    article = make_article(
        source=source, text=draft.text, language="en", published=published,
        parts=(Part("main", tuple(draft.spans), published),), title=f"{story.town}: {story.lemma}",
    )  # fmt: skip
    extraction = Extraction(
        article.id, tuple(draft.mentions), tuple(draft.timexes), tuple(draft.events)
    )
    return Told(article, extraction, story, trigger, dead if "[number]" in story.shape else None)


def _paragraph(chance, draft, story):
    start = len(draft.text)
    for _ in range(chance.randint(2, 4)):
        _fill(chance, draft, chance.choice(FILLERS), story)
        draft.put(" ")
    draft.spans.append(Span(start, len(draft.text) - 1))
    draft.put("\n\n")


def _fill(chance, draft, template, story):
    for before, slot in _slots(template):
        draft.put(before)
        if slot in WORDS:
            draft.put(chance.choice(WORDS[slot]))
        elif slot:
            draft.name(getattr(story, slot), "person")


def _slots(template):
    """Words and the slot after them, in turn."""
    while "[" in template:
        before, _, rest = template.partition("[")
        slot, _, template = rest.partition("]")
        yield before, slot
    yield template, ""


def _sentence(draft, story, dead, day):
    """One sentence that tells a story; its trigger's span."""
    start = len(draft.text)
    arguments, quantities = [], []
    timex = trigger = None
    for before, slot in _slots(story.shape):
        draft.put(before)
        if slot.startswith("trigger:"):
            trigger = draft.put(slot.removeprefix("trigger:"))
        elif slot == "day":
            span = draft.put(f"{day.day} {day:%B %Y}")
            iso = day.isoformat()
            draft.timexes.append(
                Timex(span, span.of(draft.text), "DATE", iso, iso, iso, iso, "explicit")
            )
            timex = len(draft.timexes) - 1
        elif slot == "number":
            span = draft.put(f"{dead} people")
            quantities.append(Quantity("killed", dead, dead, span, span.of(draft.text)))
        elif slot:
            role = {"town": "place", "who": "agent", "whom": "patient"}[slot]
            index = draft.name(getattr(story, slot), "place" if slot == "town" else "person")
            mention = draft.mentions[index]
            arguments.append(Argument(role, mention.span, mention.text, index))
    sentence = Span(start, len(draft.text))
    draft.events.append(
        EventMention(
            trigger, trigger.of(draft.text), story.lemma, story.type, "asserted", "", timex,
            tuple(arguments), tuple(quantities), sentence, len(draft.spans) and 0,
        )
    )  # fmt: skip
    draft.spans.append(sentence)
    draft.put("\n\n")
    return trigger
