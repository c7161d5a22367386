"""A page's tags before it is parsed: the parser's time grows with the square of an element's attributes."""

from __future__ import annotations

import re

_OPENS = re.compile(r"<(?:!--|([a-zA-Z])([^\s/>]*))")
# One attribute, in any quotes or none. A quotation mark without its fellow is a sign like others: the search
# for the fellow fails at most once for each kind, because then there is none in the rest of the page.
_ATTRIBUTE = re.compile(
    r"""[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*|["']))?"""
)
_ENDS_OF_TEXT = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}


def attributes_of_one(markup: str) -> int:
    """The most attributes that one element of a page has, in one pass over its tags.

    >>> attributes_of_one('<p class=a id="b > c" hidden>text <b>x</b><!-- <i 1 2 3 4> -->')
    3
    """
    most = at = 0
    while tag := _OPENS.search(markup, at):
        at = tag.end()
        if tag[1] is None:
            at = markup.find("-->", at)
            if at < 0:
                break
            continue
        count = 0
        while attribute := _ATTRIBUTE.match(markup, at):
            at = attribute.end()
            count += 1
        most = max(most, count)
        if text := _ENDS_OF_TEXT.get((tag[1] + tag[2]).lower()):
            end = text.search(markup, at)
            if end is None:
                break
            at = end.end()
    return most
