"""Says in which of the two ways to write a paper is printed, simplified or traditional, whatever readers slip in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.domain.clean import packed
from intake.domain.names import simplified
from intake.domain.text import PageText

_HANZI = re.compile(r"[一-鿿]")
FEW = 0.1  # of the characters of a paper that are traditional: misread ones; a paper in traditional writing has a third


def is_simplified(pages: Sequence[PageText]) -> bool:
    """Say whether pages are in simplified writing."""
    written = [char for page in pages for line in page.lines for char in _HANZI.findall(line.text)]
    strange: int = sum(simplified(char) != char for char in written)
    return strange < FEW * len(written)


def as_printed(page: PageText) -> tuple[str, ...]:
    """Return the packed lines of a page, in simplified characters where the paper is: readers take 权 for 權."""
    lines = tuple(packed(line.text) for line in page.lines)
    return tuple(map(simplified, lines)) if is_simplified([page]) else lines
