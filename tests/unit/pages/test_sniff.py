"""The format of a file follows from its first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.sniff import Format, sniff

BOX = b"\0\0\0\x18ftyp"
STARTS = [
    (b"\xff\xd8\xff\xe0", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\0\x08\0\0\0", Format.TIFF),
    (b"MM\0*\0\0\0\x08", Format.TIFF),
    (b"II+\0\x08\0\0\0", Format.TIFF),
    (b"MM\0+\0\x08\0\0", Format.TIFF),
    (b"BM" + bytes(12) + b"\x28\0\0\0", Format.BMP),
    (b"RIFF\x10\0\0\0WEBPVP8L", Format.WEBP),
    (b"GIF89a", Format.GIF),
    (BOX + b"heic\0\0\0\0mif1heic", Format.HEIF),
    (BOX + b"mif1\0\0\0\0mif1heic", Format.HEIF),
    (BOX + b"mif1\0\0\0\0mif1avif", Format.AVIF),
    (BOX + b"avif\0\0\0\0avifmif1", Format.AVIF),
    (b"%PDF-1.7\n", Format.PDF),
    (b"\0" * 1000 + b"%PDF-1.4", Format.PDF),
    (b"\xef\xbb\xbf\r\n%PDF-1.4", Format.PDF),
]
OTHERS = [
    b"",
    b"B",
    b"BMW sold the car",
    b"RIFF\x10\0\0\0WAVEfmt ",
    b"PK\x03\x04",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    BOX + b"isom\0\0\0\0isomavc1",
    b"\0" * 1024 + b"%PDF-1.4",
    "调解书".encode(),
    b"PK\x03\x04 stored %PDF-1.4",
    b"\r\n <html> %PDF-1.4",
    b"MZ %PDF-1.4",
    b"%!PS %PDF-1.4",
]


@pytest.mark.parametrize(("content", "kind"), STARTS)
def test_a_known_start_tells_the_format(content: bytes, kind: Format):
    assert sniff(content) is kind


@pytest.mark.parametrize("content", OTHERS)
def test_anything_else_is_not_read(content: bytes):
    assert sniff(content) is None


@given(st.binary(max_size=64))
def test_no_bytes_are_an_accident(content: bytes):
    assert sniff(content) is None or sniff(content) in Format
