"""What one line is, looked at by itself."""

from __future__ import annotations

import re
from typing import Literal

from eventgraph.names import fold
from eventgraph.readers.boilerplate.blocks import Block
from eventgraph.readers.boilerplate.captions import is_caption
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases, bare, is_made_of, prefix_of

# "" is article so far; "heading" opens a list of other articles, "link" names one, "signoff" says
# who filed it, "comments" opens the readers' comments, "noise" is a page's machinery.
Label = Literal[
    "", "noise", "heading", "link", "signoff", "comments", "date", "byline", "caption", "second"
]

_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(\s+[\w-]+\s*=\s*[\"'“”][^\]]*)?\s*/?\]", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(https?:/?/?|www\.)\S*|[\w.+-]{1,60}@[\w-]+(\.[\w-]+)+|[\w-]{1,60}(\.[\w-]{1,60})+/\S*|[@#]\w+",
    re.IGNORECASE,
)
_POST = re.compile(r"[—–-]\s?[^()]{1,60}\(@\w{1,30}\)")  # who wrote an embedded post
_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|copyright\s*(©|\(c\)|\d{4}|by\b|\W*$)", re.IGNORECASE)
_LABEL = re.compile(r"[\W\d_]*([^:|–—]{2,30}?)\s*(?:[:|]|\s[–—-]\s)\s*(?=\S)")
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")
_LONG = 400  # characters; a longer line is an article's paragraph or several things at once


def label_line(block: Block, phrases: BoilerplatePhrases, *, above: bool = False) -> Label:
    """The label of a line by its own words; empty when nothing speaks against it.

    Args:
        block: The line.
        phrases: The words that mark boilerplate.
        above: Whether no running text stands before it, so that it may be the headline.
    """
    text = block.text
    if _is_wordless(text) or _is_icons(text, phrases) or _is_filler(text, phrases):
        return "noise"
    if len(text) > _LONG:
        return "caption" if is_caption(block, phrases) else ""
    folded = bare(text)
    return (
        _machinery(block, folded, phrases)
        or _pointer(block, folded, phrases, above=above)
        or _credit(block, phrases)
    )


def _machinery(block: Block, folded: str, phrases: BoilerplatePhrases) -> Label:
    if folded in phrases.comment_headings:
        return "comments"
    if folded in phrases.related_headings:
        return "heading"
    if says_machinery(block.text, folded, phrases):
        return "noise"
    begins = block.words <= 10 and not block.stops and prefix_of(folded, phrases.line_starts)
    only = is_made_of(folded, phrases.lines) or _is_menu(block.text, folded, phrases)
    return "noise" if begins or only else ""


def _pointer(block: Block, folded: str, phrases: BoilerplatePhrases, *, above: bool) -> Label:
    """Links to other articles, and who the article is from."""
    if block.words > 40 or (block.stops and block.words > 25):
        return ""
    prefix = prefix_of(folded, phrases.related_prefixes)
    if prefix and not (block.stops and block.words > 10 and ":" not in block.text[:40]):
        return "heading" if folded == prefix else "link"
    label = _LABEL.match(block.text)
    named = bare(label.group(1)) if label else ""
    if not block.stops and (
        named in phrases.related_labels or (named in phrases.genre_labels and not above)
    ):
        return "link"
    return "signoff" if named in phrases.signoffs and not _speaks(block, above=above) else ""


def _credit(block: Block, phrases: BoilerplatePhrases) -> Label:
    """Photo captions, copyright lines and names of writers."""
    if is_caption(block, phrases):
        return "caption" if block.words > 4 else "noise"
    if _COPYRIGHT.search(block.text) and block.words <= (15 if block.stops else 25):
        return "signoff"
    names = [part.strip() for part in block.text.strip("() ").split(";") if part.strip()]
    if not block.stops and all(_is_byline(name, bare(name), phrases) for name in names):
        return "comments" if len(names) > 1 else "byline"  # a whole desk signs below the article
    return "noise" if _POST.match(block.text) else ""


def _speaks(block: Block, *, above: bool) -> bool:
    """Whether what follows a label is a statement of its own."""
    return block.words > 5 if above else block.stops and block.words > 8


def _is_byline(text: str, folded: str, phrases: BoilerplatePhrases) -> bool:
    """Such as "By" and a name: capitalised words, or anything behind a colon or a bar."""
    prefix = prefix_of(folded, phrases.bylines)
    if len(text.split()) > 10:
        return False
    if prefix is None or folded == prefix:
        return prefix is not None
    named = text.split()[len(prefix.split()) :]
    capitals = [word[:1].isupper() for word in named if word[:1].isalpha()]
    lower = [word for word in named if len(word) > 3 and word[:1].islower()]
    return (
        (any(capitals) and not lower)
        or bool(re.search(r"[:/]", text[: len(prefix) + 3]))
        or "|" in text
    )


def _is_wordless(text: str) -> bool:
    kept = _ADDRESS.sub(" ", _SHORTCODE.sub(" ", text)) if len(text) < _LONG else text
    if not any(character.isalpha() for character in kept):
        return True
    tight = text.replace(" ", "").lower()
    return (
        len(text) < 300
        and tight.startswith(("http://", "https://", "http:/", "www."))
        and "." in tight
    )


def _is_icons(text: str, phrases: BoilerplatePhrases) -> bool:
    head = text[:2000].lower().replace("_", " ")
    if not any(root in head for root in phrases.icon_roots):
        return False
    words = head.split()
    rooted = sum(1 for word in words if any(root in word for root in phrases.icon_roots))
    known = sum(1 for word in words if word.strip("-") in phrases.icons)
    return len(words) >= 3 and rooted >= 2 and rooted + known >= 0.6 * len(words)


def _is_filler(text: str, phrases: BoilerplatePhrases) -> bool:
    words = fold(text[:400]).split()
    return len(words) >= 4 and sum(1 for word in words if word in phrases.filler) >= max(
        4, 0.4 * len(words)
    )


def _is_menu(text: str, folded: str, phrases: BoilerplatePhrases) -> bool:
    """Several section names on one line, or parted by bars."""
    if folded in phrases.sections:
        return False
    vocabulary = phrases.sections | phrases.lines
    parts = [bare(part) for part in re.split(r"[|•·>›»/]", text) if part.strip()]
    known = sum(1 for part in parts if is_made_of(part, vocabulary))
    return is_made_of(folded, vocabulary) or (len(parts) >= 3 and known >= 0.6 * len(parts))


def says_machinery(text: str, folded: str, phrases: BoilerplatePhrases) -> bool:
    """Whether most of a line is what only a page says of itself, outside quotation marks."""
    if not any(phrase in folded for phrase in phrases.contains) or _is_quoted(text):
        return False
    sentences = [fold(sentence) for sentence in _SENTENCE_END.split(text)]
    own = sum(
        len(sentence) for sentence in sentences if not any(p in sentence for p in phrases.contains)
    )
    return own <= 0.6 * sum(map(len, sentences))


def _is_quoted(text: str) -> bool:
    return text[:1] in "\"“«'‘" or "” " in text or "» " in text
