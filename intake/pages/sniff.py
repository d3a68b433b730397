"""Tells what kind of file some bytes are, from their content and never from a name."""

from __future__ import annotations

from enum import StrEnum

PDF_REACH = 1024  # bytes in which readers look for the header of a PDF (ISO 32000-1, note 13 of annex H)


class Format(StrEnum):
    """The formats that are read; the value is Pillow's name of its decoder, or PDF."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    BMP = "BMP"
    WEBP = "WEBP"
    GIF = "GIF"
    HEIF = "HEIF"
    AVIF = "AVIF"
    PDF = "PDF"


_STARTS = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0", Format.TIFF),  # BigTIFF
    (b"MM\0+", Format.TIFF),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"%PDF-", Format.PDF),
)
_OTHERS = (
    b"PK",
    b"MZ",
    b"\x7fELF",
    b"<",
    b"%!",
    b"#!",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)
"""How files begin that are something else to everybody, whatever PDF hides in them."""
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1"})


def sniff(content: bytes) -> Format | None:
    """Return the format of a file, None for one that we do not read."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Format.WEBP
    if _is_bmp(content):
        return Format.BMP
    if content[4:8] == b"ftyp":
        return _branded(content)
    is_other = content[:PDF_REACH].lstrip().startswith(_OTHERS)
    return Format.PDF if b"%PDF-" in content[:PDF_REACH] and not is_other else None


def _is_bmp(content: bytes) -> bool:
    """BM alone is how a letter may begin: the reserved bytes and the size of the second header decide."""
    is_reserved = content[6:10] == b"\0\0\0\0"
    return (
        content[:2] == b"BM" and is_reserved and content[14:18] in {bytes((n, 0, 0, 0)) for n in (12, 40, 64, 108, 124)}
    )


def _branded(content: bytes) -> Format | None:
    """Read the brands of an ISO media file: the major one first, then those it is compatible with."""
    size = min(int.from_bytes(content[:4], "big"), 256)
    brands = [content[8:12], *(content[i : i + 4] for i in range(16, size, 4))]
    for brand in brands:
        if brand in _AVIF_BRANDS:
            return Format.AVIF
        if brand in _HEIF_BRANDS and not _AVIF_BRANDS & set(brands):
            return Format.HEIF
    return None
