"""Small corpora made by hand, for tests of what comes after extraction."""

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
    make_article,
)

TEXT = "Anna Berg met Karl Lund in Oslo on 4 June 2019. Five people were hurt in a fire in Bergen."


def article(
    text: str = TEXT, source: str = "a.txt", published: str | None = "2019-06-05"
) -> Article:
    date = Published(published, "header") if published else None
    part = Part("main", (Span(0, len(text)),), date)
    return make_article(
        source=source, text=text, language="en", parts=(part,), title=text[:9], published=date
    )


def entity(id_: str, name: str, type_: str, of: Article, **more: object) -> Entity:
    start = of.text.find(name)
    evidence = (Evidence(of.id, Span(start, start + len(name)), name),) if start >= 0 else ()
    names = more.pop("names", (("en", (name,)),))
    return Entity(id_, type_, name, names, evidence, **more)


def event(id_: str, word: str, of: Article, **more: object) -> Event:
    start = of.text.find(word)
    sentence = Span(
        of.text.rfind(". ", 0, start) + 2 if ". " in of.text[:start] else 0,
        of.text.find(".", start) + 1,
    )
    values = {
        "type": "meeting", "plover": "CONSULT", "title": f"About {word}", "status": "asserted",
        "attributed_to": None, "date": EventDate(), "participants": (), "places": (), "claims": (),
        "confidence": 0.5, "evidence": (Evidence(of.id, Span(start, start + len(word)), word, sentence),),
    } | more  # fmt: skip
    return Event(id=id_, **values)


def corpus() -> Corpus:
    """Two events, three people and places, one article."""
    one = article()
    meeting = event(
        "v1", "met", one,
        date=EventDate("2019-06-04", "2019-06-04", "2019-06-04", "day", "explicit", "“4 June 2019”"),
        participants=(Participant("e1", "agent"), Participant("e2", "participant"), Participant("e3", "place")),
        places=("e3",),
    )  # fmt: skip
    fire = event(
        "v2", "fire", one, type="disaster", plover=None,
        participants=(Participant("e4", "place"),), places=("e4",),
        claims=(Claim("injured", 5, 5, "Five people", one.id, Span(48, 59)),),
    )  # fmt: skip
    entities = (
        entity(
            "e1", "Anna Berg", "person", one, names=(("ar", ("آنا بيرغ",)), ("en", ("Anna Berg",)))
        ),
        entity("e2", "Karl Lund", "person", one),
        entity("e3", "Oslo", "place", one, coordinates=(59.91, 10.75), country="NO"),
        entity("e4", "Bergen", "place", one),
    )
    relations = (
        Relation("e1", "e2", "acts", ("v1",), (one.id,), 1.0, "meeting"),
        Relation("e1", "e3", "place", ("v1",), (one.id,), 1.0, "meeting"),
        Relation("e2", "e3", "place", ("v1",), (one.id,), 1.0, "meeting"),
    )
    return Corpus((one,), (), entities, (meeting, fire), relations)
