"""What the drawings of strangers share: ruled tables, running text, handwriting, bar codes; Pillow and numpy only."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

import numpy as np
from PIL import Image

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, MARK, Canvas, Colour, Style, wrap
from intake.drawing.fonts import Face, font

Layout = Callable[[Facts, Random], Canvas | tuple[Canvas, ...]]
"""Draws one of the looks of a family, on one page or several."""

WIDTH, HEIGHT = 1240, 1754  # A4 at 150 dots per inch: enough for pictures that end at 448 pixels
SHEET = (WIDTH, HEIGHT)
BLUE: Colour = (30, 48, 120)
_SMALLEST = 16  # pixels: text of a table does not become smaller


def drawn(name: str, layouts: Sequence[Layout], facts: Facts, seed: int) -> Drawing:
    """Draw the look that the seed falls on; what varies within it follows the seed too."""
    made = layouts[seed % len(layouts)](facts, Random(f"{name} {seed}"))
    pages = (made,) if isinstance(made, Canvas) else made
    for page in pages:
        if all(line.text != MARK for line in page.lines):
            page.mark(80, page.image.height - 26, 20)
    return Drawing(tuple(page.page() for page in pages))


def sheet(rng: Random, size: tuple[int, int] = SHEET) -> Canvas:
    """Return an empty sheet: white, or the tint of cheap or old paper."""
    return Canvas.blank(size, rng.choice(((255, 255, 255), (255, 255, 255), (250, 248, 240), (246, 246, 244))))


def people(facts: Facts) -> tuple[str, ...]:
    """Return the names of all people of a case."""
    persons = (facts.applicant, facts.respondent, facts.agent, facts.child, facts.company.legal_representative)
    return (*(person.name for person in persons), *facts.judges, facts.clerk)


def city(facts: Facts) -> str:
    """Return the city of the court, as 杭州市."""
    return facts.court_name.split("省")[-1].split("市")[0] + "市"


def digits(rng: Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def money(rng: Random, low: int, high: int) -> str:
    return f"{rng.randint(low * 100, high * 100) / 100:,.2f}"


def some(rng: Random, name: str, count: int) -> list[str]:
    """Return `count` different entries of a list of words, fewer where it has fewer."""
    entries = words(name)
    return rng.sample(entries, min(count, len(entries)))


def body(rng: Random, serif: float = 0.6) -> Face:
    """Return a face for running text."""
    return rng.choice((Face.SONG, Face.SONG, Face.MING)) if rng.random() < serif else rng.choice((Face.HEI, Face.ZEN))


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its sides, the share of its width for each column, the height of a row, what is ruled."""

    left: float
    right: float
    shares: tuple[float, ...]
    row: float = 60
    colour: Colour = (50, 50, 50)
    has_columns: bool = True
    has_rows: bool = True

    @property
    def edges(self) -> tuple[float, ...]:
        steps = np.cumsum((0.0, *self.shares)) / sum(self.shares)
        return tuple(float(self.left + step * (self.right - self.left)) for step in steps)


def table(page: Canvas, top: float, rows: Sequence[Sequence[str]], style: Style, grid: Grid) -> float:
    """Set a table from `top` and return where it ends; text that does not fit becomes smaller, then breaks."""
    pen, y = page.pen, top
    for row in rows:
        for text, left, right in zip(row, grid.edges, grid.edges[1:], strict=False):
            _cell(page, text, Rect(left, y, right, y + grid.row), style)
        if grid.has_rows:
            pen.rectangle((grid.left, y, grid.right, y + grid.row), outline=grid.colour, width=1)
        y += grid.row
    if grid.has_columns:
        for x in grid.edges:
            pen.line((x, top, x, y), fill=grid.colour, width=2)
    pen.rectangle((grid.left, top, grid.right, y), outline=grid.colour, width=2)
    return y


