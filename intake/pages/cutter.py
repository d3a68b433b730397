"""The crop child: a picture that a worker made comes in on standard input, a part of it goes out as PNG."""

from __future__ import annotations

import io
import os
import sys

from PIL import Image

from intake.pages import sandbox
from intake.pages.limits import LIMITS

FORMATS = ("JPEG", "PNG", "WEBP")
MARGIN = 0.25  # of the height of the box, on every side: a hand wants to see what stands beside


def main(arguments: list[str]) -> None:
    """Cut the box (left, top, right, bottom, in pixels of a page of width x height) out of standard input."""
    parent, *numbers = (int(number) for number in arguments)
    sandbox.die_with(parent)
    with os.fdopen(0, "rb") as source:
        content = source.read()
    Image.init()  # plugins are found before nothing can be opened any more
    sandbox.limit(LIMITS)
    sandbox.lock()
    Image.MAX_IMAGE_PIXELS = LIMITS.megapixels * 1_000_000
    part = _part(content, numbers)
    view = memoryview(part)
    while view:
        view = view[os.write(1, view) :]


def _part(content: bytes, numbers: list[int]) -> bytes:
    width, height, left, top, right, bottom = numbers
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        across, down = picture.width / width, picture.height / height
        margin = (bottom - top) * MARGIN
        box = (
            max(int((left - margin) * across), 0),
            max(int((top - margin) * down), 0),
            min(int((right + margin) * across) + 1, picture.width),
            min(int((bottom + margin) * down) + 1, picture.height),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return b""
        cut = io.BytesIO()
        picture.crop(box).convert("RGB").save(cut, "PNG")
    return cut.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
