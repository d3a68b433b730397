"""The decode child: hostile bytes come in on standard input, bounded pictures go out on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from PIL import Image

from intake.pages import wire
from intake.pages.limits import Limits
from intake.pages.picture import RefusedError, pictures, prepare
from intake.pages.sandbox import allow_cpu, lock_in
from intake.pages.sniff import Format, sniff

STRIP_ROWS = 512  # rows sent at once: a copy of the whole page would cost as much memory again
Page = tuple[Image.Image, wire.PageHeader]


def main() -> None:
    """Decode standard input within the limits given as arguments, in the order of Limits."""
    limits = Limits(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
    data = sys.stdin.buffer.read()
    out = os.fdopen(os.dup(1), "wb")
    try:
        wire.write(out, _decode(data, limits, out))
    except RefusedError as refused:
        wire.write(out, refused.refusal)
    except MemoryError:
        wire.write(out, wire.Refusal("decoder_out_of_memory", {}))


def _decode(data: bytes, limits: Limits, out: BinaryIO) -> wire.End:
    kind = sniff(data)
    if kind is None:
        raise RefusedError("unknown_format")
    pages = _opener(kind)
    lock_in(limits)
    allow_cpu(limits.page_cpu_seconds)
    for image, header in pages(data, limits):
        _send(out, image, header)
        allow_cpu(limits.page_cpu_seconds)
    return wire.End()


def _opener(kind: Format) -> Callable[[bytes, Limits], Iterator[Page]]:
    """Import what decodes `kind`: after the lock nothing can be imported any more."""
    if kind is Format.PDF:
        Image.init()  # converting a rendered page imports more of Pillow
        from intake.pages.pdf import renderings  # noqa: PLC0415 PDFium costs 60 ms that only PDFs need

        return lambda data, limits: (
            (page.image, wire.PageHeader(page.image.width, page.image.height, page.layer, page.layer_is_suspect))
            for page in renderings(data, limits)
        )
    prepare(kind)
    return lambda data, limits: (
        (image, wire.PageHeader(image.width, image.height)) for image in pictures(data, kind, limits)
    )


def _send(out: BinaryIO, image: Image.Image, header: wire.PageHeader) -> None:
    wire.write(out, header)
    tops = range(0, image.height, STRIP_ROWS)
    out.writelines(_strip(image, top) for top in tops)
    out.flush()


def _strip(image: Image.Image, top: int) -> bytes:
    return image.crop((0, top, image.width, min(top + STRIP_ROWS, image.height))).tobytes()


if __name__ == "__main__":
    main()
