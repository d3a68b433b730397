"""The grammar of telephone numbers: mobiles of eleven digits, fixed lines with their area code."""

from __future__ import annotations

import re

from intake.domain.clean import packed

_MOBILE = re.compile(r"(?:[+]?(?:00)?86)?(1[3-9][0-9]{9})")
_FIXED = re.compile(r"[(]?(0[0-9]{2,3})[)]?([2-9][0-9]{6,7})(?:(?:转|ext)?[0-9]{1,5})?")


def normalise(raw: str) -> str | None:
    """Read a text that is one number: a mobile as eleven digits, a fixed line as 0571-87654321."""
    text = packed(raw).replace("-", "")
    if match := _MOBILE.fullmatch(text):
        return match[1]
    match = _FIXED.fullmatch(text)
    return f"{match[1]}-{match[2]}" if match else None