def _cell(page: Canvas, text: str, cell: Rect, style: Style) -> None:
    if not text:
        return
    room = cell.width - 12
    lines = wrap(text, style, room)
    while style.size > _SMALLEST and len(lines) * style.size * 1.25 > max(cell.height, style.size * 1.25):
        style = style.sized(style.size - 1)
        lines = wrap(text, style, room)
    fitting = lines[: max(int(cell.height // (style.size * 1.25)), 1)]
    for i, line in enumerate(fitting):
        y = cell.centre.y + style.size * (0.36 + (i - (len(fitting) - 1) / 2) * 1.25)
        page.centred(cell.centre.x, y, line, style)


def fitted(style: Style, text: str, width: float) -> Style:
    """Return the style, smaller where `text` would be wider than `width`."""
    while style.width(text) > width and style.size > 12:
        style = style.sized(style.size - 1)
    return style


def flow(page: Canvas, texts: Sequence[str], style: Style, rect: Rect, *, indent: float = 2.0) -> float:
    """Set paragraphs into a rectangle until it is full (`indent` in characters); return the next baseline."""
    y = rect.top + style.size
    for text in texts:
        for i, line in enumerate(wrap(text, style, rect.width - style.size, indent * style.size)):
            if y > rect.bottom:
                return y
            page.text(rect.left + (indent * style.size if i == 0 else 0), y, line, style)
            y += style.size * style.leading
    return y


def lines(page: Canvas, texts: Sequence[str], style: Style, at: tuple[float, float]) -> float:
    """Set one line a text below each other; return the next baseline."""
    x, y = at
    for text in texts:
        if text:
            page.text(x, y, text, fitted(style, text, page.image.width - x - 24))
        y += style.size * style.leading
    return y


def scrawl(page: Canvas, at: tuple[float, float], text: str, style: Style, rng: Random) -> float:
    """Write a line by hand: every character of another size and height, the line rising or falling; return its end."""
    (x, y), slope, pen = at, rng.uniform(-0.03, 0.015), page.pen
    top, bottom, start = y - style.size, y + style.size * 0.2, x
    for char in text:
        size = max(round(style.size * rng.uniform(0.86, 1.12)), 8)
        face = font(style.face, size)
        dy = slope * (x - start) + rng.uniform(-0.07, 0.07) * style.size
        pen.text((x, y + dy), char, style.colour, face, anchor="ls", stroke_width=style.stroke)
        top, bottom = min(top, y + dy - size), max(bottom, y + dy + size * 0.2)
        x += face.getlength(char) * rng.uniform(0.84, 1.0)
    page.note(text, Rect(start, top, max(x, start + 1), bottom))
    return x


def upright_text(page: Canvas, at: tuple[float, float], text: str, style: Style) -> float:
    """Set a column of characters from the top down, as old headlines and spines are; return where it ends."""
    x, y = at
    for char in text:
        page.pen.text((x, y), char, style.colour, font(style.face, style.size), anchor="mt", stroke_width=style.stroke)
        y += style.size * 1.12
    page.note(text, Rect(x - style.size / 2, at[1], x + style.size / 2, y))
    return y


def bars(page: Canvas, box: Rect, rng: Random) -> None:
    """Draw a bar code."""
    x = box.left
    while x < box.right:
        width = rng.choice((2, 2, 3, 5))
        page.pen.rectangle((x, box.top, x + width - 1, box.bottom), fill=INK)
        x += width + rng.choice((2, 3, 4))


def squares(page: Canvas, left: int, top: int, side: int, rng: Random) -> None:
    """Draw what looks like a QR code: random modules and three finder squares."""
    chance = np.random.default_rng(rng.getrandbits(32))
    code = chance.integers(0, 2, (25, 25), dtype=np.uint8)
    finder = np.ones((7, 7), np.uint8)
    finder[1:6, 1:6] = 0
    finder[2:5, 2:5] = 1
    for row, column in ((0, 0), (0, 18), (18, 0)):
        code[max(row - 1, 0) : row + 8, max(column - 1, 0) : column + 8] = 0
        code[row : row + 7, column : column + 7] = finder
    picture = Image.fromarray(((1 - code) * 255).astype(np.uint8)).resize((side, side), Image.Resampling.NEAREST)
    page.image.paste(picture.convert("RGB"), (left, top))


def face(page: Canvas, box: Rect, rng: Random) -> None:
    """Paint a portrait as a stranger's card has: a head and shoulders before one colour, nobody's."""
    page.pen.rectangle(
        (box.left, box.top, box.right, box.bottom), fill=rng.choice(((220, 228, 238), (196, 60, 60), (90, 140, 210)))
    )
    skin, hair, x = rng.choice(((226, 190, 164), (206, 166, 138))), (36, 32, 32), box.centre.x
    shoulders = (x - box.width * 0.42, box.top + box.height * 0.68, x + box.width * 0.42, box.bottom + box.height * 0.3)
    page.pen.pieslice(shoulders, 180, 360, fill=rng.choice(((40, 44, 60), (240, 240, 240), (90, 50, 50))))
    head = (x - box.width * 0.22, box.top + box.height * 0.2, x + box.width * 0.22, box.top + box.height * 0.7)
    page.pen.ellipse((head[0] - 6, head[1] - 12, head[2] + 6, head[3] - box.height * 0.1), fill=hair)
    page.pen.ellipse((head[0], head[1] + box.height * 0.06, head[2], head[3]), fill=skin)


def speckle(image: Image.Image, rng: Random, strength: float) -> Image.Image:
    """Return a picture with grain, as photographs and cloth have."""
    chance = np.random.default_rng(rng.getrandbits(32))
    grain = chance.normal(0, strength, (image.height, image.width, 1))
    return Image.fromarray(np.clip(np.asarray(image, np.float32) + grain, 0, 255).astype(np.uint8))


def words(name: str) -> tuple[str, ...]:
    """Return a list of words.toml."""
    return tuple(_lists()[name])


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    lists: Mapping[str, Sequence[str]] = tomllib.loads((files("training.corpus") / "words.toml").read_text("utf-8"))
    return lists
