"""What every paper of a type has: a page that lacks it is not taken for one, whatever else speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Proof = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Definition:
    """Regular expressions over the lines of a first page, packed (see `clean.packed`), one below the other.

    A page fits when all of `all_of`, at least `least` of `some_of` and none of `none_of` are found, and it has at most
    `most_lines` lines. What declares nothing fits every page. `proof` is told the same lines and says whether they have
    what hardly any other paper shows: with it a page that fits is one, however badly the rest of it was read.
    """

    all_of: tuple[str, ...] = ()
    some_of: tuple[str, ...] = ()
    least: int = 0
    none_of: tuple[str, ...] = ()
    most_lines: int | None = None
    proof: Proof | None = None


ANYTHING = Definition()
"""What a type declares whose papers have nothing in common that a regular expression could ask for."""
