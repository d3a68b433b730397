"""Every format, variant and orientation decodes to the pixels that were drawn, in the locked child."""

from __future__ import annotations

import io

import numpy as np
import pillow_heif
import pytest
from hostile import saved
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from intake.domain.errors import UnreadableSource
from intake.pages.decode import decode
from intake.pages.limits import Limits

pytestmark = pytest.mark.integration
pillow_heif.register_heif_opener()

EXACT, LOSSY = 0.01, 2.0  # mean difference of a pixel's value


def drawn(width: int = 320, height: int = 200) -> Image.Image:
    """Draw slopes of colour and a corner that tells up from down and left from right."""
    y, x = np.mgrid[0:height, 0:width]
    slopes = np.stack([x * 255 // width, y * 255 // height, (x + y) * 255 // (width + height)], axis=2)
    picture = Image.fromarray(slopes.astype(np.uint8))
    ImageDraw.Draw(picture).rectangle((20, 20, 80, 60), fill=(255, 0, 0))
    return picture


COLOUR = drawn()
GREY = COLOUR.convert("L")
BLACK = GREY.convert("1")
FEW = COLOUR.quantize(64)
DEEP = Image.fromarray(np.asarray(GREY).astype(np.uint16) * 257)
SHEER = COLOUR.copy()
SHEER.putalpha(128)
ON_WHITE = Image.blend(Image.new("RGB", COLOUR.size, "white"), COLOUR, 128 / 255)
GREY_ON_WHITE = Image.blend(Image.new("L", COLOUR.size, "white"), GREY, 128 / 255)
SIDEWAYS = Image.Exif()
SIDEWAYS[0x0112] = 6
TURNED = COLOUR.transpose(Image.Transpose.ROTATE_90)

VARIANTS = {
    "jpeg": (saved(COLOUR, "JPEG", quality=95), COLOUR, LOSSY),
    "jpeg progressive": (saved(COLOUR, "JPEG", quality=95, progressive=True), COLOUR, LOSSY),
    "jpeg grey": (saved(GREY, "JPEG", quality=95), GREY, LOSSY),
    "jpeg cmyk, inverted as Adobe does": (saved(COLOUR.convert("CMYK"), "JPEG", quality=95), COLOUR, LOSSY),
    "jpeg of a telephone, two pictures": (
        saved(COLOUR, "MPO", save_all=True, append_images=[Image.new("RGB", (320, 200))], quality=95),
        COLOUR,
        LOSSY,
    ),
    "png": (saved(COLOUR, "PNG"), COLOUR, EXACT),
    "png grey": (saved(GREY, "PNG"), GREY, EXACT),
    "png of 1 bit": (saved(BLACK, "PNG"), BLACK, EXACT),
    "png of 16 bits": (saved(DEEP, "PNG"), GREY, EXACT),
    "png with a palette": (saved(FEW, "PNG"), FEW, EXACT),
    "png with a palette, interlaced colours": (saved(FEW, "PNG", bits=8, optimize=True), FEW, EXACT),
    "png with alpha": (saved(SHEER, "PNG"), ON_WHITE, 0.6),
    "png with alpha, grey": (saved(SHEER.convert("LA"), "PNG"), GREY_ON_WHITE, 0.6),
    "png with exif": (saved(TURNED, "PNG", exif=SIDEWAYS), COLOUR, EXACT),
    "tiff": (saved(COLOUR, "TIFF"), COLOUR, EXACT),
    "tiff lzw": (saved(COLOUR, "TIFF", compression="tiff_lzw"), COLOUR, EXACT),
    "tiff deflate": (saved(COLOUR, "TIFF", compression="tiff_adobe_deflate"), COLOUR, EXACT),
    "tiff packbits": (saved(COLOUR, "TIFF", compression="packbits"), COLOUR, EXACT),
    "tiff jpeg": (saved(COLOUR, "TIFF", compression="jpeg"), COLOUR, LOSSY),
    "tiff jpeg, grey": (saved(GREY, "TIFF", compression="jpeg"), GREY, LOSSY),
    "tiff g3": (saved(BLACK, "TIFF", compression="group3"), BLACK, EXACT),
    "tiff g4": (saved(BLACK, "TIFF", compression="group4"), BLACK, EXACT),
    "tiff of 16 bits": (saved(DEEP, "TIFF"), GREY, EXACT),
    "tiff cmyk": (saved(COLOUR.convert("CMYK"), "TIFF", compression="tiff_lzw"), COLOUR, EXACT),
    "tiff ycbcr": (saved(COLOUR.convert("YCbCr"), "TIFF"), COLOUR, LOSSY),
    "tiff of floats": (saved(Image.fromarray(np.asarray(GREY).astype(np.float32) / 255), "TIFF"), GREY, 0.6),
    "tiff big": (saved(COLOUR, "TIFF", big_tiff=True), COLOUR, EXACT),
    "bmp": (saved(COLOUR, "BMP"), COLOUR, EXACT),
    "bmp of 1 bit": (saved(BLACK, "BMP"), BLACK, EXACT),
    "webp": (saved(COLOUR, "WEBP", lossless=True), COLOUR, EXACT),
    "webp lossy": (saved(COLOUR, "WEBP", quality=95), COLOUR, LOSSY),
    "webp with exif": (saved(TURNED, "WEBP", exif=SIDEWAYS, lossless=True), COLOUR, EXACT),
    "gif": (saved(FEW, "GIF"), FEW, EXACT),
    "heic": (saved(COLOUR, "HEIF", quality=95), COLOUR, LOSSY),
    "avif": (saved(COLOUR, "AVIF", quality=95), COLOUR, LOSSY),
    "avif turned": (saved(TURNED, "AVIF", quality=95, exif=SIDEWAYS), COLOUR, LOSSY),
}

ORIENTATIONS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def rgb(picture: Image.Image) -> NDArray[np.float32]:
    return np.asarray(picture.convert("RGB")).astype(np.float32)


@pytest.mark.parametrize(("content", "truth", "tolerance"), VARIANTS.values(), ids=VARIANTS)
def test_a_variant_reads_to_what_was_drawn(content: bytes, truth: Image.Image, tolerance: float):
    (page,) = decode(content)

    assert page.pixels.dtype == np.uint8
    assert np.abs(page.pixels - rgb(truth)).mean() <= tolerance


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_the_orientation_of_the_camera_is_applied(orientation: int, kind: str):
    how = ORIENTATIONS[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    held = COLOUR if how is None else COLOUR.transpose(how)

    (page,) = decode(saved(held, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {})))

    assert np.abs(page.pixels - rgb(COLOUR)).mean() <= LOSSY


def test_a_tiff_of_several_kinds_of_pages_reads_in_order():
    content = saved(COLOUR, "TIFF", save_all=True, append_images=[GREY, BLACK, DEEP], compression="tiff_lzw")

    pages = list(decode(content))

    assert [page.number for page in pages] == [1, 2, 3, 4]
    for page, truth in zip(pages, (COLOUR, GREY, BLACK, GREY), strict=True):
        assert np.abs(page.pixels - rgb(truth)).mean() <= EXACT


def test_a_fax_with_oblong_pixels_is_stretched():
    fax = BLACK.resize((320, 100))

    (page,) = decode(saved(fax, "TIFF", compression="group4", dpi=(204, 98)))

    assert (page.width, page.height) == (320, 208)


@pytest.mark.parametrize("name", ["page.jpg", "page.pdf", "page.txt"])
def test_the_content_decides_and_not_the_name(name: str, tmp_path):
    file = tmp_path / name
    file.write_bytes(saved(COLOUR, "PNG"))

    (page,) = decode(file.read_bytes())

    assert np.array_equal(page.pixels, rgb(COLOUR))


def test_a_page_at_the_limit_is_read_and_one_above_is_not():
    limits = Limits(megapixels=1)

    (page,) = decode(saved(Image.new("L", (1000, 1000)), "PNG"), limits)

    assert page.width == 1000
    with pytest.raises(UnreadableSource, match="page_too_large"):
        list(decode(saved(Image.new("L", (1001, 1000)), "PNG"), limits))


def test_eighty_megapixels_are_read():
    (page,) = decode(saved(Image.new("RGB", (10_000, 8_000), "navy"), "PNG", compress_level=1))

    assert page.pixels[-1, -1].tolist() == [0, 0, 128]


def test_two_hundred_pages_are_read_and_held_one_at_a_time():
    sheets = [Image.new("1", (1240, 1754), n % 2) for n in range(200)]
    stream = io.BytesIO()
    sheets[0].save(stream, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    pages = decode(stream.getvalue())
    next(pages)
    early = [resident() for _ in (next(pages) for _ in range(20))]

    late = [resident() for _ in pages]

    assert len(late) == 179
    assert max(late) <= max(early) + 8 << 20


def resident() -> int:
    """Return the bytes that this process holds."""
    with open("/proc/self/statm") as file:  # noqa: PTH123 the shortest way to two numbers
        return int(file.read().split()[1]) * 4096
