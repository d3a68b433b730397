"""Class H: a few kilobytes that keep a processor busy for hours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import hostile
from hostile import stream
from PIL import Image

from corpus.item import BOUNDED, QUICK, READ, Item, item
from corpus.loops import FORM, page_with

CPU_S = 6.0
NEVER = ("decoder_timeout", "decoder_out_of_memory")  # whichever limit is met first


def _tilings(depth: int) -> bytes:
    """Fill the page with tiles of tiles."""
    head = b" /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep .05 /YStep .05 "
    fill = b"/Pattern cs /P scn 0 0 600 900 re f"
    tiles = {5 + n: stream(fill, head + b"/Resources << /Pattern << /P %d 0 R >> >>" % (6 + n)) for n in range(depth)}
    return page_with(b"/Pattern << /P 5 0 R >>", fill, tiles | {5 + depth: stream(b"0 0 1 1 re f", head)})


def _glyphs(count: int, inner: int) -> bytes:
    """Write a letter that is drawn with many strokes, many times."""
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 33 /LastChar 33 "
    font += b"/Widths [0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [33 /a] >> >>"
    drawn = stream(b"9 0 d0 " + b"0 0 500 700 re S " * inner)
    return page_with(b"/Font << /F 5 0 R >>", b"BT /F 1 Tf (" + b"!" * count + b") Tj ET", {5: font, 6: drawn})


def _groups(depth: int) -> bytes:
    """Nest transparency in transparency: a picture of the page for each level."""
    head = FORM + b" /Group << /S /Transparency /I true >> /Resources << /XObject << /X %d 0 R >> "
    head += b"/ExtGState << /G << /ca .5 >> >> >>"
    groups = {5 + n: stream(b"/G gs /X Do /X Do", head % (6 + n)) for n in range(depth)}
    return page_with(b"/XObject << /X 5 0 R >>", b"/X Do", groups | {5 + depth: stream(b"0 0 9 9 re f", FORM)})


def _shading(steps: int) -> bytes:
    """Colour the page by functions made of functions."""
    function = b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 1 1] /N 1 >> "
    bounds = b" ".join(b"%.6f" % ((n + 1) / steps) for n in range(steps - 1))
    sewn = b"<< /FunctionType 3 /Domain [0 1] /Functions [" + function * steps + b"] /Bounds [" + bounds
    sewn += b"] /Encode [" + b"0 1 " * steps + b"] >>"
    shade = b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 800] /Function " + sewn + b" >>"
    return page_with(b"/Shading << /S 5 0 R >>", b"/S sh " * 2000, {5: shade})


def _same_picture(times: int) -> bytes:
    head = b" /Type /XObject /Subtype /Image /Width 3000 /Height 3000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    packed = stream(hostile.packed_zeros(3000, 3000), head + b" /Filter /FlateDecode")
    paint = b"q 595 0 0 842 0 0 cm /I Do Q " * times
    return page_with(b"/XObject << /I 5 0 R >>", paint, {5: packed})


def _curves(count: int) -> bytes:
    return page_with(b"", b"[.01 .01] 0 d 1 w 0 0 m " + b"0 9000 900 -9000 590 840 c " * count + b"S", {})


def _clips(count: int) -> bytes:
    return page_with(b"", b"0 0 m 590 840 l 0 840 l W* n " * count + b"0 0 500 500 re f", {})


def _gif(frames: int, side: int) -> bytes:
    first = Image.new("P", (side, side))
    return hostile.saved(
        first, "GIF", save_all=True, append_images=[Image.new("P", (side, side), n) for n in range(1, frames)]
    )


def amplified() -> tuple[Item, ...]:
    """Return class H."""
    return tuple(_made())


def _made() -> Iterator[Item]:
    yield from (_bounded(f"laughs-{n}", partial(hostile.pdf_that_laughs, n)) for n in (3, 5))
    yield from (_bounded(f"laughs-{n}", partial(hostile.pdf_that_laughs, n), *NEVER) for n in (8, 9))
    yield from (_bounded(f"scans-{n}", partial(hostile.jpeg_scan_flood, n, 3000)) for n in (10, 200))
    yield _bounded("scans-1500", partial(hostile.jpeg_scan_flood, 1500, 6000), *NEVER)
    yield from (_bounded(f"tilings-{n}", partial(_tilings, n)) for n in (1, 4))
    yield from (_bounded(f"glyphs-{n}", partial(_glyphs, n, 2000)) for n in (10, 2000))
    yield from (_bounded(f"groups-{n}", partial(_groups, n)) for n in (4, 24))
    yield from (_bounded(f"shading-{n}", partial(_shading, n)) for n in (10, 1000))
    yield from (_bounded(f"pictures-{n}", partial(_same_picture, n)) for n in (5, 1000))
    yield _bounded("curves", partial(_curves, 3000))
    yield _bounded("clips", partial(_clips, 20_000))
    yield item("gif-frames", partial(_gif, 100, 1000), READ, pages=1, limits=QUICK, cpu_s=CPU_S)


def _bounded(name: str, make: object, *codes: str) -> Item:
    return item(name, make, *(codes or (READ, *BOUNDED)), limits=QUICK, cpu_s=CPU_S)
