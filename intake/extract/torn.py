"""Case numbers that lost a character where their line ends: 之二 without its 二 is the number of another paper."""

from __future__ import annotations

from intake.extract.running import Running


def is_torn(text: Running, end: int) -> bool:
    """Say whether a case number that ends at `end` is followed by a 之 with which its line ends."""
    return text.text.startswith("之", end) and end + 1 in (*text.breaks, len(text.text))
