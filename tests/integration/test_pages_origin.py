"""What a file says of its own making comes out of the locked child as a value: the program, and the steps of a JPEG."""

from __future__ import annotations

import numpy as np
import pillow_heif
import pytest
from hostile import saved
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from intake.domain.page import NOWHERE
from intake.pages.decode import decode

pytestmark = pytest.mark.integration
pillow_heif.register_heif_opener()

PICTURE = Image.fromarray(np.random.default_rng(3).integers(0, 256, (160, 240, 3), np.uint8))
ODD = PICTURE.resize((241, 163))
EDITOR = "Adobe Photoshop 25.0 (Windows)"
XMP = b'<x:xmpmeta><rdf:Description xmp:CreatorTool="GIMP 2.10.34" stEvt:softwareAgent="Snapseed 2.0"/></x:xmpmeta>'


def exif(software: str = "", orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    if software:
        tags[0x0131] = software
    return tags


def chunk(key: str, text: str) -> PngInfo:
    found = PngInfo()
    found.add_itxt(key, text)
    return found


SIGNED = {
    "exif of jpeg": (saved(PICTURE, "JPEG", exif=exif(EDITOR)), EDITOR),
    "exif of png": (saved(PICTURE, "PNG", exif=exif(EDITOR)), EDITOR),
    "exif of tiff": (saved(PICTURE, "TIFF", exif=exif(EDITOR)), EDITOR),
    "exif of webp": (saved(PICTURE, "WEBP", exif=exif(EDITOR)), EDITOR),
    "exif of heic": (saved(PICTURE, "HEIF", exif=exif(EDITOR)), EDITOR),
    "text of png": (saved(PICTURE, "PNG", pnginfo=chunk("Software", "Paint.NET 5.0")), "Paint.NET 5.0"),
    "xmp of jpeg": (saved(PICTURE, "JPEG", xmp=XMP), "GIMP 2.10.34\nSnapseed 2.0"),
    "xmp of png": (
        saved(PICTURE, "PNG", pnginfo=chunk("XML:com.adobe.xmp", XMP.decode())),
        "GIMP 2.10.34\nSnapseed 2.0",
    ),
    "comment of jpeg": (saved(PICTURE, "JPEG", comment=b"Created with GIMP"), "Created with GIMP"),
    "chinese": (saved(PICTURE, "PNG", pnginfo=chunk("Software", "美图秀秀")), "美图秀秀"),
    "exif and xmp": (saved(PICTURE, "JPEG", exif=exif(EDITOR), xmp=XMP), f"{EDITOR}\nGIMP 2.10.34\nSnapseed 2.0"),
}


@pytest.mark.parametrize(("content", "software"), SIGNED.values(), ids=SIGNED)
def test_the_program_that_wrote_a_file_is_told(content: bytes, software: str):
    (page,) = decode(content)

    assert page.origin.software == software


def test_a_long_or_broken_name_is_cut_and_harms_nothing():
    (page,) = decode(saved(PICTURE, "JPEG", exif=exif("A" * 5000 + "\0\n"), comment=b"\xff\xfe" * 300))

    assert len(page.origin.software.encode()) <= 256 + 2
    assert page.origin.software.startswith("A" * 80)


def test_a_file_that_says_nothing_is_from_nowhere():
    (page,) = decode(saved(PICTURE, "PNG"))

    assert page.origin == NOWHERE


def test_the_steps_of_a_jpeg_are_those_of_its_table():
    (page,) = decode(saved(PICTURE, "JPEG", quality=50))

    assert page.origin.steps[:8] == (16, 11, 10, 16, 24, 40, 51, 61)  # the standard's own table, as quality 50 has it


def test_the_steps_of_a_page_turned_on_its_side_are_turned_with_it():
    (page,) = decode(saved(PICTURE, "JPEG", quality=50, exif=exif(orientation=6)))

    assert page.origin.steps[:8] == (16, 12, 14, 14, 18, 24, 49, 72)


@pytest.mark.parametrize("orientation", [2, 3, 6])
def test_a_turned_page_whose_blocks_lie_anywhere_has_no_steps(orientation: int):
    (page,) = decode(saved(ODD, "JPEG", exif=exif(orientation=orientation)))

    assert page.origin.steps == ()


def test_an_upright_page_of_any_size_has_its_steps():
    (page,) = decode(saved(ODD, "JPEG"))

    assert len(page.origin.steps) == 64


def test_a_stretched_page_has_no_steps():
    (page,) = decode(saved(PICTURE, "JPEG", dpi=(204, 98)))

    assert page.height > 160
    assert page.origin.steps == ()
