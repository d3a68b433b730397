"""What an item of the corpus is, and what came of it when it was decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kin import decoding_s

from intake.domain.errors import UnreadableSource
from intake.domain.page import PageImage
from intake.pages.decode import decode
from intake.pages.limits import LIMITS, Limits

READ = "read"
BROKEN = frozenset({"damaged_file", "unknown_format"})
BOUNDED = frozenset({"damaged_file", "decoder_timeout", "decoder_out_of_memory", "page_too_large", "too_many_pages"})
"""How a file may end that costs more than it may."""
ANY = BROKEN | BOUNDED | {READ, "looping_pdf", "encrypted_pdf", "decoder_crashed", "empty_file"}
"""How a file may end of which nobody knows what is left of it."""
PATIENT = 300.0  # seconds of the clock: the processors are shared, what a page may cost is counted in their time


def patient(limits: Limits = LIMITS) -> Limits:
    return limits._replace(page_seconds=PATIENT)


PATIENT_LIMITS = patient()
QUICK = patient(LIMITS._replace(page_cpu_seconds=2))


@dataclass(frozen=True, slots=True)
class Item:
    """A file nobody wants; `expected` are READ or codes. `whole` is what it was cut from, `cpu_s` what it may cost."""

    name: str
    make: Callable[[], bytes]
    expected: frozenset[str]
    limits: Limits = PATIENT_LIMITS
    pages: int | None = None
    whole: Callable[[], bytes] | None = None
    cpu_s: float | None = None
    filename: str = "scan.jpg"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`look` is a digest of all pixels that came."""

    code: str
    pages: int
    look: str
    cpu_s: float
    metadata: str = ""


def item(name: str, make: Callable[[], bytes], *expected: str, **more: object) -> Item:
    return Item(name, make, frozenset(expected or {READ}), **more)


def with_limits(items: Sequence[Item], limits: Limits) -> tuple[Item, ...]:
    return tuple(replace(each, limits=limits) for each in items)


def decoded(data: bytes, limits: Limits, seen: Callable[[PageImage], None] = lambda _page: None) -> Outcome:
    """Decode as the product does, and say how it ended; anything but a page or UnreadableSource is not caught."""
    before, pages, look, code = decoding_s(), 0, hashlib.sha256(), READ
    try:
        for page in decode(data, limits):
            pages += 1
            look.update(page.pixels.data.cast("B"))
            seen(page)
    except UnreadableSource as error:
        code = error.code
    return Outcome(code, pages, look.hexdigest(), decoding_s() - before)


def wrong(each: Item, got: Outcome) -> str:
    """Say in what way the outcome is not what must be; "" where it is."""
    if got.code not in each.expected:
        return f"{each.name}: {got.code}, not {'|'.join(sorted(each.expected))}"
    if got.code == READ and each.pages is not None and got.pages != each.pages:
        return f"{each.name}: {got.pages} pages, not {each.pages}"
    if got.code == READ and each.whole is not None and decoded(each.whole(), each.limits).look != got.look:
        return f"{each.name}: less is read than was written, and nobody is told"
    if each.cpu_s is not None and got.cpu_s > each.cpu_s:
        return f"{each.name}: {got.cpu_s:.1f} s of processor time, not {each.cpu_s}"
    return ""
