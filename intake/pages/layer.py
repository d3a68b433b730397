"""Decides whether a PDF's text layer says what is seen on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from intake.domain.text import Line

MOST = 120  # lines of a page that are all compared: a ruling has 30, a dense form 80
PLAIN_LINES = 8  # lines of running text that are compared where a page has more
ALIKE = 0.95  # mean similarity of the sampled lines: a recogniser confuses a few alike characters
DIGITS = 4  # a run this long is a number that matters, and has to be the same
SURE = 0.95  # confidence of a character that is read so surely that a layer which says another one lies
UNSEEN = 2  # characters in a row that nobody sees: a reader passes over one, not over several


def sample(layer: Sequence[Line]) -> tuple[Line, ...]:
    """Choose the lines to compare: all of a page, and of one with more print than a form those that may carry a value.

    A liar changes a name or an amount in the middle of prose: a line that nobody compared proves nothing, and reading
    the lines of a page costs less than finding them.
    """
    lines = [line for line in layer if len(_normal(line.text)) > 1]
    if len(lines) <= MOST:
        return tuple(lines)
    telling = [line for line in lines if _is_telling(line.text)]
    others = [line for line in lines if not _is_telling(line.text)]
    step = max(len(others) / PLAIN_LINES, 1.0)
    spread = [others[round(i * step)] for i in range(PLAIN_LINES) if round(i * step) < len(others)]
    return tuple(telling + spread)


def agrees(layer: Sequence[Line], seen: Sequence[Line | None]) -> bool:
    """Say whether lines of the layer read as they look: alike on the whole, every number the same, and no lie.

    A layer with one account number or one name changed must not pass, however alike the rest is; one without any line
    to compare does not either. To refuse an honest layer costs little: the page is read by OCR then.
    """
    if not layer:
        return False
    alike = 0.0
    for said, read in zip(layer, seen, strict=True):
        if read is None or _numbers(said.text) != _numbers(read.text) or _lies(said, read):
            return False
        alike += SequenceMatcher(None, _normal(said.text), _normal(read.text), autojunk=False).ratio()
    return alike / len(layer) >= ALIKE


def _is_telling(text: str) -> bool:
    return ":" in _normal(text) or bool(_numbers(text))


def _lies(said: Line, read: Line) -> bool:
    """Say whether a character is read surely, and the layer says another one or none, or more than is seen."""
    ours = _normal(said.text)
    theirs = [(folded, char.confidence) for char in read.chars for folded in _normal(char.text)]
    matcher = SequenceMatcher(None, ours, "".join(char for char, _ in theirs), autojunk=False)
    for change, start, end, from_, to in matcher.get_opcodes():
        if change == "replace" and any(_differ(ours[start:end], theirs[from_:to])):
            return True
        if change == "delete" and end - start >= UNSEEN:
            return True
        if change == "insert" and any(_matters(char) and sure >= SURE for char, sure in theirs[from_:to]):
            return True
    return False


def _differ(said: str, read: Sequence[tuple[str, float]]) -> Iterator[bool]:
    """Yield for each pair whether both are characters that matter, and the one that is seen is seen surely."""
    for ours, (theirs, confidence) in zip(said, read, strict=False):
        yield _matters(ours) and _matters(theirs) and confidence >= SURE


def _matters(char: str) -> bool:
    """Say whether a character carries a value: marks and Latin letters are confused by any reader."""
    return char.isdigit() or "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _numbers(text: str) -> tuple[str, ...]:
    digits = "".join(c if c.isdigit() else " " for c in _normal(text))
    return tuple(run for run in digits.split() if len(run) >= DIGITS)
