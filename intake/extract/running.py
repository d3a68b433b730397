"""Running text: characters in reading order with the place of each, so that a match leads back to the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean as mean

from intake.domain.clean import is_invisible, is_turning
from intake.domain.geometry import Quad, enclosing
from intake.domain.slips import fold
from intake.domain.text import Char, Lattice, Line, PageText, Source

FURNITURE = re.compile(r"[-—–\s]*(\d{1,3}|第\s*\d+\s*页|\d+\s*/\s*\d+|第\s*\d+\s*页.*|样\s*本.*)[-—–\s]*")
TILT = 10  # degrees: text of an upright page that leans more is a watermark or a stamp
PLAIN = 0.95  # of a character read as surely as this we need not know what else it might be


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page, and the lattice of the line that it was read in."""

    char: Char
    page: int
    source: Source
    lattice: Lattice | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """Characters of one or several lines. `text` has no blanks and half-width forms; offsets count in `text`.

    `at` holds the index in `glyphs` of each character of `text`; `breaks` the offsets at which a line starts.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    at: tuple[int, ...]
    breaks: tuple[int, ...] = ()

    @property
    def raw(self) -> str:
        """The exact characters, blanks between them included."""
        return "".join(g.char.text for g in self.glyphs)

    @property
    def confidence(self) -> float:
        """That of the least sure character: a value is wrong when one of its characters is."""
        return min((self.glyphs[i].char.confidence for i in self.at), default=0.0)

    @property
    def mean_confidence(self) -> float | None:
        """That of its characters in the mean; None where there are none."""
        return mean(self.glyphs[i].char.confidence for i in self.at) if self.at else None

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def source(self) -> Source:
        return self.glyphs[0].source

    @property
    def box(self) -> Quad:
        """The box around the characters; of text that runs over pages, around those of its first page."""
        return enclosing(g.char.box for g in self.glyphs if g.page == self.page)

    def cut(self, start: int, end: int) -> Running:
        """Return the characters from `start` to `end` of `text`, with the blanks between but not around them."""
        if start >= end:
            return NOTHING
        first = self.at[start]
        return Running(
            self.glyphs[first : self.at[end - 1] + 1],
            self.text[start:end],
            tuple(i - first for i in self.at[start:end]),
            tuple(b - start for b in self.breaks if start <= b < end),
        )

    def doubted(self, most: float) -> Running:
        """Return it with no character surer than `most`."""
        glyphs = (replace(g, char=replace(g.char, confidence=min(g.char.confidence, most))) for g in self.glyphs)
        return replace(self, glyphs=tuple(glyphs))

    def pieces(self) -> tuple[Running, ...]:
        """Return its lines."""
        starts = sorted({0, *self.breaks})
        ends = (*starts, len(self.text))[1:]
        return tuple(self.cut(a, b) for a, b in zip(starts, ends, strict=True) if a < b)

    def trimmed(self, characters: str) -> Running:
        """Return it without any of `characters` at its ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, max(len(self.text.rstrip(characters)), start))


NOTHING = Running((), "", ())


def joined(pieces: Iterable[Running]) -> Running:
    """Return one running text of all pieces, each on a line of its own."""
    glyphs: list[Glyph] = []
    text, at, breaks = "", list[int](), list[int]()
    for piece in pieces:
        breaks += [len(text) + b for b in sorted({0, *piece.breaks}) if piece.text]
        at += [len(glyphs) + i for i in piece.at]
        glyphs += piece.glyphs
        text += piece.text
    return Running(tuple(glyphs), text, tuple(at), tuple(breaks))


def of_line(line: Line, page: int) -> Running:
    """Return the running text of one line; of one that turns the direction of reading nothing is sure."""
    chars = [_sure(c, line.lattice) for c in line.chars]
    if any(map(is_turning, line.text)):
        chars = [replace(char, confidence=0.0) for char in chars]
    glyphs = tuple(Glyph(char, page, line.source, line.lattice) for char in chars)
    at = tuple(i for i, c in enumerate(line.chars) if not (c.text.isspace() or is_invisible(c.text)))
    return Running(glyphs, "".join(fold(line.chars[i].text) for i in at), at)


def of_pages(pages: Sequence[PageText]) -> Running:
    """Return the text of a document as one, without page numbers, marks and watermarks."""
    return joined(of_line(line, page.number) for page in pages for line in page.lines if _is_text(line))


def _is_text(line: Line) -> bool:
    return abs(line.box.angle) <= TILT and not FURNITURE.fullmatch(line.text)


def _sure(char: Char, lattice: Lattice | None) -> Char:
    """Add up what the reader believed of all forms of a character: ( or （, 粤 or 粵 is no doubt about a value."""
    if lattice is None or char.step is None or char.confidence >= PLAIN:
        return char
    known = zip(lattice.classes[char.step], lattice.probabilities[char.step], strict=True)
    same = sum(float(p) for i, p in known if fold(lattice.alphabet[i]) == fold(char.text))
    return replace(char, confidence=min(max(char.confidence, same), 1.0))
