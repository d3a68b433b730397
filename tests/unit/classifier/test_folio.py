"""Page numbers are read in the margins, in the forms that court papers use, and nowhere else."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.folio import Folio, folio

BODY = [line("本院认为，应当执行。", top=400 + 50 * i) for i in range(12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第2页", Folio(2)),
        ("第 2 页 共 3 页", Folio(2, 3)),
        ("第2页，共3页", Folio(2, 3)),
        ("共3页 第2页", Folio(2, 3)),
        ("第2页/共3页", Folio(2, 3)),
        ("2/3", Folio(2, 3)),
        ("- 2 -", Folio(2)),
        ("—2—", Folio(2)),
    ],
)
def test_a_page_number_is_read_at_the_foot(text, expected):
    assert folio(page(*BODY, line(text, top=1250))) == expected


def test_a_page_number_is_read_at_the_head():
    assert folio(page(line("第2页", top=60), *BODY)) == Folio(2)


@pytest.mark.parametrize("text", ["第0页", "见第2页", "2023", "样本"])
def test_other_marks_are_no_page_number(text):
    assert folio(page(*BODY, line(text, top=1250))) is None


def test_a_page_number_within_the_text_is_none():
    assert folio(page(*BODY, line("第2页", top=700))) is None


def test_an_empty_page_has_none():
    assert folio(page()) is None
