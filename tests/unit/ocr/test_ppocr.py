"""What the engine takes for text, without weights."""

import pytest
from builders import line

from intake.ocr.ppocr import FAINTEST, GLIMPSED, is_text


@pytest.mark.parametrize(
    ("text", "confidence", "least", "is_so"),
    [
        ("姓名", 0.6, FAINTEST, True),
        ("姓名", 0.4, FAINTEST, False),
        ("姓名", 0.6, GLIMPSED, False),
        ("姓名", 0.8, GLIMPSED, True),
        ("—", 0.9, FAINTEST, False),
        ("—", 0.96, GLIMPSED, True),
    ],
    ids=["print", "a pattern", "glimpsed and unsure", "glimpsed and sure", "a mark", "a mark that is sure"],
)
def test_what_is_text(text: str, confidence: float, least: float, *, is_so: bool):
    assert is_text(line(text, confidence=confidence), least) is is_so
