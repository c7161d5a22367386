"""Names that the name finder missed: what stands behind a title and can be nothing else."""

from __future__ import annotations

from eventgraph.languages.ar.syntax.phrases.adjectives import Adjectives
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.phrases.parts import FULL
from eventgraph.languages.ar.syntax.words.tags import is_name_like


class UnlistedNames(Adjectives):
    """Takes words behind a title, or behind a word that is no common noun, for a name."""

    def _take_unknown(self, noun: Noun, index: int, *, closed: bool) -> bool:
        """Words behind a title, or behind a word that is no common noun, that can only be a name."""
        if self._kind(index) != "noun" or self._is_cut(index):
            return False
        title = (
            closed and noun.sort == "people" and noun.number != "plural" and self._is_definite(noun)
        )
        alone = noun.end == noun.head + 1 and is_name_like(noun.tag)
        surname = self.tags[index].event and not self.tags[index].split.article  # "طلال حرب"
        named = alone and (surname or self._is_name_part(index))
        if not (title and self._is_name_begin(index)) and not named:
            return False
        end = index + 1
        while end < min(index + 3, len(self.tags)) and self._is_name_part(
            end, second=end == index + 1
        ):
            end += 1
        if self._kind(end) == "name" and not self._is_cut(end):
            noun.mention, end = self.sentence.names[end], self._name_end(end)
        target = noun.tail if noun.kin and noun.tail is not None else noun
        noun.end = target.end = end
        target.sort, noun.number = "person", "singular"
        return True

    def _is_name_begin(self, index: int) -> bool:
        """Whether a given name may begin here: indefinite, in no construct, no accusative."""
        tag = self.tags[index]
        if self.lexicon.is_("particles.quantifiers", tag.split.stem):
            return False
        follower = self.tags[index + 1] if index + 1 < len(self.tags) else None
        construct = (
            follower is not None
            and follower.kind == "noun"
            and follower.split.article
            and not self._is_cut(index + 1)
        )
        plain = not (
            tag.event or tag.split.article or tag.split.pronoun or self._is_accusative(index)
        )
        if tag.event and not tag.split.article and follower is not None and follower.kind == "noun":
            return self._is_surname(index + 1) and follower.split.article
        if not plain or tag.split.stem.endswith(FULL):
            return False
        if tag.link == "listed":
            return (
                self.lexicon.sort(tag.lemma) == "people"
                and not construct
                and follower is not None
                and follower.kind == "noun"
            )
        return not construct or is_name_like(tag) or self._is_surname(index + 1)

    def _is_surname(self, index: int) -> bool:
        tag = self.tags[index]
        return tag.split.stem.endswith("ي") and tag.link != "listed" and not tag.event

    def _is_name_part(self, index: int, *, second: bool = False) -> bool:
        if self._kind(index) != "noun" or self._is_cut(index):
            return False
        tag = self.tags[index]
        if tag.split.pronoun or self._is_accusative(index) or tag.link == "listed":
            return False
        if tag.split.article:
            return self._is_surname(index)
        return is_name_like(tag) or (second and not tag.event)
