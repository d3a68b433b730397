"""Class A: honest files in every format and variant; nothing of what follows may keep them out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

import hostile
import numpy as np
import pikepdf
import pillow_heif
from hostile import saved
from numpy.typing import NDArray
from PIL import Image

from corpus.item import Item, item

Make = Callable[[], bytes]


def know_heif() -> None:
    """Let Pillow write HEIC."""
    Image.init()
    pillow_heif.register_heif_opener()


know_heif()


def drawn(width: int = 160, height: int = 120) -> Image.Image:
    """Draw slopes of colour with some noise, so that every part of the file carries something.

    Each call makes a picture of its own: Pillow leaves on one what it was last saved with.
    """
    return Image.fromarray(_slopes(width, height))


@cache
def _slopes(width: int, height: int) -> NDArray[np.uint8]:
    y, x = np.mgrid[0:height, 0:width]
    noise = np.random.default_rng(1).integers(0, 40, (height, width))
    slopes = np.stack([x * 200 // width + noise, y * 200 // height + noise, (x + y) % 200 + noise], axis=2)
    return slopes.astype(np.uint8)


def _as(mode: str, size: tuple[int, int] = (160, 120)) -> Image.Image:
    picture = drawn(*size)
    if mode == "I;16":
        return Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 257)
    return picture.quantize(32) if mode == "P" else picture.convert(mode)


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def _made(kind: str, mode: str, size: tuple[int, int], how: Mapping[str, object]) -> bytes:
    return saved(_as(mode, size), kind, **how)


def of(kind: str, mode: str = "RGB", size: tuple[int, int] = (160, 120), **how: object) -> Make:
    """Return what makes a picture of a kind."""
    return partial(_made, kind, mode, size, how)


_ODD = ((1, 1), (3, 5), (17, 33), (640, 8), (8, 640), (700, 500))
_TIFFS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("RGB", {}),
    ("RGB", {"compression": "tiff_lzw"}),
    ("RGB", {"compression": "tiff_adobe_deflate"}),
    ("RGB", {"compression": "packbits"}),
    ("RGB", {"compression": "jpeg"}),
    ("1", {"compression": "group3"}),
    ("1", {"compression": "group4"}),
    ("I;16", {}),
    ("CMYK", {"compression": "tiff_lzw"}),
    ("P", {}),
    ("L", {"compression": "zstd"}),
    ("1", {"compression": "group4", "dpi": (204, 98)}),
)


def _jpegs() -> Iterator[Make]:
    yield of("JPEG", quality=95)
    yield of("JPEG", quality=20)
    yield of("JPEG", progressive=True)
    yield of("JPEG", "L")
    yield of("JPEG", "CMYK")
    yield of("JPEG", subsampling=0)
    yield of("JPEG", optimize=True, comment="扫描仪")
    yield of("MPO", save_all=True, append_images=[drawn()])
    yield from (of("JPEG", exif=_exif(n)) for n in (3, 6, 8))
    yield of("JPEG", size=(1654, 2339))


def _pngs() -> Iterator[Make]:
    yield from (of("PNG", mode) for mode in ("RGB", "L", "1", "I;16", "P", "RGBA", "LA"))
    yield of("PNG", exif=_exif(6))
    yield of("PNG", compress_level=0)
    yield of("PNG", "P", transparency=3)
    yield of("PNG", size=(1, 1))
    yield of("PNG", save_all=True, append_images=[drawn()])


def _sized(kind: str, *modes: str, **how: object) -> Iterator[Make]:
    yield from (of(kind, mode, **how) for mode in modes)
    yield from (of(kind, size=size, **how) for size in _ODD)


def _heifs(kind: str) -> Iterator[Make]:
    yield from _sized(kind, "RGB", "L", "RGBA", quality=90)
    yield of(kind, quality=20)
    yield of(kind, quality=90, exif=_exif(6))
    yield of(kind, quality=90, save_all=True, append_images=[drawn()])


def text_pdf(pages: int = 1) -> bytes:
    """Write pages of print and a picture each, as a scanner's software does."""
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + pages))
    rows = saved(drawn(), "JPEG")
    head = b" /Type /XObject /Subtype /Image /Width 160 /Height 120 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << "
    page += b"/XObject << /I 5 0 R >> /Font << /F 6 0 R >> >> >>"
    lines = b" ".join(b"(line %d of the paper) Tj 0 -14 Td" % n for n in range(12))
    content = b"q 160 0 0 120 20 20 cm /I Do Q BT /F 12 Tf 20 380 Td " + lines + b" ET"
    objects = {
        1: hostile.CATALOGUE,
        2: b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        **dict.fromkeys(range(10, 10 + pages), page),
        6: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: hostile.stream(content),
        5: hostile.stream(rows, head + b" /Filter /DCTDecode"),
    }
    return hostile.pdf(objects)


