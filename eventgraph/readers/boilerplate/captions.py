"""Photo captions: they tell of the photo's event, which need not be the article's."""

from __future__ import annotations

import re

from eventgraph.names import fold
from eventgraph.readers.boilerplate.blocks import Block
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases, bare, prefix_of

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\W*$")
_TAIL = re.compile(r"(?:©|[|/]|\s[–—-]\s|\s{2,})\s*([^|/©–—]{2,60})\W*$")
_PREFIX = re.compile(r"[\W_]*([^:|/–—()-]{2,40}?)\s*(?:[:|/)]|\s?[–—-]\s)")
_LAST = re.compile(r"[.!?؟…][\"'”’»]?\s+([^.!?؟…]{2,60})\W*$")
_PARTS = re.compile(r"[/|:©–—]|\s-\s|\bvia\b|\bby\b")
_LONGEST = 1200  # characters
_LONGEST_OPEN = 500  # characters, of one whose credit stands without brackets


def is_caption(block: Block, phrases: BoilerplatePhrases) -> bool:
    """Whether a line is a photo's caption: it is introduced as one, or ends in a photo credit."""
    text = block.text
    if len(text) > _LONGEST:
        return False
    return _is_introduced(text, phrases) or _is_credited(text, phrases)


def _is_introduced(text: str, phrases: BoilerplatePhrases) -> bool:
    prefix = _PREFIX.match(text[:60])
    if prefix and bare(prefix.group(1)) in phrases.caption_prefixes:
        return True
    before_comma = bare(text[:60].split(",", 1)[0]) if "," in text[:60] else ""
    if " " in before_comma and before_comma in phrases.caption_prefixes:
        return True
    long_prefixes = tuple(p for p in phrases.caption_prefixes if len(p.split()) >= 3)
    return prefix_of(fold(text[:60]), long_prefixes) is not None


def _is_credited(text: str, phrases: BoilerplatePhrases) -> bool:
    if match := _BRACKETS.search(text[-120:]):
        return _is_bracketed_credit(match[1], text[: -len(match[0])], phrases)
    if len(text) > _LONGEST_OPEN:
        return False
    end = text[-90:]
    last, tail = _LAST.search(end), _TAIL.search(end)
    spoken = last and (_is_introduced(last[1], phrases) or _is_credit(last[1], phrases))
    return bool(spoken or (tail and _is_credit(end[tail.start() :], phrases)))


def _is_bracketed_credit(credit: str, before: str, phrases: BoilerplatePhrases) -> bool:
    """Such as "AP Photo/Jane Doe", "file photo"; "Reuters" alone only below words without a stop."""
    parts = {fold(part) for part in re.split(r"[/|:©–—-]|\bvia\b|\bby\b", credit)} - {""}
    if _is_credit(credit, phrases) or parts & phrases.caption_credits:
        return True
    if any(set(part.split()) & _last_words(phrases) for part in parts) and len(parts) <= 3:
        return len(parts) > 1 or prefix_of(min(parts), tuple(phrases.agencies)) is not None
    fragment = len(before.split()) <= 25 and not before.rstrip().endswith(
        (".", "!", "?", "؟", "”", '"')
    )
    return bool(parts & phrases.agencies) and (len(parts) > 1 or fragment)


def _is_credit(credit: str, phrases: BoilerplatePhrases) -> bool:
    """Such as "Jane Doe/Reuters", "© AFP", "Photo by Jane Doe"."""
    parts = [fold(part) for part in _PARTS.split(credit) if part.strip()]
    agency = any(part in phrases.agencies for part in parts)
    worded = any(part in phrases.caption_credits for part in parts)
    return worded or (agency and (len(parts) > 1 or credit[:1] in {"©", "/", "|"}))


def _last_words(phrases: BoilerplatePhrases) -> frozenset[str]:
    return frozenset(word for word in phrases.caption_credits if " " not in word)
