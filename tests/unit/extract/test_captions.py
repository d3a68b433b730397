"""Values under their captions, as passports print them."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.domain.geometry import enclosing
from intake.domain.text import Line
from intake.extract.captions import under_caption

KNOWN = ("姓名/Name", "性别/Sex", "国籍/Nationality", "出生日期/Date of birth", "签发机关")


def _under(label: str, *lines: Line, rows: int = 1) -> list[str]:
    return [place.written.text for place in under_caption(label, among=KNOWN, rows=rows)([page(*lines)])]


def _merged(*pieces: Line) -> Line:
    """Build the line of a reader that saw no gap between pieces."""
    chars = tuple(char for piece in pieces for char in piece.chars)
    return Line("".join(piece.text for piece in pieces), 0.99, enclosing(piece.box for piece in pieces), chars)


CAPTIONS = (
    line("性别/Sex", 100, 100, height=20),
    line("国籍/Nationality", 300, 100, height=20),
    line("出生日期/Date of birth", 600, 100, height=20),
)
VALUES = (line("男/M", 98, 130), line("中国/CHINESE", 300, 131), line("20 JUN 1981", 602, 129))


@pytest.mark.parametrize(
    ("label", "value"),
    [("性别/Sex", "男/M"), ("国籍/Nationality", "中国/CHINESE"), ("出生日期/Date of birth", "20JUN1981")],
)
@pytest.mark.parametrize(
    "lines",
    [
        (*CAPTIONS, *VALUES),
        (*CAPTIONS, _merged(*VALUES)),
        (_merged(*CAPTIONS), *VALUES),
        (_merged(*CAPTIONS), _merged(*VALUES)),
    ],
    ids=["apart", "values in one line", "captions in one line", "both in one line"],
)
def test_each_column_has_its_value(lines: tuple[Line, ...], label: str, value: str):
    assert _under(label, *lines) == [value]


def test_a_caption_may_have_several_lines_each_a_place_of_its_own():
    lines = (line("姓名/Name", 100, 100, height=20), line("张三", 100, 130), line("ZHANG, SAN", 100, 170))

    assert _under("姓名/Name", *lines) == ["张三"]
    assert _under("姓名/Name", *lines, rows=2) == ["张三", "ZHANG,SAN"]


@pytest.mark.parametrize(
    "below",
    [
        (line("签发机关", 100, 130), line("公安部", 200, 131)),
        (line("公安部", 100, 300),),
        (line("公安部", 500, 130),),
        (line("20 JUN 1981", 602, 130),),
        (),
    ],
    ids=["another caption", "too far below", "too far right", "another column", "nothing"],
)
def test_what_belongs_to_another_caption_is_not_taken(below: tuple[Line, ...]):
    assert _under("性别/Sex", *CAPTIONS, *below) == []


def test_what_stands_above_or_left_is_not_taken():
    assert _under("国籍/Nationality", line("男", 300, 40), *CAPTIONS, line("男", 200, 130)) == []


def test_other_captions_are_not_asked():
    assert _under("姓名/Name", *CAPTIONS, *VALUES) == []
