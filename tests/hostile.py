"""Makes the files that nobody wants: bombs, loops, floods and torsos. Nothing hostile is kept as a file."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

import pikepdf
from PIL import Image

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
DIES = b"%PDF-dies"  # how a file begins that ends a decoder which was told so: no real one is known
A4 = b"/MediaBox [0 0 595 842]"
PAGE = b"<< /Type /Page /Parent 2 0 R " + A4 + b" >>"


def jpeg(side: int = 200) -> bytes:
    return saved(Image.effect_noise((side, side), 60).convert("RGB"), "JPEG", quality=90)


def noisy_png() -> bytes:
    return saved(Image.effect_noise((300, 300), 50), "PNG")


def png_of(side: int) -> bytes:
    """Draw an honest black square."""
    return saved(Image.new("RGB", (side, side)), "PNG")


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """Draw a picture of 900 megapixels in 2.6 MB."""
    return png(side, side, packed_zeros(1 + side * 3, side))


def packed_zeros(width: int, rows: int) -> bytes:
    """Return rows of zeros as a zlib stream: a hundred rows are packed once, and their packing repeated."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes(width * 100)) + packer.flush(zlib.Z_FULL_FLUSH)  # stands alone
    checksum = (width * rows % 65521 << 16) | 1  # Adler-32 of so many zeros
    return b"\x78\xda" + block * (rows // 100) + b"\3\0" + struct.pack(">I", checksum)


def png(width: int, height: int, rows: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def jpeg_that_claims(side: int) -> bytes:
    """Make a small JPEG whose header says that it is large."""
    content = bytearray(jpeg(16))
    at = content.find(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", side, side)
    return bytes(content)


def jpeg_scan_flood(scans: int = 1500, side: int = 6000) -> bytes:
    """Make a progressive JPEG that goes over its whole picture again and again."""
    content = saved(Image.new("L", (side, side), 128), "JPEG", progressive=True)
    last = content.rfind(b"\xff\xda")
    return content[:-2] + content[last:-2] * scans + b"\xff\xd9"


def locked_pdf() -> bytes:
    document, stream = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.save(stream, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    return stream.getvalue()


def long_pdf(pages: int = 10_000) -> bytes:
    kids = b" ".join(b"%d 0 R" % n for n in range(3, pages + 3))
    tree = b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages
    return pdf({1: CATALOGUE, 2: tree} | dict.fromkeys(range(3, pages + 3), PAGE))


def pdf_whose_count_lies(claimed: int = 1_000_000) -> bytes:
    return pdf({1: CATALOGUE, 2: b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % claimed, 3: PAGE})


def pdf_with_circular_kids() -> bytes:
    return pdf({1: CATALOGUE, 2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>", 3: PAGE})


def pdf_with_circular_kids_far_down() -> bytes:
    middle = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"
    return pdf({1: CATALOGUE, 2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", 3: PAGE, 4: middle})


def pdf_with_circular_tables() -> bytes:
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: PAGE}, points_at_itself=True)


def pdf_with_circular_forms() -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    again = b" /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: page, 4: stream(b"/X Do"), 5: stream(b"/X Do", again)})


def pdf_with_circular_pattern() -> bytes:
    """Fill a page with tiles that are filled with themselves."""
    fill, resources = b"/Pattern cs /P scn 0 0 500 500 re f", b"/Resources << /Pattern << /P 5 0 R >> >>"
    tile = b" /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
    page = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 4 0 R " + resources + b" >>"
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: page, 4: stream(fill), 5: stream(fill, tile + resources)})


def pdf_that_counts(claimed: int) -> bytes:
    """Hang three pages on a tree that says it has so many."""
    tree = b"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count %d >>" % claimed
    return pdf({1: CATALOGUE, 2: tree, **dict.fromkeys((3, 4, 5), PAGE)})


def pdf_with_packed_circle() -> bytes:
    """Make the same circle of forms, its resources hidden in a compressed object stream."""
    document, packed = pikepdf.open(io.BytesIO(pdf_with_circular_forms())), io.BytesIO()
    form = document.pages[0].Resources.XObject.X
    form.Resources = document.make_indirect(pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form)))
    document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return packed.getvalue()


def pdf_that_laughs(depth: int = 9) -> bytes:
    """Make forms that paint forms that paint forms: a thousand million strokes from 2 kB."""
    page = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>"
    objects = {1: CATALOGUE, 2: ONE_PAGE, 3: page, 4: stream(b"/X Do")}
    head = b" /Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    for level in range(10, 10 + depth):
        inner = b" /Resources << /XObject << /X %d 0 R >> >>" % (level + 1)
        objects[level] = stream(b"/X Do " * 10, head + inner)
    return pdf(objects | {10 + depth: stream(b"0 0 m 10 10 l S", head)})


def pdf_with_inflated_picture(side: int = 20_000) -> bytes:
    """Put a picture of 400 megapixels in 400 kB on an ordinary page."""
    head = b" /Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    size = b" /Width %d /Height %d" % (side, side)
    page = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>"
    packed = packed_zeros(side * 3, side)
    paint = stream(b"595 0 0 842 0 0 cm /I Do")
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: page, 4: stream(packed, head + size), 5: paint})


def huge_pdf_page() -> bytes:
    """Return 347 bytes for which a careless reader takes 4.6 GB."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] /UserUnit 100 >>"
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: page})


def pdf_with_a_missing_page() -> bytes:
    """Write a PDF whose page 1 is there, page 2 is not what the tree says it is."""
    return pdf({1: CATALOGUE, 2: b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", 3: PAGE})


def tiff(pages: int = 1, **how: object) -> bytes:
    sheets = [Image.new("1", (200, 100), n % 2) for n in range(pages)]
    return saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], **how)


def tiff_with_broken_directory() -> bytes:
    """Let the directory of the only page lie beyond the end of the file."""
    content = bytearray(tiff())
    content[4:8] = struct.pack("<I", len(content) + 1000)
    return bytes(content)


def tiff_with_endless_directory() -> bytes:
    """Let the directory claim 65,535 entries."""
    content = bytearray(tiff())
    (at,) = struct.unpack_from("<I", content, 4)
    content[at : at + 2] = b"\xff\xff"
    return bytes(content)


def tiff_with_broken_second_page() -> bytes:
    return _relinked(tiff(2), 1 << 30)


def tiff_that_loops() -> bytes:
    content = tiff(2)
    return _relinked(content, struct.unpack_from("<I", content, 4)[0])


def pdf(objects: Mapping[int, bytes], *, points_at_itself: bool = False) -> bytes:
    """Write objects as a PDF with one table."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    previous = b" /Prev %d" % table if points_at_itself else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, previous, table)
    return bytes(out)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d%s >>\nstream\n" % (len(content), more) + content + b"\nendstream"


def _relinked(content: bytes, after_first: int) -> bytes:
    """Let the first directory of a TIFF point elsewhere."""
    changed = bytearray(content)
    (at,) = struct.unpack_from("<I", changed, 4)
    (entries,) = struct.unpack_from("<H", changed, at)
    struct.pack_into("<I", changed, at + 2 + 12 * entries, after_first)
    return bytes(changed)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
