"""Looks for values by their labels: right of the label on its row, in its own line, or under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from intake.domain.clean import packed
from intake.domain.slips import any_of
from intake.domain.text import Line, PageText
from intake.extract.hints import after_hint, without_hints
from intake.extract.layout import ASIDE, beneath, cell_beside, left_of, right_of, touching, under
from intake.extract.running import TILT, Running, joined, of_line
from intake.extract.sure import DOUBTED

BLANK = ":_-—.·|。,;"  # what forms print where a value is to be written
SHORT = 4  # characters: 男, 汉, a name; after a longer value a label in the middle of a line needs a colon
ACROSS = 90  # degrees: what leans more stands on its head
UNEVEN = 1.25  # times as tall or as small as what it goes on from: a letter of another hand, or of a seal
GAP = 0.8  # heights: a gap in a line that starts a new cell


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value should stand: its label, what is written there (maybe nothing), and how sure the label is one.

    Only what stands at places of the best rank is the value; what others say can put it in doubt.
    """

    label: Running | None
    written: Running
    rank: int = 0
    is_clear: bool = True
    """Whether the label is parted from the value, and so is no word of a sentence."""


Search = Callable[[Sequence[PageText]], tuple[Place, ...]]
"""Find the places where a value may stand, best first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line: a label (or none), and what follows it in the line."""

    label: Running | None
    rest: Running
    colon: bool
    is_clear: bool = True


@dataclass(frozen=True, slots=True)
class AfterLabel:
    """Look after any of `labels`. `among` are all labels of the form: where another one starts, a value ends.

    `wraps` is how many further lines a value may have. Lines that match `goes_on`, one under it or any right of it,
    belong to the value however far off they start.
    """

    labels: tuple[str, ...]
    among: tuple[str, ...]
    wraps: int = 0
    goes_on: str = ""

    def __call__(self, pages: Sequence[PageText]) -> tuple[Place, ...]:
        found = [place for page in pages for place in self._on(page)]
        best = max((place.rank for place in found), default=0)
        return tuple(place for place in found if place.rank == best or place.is_clear)

    def _on(self, page: PageText) -> tuple[Place, ...]:
        level = without_hints([line for line in page.lines if is_level(line)])
        heads = tuple(line for line in page.lines if is_on_its_head(line))
        form = Form(replace(page, lines=level), tuple(sorted({*self.labels, *self.among})), self.goes_on, heads)
        mine, others = _pattern(self.labels), set(map(packed, form.known)) - set(map(packed, self.labels))
        return tuple(
            form.place(line, i, self.wraps)
            for line in level
            for i, cell in enumerate(form.cells(line))
            if cell.label and mine.fullmatch(cell.label.text) and cell.label.text not in others
        )


def after_label(*labels: str, among: Sequence[str] = (), wraps: int = 0, goes_on: str = "") -> Search:
    """Return a search for what is written after one of `labels`."""
    return AfterLabel(labels, tuple(among), wraps, goes_on)


