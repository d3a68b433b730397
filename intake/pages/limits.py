"""What a file may cost to decode."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds of one file: megapixels and seconds count a page, so that an honest file of 200 pages is read.

    No dataclass here or in what the child imports: `dataclasses` alone is a third of its time to start.
    """

    megapixels: int = 80  # A3 at 600 dpi is 69.6
    pages: int = 200
    page_seconds: float = 30.0
    page_cpu_seconds: int = 20
    memory_mb: int = 1536  # address space of the child; a 1 GB double-Flate stream must not fit


LIMITS = Limits()
