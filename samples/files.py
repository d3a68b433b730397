"""Writes pages as the files people send: JPEG, PNG, multi-page TIFF, scanned PDF, PDF with a text layer."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas as Sheet

from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.page import Pixels
from intake.drawing.fonts import Face
from intake.drawing.seal import RED, Seal, seal_ink
from samples.degrade import bilevel

_DPI = 200
_POINTS = ("。", "、")
_MOMENT = time.gmtime(0)  # files must not change with the day they were made
_QUALITY = 66  # of JPEG: what telephones and office scanners use, and small enough for git


def write(path: Path, pages: Sequence[Pixels], *, is_copy: bool) -> None:
    """Write pages in the format of the suffix; only TIFF and PDF hold more than one. Copies become bilevel in TIFF."""
    if len(pages) > 1 and path.suffix in (".jpg", ".png"):
        raise ValueError(f"{path.name} cannot hold {len(pages)} pages: name it .tif or .pdf")
    images = [Image.fromarray(bilevel(page) if is_copy and path.suffix == ".tif" else page) for page in pages]
    _FORMATS[path.suffix](path, images)


def write_digital(path: Path, pages: Sequence[DrawnPage], seed: int) -> None:
    """Write a PDF that was never paper: text set as text in an embedded typeface, the seal a picture over it."""
    name = "Song"
    face, index = Face.MING.value
    pdfmetrics.registerFont(TTFont(name, face, subfontIndex=index))
    height, width = pages[0].pixels.shape[:2]
    sheet = Sheet(str(path), pagesize=(width * 72 / _DPI, height * 72 / _DPI), invariant=1)
    for page in pages:
        sheet.saveState()
        sheet.scale(72 / _DPI, 72 / _DPI)
        for line in page.lines:
            _set(sheet, name, line, height)
        if page.seal_text:
            _press(sheet, page, Random(seed))
        sheet.restoreState()
        sheet.showPage()
    sheet.save()


def _set(sheet: Sheet, name: str, line: DrawnLine, height: int) -> None:
    """Set a line where it was drawn: as high as its box, its characters spread over its width."""
    box = line.box.bounds
    tall = 1.08 if any(char > "\u3100" for char in line.text) else 1.45  # figures fill less of a typeface's height
    size = min(box.height * tall, box.width * 2)
    natural = pdfmetrics.stringWidth(line.text, name, size)
    if natural > box.width:
        size, natural = size * box.width / natural, box.width
    text = sheet.beginText(box.left, height - box.bottom + size * 0.12)
    text.setFont(name, size)
    text.setCharSpace((box.width - natural) / max(len(line.text) - 1, 1))
    for part in re.split("([。、])", line.text):
        text.setRise(-0.3 * size if part in _POINTS else 0)  # this typeface centres them
        text.textOut(part)
    sheet.drawText(text)


def _press(sheet: Sheet, page: DrawnPage, rng: Random) -> None:
    ink = seal_ink(Seal(page.seal_text or ""), rng)
    coloured = np.zeros((*ink.shape, 4), np.uint8)
    coloured[..., :3], coloured[..., 3] = RED, (ink * 235).astype(np.uint8)
    anchor = next(line.box.bounds for line in page.lines if line.text.startswith("二〇"))
    x, y = anchor.centre.x, page.pixels.shape[0] - anchor.centre.y
    side = ink.shape[0]
    picture = ImageReader(Image.fromarray(coloured, "RGBA"))
    sheet.drawImage(picture, x - side / 2, y - side / 2 + 60, side, side, mask="auto")


def _jpeg(path: Path, images: Sequence[Image.Image]) -> None:
    images[0].save(path, "JPEG", quality=_QUALITY, dpi=(_DPI, _DPI))


def _png(path: Path, images: Sequence[Image.Image]) -> None:
    """Write a palette picture: a sheet in sixteen greys whose white is white, a card in its colours."""
    image = images[0]
    if image.height > image.width:
        small = image.convert("L").point([min(round(grey * 1.04 / 17) * 17, 255) for grey in range(256)])
    else:
        small = image.quantize(48, dither=Image.Dither.NONE)
    small.save(path, "PNG", optimize=True, dpi=(_DPI, _DPI))


def _tiff(path: Path, images: Sequence[Image.Image]) -> None:
    kind = {"compression": "group4"} if images[0].mode == "1" else {"compression": "jpeg", "quality": _QUALITY}
    images[0].save(path, "TIFF", save_all=True, append_images=list(images[1:]), dpi=(_DPI, _DPI), **kind)


def _pdf(path: Path, images: Sequence[Image.Image]) -> None:
    """Write a scanned PDF: one JPEG a page, no text."""
    memory = io.BytesIO()
    images[0].save(
        memory,
        "PDF",
        save_all=True,
        append_images=list(images[1:]),
        resolution=_DPI,
        quality=_QUALITY,
        creationDate=_MOMENT,
        modDate=_MOMENT,
    )
    path.write_bytes(memory.getvalue())


_FORMATS: Mapping[str, Callable[[Path, Sequence[Image.Image]], None]] = {
    ".jpg": _jpeg,
    ".png": _png,
    ".tif": _tiff,
    ".pdf": _pdf,
}
