"""Class E: pictures just below, at and just above the limit, and headers that claim pictures nobody could hold."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

import hostile
from PIL import Image

from corpus import formats
from corpus.item import READ, Item, item, patient

TOO_LARGE = "page_too_large"
ONE = patient()._replace(megapixels=1)
KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "HEIF", "AVIF")
formats.know_heif()
REFUSED_S = 1.0  # of processor time: starting the child is half of it on a busy machine


def _flat(kind: str, width: int, height: int) -> bytes:
    return hostile.saved(Image.new("L", (width, height), 200), kind)


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, depth: int, colour: int, *more: bytes) -> bytes:
    """Make a PNG whose rows are zeros, packed only once."""
    bits = {0: 1, 2: 3, 3: 1, 6: 4}[colour] * depth
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = hostile.packed_zeros(1 + (width * bits + 7) // 8, (height + 99) // 100 * 100)
    between = b"".join(more) + (chunk(b"PLTE", bytes(6)) if colour == 3 else b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + between + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _claims(kind: str, old: bytes, new: bytes, side: int = 16) -> bytes:
    """Let the header of a small picture claim another size."""
    content = _flat(kind, side, side)
    assert old in content
    return content.replace(old, new, 1)


def tiff_claims(width: int, height: int) -> bytes:
    content = bytearray(hostile.saved(Image.new("1", (16, 16)), "TIFF", compression="group4"))
    (at,) = struct.unpack_from("<I", content, 4)
    for entry in range(at + 2, at + 2 + 12 * struct.unpack_from("<H", content, at)[0], 12):
        tag = struct.unpack_from("<H", content, entry)[0]
        if tag in {256, 257}:
            struct.pack_into("<HII", content, entry + 2, 4, 1, width if tag == 256 else height)
    return bytes(content)


def pdf_picture(width: int, height: int, bits: int = 8) -> bytes:
    head = b" /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent %d /Filter /FlateDecode" % bits
    size = b" /Width %d /Height %d" % (width, height)
    page = b"<< /Type /Page /Parent 2 0 R " + hostile.A4 + b" /Contents 5 0 R "
    page += b"/Resources << /XObject << /I 4 0 R >> >> >>"
    packed = hostile.packed_zeros((width * bits + 7) // 8, height)
    paint = hostile.stream(b"595 0 0 842 0 0 cm /I Do")
    objects = {1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: page, 4: hostile.stream(packed, head + size), 5: paint}
    return hostile.pdf(objects)


def floods() -> tuple[Item, ...]:
    """Return class E."""
    return (*_edges(), *_far())


def _edges() -> Iterator[Item]:
    for kind in KINDS:
        yield item(f"{kind}-below", partial(_flat, kind, 999, 1000), READ, limits=ONE, pages=1)
        yield item(f"{kind}-at", partial(_flat, kind, 1000, 1000), READ, limits=ONE, pages=1)
        yield item(f"{kind}-above", partial(_flat, kind, 1001, 1000), TOO_LARGE, limits=ONE, cpu_s=REFUSED_S)


def _far() -> Iterator[Item]:
    square = struct.pack("<HH", 16, 16)
    made = {
        "png-ten-times": partial(png, 28_300, 28_300, 8, 2),
        "png-1-bit": partial(png, 65_500, 65_500, 1, 0),
        "png-palette": partial(png, 20_000, 20_000, 1, 3),
        "png-one-row-above": partial(png, 10_000, 8_001, 1, 0),
        "png-long": partial(png, 40_000, 10, 8, 0),
        "png-deep": partial(png, 13_000, 13_000, 16, 6),
        "jpeg-65500": partial(hostile.jpeg_that_claims, 65_500),
        "jpeg-13000": partial(hostile.jpeg_that_claims, 13_000),
        "tiff-60000": partial(tiff_claims, 60_000, 40_000),
        "tiff-4-thousand-million": partial(tiff_claims, 4_000_000_000, 4_000_000_000),
        "gif-65535": partial(_claims, "GIF", square, b"\xff\xff\xff\xff"),
        "bmp-65500": partial(_claims, "BMP", struct.pack("<ii", 16, 16), struct.pack("<ii", 65_500, 65_500)),
        "pdf-400-megapixels": partial(pdf_picture, 20_000, 20_000),
    }
    yield from (item(name, make, TOO_LARGE, cpu_s=REFUSED_S) for name, make in made.items())
    yield item("png-at-80", partial(png, 10_000, 8_000, 1, 0), READ, pages=1)
    yield item("heif-claims", partial(_claims, "HEIF", struct.pack(">II", 64, 64), b"\0\0\xff\xdc" * 2, 64),
               TOO_LARGE, "damaged_file", cpu_s=REFUSED_S)  # fmt: skip
    yield item("avif-claims", partial(_claims, "AVIF", struct.pack(">II", 16, 16), b"\0\0\xff\xdc" * 2),
               TOO_LARGE, "damaged_file", cpu_s=REFUSED_S)  # fmt: skip
