"""Says in which of the two ways to write a paper is printed, simplified or traditional, whatever readers slip in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.domain.clean import packed
from intake.domain.names import simplified
from intake.domain.text import PageText

_HANZI = re.compile(r"[一-鿿]")
FEW = 0.1  # of the characters of a paper that are traditional: misread ones; a paper in traditional writing has a third


_COPY_NOTE = re.compile(r"复印件.{0,8}[仅只]|[仅只][供限作用].{1,60}使用|与原件(?:一致|相符|核对)")


def without_copy_notes(page: PageText) -> PageText:
    """Return a page without the lines that people write on copies: 此复印件仅供……一案领款使用，与原件一致.

    They say what the copy is for, in the words of other papers, and not what it is a copy of.
    """
    return replace(page, lines=tuple(line for line in page.lines if not _COPY_NOTE.search(packed(line.text))))


def is_simplified(pages: Sequence[PageText]) -> bool:
    """Say whether pages are in simplified writing."""
    written = [char for page in pages for line in page.lines for char in _HANZI.findall(line.text)]
    strange: int = sum(simplified(char) != char for char in written)
    return strange < FEW * len(written)


def as_printed(page: PageText) -> tuple[str, ...]:
    """Return the packed lines of a page, in simplified characters where the paper is: readers take 权 for 權."""
    lines = tuple(packed(line.text) for line in page.lines)
    return tuple(map(simplified, lines)) if is_simplified([page]) else lines
