"""A notice as plain text."""

from __future__ import annotations

import unicodedata

from intake.release.notice import Notice


def text(notice: Notice) -> str:
    """Return the notice as lines of text."""
    lines = [notice.title, "", notice.addressee, notice.opening, ""]
    for section in notice.sections:
        lines += [section.heading, *(f"  {n}. {item}" for n, item in enumerate(section.items, start=1)), ""]
    lines += [line for line in (notice.deadline, notice.caveat) if line]
    return "\n".join([*map(clean, lines), "", clean(notice.court), notice.dated, ""])


def clean(words: str) -> str:
    """Return text without marks that nobody sees: those of direction would turn the words of a notice around."""
    return "".join(c for c in words if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
