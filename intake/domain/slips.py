"""Compares what was read with words we know, forgiving blanks, full-width forms and one slip of the reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from intake.domain.clean import packed

VARIANTS = {"粵": "粤", "滬": "沪", "執": "执", "號": "号"}
"""Forms of one character that readers mix up where papers print the simplified one."""

LONG = 4  # characters: a shorter word with one character wrong may well be another word


def fold(char: str) -> str:
    """Return the half-width form of one character, the character itself where that would not be one character."""
    folded = unicodedata.normalize("NFKC", char)
    return VARIANTS.get(char, folded if len(folded) == 1 else char)


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, longest first; then for long ones with one slip."""
    ordered = sorted({packed(word) for word in words}, key=lambda w: (-len(w), w))
    slipped = (slip for word in ordered if len(word) >= LONG for slip in slips(word))
    return f"(?:{'|'.join((*map(re.escape, ordered), *slipped))})"


def slips(word: str) -> Iterator[str]:
    """Yield regular expressions for `word` with one character wrong or lost."""
    yield f"(?:^|[^:]){re.escape(word[1:])}"
    yield from (f"{re.escape(word[:i])}[^:]?{re.escape(word[i + 1 :])}" for i in range(1, len(word) - 1))
    yield f"{re.escape(word[:-1])}(?:[^:]|(?=:|$))"  # where the last one is lost, what follows is no part of the word
