"""Walks the chain of pages of a TIFF before Pillow does: how many there are, and where the chain breaks."""

from __future__ import annotations

import struct
from typing import NamedTuple

_SUBFILE, _WIDTH, _LENGTH = 254, 256, 257  # tags
_THUMBNAIL = 1  # bit of the subfile type: a reduced copy of another page
_SHORT, _LONG = 3, 4  # field types
_MOST_ENTRIES = 4096  # an honest page has about twenty


class Chain(NamedTuple):
    """The frames that are pages (counted from 0 along the chain), and whether the chain ends as it should."""

    frames: tuple[int, ...]
    is_whole: bool


class _Layout(NamedTuple):
    """How numbers are stored: classic TIFF counts in 16 and points in 32 bits, BigTIFF in 64."""

    order: str
    length: str
    entry: str
    pointer: str


def chain(content: bytes, most: int) -> Chain:
    """Return the pages of a TIFF, not looking further than one page beyond `most`."""
    order = "<" if content[:2] == b"II" else ">"
    big = content[2:4] in {b"+\0", b"\0+"}
    layout = _Layout(order, "Q", "HHQ8s", "Q") if big else _Layout(order, "H", "HHI4s", "I")
    frames: list[int] = []
    seen: set[int] = set()
    try:
        at = _number(content, 8 if big else 4, layout.pointer, order)
        while at and len(frames) <= most:
            if at in seen:
                return Chain(tuple(frames), is_whole=False)
            seen.add(at)
            is_page, at = _directory(content, at, layout)
            if is_page or not frames:
                frames.append(len(seen) - 1)
    except (struct.error, ValueError):
        return Chain(tuple(frames), is_whole=False)
    return Chain(tuple(frames), is_whole=bool(frames))


def _directory(content: bytes, at: int, layout: _Layout) -> tuple[bool, int]:
    """Read one directory; returns whether it is a page of its own, and where the next one is."""
    count = _number(content, at, layout.length, layout.order)
    if not 0 < count <= _MOST_ENTRIES:
        raise ValueError(count)
    start, entry = at + struct.calcsize(layout.length), struct.Struct(layout.order + layout.entry)
    end = start + count * entry.size
    tags = {tag: (kind, raw) for tag, kind, _, raw in entry.iter_unpack(content[start:end])}
    if len(content) < end or _WIDTH not in tags or _LENGTH not in tags:
        raise ValueError(at)
    return not _flags(tags, layout) & _THUMBNAIL, _number(content, end, layout.pointer, layout.order)


def _flags(tags: dict[int, tuple[int, bytes]], layout: _Layout) -> int:
    kind, raw = tags.get(_SUBFILE, (0, b""))
    code = {_SHORT: "H", _LONG: "I"}.get(kind)
    return _number(raw, 0, code, layout.order) if code else 0


def _number(content: bytes, at: int, code: str, order: str) -> int:
    return int(struct.unpack_from(order + code, content, at)[0])
