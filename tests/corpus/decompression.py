"""Class F: a few kilobytes that unpack to what no process should hold."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zlib
from collections.abc import Iterator
from functools import cache, partial

import hostile
from PIL import Image

from corpus.item import BOUNDED, QUICK, READ, Item, item
from corpus.pixels import chunk, pdf_picture, png

SIZES = (1, 20, 200)  # megabytes
FILTERS = (b"/FlateDecode", b"[/FlateDecode /FlateDecode]", b"[/FlateDecode /FlateDecode /FlateDecode]")
CPU_S = 9.0


@cache
def _zeros(megabytes: int) -> bytes:
    return hostile.packed_zeros(10_000, 100 * megabytes)


def _text_chunk(kind: bytes, megabytes: int) -> bytes:
    before = {b"zTXt": b"k\0\0", b"iTXt": b"k\0\1\0\0\0", b"iCCP": b"p\0\0"}[kind]
    return png(8, 8, 8, 2, chunk(kind, before + _zeros(megabytes)))


@cache
def strokes(megabytes: int) -> bytes:
    """Pack a page description of nothing but strokes."""
    packer = zlib.compressobj(9, wbits=-15)
    line = b"0 0 m 10 10 l S\n" * 62_500
    block = packer.compress(line) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(line, check)
    return b"\x78\xda" + block * megabytes + b"\3\0" + struct.pack(">I", check)


def page_of(content: bytes, more: bytes, resources: bytes = b"<< >>") -> bytes:
    """Make a PDF of one page with a content stream, and objects behind it."""
    page = b"<< /Type /Page /Parent 2 0 R " + hostile.A4 + b" /Contents 4 0 R /Resources " + resources + b" >>"
    return hostile.pdf({1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: page, 4: hostile.stream(content, more)})


def _flate(depth: int, megabytes: int) -> bytes:
    content = _zeros(megabytes)
    for _ in range(depth - 1):
        content = zlib.compress(content, 9)
    return page_of(content, b" /Filter " + FILTERS[depth - 1])


def _lzw(codes: int) -> bytes:
    """Pack zeros as LZW: each code says one zero more than the one before, until the table is full."""
    bits, width, bit_at, next_code = bytearray(), 9, 0, 258
    value = 0
    for code in (256, 0, *range(258, 258 + codes)):
        value = (value << width) | code
        bit_at += width
        next_code += code != 256
        width = 9 + (next_code > 511) + (next_code > 1023) + (next_code > 2047)
    value = (value << width) | 257
    bit_at += width
    pad = -bit_at % 8
    bits += (value << pad).to_bytes((bit_at + pad) // 8, "big")
    return bytes(bits)


def _run_length(megabytes: int) -> bytes:
    return b"\x81 " * (megabytes * 8192) + b"\x80"


def _object_stream(megabytes: int) -> bytes:
    stream = hostile.stream(_zeros(megabytes), b" /Type /ObjStm /N 9999999 /First 100 /Filter /FlateDecode")
    return hostile.pdf({1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: hostile.PAGE, 4: stream})


def _font(megabytes: int) -> bytes:
    """Let the typeface of a page be the bomb."""
    page = b"<< /Type /Page /Parent 2 0 R " + hostile.A4 + b" /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Bomb /FirstChar 32 /LastChar 33 /Widths [500 500] "
    described = b"<< /Type /FontDescriptor /FontName /Bomb /Flags 4 /FontBBox [0 0 1 1] /FontFile2 7 0 R >>"
    file = hostile.stream(_zeros(megabytes), b" /Filter /FlateDecode /Length1 %d" % (megabytes << 20))
    map_ = hostile.stream(_zeros(megabytes), b" /Filter /FlateDecode")
    return hostile.pdf(
        {
            1: hostile.CATALOGUE, 2: hostile.ONE_PAGE, 3: page, 4: hostile.stream(b"BT /F 20 Tf 90 90 Td (!!) Tj ET"),
            5: font + b"/FontDescriptor 6 0 R /ToUnicode 8 0 R >>", 6: described, 7: file, 8: map_,
        }
    )  # fmt: skip


def _tiff(compression: str, side: int) -> bytes:
    return hostile.saved(Image.new("L", (side, side)), "TIFF", compression=compression)


def _tiff_strip(megabytes: int) -> bytes:
    """Let a strip of a small picture unpack to far more than the picture holds."""
    strip = _zeros(megabytes)
    tags = ((256, 64), (257, 64), (258, 8), (259, 8), (262, 1), (273, 8), (277, 1), (278, 64), (279, len(strip)))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    directory = struct.pack("<H", len(tags)) + entries + bytes(4)
    return b"II*\0" + struct.pack("<I", 8 + len(strip)) + strip + directory


def bombs() -> tuple[Item, ...]:
    """Return class F."""
    return (*_pictures(), *_documents(), *_packed())


def _pictures() -> Iterator[Item]:
    for kind in (b"zTXt", b"iTXt", b"iCCP"):
        for size in SIZES:
            yield _bounded(f"{kind.decode()}-{size}", partial(_text_chunk, kind, size))
    for compression in ("tiff_lzw", "tiff_adobe_deflate", "zstd", "packbits"):
        yield _bounded(f"tiff-{compression}", partial(_tiff, compression, 5000))
    yield from (_bounded(f"tiff-strip-{size}", partial(_tiff_strip, size)) for size in (20, 200))
    yield _bounded("jpeg-exif", lambda: _exif(200))
    yield _bounded("webp", lambda: hostile.saved(Image.new("RGB", (8000, 8000)), "WEBP", lossless=True, method=0))


def _exif(times: int) -> bytes:
    """Fill a JPEG with as many comments and profiles as it takes."""
    head = hostile.jpeg(16)
    segment = b"\xff\xe2" + struct.pack(">H", 65_535) + b"ICC_PROFILE\0\1\xff" + bytes(65_519)
    return head[:2] + segment * times + head[2:]


def _documents() -> Iterator[Item]:
    for depth in (1, 2, 3):
        yield from (_bounded(f"flate-{depth}-{size}", partial(_flate, depth, size)) for size in (20, 200, 1000))
    yield from (_bounded(f"strokes-{size}", lambda s=size: page_of(strokes(s), b" /Filter /FlateDecode"))
                for size in (10, 192))  # fmt: skip
    yield _bounded("lzw", lambda: page_of(_lzw(3800), b" /Filter /LZWDecode"))
    yield _bounded("run-length", lambda: page_of(_run_length(64), b" /Filter /RunLengthDecode"))
    yield _bounded(
        "hex", lambda: page_of(zlib.compress(b"20" * (40 << 20)), b" /Filter [/FlateDecode /ASCIIHexDecode]")
    )
    yield _bounded(
        "ascii85", lambda: page_of(zlib.compress(b"z" * (60 << 20)), b" /Filter [/FlateDecode /ASCII85Decode]")
    )
    yield from (_bounded(f"object-stream-{size}", partial(_object_stream, size)) for size in (20, 1000))
    yield from (_bounded(f"font-{size}", partial(_font, size)) for size in (20, 1000))
    yield _bounded("picture-at-the-limit", partial(pdf_picture, 8900, 8900))


def _packed() -> Iterator[Item]:
    for name, pack in (("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)):
        yield item(f"{name}-bomb", lambda pack=pack: pack(bytes(32 << 20)), "unknown_format")


def _bounded(name: str, make: object) -> Item:
    return item(name, make, READ, *BOUNDED, limits=QUICK, cpu_s=CPU_S)
