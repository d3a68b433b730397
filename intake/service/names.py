"""Names of files as people gave them, made fit to be shown; where bytes are kept never depends on them."""

from __future__ import annotations

import unicodedata

LONGEST = 200  # characters
UNNAMED = "scan"
_SHUNNED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # control, direction, halves of pairs, unassigned


def shown_name(raw: bytes | str) -> str:
    """Return the last part of a path, without what cannot be seen or would turn the line around."""
    text = raw if isinstance(raw, str) else _decoded(raw)
    last = text.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c) not in _SHUNNED)
    stem = " ".join(kept.split()).strip(". ") if set(kept) <= {".", " "} else " ".join(kept.split())
    return _cut(stem) or UNNAMED


def _decoded(raw: bytes) -> str:
    """Read a name that may come from an old Windows."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _cut(name: str) -> str:
    """Cut a long name in the middle, so that its ending stays."""
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 13]}…{name[-12:]}"
