"""Reads what a picture file says of its own making: its program, the steps of a JPEG. Runs in the decode child only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PIL import Image

_SOFTWARE = 0x0131  # EXIF tag
_ORIENTATION = 0x0112  # the same
_SIDEWAYS = frozenset({5, 6, 7, 8})  # orientations that swap rows and columns
_BLOCK = 8  # pixels of a JPEG's block
_TEXTS = ("Software", "software", "Comment", "comment")  # keys of PNG's text chunks; of the comment of JPEG and GIF
_PACKETS = ("xmp", "XML:com.adobe.xmp")  # where Pillow leaves XMP: of JPEG, TIFF, WebP; of PNG
_XMP = re.compile(r"(?:CreatorTool|softwareAgent|tiff:Software)\s*(?:=\s*[\"']|>\s*)([^\"'<]{1,80})")
_MOST = 8  # names kept
_REACH = 1 << 18  # characters of XMP looked into


def software_of(image: Image.Image) -> str:
    """Return the programs that EXIF, text chunks and XMP name, one a line; "" where they name none."""
    names = (str(name).strip("\0 \n") for name in _names(image))
    return "\n".join(list(dict.fromkeys(name[:80] for name in names if name))[:_MOST])


def steps_of(image: Image.Image) -> Sequence[int]:
    """Return the steps of the lightness of a JPEG as the page lies; () where its blocks cannot be found again.

    They cannot where the page was turned and is no whole number of blocks long and wide.
    """
    tables = getattr(image, "quantization", None)
    if not tables or 0 not in tables or image.mode not in {"L", "RGB"}:
        return ()
    steps = [int(step) for step in tables[0]]
    turn = int(image.getexif().get(_ORIENTATION, 1))
    if turn != 1 and (image.width % _BLOCK or image.height % _BLOCK):
        return ()
    return [steps[i % _BLOCK * _BLOCK + i // _BLOCK] for i in range(len(steps))] if turn in _SIDEWAYS else steps


def _names(image: Image.Image) -> Iterator[object]:
    yield image.getexif().get(_SOFTWARE, "")
    for key in _TEXTS:
        yield _text(image.info.get(key, ""))[:80]
    for key in _PACKETS:
        yield from _XMP.findall(_text(image.info.get(key, ""))[:_REACH])


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
