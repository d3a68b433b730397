"""Titles as expressions over packed lines: what stands by itself among the first lines of a page."""

from __future__ import annotations

_FIRST = 6  # lines: the name of who writes, numbers and stamps may stand above


def titled(words: str) -> str:
    """Return an expression for a title that ends in one of `words` (an expression itself), near the top of a page."""
    return rf"^(?:[^\n]*\n){{0,{_FIRST - 1}}}[^\n,。;:]{{0,14}}(?:{words})[^\n,。;:]{{0,4}}(?:\n|$)"
