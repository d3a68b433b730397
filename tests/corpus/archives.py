"""Class J: archives, which are not taken in at all; none of their names ever reaches a disk."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from functools import partial

from corpus.confusion import zipped
from corpus.formats import Make, text_pdf
from corpus.item import Item, item

SLIPS = (
    "../../../../evil.txt",
    "..\\..\\evil.txt",
    "/abs/evil.txt",
    "C:\\evil.txt",
    "a/../../evil.txt",
    "\\\\host\\share\\evil.txt",
    "..",
    "./../evil.txt",
)
MODES = {"symlink": 0o120777, "device": 0o020666, "fifo": 0o010666, "socket": 0o140777, "setuid": 0o104777}
KINDS = {"symlink": tarfile.SYMTYPE, "hardlink": tarfile.LNKTYPE, "device": tarfile.CHRTYPE, "fifo": tarfile.FIFOTYPE}


def _special(mode: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo("link")
        entry.create_system, entry.external_attr = 3, mode << 16
        archive.writestr(entry, "/etc/passwd")
    return made.getvalue()


def _tar(kind: bytes, name: str = "entry") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
    return made.getvalue()


def _bomb(megabytes: int, depth: int = 1) -> bytes:
    content = bytes(megabytes << 20)
    for _ in range(depth):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr("a.bin", content)
        content = made.getvalue()
    return content


def _many(count: int) -> bytes:
    """Write so many empty entries, all of them the same few bytes."""
    name = b"a"
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + name
    central = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + name
    shown = min(count, 0xFFFF)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, shown, shown, len(central) * count, len(local), 0)
    return local + central * count + end


def _patched(at: bytes, offset: int, value: bytes) -> bytes:
    content = bytearray(zipped("a.pdf", content=b"%PDF" + bytes(100)))
    start = content.find(at) + offset
    content[start : start + len(value)] = value
    return bytes(content)


def _made() -> Iterator[tuple[str, Make]]:
    yield from ((f"slip-{n}", partial(zipped, name)) for n, name in enumerate(SLIPS))
    yield from ((f"zip-{name}", partial(_special, mode)) for name, mode in MODES.items())
    yield from ((f"tar-{name}", partial(_tar, kind)) for name, kind in KINDS.items())
    yield "tar-slip", partial(_tar, tarfile.REGTYPE, "../../evil.txt")
    yield "bomb-64", partial(_bomb, 64)
    yield "bomb-nested", partial(_bomb, 32, 3)
    yield "entries-1000", partial(_many, 1000)
    yield "entries-100000", partial(_many, 100_000)
    yield "duplicate-names", partial(_many, 2)
    yield "colliding-case", partial(zipped, "a.pdf", "A.PDF")
    yield "name-gbk", partial(_patched, b"PK\1\2", 46, "裁".encode("gbk"))
    yield "name-utf8-lie", partial(_patched, b"PK\1\2", 8, b"\0\x08")
    yield "encrypted", partial(_patched, b"PK\1\2", 8, b"\1\0")
    yield "bad-crc", partial(_patched, b"PK\1\2", 16, b"\xde\xad\xbe\xef")
    yield "zip64-lie", partial(_patched, b"PK\1\2", 20, b"\xff" * 8)
    yield "size-lie", partial(_patched, b"PK\1\2", 24, b"\xff\xff\xff\x7f")
    yield "offset-lie", partial(_patched, b"PK\1\2", 42, b"\xff\xff\xff\x7f")
    yield "count-lie", partial(_patched, b"PK\5\6", 10, b"\xff\xff")
    yield "comment-lie", partial(_patched, b"PK\5\6", 20, b"\xff\xff")
    yield "no-end", lambda: zipped("a")[:-22]
    yield "one-paper", lambda: zipped("paper.png", content=b"\x89PNG\r\n\x1a\n")
    yield "gz", lambda: gzip.compress(text_pdf())
    yield "gz-bomb", lambda: gzip.compress(bytes(64 << 20))
    yield "7z", lambda: b"7z\xbc\xaf\x27\x1c\0\4" + bytes(60)
    yield "rar", lambda: b"Rar!\x1a\7\1\0" + bytes(60)
    yield "cab", lambda: b"MSCF" + bytes(60)


def archived() -> tuple[Item, ...]:
    """Return class J."""
    return tuple(item(name, make, "unknown_format", filename=f"{name}.zip") for name, make in _made())
