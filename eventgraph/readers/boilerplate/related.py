"""Lists of other articles, teasers, and the second article that a paste may drag along.

After "Read also" stand headlines of other articles. Then either the article goes on, or a whole
second article follows; which of the two is told by what comes before and after.
"""

from __future__ import annotations

from itertools import takewhile

from eventgraph.readers.boilerplate.date_lines import read_stamp
from eventgraph.readers.boilerplate.labelling import Marking, overlap

_CLOSING = {"signoff", "comments"}  # labels that say: the article before is over
_BORDERS = {"heading", "comments", "signoff"}  # labels that no article goes on across


def mark_related(marking: Marking) -> None:
    """Label what the headings open, second articles included."""
    index = 0
    while index < len(marking.blocks):
        if marking.labels[index] == "heading":
            index = _mark_section(marking, index)
        elif marking.labels[index] == "comments" and marking.has_article_before(index):
            index = _mark_comments(marking, index)
        else:
            index += 1


def _mark_comments(marking: Marking, index: int) -> int:
    """Readers' comments go on to the end, or to the next list of other articles."""
    after = range(index + 1, len(marking.blocks))
    end = next((i for i in after if marking.labels[i] == "heading"), len(marking.blocks))
    marking.label(range(index, end), "noise")
    return end


def _mark_section(marking: Marking, heading: int) -> int:
    """Label one list of other articles; gives the index after it."""
    index = heading + 1
    while (index := _skip_items(marking, index)) < len(marking.blocks):
        if marking.labels[index] in {"heading", "comments"}:
            return index
        headline = _headline_before(marking, index, heading)
        if headline is None or _is_first(marking, heading, headline):
            return index
        run = _run(marking, index)
        if _is_second(marking, heading, headline, run):
            index = marking.take_second([headline, *run])
        elif _is_teaser(marking, headline, run):
            marking.label([index], "link")
            index += 1
        else:
            return index
    return index


def _skip_items(marking: Marking, index: int) -> int:
    """Label items of the list; gives the index of what is none."""
    while index < len(marking.blocks) and not _ends_list(marking, index):
        marking.label([index], "link")
        index += 1
    return index


def _ends_list(marking: Marking, index: int) -> bool:
    """Whether a block is no item of the list: running text, or the next heading."""
    block = marking.blocks[index]
    if marking.labels[index] in {"heading", "comments"}:
        return True
    if not marking.is_open(index) or block.bulleted or block.is_cut:
        return False
    return block.is_prose and not (block.asks and block.words < 20)


def _headline_before(marking: Marking, index: int, heading: int) -> int | None:
    """The last item above running text that is neither a label, a date line nor a teaser."""
    for item in range(index - 1, heading, -1):
        block = marking.blocks[item]
        if marking.labels[item] == "link" and block.words >= 3 and not block.is_cut:
            if not read_stamp(block.text, marking.phrases, marking.language):
                return item
        elif marking.is_prose(item) or marking.labels[item] == "second":
            return None
    return None


def _is_first(marking: Marking, heading: int, headline: int) -> bool:
    """A list at the top of a page: what follows is the article itself, its headline included."""
    if any(marking.is_prose(index) for index in range(heading)):
        return False
    for index in range(headline, len(marking.blocks)):
        if marking.labels[index] != "link":
            break
        marking.labels[index] = ""
    return True


def _run(marking: Marking, start: int) -> list[int]:
    """Running text from here on, to the next heading, sign-off or headline of yet another article."""
    within = takewhile(
        lambda i: marking.labels[i] not in _BORDERS, range(start, len(marking.blocks))
    )
    run = list(takewhile(lambda i: i == start or not _opens_article(marking, i), within))
    while run and not marking.is_prose(run[-1]):
        run.pop()
    return run


def _opens_article(marking: Marking, index: int) -> bool:
    """Whether a line is a headline that the paragraph below it tells again."""
    block = marking.blocks[index]
    if (
        index + 1 >= len(marking.blocks)
        or block.is_prose
        or not marking.is_open(index)
        or block.words < 4
    ):
        return False
    below = marking.blocks[index + 1]
    return below.is_prose and overlap(block.text, below.text) >= 0.5


def _is_second(marking: Marking, heading: int, headline: int, run: list[int]) -> bool:
    """A whole article: several paragraphs under a headline that is theirs.

    For it speak that the first article was signed off before, that the paragraphs repeat the
    headline's words, that it has a date line, and that more blank lines than elsewhere set it apart.
    """
    if len(run) < 2 or not marking.is_prose(run[1]):
        return False
    own = overlap(marking.blocks[headline].text, " ".join(marking.blocks[i].text for i in run[:2]))
    closed = _is_signed_off(marking, heading) or _is_dated(marking, headline, run[0])
    evidence = 2 * closed + 2 * (own >= 0.5) + (own >= 0.3)
    return evidence + _is_set_apart(marking, headline, run[0]) >= 2


def _is_signed_off(marking: Marking, heading: int) -> bool:
    """Whether, since the last running text, the article was signed off."""
    above = range(heading - 1, max(heading - 40, -1), -1)
    before = takewhile(lambda i: not marking.is_prose(i) and marking.labels[i] != "second", above)
    return any(marking.labels[index] in _CLOSING for index in before)


def _is_dated(marking: Marking, headline: int, first: int) -> bool:
    lines = (marking.blocks[index].text for index in range(headline + 1, first))
    return any(read_stamp(line, marking.phrases, marking.language) for line in lines)


def _is_set_apart(marking: Marking, headline: int, first: int) -> bool:
    """Whether more blank lines than elsewhere stand around the headline."""
    usual = max(marking.usual_gap, 1)
    return any(marking.blocks[index].gap > usual for index in range(headline, first + 1))


def _is_teaser(marking: Marking, headline: int, run: list[int]) -> bool:
    """One paragraph that tells a listed headline in other words, then something else."""
    if not run:
        return False
    alone = len(run) == 1 or not marking.is_prose(run[1])
    return alone and overlap(marking.blocks[headline].text, marking.blocks[run[0]].text) >= 0.5
