"""Class G: files that lead back to themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import partial

import hostile
from hostile import A4, CATALOGUE, ONE_PAGE, PAGE, pdf, stream

from corpus.formats import drawn, of
from corpus.item import READ, Item, item, patient

LOOPING, DAMAGED = "looping_pdf", "damaged_file"
FIVE = patient()._replace(page_cpu_seconds=5)
FIVE_S = 6.0  # with what starting costs
FORM = b" /Type /XObject /Subtype /Form /BBox [0 0 595 842]"


def page_with(resources: bytes, content: bytes, more: Mapping[int, bytes], page: bytes = b"") -> bytes:
    """Make a PDF of one page; its content is object 4."""
    head = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 4 0 R /Resources << " + resources + b" >> " + page
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: head + b" >>", 4: stream(content), **more})


def _catalogue(more: bytes, objects: Mapping[int, bytes]) -> bytes:
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R " + more + b" >>", 2: ONE_PAGE, 3: PAGE, **objects})


def _forms(count: int) -> bytes:
    """Let `count` forms paint each other in a ring."""
    forms = {
        10 + n: stream(b"/X Do", FORM + b" /Resources << /XObject << /X %d 0 R >> >>" % (10 + (n + 1) % count))
        for n in range(count)
    }
    return page_with(b"/XObject << /X 10 0 R >>", b"/X Do", forms)


def _tables_of_two() -> bytes:
    """Let two tables name each other as the older one."""
    content = pdf({1: CATALOGUE, 2: ONE_PAGE, 3: PAGE})
    first = content.rfind(b"xref\n0")
    second = len(content)
    once = content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % (second + 16))
    at = len(once)
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return once.replace(b"/Prev %d" % (second + 16), b"/Prev %d" % at) + table % (first, at)


def _deep_tree(depth: int) -> bytes:
    """Hang one page at the end of so many branches."""
    nodes = {
        n: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1) for n in range(3, depth + 3)
    }
    return pdf({1: CATALOGUE, 2: ONE_PAGE, **nodes, depth + 3: PAGE})


def _pdfs() -> Iterator[Item]:
    yield _must("kids", hostile.pdf_with_circular_kids, LOOPING)
    yield _must("kids-far-down", hostile.pdf_with_circular_kids_far_down, LOOPING)
    yield _must("table-of-itself", hostile.pdf_with_circular_tables, LOOPING)
    yield _must("tables-of-two", _tables_of_two, LOOPING)
    yield _must("form-of-itself", hostile.pdf_with_circular_forms, LOOPING)
    yield _must("forms-packed", hostile.pdf_with_packed_circle, LOOPING)
    yield _must("pattern-of-itself", hostile.pdf_with_circular_pattern, LOOPING)
    yield from (_must(f"forms-of-{n}", partial(_forms, n), LOOPING) for n in (2, 3, 50))
    for name, made in _odd_objects().items():
        yield _must(f"pdf-{name}", partial(bytes, made), READ, LOOPING, DAMAGED)
    yield from (_must(f"tree-{n}", partial(_deep_tree, n), READ, DAMAGED) for n in (100, 10_000))


def _odd_objects() -> Mapping[str, bytes]:
    itself = b"<< /XObject << /X 5 0 R >> >>"
    glyph = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 33 /LastChar 33 "
    glyph += b"/Widths [9] /CharProcs << /a 6 0 R >> /Encoding << /Differences [33 /a] >> "
    group = FORM + b" /Group << /S /Transparency >> /Resources << "
    mask = b"/ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >>"
    bookmark = b"<< /Title (a) /Parent 5 0 R /Next 6 0 R /Prev 6 0 R /First 6 0 R /Last 6 0 R >>"
    return {
        "parent": pdf({1: CATALOGUE, 2: ONE_PAGE, 3: b"<< /Type /Page /Parent 3 0 R " + A4 + b" >>"}),
        "object-of-itself": page_with(b"/XObject 5 0 R", b"/X Do", {5: b"5 0 R"}),
        "length-of-itself": page_with(b"", b"", {4: b"<< /Length 4 0 R >>\nstream\nq Q\nendstream"}),
        "contents": pdf({1: CATALOGUE, 2: ONE_PAGE, 3: PAGE[:-2] + b"/Contents 5 0 R >>", 5: b"[5 0 R 5 0 R]"}),
        "glyph": page_with(
            b"/Font << /F 5 0 R >>",
            b"BT /F 9 Tf (!) Tj ET",
            {5: glyph + b"/Resources << /Font << /F 5 0 R >> >> >>", 6: stream(b"9 0 d0 BT /F 9 Tf (!) Tj ET")},
        ),
        "soft-mask": page_with(
            mask,
            b"/G gs 0 0 99 99 re f",
            {5: stream(b"/G gs 0 0 99 99 re f", group + mask + b" >>")},
        ),
        "seal": page_with(
            b"", b"", {5: b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 6 0 R >> >>",
                       6: stream(b"/X Do", FORM + b" /Resources << /XObject << /X 6 0 R >> >>")}, b"/Annots [5 0 R]"
        ),
        "outlines": _catalogue(b"/Outlines 5 0 R", {5: b"<< /First 6 0 R /Last 6 0 R >>", 6: bookmark}),
        "names": _catalogue(b"/Names << /Dests 5 0 R >>", {5: b"<< /Kids [5 0 R] /Limits [(a) (z)] >>"}),
        "layers": _catalogue(b"/OCProperties << /OCGs [5 0 R] /D << /Order 5 0 R >> >>", {5: b"[5 0 R]"}),
        "resources": page_with(b"/XObject << /X 5 0 R >>", b"/X Do", {5: stream(b"/X Do", FORM + b" /Resources 6 0 R"),
                                                                       6: itself}),
        "deep-array": pdf({1: CATALOGUE, 2: b"[" * 100_000 + b"]" * 100_000}),
        "deep-dictionary": pdf({1: CATALOGUE, 2: ONE_PAGE, 3: b"<< /A " * 50_000 + b">>" * 50_000}),
        "packed-of-itself": pdf({1: CATALOGUE, 2: ONE_PAGE, 3: PAGE,
                                 5: stream(b"5 0 << >>", b" /Type /ObjStm /N 1 /First 4 /Extends 5 0 R")}),
    }  # fmt: skip


def relinked(pages: int, *, is_big: bool = False, to: int = 0) -> bytes:
    """Let the last directory of a TIFF point at an earlier one."""
    sheets = {"save_all": True, "append_images": [drawn()] * (pages - 1), "big_tiff": is_big}
    content = bytearray(of("TIFF", **sheets)())
    pointer, count, entry, at = ("<Q", "<Q", 20, 8) if is_big else ("<I", "<H", 12, 4)
    places = []
    while place := struct.unpack_from(pointer, content, at)[0]:
        places.append(place)
        at = place + struct.calcsize(count) + entry * struct.unpack_from(count, content, place)[0]
    struct.pack_into(pointer, content, at, places[to])
    return bytes(content)


def exif_that_loops(kind: str, tag: int) -> bytes:
    """Let a directory inside EXIF be the one that names it."""
    directory = struct.pack("<HHHII", 2, 0x0112, 3, 1, 1) + struct.pack("<HHII", tag, 4, 1, 8) + struct.pack("<I", 8)
    return of(kind, exif=b"Exif\0\0II*\0" + struct.pack("<I", 8) + directory)()


def _sub_directory() -> bytes:
    content = bytearray(of("TIFF", tiffinfo={330: 8})())
    (at,) = struct.unpack_from("<I", content, 4)
    place = content.find(struct.pack("<H", 330), at)
    struct.pack_into("<HII", content, place + 2, 4, 1, at)
    return bytes(content)


def _pictures() -> Iterator[Item]:
    yield _must("tiff-itself", partial(relinked, 1), DAMAGED)
    yield _must("tiff-two", partial(relinked, 2), DAMAGED)
    yield _must("tiff-three", partial(relinked, 3, to=1), DAMAGED)
    yield _must("bigtiff-itself", partial(relinked, 1, is_big=True), DAMAGED)
    yield _must("bigtiff-two", partial(relinked, 2, is_big=True), DAMAGED)
    yield _must("tiff-sub-directory", _sub_directory, READ, DAMAGED)
    for kind in ("JPEG", "PNG", "WEBP"):
        yield from (_must(f"exif-{kind}-{tag:x}", partial(exif_that_loops, kind, tag), READ, DAMAGED)
                    for tag in (0x8769, 0x8825))  # fmt: skip
    yield _must("heif-thumbnail", partial(_referenced, b"thmb"), READ, DAMAGED)
    yield _must("heif-alpha", partial(_referenced, b"auxl"), READ, DAMAGED)


def _referenced(kind: bytes) -> bytes:
    """Let a picture of a HEIC be its own thumbnail, or its own transparency."""
    content = bytearray(of("HEIF", "RGBA", (600, 400), quality=50, thumbnails=[64])())
    at = content.find(kind)
    assert at > 0
    content[at + 8 : at + 10] = content[at + 4 : at + 6]
    return bytes(content)


def circles() -> tuple[Item, ...]:
    """Return class G."""
    return (*_pdfs(), *_pictures())


def _must(name: str, make: object, *codes: str) -> Item:
    return item(name, make, *codes, limits=FIVE, cpu_s=FIVE_S)
