"""Nothing that an article says can steer the terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.show import safe


@given(st.text())
def test_no_control_character_reaches_the_terminal(text):
    shown = safe(text)
    assert not any(unicodedata.category(c) == "Cc" for c in shown)
    assert not any(c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for c in shown)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))))
def test_plain_text_is_left_alone(text):
    assert safe(text) == text
