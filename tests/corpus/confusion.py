"""Class B: files that are not what their name or their first bytes say, and files that are two things at once."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import partial

from hostile import jpeg, saved

from corpus.formats import drawn, of, text_pdf
from corpus.item import BROKEN, READ, Item, item

UNKNOWN = "unknown_format"
EXTENSIONS = ("jpg", "png", "pdf", "tif", "heic", "webp", "bmp", "gif")
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MHT = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
)


def zipped(*names: str, content: bytes = b"<x/>") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return made.getvalue()


CONTENTS = {
    "html": HTML,
    "svg": SVG,
    "mht": MHT + HTML,
    "ofd": zipped("OFD.xml", "Doc_0/Document.xml"),
    "docx": zipped("[Content_Types].xml", "word/document.xml"),
    "exe": b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(400),
    "ps": b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n",
    "js": b"var a = 1; alert(a);\n" * 20,
}
_FOREIGN = {
    "elf": b"\x7fELF\x02\x01\x01" + bytes(400),
    "psd": b"8BPS\0\1" + bytes(400),
    "jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(400),
    "j2k": b"\xff\x4f\xff\x51" + bytes(400),
    "ico": b"\0\0\1\0\1\0" + bytes(400),
    "ppm": b"P6\n2 2\n255\n" + bytes(12),
    "dds": b"DDS " + bytes(400),
    "fits": b"SIMPLE  =                    T" + b" " * 400,
    "dicom": bytes(128) + b"DICM" + bytes(400),
    "mp4": b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(400),
    "avi": b"RIFF\0\1\0\0AVI LIST" + bytes(400),
    "wmf": b"\xd7\xcd\xc6\x9a" + bytes(400),
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rtf": b"{\\rtf1\\ansi {\\object\\objdata 0105}}",
    "lnk": b"L\0\0\0\1\x14\2\0" + bytes(400),
    "jxl": b"\xff\x0a" + bytes(400),
}
_TWO = {  # the first bytes say what it is; of what is behind, nothing is ever sent to anybody
    "jpeg-html": lambda: jpeg(60) + HTML,
    "jpeg-zip": lambda: jpeg(60) + CONTENTS["docx"],
    "gif-jar": lambda: of("GIF", "P")() + zipped("META-INF/MANIFEST.MF"),
    "png-php": lambda: of("PNG")() + b"<?php system($_GET[0]); ?>",
    "pdf-zip": lambda: text_pdf() + CONTENTS["docx"],
    "jpeg-comment-script": lambda: saved(drawn(), "JPEG", comment="<script>alert(1)</script>"),
}
_HIDDEN = {  # a reader may find a PDF in it, and everybody else something else
    "zip-pdf": lambda: zipped("a", content=text_pdf()),
    "html-pdf": lambda: HTML + text_pdf(),
    "exe-pdf": lambda: CONTENTS["exe"] + text_pdf(),
    "script-pdf": lambda: b"#!/bin/sh\nexit 0\n" + text_pdf(),
    "postscript-pdf": lambda: CONTENTS["ps"] + text_pdf(),
}
_FALSE = {  # it starts as one of ours and is none
    "png-of-jpeg": lambda: b"\x89PNG\r\n\x1a\n" + jpeg(60),
    "jpeg-of-png": lambda: b"\xff\xd8\xff" + of("PNG")(),
    "tiff-of-pdf": lambda: b"II*\0" + text_pdf(),
    "webp-of-html": lambda: b"RIFF\0\1\0\0WEBP" + HTML,
    "heic-of-zip": lambda: b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + CONTENTS["ofd"],
}


def confused() -> tuple[Item, ...]:
    """Return class B."""
    renamed = (
        item(f"{kind}-as-{end}", partial(bytes, content), UNKNOWN, filename=f"scan.{end}")
        for kind, content in CONTENTS.items()
        for end in EXTENSIONS
    )
    return (
        *renamed,
        *(item(name, partial(bytes, content), UNKNOWN) for name, content in _FOREIGN.items()),
        *(item(name, make, READ, pages=1) for name, make in _TWO.items()),
        *(item(name, make, UNKNOWN, filename="scan.pdf") for name, make in _HIDDEN.items()),
        *(item(name, make, *BROKEN) for name, make in _FALSE.items()),
    )
