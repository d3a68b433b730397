"""Pages that were read, as bytes with all their arrays. Nothing is rounded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from pydantic import TypeAdapter

from intake.domain.errors import UnknownCoding
from intake.domain.geometry import Quad
from intake.domain.page import Quality
from intake.domain.reading import PageReading
from intake.domain.text import Line, PageText, Seal
from intake.store.lines import NUMBERS, Row, lines, numbers, row, seen
from intake.store.pack import Array, pack, unpack

PAGE = 1  # counted up with every change of what a page's bytes mean


@dataclass(frozen=True, slots=True)
class _Head:
    """A page without the numbers of its lines; `alphabet` is the digest of that of its lattices, None without any."""

    number: int
    width: int
    height: int
    rotation: int
    is_blank: bool
    quality: Quality
    seals: tuple[Seal, ...]
    cards: tuple[Quad, ...]
    rows: tuple[Row, ...]
    alphabet: str | None


_HEAD = TypeAdapter(_Head)
LinesOf = Callable[[Sequence[Row], Sequence[Array]], tuple[Line, ...]]


def digest(alphabet: Sequence[str]) -> str:
    """Return what an alphabet is known by."""
    return hashlib.sha256("\0".join(alphabet).encode("utf-8", "surrogatepass")).hexdigest()


def page_bytes(page: PageReading) -> bytes:
    """Return the bytes of a page that was read; `page_of` gives the same page back, to the last bit."""
    text = page.text
    head = _Head(
        number=text.number,
        width=text.width,
        height=text.height,
        rotation=page.rotation,
        is_blank=text.is_blank,
        quality=page.quality,
        seals=text.seals,
        cards=text.cards,
        rows=tuple(row(line) for line in text.lines),
        alphabet=_alphabet(text.lines),
    )
    looks = () if text.looks is None else (text.looks.astype(np.float32),)
    return pack(PAGE, _HEAD.dump_json(head), (*numbers(text.lines), *looks))


def page_of(packed: bytes, alphabet: Sequence[str] = ()) -> PageReading:
    """Return the page; its lattices are of the alphabet that is given.

    Raises UnknownCoding for another version, for damage, and for lattices that were made with another alphabet.
    """
    page, known_by = _unpacked(packed, partial(lines, alphabet=alphabet))
    if known_by not in {None, digest(alphabet)}:
        raise UnknownCoding
    return page


def seen_page(packed: bytes) -> PageReading:
    """Return the page to be looked at: its lines have no characters and no lattices.

    Raises UnknownCoding for another version and for damage.
    """
    return _unpacked(packed, seen)[0]


def _unpacked(packed: bytes, lines_of: LinesOf) -> tuple[PageReading, str | None]:
    """Return the page with the lines that `lines_of` makes, and what the alphabet of its lattices is known by."""
    head_json, arrays = unpack(PAGE, packed)
    try:
        head = _HEAD.validate_json(head_json)
        read = lines_of(head.rows, arrays)
    except (IndexError, ValueError, StopIteration) as error:
        raise UnknownCoding from error
    looks = arrays[NUMBERS].reshape(-1).astype(np.float32) if len(arrays) > NUMBERS else None
    text = PageText(head.number, head.width, head.height, read, head.seals, head.is_blank, looks, head.cards)
    return PageReading(text, head.rotation, head.quality), head.alphabet


def _alphabet(lines: Sequence[Line]) -> str | None:
    """Return the digest of the one alphabet of all lattices: a page would carry 18,000 characters otherwise."""
    alphabets = {id(line.lattice.alphabet): line.lattice.alphabet for line in lines if line.lattice is not None}
    digests = {digest(alphabet) for alphabet in alphabets.values()}
    if len(digests) > 1:
        raise ValueError("a page is read with one alphabet")
    return next(iter(digests), None)
