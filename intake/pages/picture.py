"""Decodes pictures of one or many pages with Pillow. Runs in the decode child only."""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterator

from PIL import Image, ImageOps

from intake.pages import tiff
from intake.pages.limits import Limits
from intake.pages.maker import software_of, steps_of
from intake.pages.sniff import Format
from intake.pages.wire import MAX_SIDE, Page, Refusal, Refused

_PLUGINS = {
    Format.JPEG: ("PIL.JpegImagePlugin", "PIL.MpoImagePlugin"),  # telephones append a second picture: MPO
    Format.PNG: ("PIL.PngImagePlugin",),
    Format.TIFF: ("PIL.TiffImagePlugin", "PIL.JpegImagePlugin"),
    Format.BMP: ("PIL.BmpImagePlugin",),
    Format.WEBP: ("PIL.WebPImagePlugin",),
    Format.GIF: ("PIL.GifImagePlugin",),
    Format.AVIF: ("PIL.AvifImagePlugin",),
}
_ANY = ("PIL.TiffImagePlugin", "copy")  # Pillow imports them late: for EXIF, for GIF
_DEEP = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})  # greys of more than 8 bits
_ORIENTATION = 0x0112  # EXIF tag
_STRIP = 256  # rows sent at once
_FAX = 1.5  # ratio of the two resolutions from which pixels are taken to be oblong, as those of faxes are


def prepare(kind: Format) -> None:
    """Import the decoder of `kind`, before the process is locked in: nothing can be opened afterwards."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is decoded, and is no warning
    for name in (*_PLUGINS.get(kind, ()), *_ANY):
        importlib.import_module(name)
    if kind is Format.HEIF:
        import pillow_heif  # noqa: PLC0415 40 ms that only this format needs

        pillow_heif.options.DECODE_THREADS = 1
        pillow_heif.register_heif_opener(thumbnails=False)


def pictures(content: bytes, kind: Format, limits: Limits) -> Iterator[Page]:
    """Yield each page, turned by its EXIF orientation; raises Refused."""
    try:
        opener, _ = Image.OPEN[kind.value]  # Image.open would first import and try five others
        image = opener(io.BytesIO(content), "")
        frames = _frames(image, content, limits) if kind is Format.TIFF else iter((image,))
        for frame in frames:
            seen = _decoded(frame, limits)
            steps = steps_of(frame) if sorted(seen.size) == sorted(frame.size) else ()  # a stretched page has no blocks
            yield Page(seen.width, seen.height, _rows(seen), steps=steps, software=software_of(frame))
            del seen  # the next page must not be decoded beside this one
    except (Refused, MemoryError):
        raise
    except Exception as error:  # decoders raise anything when bytes are broken: struct.error, AttributeError, ...
        raise Refused(Refusal.DAMAGED) from error


def _rows(image: Image.Image) -> Iterator[bytes]:
    """Yield the pixels in strips: turned into colours one by one, so that the page is never there twice."""
    for top in range(0, image.height, _STRIP):
        yield rgb(image.crop((0, top, image.width, min(top + _STRIP, image.height)))).tobytes()


def rgb(image: Image.Image) -> Image.Image:
    """Return a picture, or a part of one, as a person sees it: on white paper, in 8 bits a colour."""
    if image.mode == "RGB":
        return image
    if image.mode == "LAB":  # no conversion without a profile: lightness is what matters
        return image.getchannel(0).convert("RGB")
    if image.mode in {"LA", "PA", "La", "RGBa", "RGBA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def _frames(image: Image.Image, content: bytes, limits: Limits) -> Iterator[Image.Image]:
    """Yield the image at each of its pages; one that cannot be found ends the file after those that can."""
    chain = tiff.chain(content, limits.pages)
    if len(chain.frames) > limits.pages:
        raise Refused(Refusal.TOO_MANY_PAGES)
    for frame in chain.frames:
        image.seek(frame)
        yield image
    if not chain.is_whole:
        raise Refused(Refusal.DAMAGED)


def _decoded(image: Image.Image, limits: Limits) -> Image.Image:
    refuse_large(image.width, image.height, limits)
    resolution = image.info.get("dpi")
    image.load()
    seen = image if image.mode not in _DEEP else _shallow(image)
    if image.getexif().get(_ORIENTATION, 1) != 1:
        seen = ImageOps.exif_transpose(seen)
    return _squared(seen, resolution, limits)


def refuse_large(width: int, height: int, limits: Limits) -> None:
    """Raise Refused for a page above the megapixels or too long for the tools that come later."""
    if width * height > limits.megapixels * 1_000_000 or max(width, height) > MAX_SIDE:
        raise Refused(Refusal.PAGE_TOO_LARGE)


def _shallow(image: Image.Image) -> Image.Image:
    """Scale a deep grey to 8 bits: 16-bit values by their range, others by the lightest that is there."""
    if image.mode == "F":
        top = _lightest(image, 1.0)
        return image.point(lambda v: v * (255.0 / top) + 0.0).convert("L")
    whole = image.convert("I")
    top = 65535.0 if image.mode.startswith("I;16") else _lightest(whole, 65535.0)
    return whole.point(lambda v: v * (255.0 / top) + 0.5).convert("L")


def _lightest(image: Image.Image, usual: float) -> float:
    extrema = image.getextrema()
    high = extrema[1]
    return max(float(high), usual) if isinstance(high, (int, float)) else usual


def _squared(image: Image.Image, resolution: object, limits: Limits) -> Image.Image:
    """Stretch a page with oblong pixels: a fax has 204 dots an inch across and 98 down."""
    if not isinstance(resolution, tuple) or len(resolution) != 2 or not all(resolution):
        return image
    ratio = float(resolution[0]) / float(resolution[1])
    if not _FAX <= ratio <= 3:
        return image
    height = round(image.height * ratio)
    refuse_large(image.width, height, limits)
    return image.convert("L" if image.mode == "1" else image.mode).resize((image.width, height))
