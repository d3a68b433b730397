"""Class C: files that end too early; what is read of one must be all that was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from corpus.formats import BASES
from corpus.item import BROKEN, READ, Item, item

HEADS = (1, 2, 4, 8, 16, 32, 64)  # bytes that are left
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98)  # of the bytes
TAILS = (16, 4, 1)  # bytes that are missing


def truncated() -> tuple[Item, ...]:
    """Return class C."""
    return tuple(
        item(f"{kind}-{name}", partial(_cut, make, keep), READ, *BROKEN, whole=make)
        for kind, make in BASES.items()
        for name, keep in (*_cuts(len(make())),)
    )


def _cuts(size: int) -> tuple[tuple[str, int], ...]:
    return (
        *((f"first-{n}", n) for n in HEADS),
        *((f"share-{share}", int(size * share)) for share in SHARES),
        *((f"without-{n}", size - n) for n in TAILS),
    )


def _cut(make: Callable[[], bytes], keep: int) -> bytes:
    return make()[:keep]
