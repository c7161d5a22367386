"""Small corpora for the tests of linking: articles made of nothing but names."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from eventgraph.model import Extraction, Mention, Part, Published, Span, make_article
from eventgraph.names import fold
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.entities.linking import link_entities

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Said:
    """One chain of an article: its names and what stands beside them."""

    names: tuple[str, ...]
    type: str = "person"
    titles: tuple[str, ...] = ()
    country: str | None = None
    level: str = "name"


def said(*names, **beside):
    return Said(names, **beside)


def article(source, chains, language="en", day=None):
    """An article that says each name once, and its extraction."""
    text, mentions = f"{source}. ", []
    for number, chain in enumerate(chains):
        for name in chain.names:
            span = Span(len(text), len(text) + len(name))
            shown = "" if chain.level == "nominal" else name
            mentions.append(
                Mention(
                    span, name, chain.type, shown, number, chain.level, chain.titles, chain.country
                )
            )
            text += f"{name}. "
    published = Published(day, "given") if day else None
    body = Part("main", (Span(0, len(text)),), published)
    made = make_article(
        source=source, text=text, language=language, parts=(body,), published=published
    )
    return made, Extraction(made.id, tuple(mentions))


@dataclass(frozen=True)
class KnownEntry:
    id: str
    type: str
    kind: str
    names: dict
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    within: str = ""
    titles: tuple = ()
    fame: int = 0

    def name(self, language):
        return self.names.get(language, self.names["en"])[0]


@dataclass
class FakeKnowledge:
    """The knowledge base's lookups over a handful of entries."""

    entries: tuple = ()
    offices: dict = field(default_factory=dict)
    roles: dict = field(default_factory=dict)
    demonyms: dict = field(default_factory=dict)
    unsure: frozenset = frozenset()

    def find(self, name):
        return tuple(
            e
            for e in self.entries
            if fold(name) in {fold(n) for ns in e.names.values() for n in ns}
        )

    def entry(self, entry_id):
        return next(e for e in self.entries if e.id == entry_id)

    def people(self):
        return tuple(e for e in self.entries if e.type == "person")

    def demonym(self, word):
        return self.demonyms.get(fold(word))

    def role(self, words):
        return self.roles.get(fold(words))

    def office(self, role, country, on=None):
        found = self.offices.get((self.role(role), country), ())
        return tuple(
            self.entry(who) for who, start, end in found if on is None or start <= on <= end
        )

    def ambiguous(self, name):
        return fold(name) in self.unsure

    def given_name(self, word):
        return False


def place(name, country, population=0, kind="city", at=None, **names):
    latitude, longitude = at or (None, None)
    slug = f"place:{fold(name).replace(' ', '-')}-{country.lower()}"
    return KnownEntry(
        slug, "place", kind, {"en": (name,), **names}, country, latitude, longitude, population
    )


def country(name, code, **names):
    return KnownEntry(
        f"country:{code}", "place", "country", {"en": (name,), **names}, code, population=10**7
    )


def person(name, nation="", *, also=(), **names):
    slug = f"person:{fold(name).replace(' ', '-')}"
    return KnownEntry(slug, "person", "politician", {"en": (name, *also), **names}, nation)


def group(name, nation="", *, also=(), **names):
    slug = f"org:{fold(name).replace(' ', '-')}"
    return KnownEntry(slug, "organization", "militia", {"en": (name, *also), **names}, nation)


