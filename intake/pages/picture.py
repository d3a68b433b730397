"""Decodes pictures of one or many pages with Pillow. Runs in the decode child only."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from intake.pages.limits import Limits
from intake.pages.sniff import Format
from intake.pages.wire import Refusal

DEEP = ("I", "I;16", "I;16B", "I;16L", "F")  # greys of more than 8 bits
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, ZeroDivisionError)
"""What Pillow's decoders raise for broken files: they read hostile bytes, and do not agree on one error."""


class RefusedError(Exception):
    """A file that is refused, and why."""

    def __init__(self, code: str, **facts: str) -> None:
        self.refusal = Refusal(code, facts)
        super().__init__(code)


def prepare(kind: Format) -> None:
    """Import the decoders of `kind`, before the process is locked in."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is decoded
    warnings.simplefilter("ignore")
    Image.init()
    if kind in {Format.HEIF, Format.AVIF}:
        import pillow_heif  # noqa: PLC0415 costs 40 ms that only these formats need

        pillow_heif.options.DECODE_THREADS = 1
        pillow_heif.register_heif_opener()


def pictures(data: bytes, kind: Format, limits: Limits) -> Iterator[Image.Image]:
    """Yield each page as RGB, upright by its EXIF orientation; raises RefusedError."""
    try:
        image = Image.open(io.BytesIO(data), formats=[kind.value])
    except (UnidentifiedImageError, *BROKEN) as error:
        raise RefusedError("damaged_file") from error
    try:
        yield from _frames(image, kind, limits)
    except BROKEN as error:
        raise RefusedError("damaged_file") from error


def _frames(image: Image.Image, kind: Format, limits: Limits) -> Iterator[Image.Image]:
    if kind is not Format.TIFF:
        yield _page(image, limits)
        return
    for count, frame in enumerate(ImageSequence.Iterator(image), start=1):
        if count > limits.pages:
            raise RefusedError("too_many_pages", limit=str(limits.pages))
        yield _page(frame, limits)


def _page(frame: Image.Image, limits: Limits) -> Image.Image:
    if frame.width * frame.height > limits.megapixels * 1_000_000:
        raise RefusedError("page_too_large", limit=str(limits.megapixels))
    frame.load()
    return _rgb(ImageOps.exif_transpose(frame))


def _rgb(image: Image.Image) -> Image.Image:
    """Return what a person would see: transparent on white, deep greys scaled, inks as colours."""
    if image.mode in DEEP:
        return _scaled(image).convert("RGB")
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def _scaled(image: Image.Image) -> Image.Image:
    """Bring a deep grey to 8 bits: 16-bit values by their range, floats from 0..1."""
    if image.mode == "F":
        return image.point(lambda v: v * 255.0).convert("L")
    return image.convert("I").point(lambda v: v * (1 / 257.0)).convert("L")
