"""Brings characters into one form before a grammar looks at them: width, blanks, marks that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─－﹣"), "-")
LOOKALIKES = str.maketrans("OoＯ○〇QDIl|", "0000000111")
"""What readers make of 0 and 1 in places where only a digit can stand."""


class Found(NamedTuple, Generic[T]):
    """A value and where it stands in the text that was searched: `text[start:end]`."""

    value: T
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A text without blanks and invisible marks, in half-width forms, that remembers where each character stood."""

    text: str
    at: tuple[int, ...]

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where a match within `text` begins and ends in the original."""
        return self.at[match.start()], self.at[match.end() - 1] + 1

    def found(self, pattern: re.Pattern[str], read: Callable[[str], T | None]) -> Iterator[Found[T]]:
        """Yield what `read` makes of each match of `pattern`, where it makes something of it."""
        for match in pattern.finditer(self.text):
            if (value := read(match.group())) is not None:
                yield Found(value, *self.span(match))


def is_turning(char: str) -> bool:
    """Say whether a character turns the direction of reading: what is seen of the text is not what it says."""
    return unicodedata.bidirectional(char) in _TURNING


def visible(raw: str) -> str:
    """Return the text in half-width forms and with single blanks, without control and direction marks."""
    kept = (c for c in unicodedata.normalize("NFKC", raw) if c.isspace() or not is_invisible(c))
    return unicodedata.normalize("NFKC", " ".join("".join(kept).translate(DASHES).split()))


def packed(raw: str) -> str:
    """Return the text in half-width forms without blanks and marks that nobody can see."""
    return unicodedata.normalize("NFKC", visible(raw).replace(" ", ""))


def pack(raw: str, *, keep_blanks: bool = False) -> Packed:
    """Pack character by character and keep the place of each; what becomes longer shares its place."""
    pairs = [
        (folded, i)
        for i, char in enumerate(raw)
        for folded in (char if keep_blanks and char.isspace() else packed(char))
    ]
    return Packed("".join(c for c, _ in pairs), tuple(i for _, i in pairs))


def digits(raw: str) -> str:
    """Return the text as a number: packed, capital letters, without the hyphens people group digits with."""
    return packed(raw).upper().replace("-", "")


def marks(raw: str) -> str:
    """Return what a number is made of: its letters and digits, and the strokes that a reader may take for some."""
    return "".join(c for c in packed(raw).upper() if c.isalnum() or c in "|×")


def is_invisible(char: str) -> bool:
    """Say whether a character is a control or direction mark, or none at all."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}