NOTHING = FakeKnowledge()
SOME = FakeKnowledge(
    entries=(
        country("Turkey", "TR", ar=("تركيا",)),
        country("Syria", "SY", ar=("سوريا", "سورية")),
        country("Lebanon", "LB", ar=("لبنان",)),
        country("Libya", "LY", ar=("ليبيا",)),
        country("Russia", "RU", ar=("روسيا",), ru=("Россия",)),
        place("Tripoli", "LY", 1_100_000, at=(32.88, 13.19), ar=("طرابلس",)),
        place("Tripoli", "LB", 230_000, at=(34.43, 35.84), ar=("طرابلس",)),
        place("Moscow", "RU", 12_000_000, at=(55.75, 37.62), ar=("موسكو",)),
        place("Vladimir", "RU", 350_000, ru=("Владимир",), ar=("فلاديمير",)),
        place("Palmyra", "SY", kind="site", at=(34.55, 38.27), ar=("تدمر",)),
        group("Kremlin", "RU", ar=("الكرملين",)),
        group("Islamic State", also=("ISIS", "Daesh", "IS"), ar=("داعش", "تنظيم الدولة الإسلامية")),
        group(
            "Syrian Democratic Forces", "SY", also=("SDF",), ar=("قسد", "قوات سوريا الديمقراطية")
        ),
        person("Recep Tayyip Erdogan", "TR", also=("Erdogan",), ar=("رجب طيب أردوغان", "أردوغان")),
        person("Abdullah Gul", "TR", ar=("عبد الله غل",)),
        person("Saddam Hussein", "IQ", also=("Hussein",), ar=("صدام حسين",)),
        person("Vladimir Putin", "RU", also=("Putin",), ar=("فلاديمير بوتين", "بوتين")),
        person("Bashar al-Assad", "SY", also=("Assad",), ar=("بشار الأسد", "الأسد")),
    ),
    offices={
        ("president", "TR"): (
            ("person:recep-tayyip-erdogan", "2014-08-28", "9999"),
            ("person:abdullah-gul", "2007-08-28", "2014-08-27"),
        ),
        ("president", "RU"): (("person:vladimir-putin", "2012-05-07", "9999"),),
    },
    roles={
        "president": "president",
        "الرييس": "president",
        "رييس": "president",
        "spokesman": "spokesperson",
        "المتحدث": "spokesperson",
    },
    demonyms={"syrian": "SY", "turkish": "TR"},
)


def link(*pairs, knowledge=NOTHING, decisions=None):
    """Link (article, extraction) pairs."""
    articles, extractions = zip(*pairs, strict=True) if pairs else ((), ())
    return link_entities(articles, extractions, knowledge, decisions or Decisions())


def entity_of(linked, name):
    """The one entity that a text form belongs to."""
    found = {e.id: e for e in linked.entities if any(m.text == name for m in e.evidence)}
    assert len(found) == 1, (name, [e.name for e in found.values()])
    return next(iter(found.values()))


def together(linked, a, b):
    return entity_of(linked, a).id == entity_of(linked, b).id


def read_pairs(file):
    """Rows of a file of name pairs: verdict, type, english, other, other_type."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@dataclass(frozen=True)
class Score:
    """Pairwise counts over the listed pairs, with the pairs that went wrong."""

    right: int
    wrong: tuple
    missed: tuple

    @property
    def precision(self):
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self):
        return self.right / max(self.right + len(self.missed), 1)


def score_pairs(file, knowledge=NOTHING):
    """Each name stands in an article of its own; pairs that are linked are compared with the verdicts.

    Two names that share no verdict are different, so that a link to a third name counts as wrong.
    """
    rows = read_pairs(file)
    names = sorted(
        {(r["english"], r["type"], "en") for r in rows}
        | {(r["other"], r["other_type"], file[9:11]) for r in rows}
    )
    made = [article(f"{name} {kind}", [said(name, type=kind)], code) for name, kind, code in names]
    linked = link(*made, knowledge=knowledge)
    entity = {name[:2]: linked.chains[made[n][0].id, 0] for n, name in enumerate(names)}
    same = {
        ((r["english"], r["type"]), (r["other"], r["other_type"]))
        for r in rows
        if r["verdict"] == "same"
    }
    other = [name[:2] for name in names if name[2] != "en"]
    found = {
        (name[:2], two)
        for name in names
        if name[2] == "en"
        for two in other
        if entity[name[:2]] == entity[two]
    }
    return Score(len(same & found), tuple(sorted(found - same)), tuple(sorted(same - found)))
