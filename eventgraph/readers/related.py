"""Lists of other articles, teasers, and the second article that a paste may drag along.

After "Read also" stand headlines of other articles. Then either the article goes on, or a whole
second article follows; which of the two is told by what comes before and after.
"""

from __future__ import annotations

from eventgraph.readers.marking import Marking, overlap

_CLOSING = {"signoff", "comments"}  # labels that say: the article before is over


def mark_related(marking: Marking) -> None:
    """Label what the headings open, second articles included."""
    index = 0
    while index < len(marking.blocks):
        if marking.labels[index] == "heading":
            index = _mark_section(marking, index)
        elif marking.labels[index] == "comments" and _has_article_before(marking, index):
            index = _mark_comments(marking, index)
        else:
            index += 1


def _has_article_before(marking: Marking, index: int) -> bool:
    before = [block for block in marking.prose() if block < index]
    return len(before) >= 2 or sum(len(marking.blocks[i].text) for i in before) >= 300


def _mark_comments(marking: Marking, index: int) -> int:
    """Readers' comments go on to the end, or to the next list of other articles."""
    after = range(index + 1, len(marking.blocks))
    end = next((i for i in after if marking.labels[i] == "heading"), len(marking.blocks))
    marking.label(range(index, end), "noise")
    return end


def _mark_section(marking: Marking, heading: int) -> int:
    """Label one list of other articles; gives the index after it."""
    index = heading + 1
    while index < len(marking.blocks):
        while index < len(marking.blocks) and not _goes_on(marking, index):
            marking.label([index], "link")
            index += 1
        if index == len(marking.blocks) or marking.labels[index] in {"heading", "comments"}:
            return index
        headline = _headline_before(marking, index, heading)
        run = _run(marking, index)
        if headline is not None and _is_second(marking, heading, headline, run):
            return _take_second(marking, headline, run)
        if headline is None or not _is_teaser(marking, headline, run):
            return index
        marking.label([index], "link")
        index += 1
    return index


def _goes_on(marking: Marking, index: int) -> bool:
    """Whether a block is no item of the list: running text, or the next heading."""
    block = marking.blocks[index]
    if marking.labels[index] in {"heading", "comments"}:
        return True
    if not marking.is_open(index) or block.bulleted or block.is_cut:
        return False
    question = block.text.rstrip("\"'”’»").endswith(("?", "؟", "!"))
    return block.is_prose and not (question and block.words < 20)


def _headline_before(marking: Marking, index: int, heading: int) -> int | None:
    """The last item above running text that is not merely a label."""
    items = (i for i in range(index - 1, heading, -1) if marking.labels[i] == "link")
    return next(
        (i for i in items if marking.blocks[i].words >= 3 and not marking.blocks[i].is_cut), None
    )


def _run(marking: Marking, start: int) -> list[int]:
    """Running text from here on to the next heading or sign-off, with subheads between."""
    run: list[int] = []
    for index in range(start, len(marking.blocks)):
        if marking.labels[index] in {"heading", "comments", "signoff"}:
            break
        run.append(index)
    while run and not marking.is_prose(run[-1]):
        run.pop()
    return run


def _is_second(marking: Marking, heading: int, headline: int, run: list[int]) -> bool:
    """A whole article: several paragraphs under a headline that is theirs.

    For it speak that the first article was signed off before, that the paragraphs repeat the
    headline's words, and that more blank lines than elsewhere set it apart.
    """
    paragraphs = [index for index in run if marking.is_prose(index)]
    if len(paragraphs) < 2:
        return False
    title = marking.blocks[headline].text
    below = " ".join(marking.blocks[index].text for index in paragraphs[:2])
    own = overlap(title, below)
    evidence = 2 * _is_signed_off(marking, heading) + 2 * (own >= 0.5) + (own >= 0.3)
    return evidence + _is_set_apart(marking, headline, run[0]) >= 2


def _is_signed_off(marking: Marking, heading: int) -> bool:
    """Whether, since the last running text, the article was signed off."""
    index = heading - 1
    while index >= 0 and not marking.is_prose(index):
        if marking.labels[index] in _CLOSING:
            return True
        index -= 1
    return False


def _is_set_apart(marking: Marking, headline: int, first: int) -> bool:
    usual = sorted(block.gap for block in marking.blocks[1:])
    middle = usual[len(usual) // 2] if usual else 0
    return any(marking.blocks[index].gap > max(middle, 1) for index in range(headline, first + 1))


def _is_teaser(marking: Marking, headline: int, run: list[int]) -> bool:
    """One paragraph that tells a listed headline in other words, then something else."""
    if not run or not marking.blocks[run[0]].is_prose:
        return False
    alone = len(run) == 1 or not marking.is_prose(run[1])
    return alone and overlap(marking.blocks[headline].text, marking.blocks[run[0]].text) >= 0.5


def _take_second(marking: Marking, headline: int, run: list[int]) -> int:
    taken = [headline, *(index for index in run if marking.is_open(index))]
    for index in taken:
        marking.labels[index] = "second"
    marking.seconds.append(taken)
    return run[-1] + 1
