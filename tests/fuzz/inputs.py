"""Inputs as nobody would write them: texts of four scripts, bytes of broken files, odd corpora."""

from hypothesis import strategies as st

from eventgraph.model import Corpus, Participant, Relation, Skipped
from tests import corpora

SENTENCES = (
    "Police arrested three men in Oslo on 4 June 2019.",
    "Anna Berg met Karl Lund in Bergen yesterday.",
    "At least 12 people were killed in an attack on Aleppo, officials said.",
    "اعتقلت الشرطة ثلاثة رجال في دمشق يوم 3 مايو 2021.",
    "La police a arrêté trois hommes à Lyon le 3 mai 2021.",
    "Полиция арестовала трёх мужчин в Москве 3 мая 2021 года.",
    "Updated: 12/03/2024 10:45 GMT | Share | Read more",
)
SIGNS = (
    "\u202e", "\u2066", "\u200b", "\u0301", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "\U0010ffff", "“", "”", "((", "=1+1",
    "-", "\t", "\r\n", "\n\n", ";", ",", "٣", "½", "</script>", "&lt;", "<b>", "'", '"', "\\", "1" * 40, "31/31/0000",
)  # fmt: skip

pieces = st.one_of(
    st.sampled_from(SENTENCES), st.sampled_from(SIGNS), st.text(max_size=12), st.just(" ")
)
texts = st.lists(pieces, max_size=14).map("".join)
languages = st.sampled_from(("en", "ar", "fr", "ru", "xx"))
days = st.one_of(st.none(), st.dates().map(str))
short = st.one_of(
    st.text(max_size=20), st.sampled_from(SIGNS), st.sampled_from(("Anna Berg", "آنا بيرغ"))
)

stems = st.sampled_from(("a", "a b;=1", "\u202etxt", "\udcff\udcfe", "آنا", "-o"))
kept = short.map(lambda text: text.encode("utf-8", "replace").decode())  # as readers leave them
_TEMPLATES = {
    ".txt": "{}",
    ".md": "# {}\n\n{}",
    ".html": "<html><head><title>{}</title><meta property='article:published_time' content='{}'></head><body><article><p>{}</p></article></body></html>",
    ".jsonl": '{{"text": "{}", "published": "{}", "title": "{}"}}\n{{"html": "{}"}}\n[]\n{}',
    ".warc": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}",
    ".parquet": "PAR1{}PAR1",
}
_ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "windows-1256", "windows-1251", "latin-1")


@st.composite
def files(draw):
    """A suffix and the bytes of a file that is nearly of that kind."""
    suffix = draw(st.sampled_from(tuple(_TEMPLATES)))
    parts = [draw(texts) for _ in range(5)]
    content = _TEMPLATES[suffix].format(*parts).encode(draw(st.sampled_from(_ENCODINGS)), "replace")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(content)))
        content = (
            content[:at] + draw(st.binary(max_size=8)) + content[at + draw(st.integers(0, 8)) :]
        )
    return suffix, content[: draw(st.one_of(st.none(), st.integers(0, len(content))))]


@st.composite
def articles(draw):
    """Rows of JSONL: sentences put together at random, told by several sources."""
    count = draw(st.integers(1, 6))
    return [
        {
            "source": f"{number}.txt",
            "text": "\n".join(draw(st.lists(pieces, min_size=1, max_size=6))) + ".",
            "title": draw(short),
            "published": draw(st.sampled_from((None, "2019-06-05", "2021-05-04"))),
            "language": draw(st.sampled_from(("en", "ar", "fr"))),
        }
        for number in range(count)
    ]


@st.composite
def odd_corpora(draw):
    """A small corpus with any strings for names, titles and texts."""
    words = [draw(kept.filter(str.strip)) for _ in range(3)]
    one = corpora.article(
        f"{words[0]} met {words[1]} in {words[2]}. {draw(kept)}", draw(kept) or "a"
    )
    entities = tuple(
        corpora.entity(f"e{number}", word, kind, one, names=(("en", (word,)),))
        for number, (word, kind) in enumerate(
            zip(words, ("person", "organization", "place"), strict=True)
        )
    )
    met = corpora.event(
        "v1", "met", one, title=draw(kept) or "met",
        participants=(Participant("e0", "agent"), Participant("e2", "place")), places=("e2",),
    )  # fmt: skip
    relation = Relation("e0", "e2", "place", ("v1",), (one.id,), 1.0, "meeting")
    skipped = (Skipped(draw(kept), draw(kept)),)
    return Corpus((one,), skipped, entities, (met,), (relation,))
