"""Doubts traditional characters in the values of a paper in simplified ones: 黄 is easily read as 黃."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intake.domain import amount
from intake.domain.document import Field, Party, Value
from intake.domain.names import simplified
from intake.domain.text import PageText
from intake.domain.writing import is_simplified


def in_one_writing(field: Field, pages: Sequence[PageText]) -> Field:
    """Return a field that a person is asked about if its value mixes the two ways to write; see this module."""
    strange = [name for name in _names(field.value) if simplified(name) != name]
    if not strange or not is_simplified(pages):
        return field
    if isinstance(field.value, str):
        return replace(field, suggestion=field.suggestion or simplified(field.value))
    return replace(field, doubt=field.doubt or strange[0])


def _names(value: Value | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(item.name if isinstance(item, Party) else item for item in value)
    return (value,) if isinstance(value, str) and amount.parse_words(value) is None else ()  # 萬 stands in sums too
