"""Lets a process compare leases and tokens by its own clock, as nobody should."""

from __future__ import annotations

import time

from sqlalchemy.ext.compiler import compiles

from intake.store.clock import Now


def use() -> None:
    Now.inherit_cache = False
    compiles(Now, "postgresql")(lambda _element, _compiler, **_options: repr(time.time()))
