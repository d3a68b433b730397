"""The processes that a test started, apart from the servers that tests before it left running."""

from __future__ import annotations

import os
from collections.abc import Callable

from servers.process import children


def born() -> Callable[[], set[int]]:
    """Return what tells the children of this process that were started after this call and still run."""
    others = set(children(os.getpid()))
    return lambda: set(children(os.getpid())) - others
