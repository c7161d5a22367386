"""Sentences whose verbs merge: whatever a merged verb governed still hangs on something."""

import eventgraph
from eventgraph.model import Part, Span, make_article


def test_what_hangs_on_a_merged_verb_is_read():
    text = "وقد جعل عرض النهر من الممكن عبوره بالقوارب ."
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="ar", parts=(part,))
    assert eventgraph.extract(article).article == article.id


def statuses(text):
    part = Part("main", (Span(0, len(text)),))
    article = make_article(source="x", text=text, language="ar", parts=(part,))
    return {event.status for event in eventgraph.extract(article).events if event.type == "arrest"}


def test_an_arrest_that_is_only_aimed_at_has_not_come_about():
    assert statuses("بذلت الشرطة جهودا كبيرة لاعتقال ماهر عواد.") == {"planned"}
    assert statuses("تعرض الناشط ماهر عواد للاعتقال أمس.") == {"asserted"}
