"""Reads the text layer of a PDF page with PDFium, character by character. Runs in the decode child only."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from intake.pages.wire import MAX_CHARS, CharRecord

INVISIBLE = 3  # text render mode of ISO 32000-1, table 106: neither filled nor stroked
INVISIBLE_SHARE = 0.1  # of the characters, from which the layer is taken for somebody's OCR
LEANING = 10.0  # degrees from a quarter turn, from which text is a watermark and left to the OCR
NEXT_LINE = 0.5  # of the character's height: further up or down, it is another line
NEXT_COLUMN = 1.5  # of the height: further along, it is another line too, as a detector would cut it
WORD_GAP = 0.3  # of the height: as wide a gap is a blank
BACK = 0.5  # of the height: a character that starts so far before the last one's end begins another line
_PRECISE = 64  # device pixels are whole numbers: the page is mapped this much larger


class Placed(NamedTuple):
    """A character as it lies on the rendered page; `quarter` says where it reads: 0 right, 1 down, 2 left, 3 up."""

    code: int
    quarter: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def along(self) -> tuple[float, float]:
        """Where it starts and ends in the direction it reads."""
        return {
            0: (self.left, self.right),
            1: (self.top, self.bottom),
            2: (-self.right, -self.left),
            3: (-self.bottom, -self.top),
        }[self.quarter]

    @property
    def across(self) -> tuple[float, float]:
        """Its upper and lower edge as it reads."""
        return {
            0: (self.top, self.bottom),
            1: (-self.right, -self.left),
            2: (-self.bottom, -self.top),
            3: (self.left, self.right),
        }[self.quarter]

    @property
    def corners(self) -> tuple[float, float, float, float, float, float, float, float]:
        """The corners clockwise from the upper left as it reads."""
        around = (self.left, self.top, self.right, self.top, self.right, self.bottom, self.left, self.bottom)
        start = 2 * self.quarter
        turned = around[start:] + around[:start]
        return turned[0], turned[1], turned[2], turned[3], turned[4], turned[5], turned[6], turned[7]


def layer_of(page: object, width: int, height: int) -> tuple[list[CharRecord], bool]:
    """Return the characters of a page of `width` x `height` pixels, and whether many of them are invisible.

    A few that are invisible are left out.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], False
    try:
        found = list(_found(text, _Device.of(page, width, height)))
    finally:
        pdfium.FPDFText_ClosePage(text)
    hidden = sum(1 for _, is_visible in found if not is_visible)
    is_hidden = hidden > INVISIBLE_SHARE * len(found)
    return list(records(char for char, is_visible in found if is_visible or is_hidden)), is_hidden


def records(chars: Iterator[Placed]) -> Iterator[CharRecord]:
    """Cut the characters into lines; a gap as wide as a blank becomes one, blanks at the ends of lines are left out."""
    line, last, pending = 0, None, None
    for char in chars:
        if char.code == 0x20:
            pending = char
            continue
        if last is not None and _begins(last, char):
            line, pending = line + 1, None
        elif last is not None and (pending or _gap(last, char) > WORD_GAP * _height(last)):
            yield _record(line, _between(last, char))
        yield _record(line, char)
        last, pending = char, None


def _record(line: int, char: Placed) -> CharRecord:
    return (line, char.code, *char.corners)


def _begins(last: Placed, char: Placed) -> bool:
    """Say whether a character does not go on where the last one ended."""
    if last.quarter != char.quarter:
        return True
    middle, before = sum(char.across) / 2, sum(last.across) / 2
    size = max(_height(last), _height(char))
    gap = _gap(last, char)
    return abs(middle - before) > NEXT_LINE * size or gap > NEXT_COLUMN * size or gap < -BACK * size - _length(last)


def _gap(last: Placed, char: Placed) -> float:
    return char.along[0] - last.along[1]


def _height(char: Placed) -> float:
    return char.across[1] - char.across[0]


def _length(char: Placed) -> float:
    return char.along[1] - char.along[0]


def _between(last: Placed, char: Placed) -> Placed:
    """Return the blank between two characters."""
    if last.quarter in {0, 2}:
        left, right = sorted((last.right, char.left) if last.quarter == 0 else (char.right, last.left))
        return Placed(0x20, last.quarter, left, last.top, right, last.bottom)
    top, bottom = sorted((last.bottom, char.top) if last.quarter == 1 else (char.bottom, last.top))
    return Placed(0x20, last.quarter, last.left, top, last.right, bottom)


class _Device(NamedTuple):
    """How points of a page map onto pixels, its /Rotate included: x' = a x + b y + c, y' = d x + e y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: int
    height: int

    @staticmethod
    def of(page: object, width: int, height: int) -> _Device:
        reach = 1000.0  # points
        (c, f), (ax, dx), (by, ey) = (_placed(page, width, height, *p) for p in ((0, 0), (reach, 0), (0, reach)))
        return _Device(
            (ax - c) / reach, (by - c) / reach, c, (dx - f) / reach, (ey - f) / reach, f, width=width, height=height
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def direction(self, x: float, y: float) -> float:
        """Return where a direction of the page points in pixels, in degrees clockwise from the right."""
        return math.degrees(math.atan2(self.d * x + self.e * y, self.a * x + self.b * y))


def _placed(page: object, width: int, height: int, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    fine = (width * _PRECISE, height * _PRECISE)
    pdfium.FPDF_PageToDevice(page, 0, 0, *fine, 0, x, y, across, down)
    return across.value / _PRECISE, down.value / _PRECISE


def _found(text: object, device: _Device) -> Iterator[tuple[Placed, bool]]:
    """Yield the characters and whether each can be seen; what leans or lies outside the page is left out."""
    high = 0
    for index in range(min(pdfium.FPDFText_CountChars(text), MAX_CHARS // 2)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or code < 0x20:
            continue
        if 0xD800 <= code <= 0xDBFF:  # a rare Hanzi comes in two halves
            high = code
            continue
        if 0xDC00 <= code <= 0xDFFF and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if (char := _char(text, index, code, device)) is not None:
            yield char, not _is_invisible(text, index)


def _is_invisible(text: object, index: int) -> bool:
    item = pdfium.FPDFText_GetTextObject(text, index)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == INVISIBLE


def _char(text: object, index: int, code: int, device: _Device) -> Placed | None:
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
        return None
    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    angle = device.direction(matrix.a, matrix.b)
    quarter = round(angle / 90)
    (x1, y1), (x2, y2) = device.point(box.left, box.top), device.point(box.right, box.bottom)
    left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    inside = 0 <= (left + right) / 2 <= device.width and 0 <= (top + bottom) / 2 <= device.height
    if abs(angle - quarter * 90) > LEANING or not inside:
        return None
    return Placed(code, quarter % 4, left, top, right, bottom)
