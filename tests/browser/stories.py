"""Corpora for the page's tests: an invented story, generated ones of any size, and a hostile one."""

from __future__ import annotations

import calendar
import random
import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from eventgraph.model import (
    Article,
    Claim,
    Corpus,
    Entity,
    Event,
    EventDate,
    Evidence,
    Part,
    Participant,
    Published,
    Relation,
    Span,
    content_id,
    make_article,
)

HERE = Path(__file__).parent
MARK = re.compile(r"\[(?P<kind>[evtq]) (?P<args>[^|\]]+)\|(?P<words>[^\]]+)\]")
SENTENCE = re.compile(r"[^.!?»”]+[.!?]?[»”]?")


def story() -> Corpus:
    """The invented story: 12 articles in four languages."""
    data = tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8"))
    articles, marks = [], []
    for row in data["articles"]:
        article, found = _article(row)
        articles.append(article)
        marks += [(article, *mark) for mark in found]
    entities = tuple(_entity(key, row, marks) for key, row in data["entities"].items())
    events = tuple(_event(key, row, marks) for key, row in data["events"].items())
    return _corpus(articles, entities, events)


def _article(row: dict[str, Any]) -> tuple[Article, list[tuple[str, list[str], Span, Span]]]:
    text, spans, marks = "", [], []
    for paragraph in row["text"]:
        start, found = len(text), []
        for piece in re.split(r"(\[[evtq] [^\]]+\])", paragraph):
            mark = MARK.fullmatch(piece)
            words = mark["words"] if mark else piece
            if mark:
                found.append(
                    (mark["kind"], mark["args"].split(), Span(len(text), len(text) + len(words)))
                )
            text += words
        spans.append(Span(start, len(text)))
        marks += [
            (kind, args, span, _sentence(text, spans[-1], span)) for kind, args, span in found
        ]
        text += "\n\n"
    article = make_article(
        source=row["source"],
        text=text,
        language=row["language"],
        title=row["title"],
        parts=(Part("main", tuple(spans)),),
        published=Published(row["published"], "metadata", "the article's date line"),
    )
    return article, marks


def _sentence(text: str, paragraph: Span, span: Span) -> Span:
    starts = [m.end() for m in re.finditer(r"[.!?][”»]? ", text[paragraph.start : paragraph.end])]
    edges = [0, *starts, paragraph.end - paragraph.start]
    for start, end in pairwise(edges):
        if start <= span.start - paragraph.start < end:
            found = text[paragraph.start + start : paragraph.start + end].rstrip()
            return Span(paragraph.start + start, paragraph.start + start + len(found))
    raise ValueError(span)


def _entity(key: str, row: dict[str, Any], marks: list[Any]) -> Entity:
    names = tuple((code, tuple(row[code])) for code in ("en", "ar", "fr", "ru") if code in row)
    evidence = tuple(
        Evidence(article.id, span, span.of(article.text), sentence)
        for article, kind, args, span, sentence in marks
        if kind == "e" and args[0] == key
    )
    return Entity(
        content_id("e", key),
        row["type"],
        names[0][1][0],
        names,
        evidence,
        reasons=("the full name and the surname stand in one article",),
        country=row.get("country"),
        coordinates=tuple(row["at"]) if "at" in row else None,
    )


def _days(edtf: str) -> tuple[str, str]:
    ends = edtf.rstrip("~?%").split("/")
    first, last = ends[0], ends[-1]
    last += {4: "-12", 7: "", 10: ""}[len(last)]
    if len(last) == 7:
        last += f"-{calendar.monthrange(int(last[:4]), int(last[5:7]))[1]:02}"
    return (first + "-01-01")[: 10 if len(first) != 7 else 0] or first + "-01", last


def _event(key: str, row: dict[str, Any], marks: list[Any]) -> Event:
    when = EventDate(basis="unknown", reason=row["reason"])
    if "date" in row:
        earliest, latest = row.get("edge") or _days(row["date"])
        precision = {4: "year", 7: "month", 10: "day"}.get(len(row["date"].rstrip("~")), "interval")
        edtf = "/".join(row["edge"]) if "edge" in row else row["date"]
        when = EventDate(
            edtf, earliest, latest, row.get("precision", precision), row["basis"], row["reason"]
        )
    who = tuple(
        Participant(content_id("e", name), role) for name, role in map(str.split, row["who"])
    )
    return Event(
        id=content_id("v", key),
        type=row["type"],
        plover=None,
        title=row["title"],
        status=row.get("status", "asserted"),
        attributed_to=row.get("attributed_to"),
        date=when,
        participants=who,
        places=tuple(p.entity for p in who if p.role == "place"),
        claims=tuple(_claims(key, marks)),
        confidence=0.8,
        evidence=tuple(_evidence(key, marks)),
        reasons=("same type, same day and two shared participants",),
    )


