"""One way of reading beside another."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import ReadSample
from benchmarks.slow import Beside, beside
from benchmarks.truth import Sample, TrueDocument
from intake.domain.document import Document, DocumentClass, Field, FieldState
from intake.domain.geometry import Quad, Rect
from intake.domain.reading import FileReading

BOX = Quad.of_rect(Rect(0, 0, 10, 10))
CARD = TrueDocument("bank_card", (1,), {"card_number": "6222", "bank_name": "no key field"})


def read_as(value: str | None) -> ReadSample:
    fields = {"card_number": Field(value, "", 1.0, FieldState.READ, 1, BOX)} if value else {}
    card = Document(klass=DocumentClass.BANK_ACCOUNT, type="bank_card", confidence=1.0, pages=(1,), fields=fields)
    return ReadSample(Sample("a.jpg", b"", (), (CARD,)), FileReading("a.jpg", "", documents=(card,)))


@pytest.mark.parametrize(
    ("fast", "slow", "same", "fast_right", "slow_right"),
    [
        pytest.param("6222", "6222", 1, 1, 1, id="both right"),
        pytest.param("6223", "6223", 1, 0, 0, id="both wrong"),
        pytest.param("6222", "6223", 0, 1, 0, id="only the fast one"),
        pytest.param(None, "6222", 0, 0, 1, id="not found"),
    ],
)
def test_key_fields_are_compared(fast, slow, same, fast_right, slow_right):
    assert beside([read_as(fast)], [read_as(slow)]) == Beside(1, same, fast_right, slow_right)