def _resaved(pages: int = 1, **how: object) -> bytes:
    document, stream = pikepdf.open(io.BytesIO(text_pdf(pages))), io.BytesIO()
    document.save(stream, **how)
    return stream.getvalue()


def _turned(degrees: int) -> bytes:
    return text_pdf().replace(b"/MediaBox", b"/Rotate %d /MediaBox" % degrees)


def _pdfs() -> Iterator[Make]:
    yield text_pdf
    yield partial(text_pdf, 3)
    yield partial(_resaved, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield partial(_resaved, linearize=True)
    yield partial(_resaved, compress_streams=False, qdf=True)
    yield partial(_resaved, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
    yield partial(_resaved, encryption=pikepdf.Encryption(owner="owner", user="", R=4))
    yield partial(_resaved, encryption=pikepdf.Encryption(owner="owner", user="", R=3, metadata=False, aes=False))
    yield from (partial(_turned, degrees) for degrees in (90, 270))
    yield lambda: b"\xef\xbb\xbf\r\n" + text_pdf()
    yield lambda: text_pdf() + b"\0" * 700


def _variants() -> Mapping[str, tuple[Make, ...]]:
    return {
        "jpeg": tuple(_jpegs()),
        "png": tuple(_pngs()),
        "tiff": tuple(of("TIFF", mode, **how) for mode, how in _TIFFS),
        "bigtiff": tuple(of("TIFF", mode, **how, big_tiff=True) for mode, how in _TIFFS),
        "bmp": (*_sized("BMP", "RGB", "L", "1", "P", "RGBA"), of("BMP", dpi=(300, 300))),
        "webp": (*_sized("WEBP", "RGB", "RGBA", "L", lossless=True), of("WEBP"), of("WEBP", quality=5),
                 of("WEBP", exif=_exif(8))),
        "gif": (*_sized("GIF", "P", "L", "1"), of("GIF", save_all=True, append_images=[drawn()]),
                of("GIF", "P", transparency=1), of("GIF", "P", interlace=1)),
        "heif": tuple(_heifs("HEIF")),
        "avif": tuple(_heifs("AVIF")),
        "pdf": tuple(_pdfs()),
    }  # fmt: skip


BASES: Mapping[str, Make] = {
    "jpeg": of("JPEG", quality=90),
    "png": of("PNG"),
    "tiff": of("TIFF", compression="tiff_lzw"),
    "bigtiff": of("TIFF", big_tiff=True),
    "bmp": of("BMP", size=(60, 50)),
    "webp": of("WEBP"),
    "gif": of("GIF", "P"),
    "heif": of("HEIF", quality=90),
    "avif": of("AVIF", quality=90),
    "pdf": text_pdf,
}
"""One ordinary file of each format, for those who break them."""


def valid() -> tuple[Item, ...]:
    """Return class A."""
    return tuple(
        item(f"{kind}-{n}", make, pages=3 if kind == "pdf" and n == 1 else 1)
        for kind, made in _variants().items()
        for n, make in enumerate(made)
    )
