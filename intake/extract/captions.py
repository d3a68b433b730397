"""Looks for values under their captions, several captions in one row, as passports are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.domain.clean import packed
from intake.domain.geometry import Rect
from intake.domain.slips import any_of
from intake.domain.text import PageText
from intake.extract.labels import Place, Search
from intake.extract.layout import UNDER, level
from intake.extract.running import Running, of_line

SLACK = 1.5  # heights of a caption by which its value may start left of it
INDENT = 6.0  # heights of a caption by which its value may start right of it


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: its text, which of the known ones it is, and where the column under it ends."""

    label: Running
    end: float

    @property
    def box(self) -> Rect:
        return self.label.box.bounds


def under_caption(*labels: str, among: Sequence[str], rows: int = 1) -> Search:
    """Return a search for what stands under one of `labels`, up to `rows` lines; each line is a place of its own."""
    mine, known = (re.compile(any_of(map(packed, words))) for words in (labels, (*labels, *among)))

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return tuple(place for page in pages for place in _places(page, mine, known, rows))

    return search


def _places(page: PageText, mine: re.Pattern[str], known: re.Pattern[str], rows: int) -> Iterator[Place]:
    captions = tuple(_captions(page, known))
    for caption in captions:
        if mine.fullmatch(caption.label.text):
            written = tuple(_under(page, caption, captions))[:rows]
            yield from (Place(caption.label, text) for text in written)


def _captions(page: PageText, known: re.Pattern[str]) -> Iterator[Caption]:
    texts = [of_line(line, page.number) for line in page.lines]
    found = [text.cut(*match.span()) for text in texts for match in known.finditer(text.text)]
    for label in found:
        box = label.box.bounds
        aside = [o.box.bounds.left for o in found if o is not label and level(box, o.box.bounds)]
        yield Caption(label, min((left for left in aside if left > box.left), default=float("inf")))


def _under(page: PageText, caption: Caption, captions: Sequence[Caption]) -> Iterator[Running]:
    """Yield the lines under a caption, down to the next caption or a gap, each cut to the caption's column."""
    bottom, height = caption.box.bottom, caption.box.height
    columns = [_column(of_line(line, page.number), caption) for line in page.lines]
    below = [text for text in columns if text.text and text.box.bounds.centre.y > bottom]
    for text in sorted(below, key=lambda text: text.box.bounds.top):
        box = text.box.bounds
        if box.top - bottom > UNDER * max(height, box.height) or any(_heads(o, caption, box) for o in captions):
            return
        yield text
        bottom = box.bottom


def _column(text: Running, caption: Caption) -> Running:
    """Return the part of a line that stands in the column of a caption: it must start near the caption's left."""
    box = caption.box
    start, end = box.left - SLACK * box.height, caption.end - box.height / 2
    inside = [i for i, at in enumerate(text.at) if start <= text.glyphs[at].char.box.bounds.centre.x < end]
    if not inside:
        return text.cut(0, 0)
    cut = text.cut(inside[0], inside[-1] + 1)
    return cut if cut.box.bounds.left - box.left <= INDENT * box.height else text.cut(0, 0)


def _heads(other: Caption, caption: Caption, box: Rect) -> bool:
    """Say whether what stands in `box`, in the column of a caption, belongs to another caption of that column."""
    return level(box, other.box) and caption.box.left - SLACK * caption.box.height <= other.box.left < caption.end
