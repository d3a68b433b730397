"""What forms print in brackets to say how a value is to be written, as （须写明网点）: it belongs to the label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.domain.clean import packed
from intake.domain.text import Line

_SAID = r"\((?:须|需|请|应|具体|精确|详细|注明|填写|写明|限填)[^()]{1,20}"
_WHOLE = re.compile(rf"{_SAID}\)")
_LINE = re.compile(rf"{_SAID}\)?")
_REST = re.compile(r"[^()]{1,8}\)")


def after_hint(text: str) -> int:
    """Return where what follows a hint begins, which `text` (packed) may begin with; 0 where it does not."""
    found = _WHOLE.match(text)
    return found.end() if found else 0


def without_hints(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines that are no hint, nor the rest of one that goes on in a second line."""
    texts = [packed(line.text) for line in lines]
    is_open = any(_LINE.fullmatch(text) and not text.endswith(")") for text in texts)
    return tuple(
        line
        for line, text in zip(lines, texts, strict=True)
        if not (_LINE.fullmatch(text) or (is_open and _REST.fullmatch(text)))
    )
