"""The words by which an Arabic sentence names who says something."""

from __future__ import annotations

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_phrases import prepositions, stops
from eventgraph.extract.events.arabic_sentences import Sentence

_LONGEST = 8  # words of a subject that is shown as written
_QUOTES = "\"'«»“”„"
_ADJECTIVE_ENDS = ("ي", "يه", "يون", "يين", "ون", "ين", "ان")


def first_name(sentence: Sentence, start: int, end: int) -> str:
    """The name that the words from `start` lead up to; of names that touch, the last.

    "وزير خارجية روسيا سيرغي لافروف" is Lavrov; a preposition before any name ends the search.
    """
    found, last = "", start
    for index in range(start, min(end, len(sentence.words))):
        word = sentence.words[index]
        name = sentence.name(index)
        if name is not None:
            if found and (index - last > 1 or not _continues(sentence, last, index)):
                break
            found, last = plain(name.text, name.name), index
        elif found or word.folded in prepositions() or not (word.is_word or word.text in _QUOTES):
            break
    return found


def _continues(sentence: Sentence, last: int, index: int) -> bool:
    """Whether a name goes on, or is the person whose office the name before it is part of."""
    one, other = sentence.name(last), sentence.name(index)
    if one is None or other is None or sentence.names[last] == sentence.names[index]:
        return True
    return other.type == "person" and one.type != "person"


def plain(text: str, name: str) -> str:
    """A mention without the clitics that its name is given without.

    >>> plain("وبوتين", "بوتين")
    'بوتين'
    """
    place = text.find(name) if name else -1
    return text[place:] if 0 < place <= 3 else text


def source_before(sentence: Sentence, start: int, end: int) -> str:
    """The last name between two words: "الرئيس بوتين قال"."""
    for index in range(end - 1, start - 1, -1):
        if (name := sentence.name(index)) is not None:
            return plain(name.text, name.name)
    return ""


def subject_words(sentence: Sentence, start: int, end: int) -> str:
    """An unknown subject, as written up to the next particle: "رئيس الاتحاد برند جوتشولك"."""
    stop = start
    if start < len(sentence.words) and sentence.words[start].folded[:1] in "بل":
        return ""  # an adverbial: "بلهجة"
    while stop < min(end, start + _LONGEST, len(sentence.words)):
        word = sentence.words[stop]
        if not word.is_word or word.folded in prepositions() or sentence.dates[stop] is not None:
            break
        if word.folded in grammar().words["syntax.complementizers"]:
            break
        stop += 1
    return " ".join(word.text for word in sentence.words[start:stop])


def source_noun(sentence: Sentence, start: int, end: int) -> str:
    """A plain subject with its adjective: "مصدر أمني", "الشرطة"."""
    outlets = grammar().words["attribution.outlets"]
    for index in range(start, min(start + 2, end, len(sentence.words))):
        if any(split.stem in outlets for split in sentence.words[index].splits):
            follower = sentence.at(index + 1)
            particle = follower in prepositions() or stops(sentence, min(index + 1, end - 1))
            owned = follower.startswith("ال") and not sentence.at(index).startswith("ال")
            adjective = not particle and (owned or follower.endswith(_ADJECTIVE_ENDS))
            last = index + 1 if adjective and index + 1 < end else index
            return " ".join(word.text for word in sentence.words[index : last + 1])
    return ""
