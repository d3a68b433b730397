"""Class N: what pictures say beside what is to be seen; nothing of it may be in the picture that people are shown."""

from __future__ import annotations

import struct
from functools import partial

from PIL import Image

from corpus.formats import of
from corpus.item import READ, Item, item

SECRET = b"N0-0NE-MAY-SEE-THIS"
XMP = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>&e;' + SECRET + b"</a></x:xmpmeta>"
)
WHERE = (b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"iCCP", SECRET)
"""What must not be in a derived picture."""


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = orientation, SECRET.decode(), SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 16.0, 9.0), 3: "E", 4: (120.0, 9.0, 1.0), 29: SECRET.decode()})
    exif.get_ifd(0x8769).update({0x927C: SECRET * 500})
    return exif


def _profile() -> bytes:
    """Make a colour profile that claims to be large and is not."""
    return struct.pack(">I", 0xFFFFFFF0) + b"lcms\4\0\0\0mntrRGB XYZ " + SECRET + bytes(100) + b"acsp" * 50


def said() -> tuple[Item, ...]:
    """Return class N."""
    return (
        *(item(f"turned-{n}", of("JPEG", exif=_exif(n)), READ, pages=1) for n in range(1, 9)),
        *(item(f"place-{kind}", of(kind, exif=_exif()), READ, pages=1) for kind in ("PNG", "WEBP", "HEIF", "TIFF")),
        item("xmp-entity", of("JPEG", xmp=XMP), READ, pages=1),
        item("profile", of("JPEG", icc_profile=_profile()), READ, pages=1),
        item("profile-large", of("PNG", icc_profile=_profile() + SECRET * 20_000), READ, pages=1),
        item("comment", partial(_commented), READ, pages=1),
    )


def _commented() -> bytes:
    return of("JPEG", comment=SECRET * 1000)()
