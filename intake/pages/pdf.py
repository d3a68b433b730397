"""Renders the pages of a PDF and reads their text layer with PDFium. Runs in the decode child only."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from intake.pages.limits import Limits
from intake.pages.picture import RefusedError
from intake.pages.wire import LayerChar

POINTS = 72  # points an inch
USUAL_DPI, FINEST_DPI = 200, 300
CARD_SIDE = 1600  # pixels that the longer side of a small page gets at least
CARD_DPI = 600  # more than any scan of a card has
COVERED = 0.7  # share of the page under one picture from which the text layer is somebody's OCR
DEEPEST = 8  # levels of forms inside forms that are looked into for pictures
INVISIBLE = 3  # text render mode of ISO 32000-1, table 106
PASSWORD = 4  # FPDF_ERR_PASSWORD
PREV = re.compile(rb"/Prev\s+(\d+)")
STARTXREF = re.compile(rb"startxref\s+(\d+)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as a picture, with its text layer in pixels of the picture."""

    image: Image.Image
    layer: tuple[tuple[LayerChar, ...], ...]
    layer_is_suspect: bool


def renderings(data: bytes, limits: Limits) -> Iterator[Rendered]:
    """Yield every page; raises RefusedError."""
    if _loops(data):
        raise RefusedError("looping_pdf")
    pdf = _opened(data)
    if len(pdf) > limits.pages:
        raise RefusedError("too_many_pages", limit=str(limits.pages))
    if len(pdf) == 0:
        raise RefusedError("damaged_file")
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError as error:
            raise RefusedError("looping_pdf") from error
        yield _rendered(page, limits)
        page.close()


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD or "assword" in str(error)
        raise RefusedError("encrypted_pdf" if locked else "damaged_file") from error


def _loops(data: bytes) -> bool:
    """Say whether the chain of cross-reference tables comes back to one that was already read."""
    found = STARTXREF.findall(data[-2048:])
    at, seen = int(found[-1]) if found else None, set[int]()
    while at is not None and at not in seen and at < len(data):
        seen.add(at)
        end = data.find(b"startxref", at)
        previous = PREV.search(data, at, end if end > 0 else len(data))
        at = int(previous[1]) if previous else None
    return at in seen


def _rendered(page: pdfium.PdfPage, limits: Limits) -> Rendered:
    width, height = page.get_size()
    pictures = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST))
    covered, dpi = _coverage(pictures, width * height)
    bitmap = page.render(scale=_scale(width, height, dpi if covered >= COVERED else USUAL_DPI, limits))
    image = bitmap.to_pil().convert("RGB")
    layer = _layer(page, image.width, image.height)
    return Rendered(image, layer, bool(layer) and (covered >= COVERED or _invisible(page)))


def _coverage(pictures: list[pdfium.PdfObject], area: float) -> tuple[float, float]:
    """Return the share of the page under pictures, and the finest resolution among them in dots an inch."""
    share, finest = 0.0, 0.0
    for picture in pictures:
        left, bottom, right, top = picture.get_bounds()
        across, down = abs(right - left), abs(top - bottom)
        if across * down <= 0:
            continue
        share += across * down / area
        finest = max(finest, max(picture.get_px_size()) * POINTS / max(across, down))
    return share, finest


def _scale(width: float, height: float, dpi: float, limits: Limits) -> float:
    """Return pixels a point: near the picture's own resolution, larger for cards, within the megapixels."""
    usual = min(max(dpi, USUAL_DPI), FINEST_DPI) / POINTS
    card = min(CARD_SIDE / max(width, height), CARD_DPI / POINTS)
    most = math.sqrt(limits.megapixels * 1_000_000 / (width * height)) * 0.999
    return min(max(usual, card), most)


def _invisible(page: pdfium.PdfPage) -> bool:
    texts = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=DEEPEST)
    return any(pdfium_c.FPDFTextObj_GetTextRenderMode(text.raw) == INVISIBLE for text in texts)


def _layer(page: pdfium.PdfPage, width: int, height: int) -> tuple[tuple[LayerChar, ...], ...]:
    """Return the lines of the text layer, cut where the text jumps."""
    text = page.get_textpage()
    lines: list[list[LayerChar]] = [[]]
    for char in _chars(page, text, width, height):
        if char is None or (lines[-1] and _jumps(lines[-1][-1], char)):
            lines.append([])
        if char is not None:
            lines[-1].append(char)
    text.close()
    trimmed = (_trimmed(line) for line in lines)
    return tuple(line for line in trimmed if line)


def _chars(page: pdfium.PdfPage, text: pdfium.PdfTextPage, width: int, height: int) -> Iterator[LayerChar | None]:
    """Yield the characters in the order of the file, None for a line break."""
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text.raw, index)
        if code in {0x0A, 0x0D}:
            yield None
        elif code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code <= 0x10FFFF:
            left, bottom, right, top = text.get_charbox(index)
            x1, y1 = _pixel(page, left, top, width, height)
            x2, y2 = _pixel(page, right, bottom, width, height)
            yield LayerChar(chr(code), min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _pixel(page: pdfium.PdfPage, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    at_x, at_y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, at_x, at_y)
    return at_x.value, at_y.value


def _jumps(last: LayerChar, char: LayerChar) -> bool:
    """Say whether a character does not go on where the last one ended."""
    if char.text.isspace() or last.text.isspace():
        return False
    size = max(last.bottom - last.top, char.bottom - char.top, last.right - last.left, 1)
    middle, before = (char.top + char.bottom) / 2, (last.top + last.bottom) / 2
    return abs(middle - before) > size or abs(char.left - last.right) > 2 * size


def _trimmed(line: list[LayerChar]) -> tuple[LayerChar, ...]:
    while line and line[0].text.isspace():
        line = line[1:]
    while line and line[-1].text.isspace():
        line = line[:-1]
    return tuple(line)
