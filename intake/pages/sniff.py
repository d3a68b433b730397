"""Tells the format of a file by its first bytes, never by its name."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Names as Pillow knows them, and PDF."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    BMP = "BMP"
    WEBP = "WEBP"
    HEIF = "HEIF"
    AVIF = "AVIF"
    PDF = "PDF"


PREFIXES = {
    b"\xff\xd8\xff": Format.JPEG,
    b"\x89PNG\r\n\x1a\n": Format.PNG,
    b"II*\0": Format.TIFF,
    b"MM\0*": Format.TIFF,
    b"II+\0": Format.TIFF,  # BigTIFF
    b"MM\0+": Format.TIFF,
    b"BM": Format.BMP,
}
HEIF_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
AVIF_BRANDS = frozenset((b"avif", b"avis"))
PDF_WITHIN = 1024  # bytes before %PDF- that readers tolerate (ISO 32000-1, implementation note 13)


def sniff(data: bytes) -> Format | None:
    """Return the format of `data`, or None for nothing we read."""
    for prefix, kind in PREFIXES.items():
        if data.startswith(prefix):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[4:8] == b"ftyp":
        return _brand(data)
    return Format.PDF if b"%PDF-" in data[: PDF_WITHIN + 5] else None


def _brand(data: bytes) -> Format | None:
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, size, 4))}
    if brands & AVIF_BRANDS:
        return Format.AVIF
    return Format.HEIF if brands & HEIF_BRANDS else None
