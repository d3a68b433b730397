"""What ends a process: Ctrl-C, and what systems send."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType


def on_end(end: Callable[[], None]) -> None:
    """Call `end` when this process is asked to end."""

    def ended(_number: int, _frame: FrameType | None) -> None:
        end()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ended)