def _claims(key: str, marks: list[Any]) -> Any:
    for article, kind, args, span, _ in marks:
        if kind == "q" and args[0] == key:
            low, high = (None if value == "-" else float(value) for value in args[2:4])
            yield Claim(args[1], low, high, span.of(article.text), article.id, span)


def _evidence(key: str, marks: list[Any]) -> Any:
    for article, kind, args, span, sentence in marks:
        if kind == "v" and args[0] == key:
            times = [
                (other.of(article.text), value[0])
                for same, mark, value, other, where in marks
                if mark == "t" and same is article and where == sentence
            ]
            yield Evidence(
                article.id, span, span.of(article.text), sentence, times[0] if times else None
            )


def _corpus(
    articles: list[Article], entities: tuple[Entity, ...], events: tuple[Event, ...]
) -> Corpus:
    pairs: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        ids = sorted({p.entity for p in event.participants})
        for i, a in enumerate(ids):
            for b in ids[i + 1 :]:
                pairs.setdefault((a, b), []).append(event)
    relations = tuple(
        Relation(
            a,
            b,
            "together",
            tuple(e.id for e in shared),
            tuple(sorted({x for e in shared for x in e.articles})),
            float(len(shared)),
            shared[0].type,
            "mutual",
        )
        for (a, b), shared in sorted(pairs.items())
    )
    return Corpus(
        tuple(sorted(articles, key=lambda a: a.id)),
        (),
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(sorted(events, key=lambda e: (e.date.earliest or "9", e.id))),
        relations,
    )


SYLLABLES = [
    "ba",
    "da",
    "fa",
    "ha",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "wa",
    "ze",
    "no",
    "li",
    "mu",
    "ri",
    "so",
    "vi",
    "dor",
    "mir",
    "bel",
    "sun",
    "tar",
    "ven",
]
ARABIC = ["سعد", "نور", "خالد", "هدى", "رامي", "ليث", "مها", "زيد", "عمر", "ريم"]
TYPES = [
    "attack",
    "death",
    "arrest",
    "meeting",
    "call",
    "statement",
    "agreement",
    "aid",
    "protest",
    "trial",
    "movement",
]


