"""A page being drawn: every call that sets text also notes the line, so that the truth cannot drift from the ink."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image, ImageDraw

from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.geometry import Quad, Rect
from intake.drawing.fonts import Face, font

Colour = tuple[int, int, int]
INK: Colour = (24, 24, 26)
WHITE: Colour = (255, 255, 255)
A4 = (1654, 2339)  # pixels at 200 dots per inch
CARD = (1012, 638)  # ISO 7810 ID-1, 85.6 x 54 mm, at 300 dots per inch
MARK = "样本"  # every drawing says in its margin that it is drawn

_NO_START = set("，。、；：）》」』！？…％%)")  # may not begin a line: they hang on the line before
_PIECE = re.compile(r"[A-Za-z0-9]+(?:[.,][0-9]+)*|.")
_CENTRED_POINTS = (Face.MING, Face.KAI, Face.ZEN)
_NO_END = set("（《「『(")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: `spacing` is pixels after each character, `stroke` emboldens, a line is `leading` sizes high."""

    face: Face
    size: int
    colour: Colour = INK
    spacing: float = 0.0
    stroke: int = 0
    leading: float = 1.8

    def width(self, text: str) -> float:
        """Return the advance of `text` in pixels."""
        face = font(self.face, self.size)
        return sum(face.getlength(char) for char in text) + self.spacing * max(len(text) - 1, 0)

    def sized(self, size: int) -> Style:
        return replace(self, size=size)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style, beginning at `x` (None: right after the run before)."""

    text: str
    style: Style
    x: float | None = None


@dataclass(slots=True)
class Canvas:
    """A picture and the lines set on it so far."""

    image: Image.Image
    lines: list[DrawnLine] = field(default_factory=list)
    seal_text: str | None = None

    @staticmethod
    def blank(size: tuple[int, int], colour: Colour = WHITE) -> Canvas:
        return Canvas(Image.new("RGB", size, colour))

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def text(self, x: float, baseline: float, text: str, style: Style) -> Rect:
        """Set one line from `x`; blanks at its ends are not drawn."""
        return self.runs(baseline, (Run(text, style, x),))

    def centred(self, x: float, baseline: float, text: str, style: Style) -> Rect:
        return self.text(x - style.width(text) / 2, baseline, text, style)

    def flush_right(self, x: float, baseline: float, text: str, style: Style) -> Rect:
        return self.text(x - style.width(text), baseline, text, style)

    def runs(self, baseline: float, runs: Sequence[Run], *, gap: str = "") -> Rect:
        """Set several runs on one baseline as one line; its text joins theirs with `gap`."""
        x = 0.0
        boxes: list[Rect] = []
        for run in runs:
            start = x if run.x is None else run.x
            x = self._ink(start, baseline, run.text, run.style)
            boxes.append(_ink_box(start, x, baseline, run))
        box = Rect(
            min(b.left for b in boxes),
            min(b.top for b in boxes),
            max(b.right for b in boxes),
            max(b.bottom for b in boxes),
        )
        self.note(gap.join(run.text for run in runs), box)
        return box

    def note(self, text: str, box: Rect) -> None:
        """Remember a line that was drawn by other means."""
        tidy = " ".join(text.replace("\u3000", " ").split())
        if tidy:
            self.lines.append(DrawnLine(tidy, Quad.of_rect(box)))

    def paste_text(self, centre: tuple[float, float], text: str, style: Style, angle: float) -> None:
        """Set one line turned by `angle` degrees anticlockwise around its centre (stamps, signatures)."""
        width, height = int(style.width(text)) + 8, int(style.size * 1.3)
        layer = Canvas(Image.new("RGBA", (width, height), (*style.colour, 0)))
        layer._ink(4, style.size, text, style)
        turned = layer.image.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
        left, top = round(centre[0] - turned.width / 2), round(centre[1] - turned.height / 2)
        self.image.paste(turned, (left, top), turned)
        self.note(text, Rect(left, top, left + turned.width, top + turned.height))

    def mark(self, x: float, baseline: float, size: int = 26, colour: Colour = (120, 120, 120)) -> None:
        """Write in the margin that this is a drawing."""
        self.text(x, baseline, MARK, Style(Face.HEI, size, colour))

    def page(self) -> DrawnPage:
        pixels = np.asarray(self.image.convert("RGB"), dtype=np.uint8).copy()
        return DrawnPage(pixels, tuple(self.lines), self.seal_text)

    def _ink(self, x: float, baseline: float, text: str, style: Style) -> float:
        pen = self.pen
        for char in text:
            face = font(_face_of(char, style.face), style.size)
            pen.text((x, baseline), char, style.colour, face, anchor="ls", stroke_width=style.stroke)
            x += face.getlength(char) + style.spacing
        return x - style.spacing


def wrap(text: str, style: Style, width: float, indent: float = 0.0) -> tuple[str, ...]:
    """Break `text` into lines of `width` pixels, the first one `indent` narrower, as Chinese print does."""
    lines: list[str] = []
    line, room = "", width - indent
    for piece in _pieces(text):
        if line and style.width(line + piece) > room and piece[0] not in _NO_START:
            keep = line.rstrip("".join(_NO_END))
            lines.append(keep)
            line, room = line[len(keep) :], width
        line += piece
    return (*lines, line) if line else tuple(lines)


def paragraph(canvas: Canvas, text: str, style: Style, rect: Rect, *, indent: float = 0.0) -> float:
    """Set `text` from the top of `rect` within its sides, and return the baseline of the line that would follow."""
    baseline = rect.top
    lines = wrap(text, style, rect.width, indent)
    for i, line in enumerate(lines):
        start = indent if i == 0 else 0.0
        spare = rect.width - start - style.width(line)
        tight = i < len(lines) - 1 and spare < 2 * style.size
        spread = replace(style, spacing=style.spacing + spare / max(len(line) - 1, 1)) if tight else style
        canvas.text(rect.left + start, baseline, line, spread)
        baseline += style.size * style.leading
    return baseline


def _pieces(text: str) -> list[str]:
    """Split where a line may break: anywhere between Hanzi, never inside a number or a Latin word."""
    return _PIECE.findall(text)


def _face_of(char: str, face: Face) -> Face:
    """Return the face for a character: those made for Taiwan centre their points, mainland print does not."""
    return Face.SONG if char in "，。、；：" and face in _CENTRED_POINTS else face


def _ink_box(left: float, right: float, baseline: float, run: Run) -> Rect:
    ink = font(run.style.face, run.style.size).getbbox(run.text, anchor="ls", stroke_width=run.style.stroke)
    return Rect(left, baseline + ink[1], max(right, left + 1), baseline + ink[3])
