"""Photo captions: they tell of the photo's event, which need not be the article's."""

from __future__ import annotations

import re

from eventgraph.names import fold
from eventgraph.readers.blocks import Block
from eventgraph.readers.phrases import Phrases, bare, prefix_of

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\W*$")
_TAIL = re.compile(r"(?:©|[|/]|\s[–—-]\s|\s{2,})\s*([^|/©–—]{2,60})\W*$")
_PREFIX = re.compile(r"[\W_]*([^:|/–—()-]{2,40}?)\s*(?:[:|/)]|\s?[–—-]\s)")
_LAST = re.compile(r"[.!?؟…][\"'”’»]?\s+([^.!?؟…]{2,60})\W*$")
_PARTS = re.compile(r"[/|:©–—]|\s-\s|\bvia\b|\bby\b")
_HYPHENATED = re.compile(r"[-–—]")
_LONGEST = 1200  # characters
_LONGEST_OPEN = 500  # characters, of one whose credit stands without brackets


def is_caption(block: Block, phrases: Phrases) -> bool:
    """Whether a line is a photo's caption: it is introduced as one, or ends in a photo credit."""
    text = block.text
    if len(text) > _LONGEST:
        return False
    return _is_introduced(text, phrases) or _is_credited(text, phrases)


def _is_introduced(text: str, phrases: Phrases) -> bool:
    prefix = _PREFIX.match(text[:60])
    if prefix and bare(prefix.group(1)) in phrases.caption_prefixes:
        return True
    before_comma = bare(text[:60].split(",", 1)[0]) if "," in text[:60] else ""
    if " " in before_comma and before_comma in phrases.caption_prefixes:
        return True
    long_prefixes = tuple(p for p in phrases.caption_prefixes if len(p.split()) >= 3)
    return prefix_of(fold(text[:60]), long_prefixes) is not None


def _is_credited(text: str, phrases: Phrases) -> bool:
    if match := _BRACKETS.search(text[-120:]):
        return _names_photographer(match[1], phrases, bracketed=True)
    if len(text) > _LONGEST_OPEN:
        return False
    end = text[-90:]
    last, tail = _LAST.search(end), _TAIL.search(end)
    spoken = last is not None and (
        _is_introduced(last[1], phrases) or _names_photographer(last[1], phrases)
    )
    return spoken or (tail is not None and _names_photographer(end[tail.start() :], phrases))


def _names_photographer(credit: str, phrases: Phrases, *, bracketed: bool = False) -> bool:
    """Such as "AP Photo/Jane Doe", "Jane Doe/Reuters", "File photo", "Photo: X", "© AFP"."""
    pieces = [*_PARTS.split(credit), *(_HYPHENATED.split(credit) if bracketed else ())]
    parts = [fold(piece) for piece in pieces if piece.strip()]
    agency = any(part in phrases.agencies for part in parts)
    worded = any(part in phrases.caption_credits for part in parts)
    mixed = any(prefix_of(part, _photo_words(phrases)) and len(part.split()) <= 6 for part in parts)
    return (
        worded
        or (mixed and bracketed)
        or (agency and (len(parts) > 1 or credit[:1] in {"©", "/", "|"}))
    )


def _photo_words(phrases: Phrases) -> tuple[str, ...]:
    return tuple(sorted(phrases.caption_credits, key=lambda phrase: (-len(phrase), phrase)))