def generated(nodes: int, seed: int = 1) -> Corpus:
    """About that many nodes, two fifths of them events, with a few hubs, as in news."""
    rng = random.Random(seed)
    n_events = max(2, nodes * 2 // 5)
    n_entities = max(3, nodes - n_events)
    names = [_name(rng, i) for i in range(n_entities)]
    kinds = [rng.choices(("person", "organization", "place"), (5, 3, 3))[0] for _ in names]
    articles, mentions, events = [], [[] for _ in names], []
    for number in range(max(1, n_events // 3)):
        day = date(2021, 1, 1) + timedelta(int(rng.betavariate(2, 2) * 1200))
        rows = [_told(rng, n_entities) for _ in range(3)]
        text, spans = "", []
        for who, kind in rows:
            line = f"On {day} {names[who[0]]} {kind} {' and '.join(names[w] for w in who[1:])}, officials said."
            spans.append(Span(len(text), len(text) + len(line)))
            text += line + "\n"
        article = make_article(
            source=f"wire-{number % 7}/{number}.txt",
            text=text,
            language="en",
            title=f"Report {number}",
            parts=(Part("main", tuple(spans)),),
            published=Published(day.isoformat(), "metadata"),
        )
        articles.append(article)
        for (who, kind), span in zip(rows, spans, strict=True):
            line, found = span.of(text), []
            for w in dict.fromkeys(who):
                at = span.start + line.index(names[w])
                mentions[w].append(
                    Evidence(article.id, Span(at, at + len(names[w])), names[w], span)
                )
                found.append(
                    Participant(content_id("e", str(w)), "agent" if w == who[0] else "participant")
                )
            at = span.start + line.index(f" {kind} ") + 1
            events.append(
                Event(
                    content_id("v", str(number), str(len(events))),
                    kind,
                    None,
                    f"{names[who[0]]}: {kind}",
                    "asserted",
                    None,
                    EventDate(
                        day.isoformat(),
                        day.isoformat(),
                        day.isoformat(),
                        "day",
                        "explicit",
                        "written",
                    ),
                    tuple(found),
                    (),
                    (),
                    0.7,
                    (Evidence(article.id, Span(at, at + len(kind)), kind, span),),
                )
            )
    entities = tuple(
        Entity(
            content_id("e", str(i)), kinds[i], names[i], (("en", (names[i],)),), tuple(mentions[i])
        )
        for i in range(n_entities)
    )
    return _corpus(articles, entities, tuple(events[:n_events]))


def _told(rng: random.Random, n: int) -> tuple[list[int], str]:
    community = rng.randrange(max(1, n // 40))
    who = [int(n * rng.random() ** 4)]
    who += [(community * 40 + int(40 * rng.random() ** 1.5)) % n for _ in range(rng.randint(1, 3))]
    return list(dict.fromkeys(who)), rng.choice(TYPES)


def _name(rng: random.Random, i: int) -> str:
    if i % 9 == 4:
        return f"{rng.choice(ARABIC)} {rng.choice(ARABIC)} {i}"
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize() for _ in range(2)]
    return " ".join(words) + f" {i}"


def hostile(strings: list[str]) -> Corpus:
    """The story with every text field replaced by hostile strings in turn."""
    turn = iter(range(10**9))

    def bad() -> str:
        return strings[next(turn) % len(strings)]

    base = story()
    articles, spans = [], {}
    for old in base.articles:
        pieces = [bad() for _ in range(6)]
        text = "\n".join(pieces)
        ends = [sum(len(p) + 1 for p in pieces[: i + 1]) - 1 for i in range(6)]
        spans[old.id] = [Span(end - len(p), end) for p, end in zip(pieces, ends, strict=True)]
        articles.append(
            replace(
                old,
                text=text,
                source=bad(),
                title=bad(),
                sources=(bad(), bad()),
                parts=(Part("main", tuple(spans[old.id])),),
                published=Published(old.published.date, "metadata", bad()),
            )
        )
    texts = {article.id: article.text for article in articles}

    def moved(evidence: Evidence, i: int) -> Evidence:
        span = spans[evidence.article][i % 6]
        return replace(
            evidence,
            span=span,
            text=span.of(texts[evidence.article]),
            sentence=span,
            timex=(bad(), bad()),
        )

    entities = tuple(
        replace(
            e,
            name=bad(),
            names=((code, (bad(), bad())) for code, _ in e.names)
            and tuple((c, (bad(), bad())) for c, _ in e.names),
            evidence=tuple(moved(x, i) for i, x in enumerate(e.evidence)),
            reasons=(bad(),),
            knowledge=bad(),
            country=bad(),
        )
        for e in base.entities
    )
    events = tuple(
        replace(
            e,
            type=bad(),
            title=bad(),
            attributed_to=bad(),
            plover=bad(),
            date=replace(e.date, reason=bad()),
            participants=tuple(Participant(p.entity, bad()) for p in e.participants),
            claims=tuple(
                replace(c, kind=bad(), text=bad(), span=spans[c.article][0]) for c in e.claims
            ),
            evidence=tuple(moved(x, i) for i, x in enumerate(e.evidence)),
            reasons=(bad(),),
        )
        for e in base.events
    )
    relations = tuple(replace(r, event_type=bad(), role=bad()) for r in base.relations)
    return Corpus(tuple(articles), base.skipped, entities, events, relations)


# Strings that a line of a file cannot hold: controls, separators, direction marks, long ones.
CONTROLS = [
    "",
    " ",
    "\u2028\u2029",
    "\u202egnp.exe",
    "\u2066\u2067\u2068 unclosed",
    "a\nb\r\nc\td",
    "\x00\x01\x1b[31m",
    "\ud800 lone \udfff surrogates",
    "\ufeff\u200b\u200d\ufffe",
    "Z" * 5000,
    "ا" * 3000,
    "a\u0300" * 500,
    "<" * 400,
]


def hostile_strings() -> list[str]:
    """Everything that should never act, only be shown."""
    lines = (HERE / "hostile.txt").read_text(encoding="utf-8").splitlines()
    return [*lines, *CONTROLS]
