"""The decode child: hostile bytes come in on standard input, bounded pictures go out on standard output.

It is forked from a process that has nothing but what it needs, gives up the rest of the system, and only then looks at
the bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from intake.pages import sandbox
from intake.pages.limits import Limits
from intake.pages.sniff import Format
from intake.pages.wire import CHAR, Head, Kind, Page, Refusal, Refused

_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")
"""Where PDFium looks for a typeface that a PDF names and does not carry; 宋体 is often left out."""


def prepare(kind: Format) -> None:
    """Import what decodes `kind`, before the process is locked in: nothing can be opened afterwards."""
    if kind is Format.PDF:
        from intake.pages import pdf  # noqa: F401, PLC0415 PDFium costs 50 ms that only PDFs need
    else:
        from intake.pages import picture  # noqa: PLC0415 the same the other way round

        picture.prepare(kind)


def main(parent: int, kind: Format, limits: Limits) -> None:
    """Decode standard input; what decodes `kind` was prepared."""
    sandbox.die_with(parent)
    with os.fdopen(0, "rb") as source:
        content = source.read()
    opened = _opener(kind, content, limits)
    sandbox.limit(limits)
    sandbox.lock(_FONTS if kind is Format.PDF else ())
    _send(Head(Kind.END, detail=_decode(opened, limits)))


def _decode(pages: Iterator[Page], limits: Limits) -> int:
    """Send the pages; returns 0, or the Refusal that ended the file."""
    try:
        sandbox.allow_cpu(limits.page_cpu_seconds)
        for page in pages:
            steps, software = page.origin
            _send(Head(Kind.PAGE, page.is_suspect, page.width, page.height, len(page.chars), len(software)))
            for rows in page.rows:
                _send_bytes(rows)
            _send_bytes(b"".join(CHAR.pack(*char) for char in page.chars))
            _send_bytes(steps + software)
            del page  # the next one must not be decoded beside it
            sandbox.allow_cpu(limits.page_cpu_seconds)
    except Refused as refused:
        return refused.why
    except MemoryError:
        return Refusal.OUT_OF_MEMORY
    return Refusal.NONE


def _opener(kind: Format, content: bytes, limits: Limits) -> Iterator[Page]:
    """Return the pages; nothing is decoded before the first is asked for."""
    if kind is Format.PDF:
        from intake.pages.pdf import renderings  # noqa: PLC0415 see prepare

        return renderings(content, limits)
    from intake.pages.picture import pictures  # noqa: PLC0415 see prepare

    return pictures(content, kind, limits)


def _send(head: Head) -> None:
    _send_bytes(head.packed())


def _send_bytes(content: bytes | memoryview) -> None:
    """Write all of it; waits while the parent is busy with the page before."""
    view = memoryview(content).cast("B")
    while view:
        view = view[os.write(1, view) :]
