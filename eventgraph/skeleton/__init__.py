"""Consonant skeletons: what is left of a name in any script, and how alike two names sound.

News spells foreign names by ear. The consonants survive a change of script, short vowels do not, and
Arabic lacks p, v, g and ch. So a name is first turned into sounds (``skeleton.toml`` says how, per script),
and two names are compared by a weighted edit distance over sounds, word by word.

Source:
    Kondrak (2000), A new algorithm for the alignment of phonetic sequences (ALINE), for the idea of
    weighted sounds; the weights are ours.
"""

from eventgraph.skeleton.consonants import coarse, skeleton
from eventgraph.skeleton.likeness import similarity, word_similarity
from eventgraph.skeleton.script import Script, script
from eventgraph.skeleton.sounds import sounds
from eventgraph.skeleton.words import bare, words

__all__ = [
    "Script",
    "bare",
    "coarse",
    "script",
    "similarity",
    "skeleton",
    "sounds",
    "word_similarity",
    "words",
]
