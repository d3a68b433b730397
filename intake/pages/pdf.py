"""Renders the pages of a PDF with PDFium. Runs in the decode child only."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from intake.pages.chars import layer_of
from intake.pages.limits import Limits
from intake.pages.loops import loops
from intake.pages.loops import pages as pages_hung
from intake.pages.wire import MAX_SIDE, Page, Refusal, Refused

POINTS = 72  # points an inch
USUAL_DPI, FINEST_DPI = 200, 300
COARSEST_DPI = 72  # of a scan: below it a page that claims to be as large as a poster would be drawn as one
CARD_SIDE = 1600  # pixels that the longer side of a small page gets at least
CARD_DPI = 600  # finer than any scan of a card
COVERED = 0.7  # share of the page under pictures from which the page is a scan, and its text layer somebody's OCR
SMALL_PICTURE = 0.05  # share of the page below which a picture does not say how fine the page is
DEEPEST = 6  # levels of forms inside forms that are looked into
STRIP = 256  # rows sent at once, where they are not all in one piece
MOST_OBJECTS = 20_000  # looked at on one page

_Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of ISO 32000-1, 8.3.3: x' = a x + c y + e, y' = b x + d y + f."""
_UNMOVED: _Matrix = (1, 0, 0, 1, 0, 0)


class Scan(NamedTuple):
    """How much of a page lies under pictures (0..1), and how fine the finest of them is, in dots an inch."""

    covered: float
    dpi: float


def renderings(content: bytes, limits: Limits) -> Iterator[Page]:
    """Yield every page; raises Refused, after the pages that could be rendered."""
    if loops(content):
        raise Refused(Refusal.LOOPING)
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Refused(Refusal.ENCRYPTED if locked else Refusal.DAMAGED)
    count = pdfium.FPDF_GetPageCount(document)
    if count > limits.pages:
        raise Refused(Refusal.TOO_MANY_PAGES)
    if count < max(pages_hung(content), 1):  # else pages that are there would not be read, and nobody would know
        raise Refused(Refusal.DAMAGED)
    for index in range(count):
        yield from _rendered(document, index, limits)


def _rendered(document: object, index: int, limits: Limits) -> Iterator[Page]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Refused(Refusal.DAMAGED)
    try:
        yield _page(page, limits)
    finally:
        pdfium.FPDF_ClosePage(page)


def _page(page: object, limits: Limits) -> Page:
    points = (float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page)))
    if not all(0 < side < math.inf for side in points):
        raise Refused(Refusal.DAMAGED)
    scan = _scan(page, limits)
    width, height = size(points, scan, limits)
    rows = _drawn(page, width, height)
    chars, is_hidden = layer_of(page, width, height)
    return Page(width, height, rows, chars, is_suspect=bool(chars) and (scan.covered >= COVERED or is_hidden))


def size(points: tuple[float, float], scan: Scan, limits: Limits) -> tuple[int, int]:
    """Return the pixels a page gets: as fine as its scan, larger for cards, never above the limits."""
    longest = max(points)
    dpi: float = USUAL_DPI
    if scan.covered >= COVERED and scan.dpi > 0:
        dpi = min(max(scan.dpi, COARSEST_DPI), FINEST_DPI)
    scale = max(dpi / POINTS, min(CARD_SIDE / longest, CARD_DPI / POINTS))
    room = math.sqrt(limits.megapixels * 1_000_000 / (points[0] * points[1]))
    scale = min(scale, room * 0.999, (MAX_SIDE - 1) / longest)
    width, height = (max(round(side * scale), 1) for side in points)
    return width, height


def _drawn(page: object, width: int, height: int) -> Iterator[bytes | memoryview]:
    """Draw the page, and return its rows as RGB."""
    stride = (width * 3 + 3) // 4 * 4
    buffer = (ctypes.c_ubyte * (stride * height))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, buffer, stride)
    if not bitmap:
        raise Refused(Refusal.OUT_OF_MEMORY)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER  # electronic seals are annotations
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    pdfium.FPDFBitmap_Destroy(bitmap)
    view = memoryview(buffer).cast("B")
    if stride == width * 3:
        return iter((view,))
    lines = range(height)
    return (
        b"".join(view[top * stride : top * stride + width * 3] for top in lines[first : first + STRIP])
        for first in lines[::STRIP]
    )


def _scan(page: object, limits: Limits) -> Scan:
    """Measure the pictures of a page, those inside forms too; one above the limit would silently be left out."""
    left, bottom, right, top = _bounds(page)
    whole = max((right - left) * (top - bottom), 1.0)
    covered, dpi = 0.0, 0.0
    for at, pixels in _pictures(page):
        if pixels[0] * pixels[1] > limits.megapixels * 1_000_000:
            raise Refused(Refusal.PAGE_TOO_LARGE)
        across = max(min(at[2], right) - max(at[0], left), 0.0)
        down = max(min(at[3], top) - max(at[1], bottom), 0.0)
        share = across * down / whole
        covered += share
        if share >= SMALL_PICTURE:
            dpi = max(dpi, max(pixels) * POINTS / max(at[2] - at[0], at[3] - at[1]))
    return Scan(min(covered, 1.0), dpi)


def _bounds(page: object) -> tuple[float, float, float, float]:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return min(box.left, box.right), min(box.top, box.bottom), max(box.left, box.right), max(box.top, box.bottom)


def _pictures(page: object) -> Iterator[tuple[tuple[float, float, float, float], tuple[int, int]]]:
    """Yield where each picture lies (left, bottom, right, top in points) and how many pixels it has."""
    waiting = [
        (pdfium.FPDFPage_GetObject(page, i), _UNMOVED, 0) for i in range(_few(pdfium.FPDFPage_CountObjects(page)))
    ]
    looked = 0
    while waiting and looked < MOST_OBJECTS:
        item, outer, depth = waiting.pop()
        looked += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            across, down = ctypes.c_uint(), ctypes.c_uint()
            if pdfium.FPDFImageObj_GetImagePixelSize(item, across, down):
                yield _square(_chained(_matrix(item), outer)), (across.value, down.value)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _chained(_matrix(item), outer)
            inside = range(_few(pdfium.FPDFFormObj_CountObjects(item)))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in inside]


def _few(count: int) -> int:
    return min(max(count, 0), MOST_OBJECTS)


def _matrix(item: object) -> _Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(m)):
        return _UNMOVED
    return m.a, m.b, m.c, m.d, m.e, m.f


def _chained(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _square(m: _Matrix) -> tuple[float, float, float, float]:
    """Return the bounds of the unit square, on which every picture is painted."""
    a, b, c, d, e, f = m
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)