@dataclass(frozen=True, slots=True)
class Form:
    """A page whose lines fall into cells at known labels."""

    page: PageText
    known: tuple[str, ...]
    goes_on: str = ""
    heads: tuple[Line, ...] = ()
    """Single characters that stand on their heads, as those at the sides of a seal do: no part of a value."""

    def cells(self, line: Line) -> tuple[Cell, ...]:
        """Cut a line at its labels; the first cell has none when the line starts with something else."""
        text = of_line(line, self.page.number)
        kept: list[re.Match[str]] = []
        for match in _pattern(self.known).finditer(text.text):
            if _starts_cell(match, text, kept):
                kept.append(match)
        ends = [*(m.start() for m in kept), len(text.text)]
        before = text.cut(0, ends[0])
        first = (Cell(None, before, colon=False),) if before.text else ()
        return first + tuple(_cell(text, m, end) for m, end in zip(kept, ends[1:], strict=True))

    def place(self, line: Line, index: int, wraps: int) -> Place:
        """Return where the value of the label in cell `index` of `line` stands."""
        cells = self.cells(line)
        cell = cells[index]
        last = index == len(cells) - 1
        beside = self._plain(right_of(line, self.page.lines)) if last else ()
        if cell.rest.text:
            pieces = touching(line, beside)
        else:
            pieces = self._cell(line, beside, wraps) if beside else self._apart(line, cell)
        pieces += tuple(piece for piece in beside if piece not in pieces and self._goes_on(piece))
        written = joined([cell.rest, *(self._first(piece) for piece in pieces)])
        end = pieces[-1] if pieces else line
        edge = cell.label.box.bounds.left if cell.label else 0.0
        further = (
            (self._wrapped(written, end, wraps, edge) or self._gone_on(written, line, end)) if written.text else ()
        )
        written = joined([written, *further]).trimmed(BLANK)
        if self._is_mixed(line, pieces):
            written = written.doubted(DOUBTED)
        alone = index == 0 and not cell.rest.text
        return Place(cell.label, written, 2 if cell.colon else int(alone), cell.is_clear)

    def _is_mixed(self, line: Line, pieces: Sequence[Line]) -> bool:
        """Say whether a letter of a seal may be among the pieces of a value, or what stands there taken for one."""
        end = pieces[-1] if pieces else line
        apart = (piece for piece in pieces[1:] if len(piece.text) == 1)
        is_uneven = any(not 1 / UNEVEN <= piece.box.height / pieces[0].box.height <= UNEVEN for piece in apart)
        return is_uneven or bool(touching(end, right_of(end, self.heads)))

    def _first(self, line: Line) -> Running:
        return self.cells(line)[0].rest

    def _plain(self, row: Sequence[Line]) -> tuple[Line, ...]:
        """Return the first lines of a row, up to one that starts with a label."""
        labelled = next((i for i, line in enumerate(row) if self._labelled(line)), len(row))
        return tuple(row[:labelled])

    def _labelled(self, line: Line) -> bool:
        return any(cell.label for cell in self.cells(line)[:1])

    def _cell(self, line: Line, beside: tuple[Line, ...], wraps: int) -> tuple[Line, ...]:
        """Return what stands beside a label; of a value that may wrap, what stands above its middle too."""
        block = cell_beside(line, self.page.lines) if wraps else ()
        if beside[0] in block and not any(map(self._labelled, block)):
            return block
        return beside[:1] + touching(beside[0], beside[1:])

    def _apart(self, line: Line, cell: Cell) -> tuple[Line, ...]:
        """Return what stands under a label with nothing on its row, or beside it in lines that share no row with it.

        A label in a row of labels heads a column, and what stands in that belongs to it.
        """
        heads = self._heads(line)
        if cell.label is None or (not heads and right_of(line, self.page.lines)):
            return ()
        left = cell.label.box.bounds.left
        below = self._unlabelled(beneath(line, self.page.lines)) if heads else self._continuation(line, left)
        if below:
            return (below,)
        beside = cell_beside(line, self.page.lines)
        return () if any(map(self._labelled, beside)) else beside

    def _heads(self, line: Line) -> bool:
        """Say whether a line is a label in a row of nothing but labels."""
        row = (*left_of(line, self.page.lines), *right_of(line, self.page.lines))
        cells = [cell for o in (line, *row) for cell in self.cells(o)]
        return bool(row) and all(cell.label and not cell.colon and not cell.rest.text for cell in cells)

    def _wrapped(self, written: Running, line: Line, wraps: int, edge: float) -> list[Running]:
        """Return up to `wraps` further lines of a value whose label, and so its column, begins at `edge`."""
        pieces: list[Running] = []
        for _ in range(wraps):
            below = self._continuation(line, written.box.bounds.left, edge)
            if below is None:
                break
            pieces.append(self._first(below))
            line = below
        return pieces

    def _goes_on(self, line: Line) -> bool:
        return bool(self.goes_on and re.fullmatch(self.goes_on, of_line(line, self.page.number).text))

    def _gone_on(self, written: Running, line: Line, end: Line) -> list[Running]:
        """Return what goes on under a value, at its left or at that of its label."""
        starts = (start.box.bounds.left for start in (written, line))
        below = next((found for left in starts if (found := self._continuation(end, left))), None)
        return [self._first(below)] if below and self._goes_on(below) else []

    def _continuation(self, line: Line, left: float, edge: float = 0.0) -> Line | None:
        """Return the line under a value, unless it has a label; labels left of `edge` are another column's."""
        return self._unlabelled(under(line, self.page.lines, left), edge)

    def _unlabelled(self, below: Line | None, edge: float = 0.0) -> Line | None:
        """Return a line unless it, or one left of it and right of `edge`, starts with a label."""
        if below is None or self._labelled(below):
            return None
        aside = (o for o in left_of(below, self.page.lines) if o.box.bounds.left >= edge - ASIDE * o.box.height)
        return None if any(map(self._labelled, aside)) else below


def is_on_its_head(line: Line) -> bool:
    """Say whether a single character was read upside down on an upright page."""
    return len(line.text) == 1 and abs(line.box.angle) > ACROSS


def is_level(line: Line) -> bool:
    """Say whether a line runs along the page; a single character may lean."""
    return abs(line.box.angle) <= TILT or (len(line.text) == 1 and not is_on_its_head(line))


def _cell(text: Running, match: re.Match[str], end: int) -> Cell:
    start = match.end() + after_hint(text.text[match.end() : end])
    rest = text.cut(start, end)
    is_blank_before = not rest.text or text.at[start] - text.at[start - 1] > 1
    is_clear = is_blank_before or rest.text[0] == ":" or rest.text[0].isdigit()
    return Cell(text.cut(*match.span()), rest.trimmed(BLANK), rest.text.startswith(":"), is_clear)


def _starts_cell(match: re.Match[str], text: Running, before: Sequence[re.Match[str]]) -> bool:
    start, end = match.span()
    if text.text[end:] == "。":  # a sentence ends so, and no label
        return False
    if _mark(text.text[:start]) or text.text[end : end + 1] == ":":
        return True
    if before and start - before[-1].end() <= SHORT and before[0].start() == 0:
        return True
    ahead, first = text.glyphs[text.at[start - 1]].char.box, text.glyphs[text.at[start]].char.box
    return first.bounds.left - ahead.bounds.right > GAP * first.height


def _mark(text: str) -> bool:
    """Say whether `text` is nothing, or only the number or mark of an item: 3. (1) 一、 ◆."""
    return re.fullmatch(r"(?:\(?[\d一二三四五六七八九十]{1,2}[.、)]|[^\w(]*)", text) is not None


@cache
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(packed(label) for label in labels))
