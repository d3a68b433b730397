"""Class I: files with more pages than anybody scans, or that say so."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial

import hostile
from PIL import Image

from corpus.item import READ, Item, item

TOO_MANY = "too_many_pages"
REFUSED_S = 2.0  # of processor time


def tiff_of(pages: int, *, is_big: bool = False) -> bytes:
    """Write so many directories, all of the same strip of one white row."""
    pointer, count, entry = ("<Q", "<Q", "<HHQQ") if is_big else ("<I", "<H", "<HHII")
    strip_at = 16
    tags = ((256, 8), (257, 1), (258, 8), (259, 1), (262, 1), (273, strip_at), (277, 1), (278, 1), (279, 8))
    entries = b"".join(struct.pack(entry, tag, 4, 1, value) for tag, value in tags)
    size = struct.calcsize(count) + len(entries) + struct.calcsize(pointer)
    head = b"II+\0\x08\0\0\0" + struct.pack("<Q", 24) if is_big else b"II*\0" + struct.pack("<I", 24) + bytes(8)
    out = [head, b"\xff" * 8]
    for page in range(1, pages + 1):
        following = 24 + page * size if page < pages else 0
        out.append(struct.pack(count, len(tags)) + entries + struct.pack(pointer, following))
    return b"".join(out)


def _frames(kind: str, count: int) -> bytes:
    frames = [Image.new("P", (20, 20), n % 255) for n in range(count)]
    return hostile.saved(frames[0], kind, save_all=True, append_images=frames[1:])


def many() -> tuple[Item, ...]:
    """Return class I."""
    return (*_tiffs(), *_pdfs(), *_moving())


def _tiffs() -> Iterator[Item]:
    yield item("tiff-200", partial(tiff_of, 200), READ, pages=200)
    for pages in (201, 1000, 10_000, 65_535):
        yield _refused(f"tiff-{pages}", partial(tiff_of, pages))
    yield _refused("bigtiff-10000", partial(tiff_of, 10_000, is_big=True))


def _pdfs() -> Iterator[Item]:
    yield item("pdf-200", partial(hostile.long_pdf, 200), READ, pages=200)
    for pages in (201, 1000, 10_000, 20_000, 100_000):
        yield _refused(f"pdf-{pages}", partial(hostile.long_pdf, pages))
    for claimed in (201, 1_000_000):
        yield _refused(f"count-{claimed}", partial(hostile.pdf_whose_count_lies, claimed))
    for claimed in (2_147_483_647, -1):  # of these PDFium believes none, and counts
        yield item(f"count-{claimed}", partial(hostile.pdf_whose_count_lies, claimed), READ, pages=1)


def _moving() -> Iterator[Item]:
    """Yield what moves: the first picture is read."""
    yield item("count-too-low", partial(hostile.pdf_that_counts, 1), "damaged_file")
    for kind in ("GIF", "WEBP", "PNG"):
        yield item(f"{kind}-frames", partial(_frames, kind, 300), READ, pages=1)


def _refused(name: str, make: object) -> Item:
    return item(name, make, TOO_MANY, cpu_s=REFUSED_S)
