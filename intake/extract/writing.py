"""Doubts traditional characters in the values of a paper in simplified ones: 黄 is easily read as 黃."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.domain import amount
from intake.domain.document import Field, Party, Value
from intake.domain.names import simplified
from intake.domain.text import PageText

_HANZI = re.compile(r"[一-鿿]")
FEW = 0.1  # of the characters of a paper that are traditional: misread ones; a paper in traditional writing has a third


def in_one_writing(field: Field, pages: Sequence[PageText]) -> Field:
    """Return a field that a person is asked about if its value mixes the two ways to write; see this module."""
    strange = [name for name in _names(field.value) if simplified(name) != name]
    if not strange or not _is_simplified(pages):
        return field
    if isinstance(field.value, str):
        return replace(field, suggestion=field.suggestion or simplified(field.value))
    return replace(field, doubt=field.doubt or strange[0])


def _names(value: Value | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(item.name if isinstance(item, Party) else item for item in value)
    return (value,) if isinstance(value, str) and amount.parse_words(value) is None else ()  # 萬 stands in sums too


def _is_simplified(pages: Sequence[PageText]) -> bool:
    written = [char for page in pages for line in page.lines for char in _HANZI.findall(line.text)]
    strange: int = sum(simplified(char) != char for char in written)
    return strange < FEW * len(written)
