"""Class O: files that are hardly one, and pages on which there is nothing."""

from __future__ import annotations

from functools import partial
from random import Random

import hostile
from PIL import Image

from corpus.formats import of
from corpus.item import BROKEN, READ, Item, item

SIGNS = {
    "jpeg": b"\xff\xd8\xff",
    "png": b"\x89PNG\r\n\x1a\n",
    "tiff": b"II*\0",
    "bmp": b"BM" + bytes(12) + b"\x28\0\0\0",
    "webp": b"RIFF\0\0\0\0WEBP",
    "gif": b"GIF89a",
    "heif": b"\0\0\0\x0cftypheic",
    "pdf": b"%PDF-1.7\n",
}


def _plain(colour: str, kind: str) -> bytes:
    return hostile.saved(Image.new("RGB", (200, 300), colour), kind)


def degenerate() -> tuple[Item, ...]:
    """Return class O."""
    return (
        item("nothing", partial(bytes, 0), "empty_file"),
        item("one-byte", partial(bytes, b"\xff"), "unknown_format"),
        item("zeros", partial(bytes, 1000), "unknown_format"),
        item("many-zeros", partial(bytes, 4 << 20), "unknown_format"),
        item("noise", lambda: Random(1).randbytes(1 << 20), "unknown_format"),
        item("blanks", partial(bytes, b"\r\n" * 500), "unknown_format"),
        *(item(f"sign-of-{kind}", partial(bytes, sign), *BROKEN) for kind, sign in SIGNS.items()),
        item("one-pixel-png", of("PNG", size=(1, 1)), READ, pages=1),
        item("one-pixel-jpeg", of("JPEG", size=(1, 1)), READ, pages=1),
        item("one-pixel-tiff", of("TIFF", "1", size=(1, 1)), READ, pages=1),
        item("white", partial(_plain, "white", "PNG"), READ, pages=1),
        item("black", partial(_plain, "black", "JPEG"), READ, pages=1),
        item("empty-page-of-pdf", lambda: hostile.pdf({1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: hostile.PAGE}),
             READ, pages=1),
    )  # fmt: skip
