"""Sentences whose verbs merge: whatever a merged verb governed still hangs on something."""

import eventgraph
from eventgraph.model import Part, Span, make_article


def test_what_hangs_on_a_merged_verb_is_read():
    text = "وقد جعل عرض النهر من الممكن عبوره بالقوارب ."
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="ar", parts=(part,))
    assert eventgraph.extract(article).article == article.id
