"""Lets the process keep the memory that it frees, for models ask for the same tens of megabytes again and again.

By default glibc gives large pieces back to the kernel at once, which then fills new ones with zeros: 15,000 page faults
and a tenth of the time for each sheet. An arena of the runtime would do the same, but holds 230 MB more, because it
keeps pieces apart that another shape cannot use.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache

_TRIM_THRESHOLD, _MMAP_MAX = -1, -4  # of mallopt(3)
_NEVER = 2**31 - 1  # bytes of free memory at the end of the heap that are given back


@cache
def keep_freed_memory() -> None:
    """Tell the C library once a process; others than glibc have no such setting and are left alone."""
    with suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_MAX, 0)
        mallopt(_TRIM_THRESHOLD, _NEVER)
