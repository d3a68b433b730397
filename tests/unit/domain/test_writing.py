"""A paper is in one of two ways to write; a character of the other in it was misread."""

from __future__ import annotations

from builders import page

from intake.domain.writing import as_printed

SIMPLIFIED = (
    "委托单位：郑州德宏食品有限公司",
    "受托人在上述权限范围内所实施的行为，我单位均予承认。",
    "受托人无转委托权。",
)


def test_traditional_characters_in_a_simplified_paper_are_read_as_simplified_ones():
    assert as_printed(page("授權委托 書", *SIMPLIFIED))[0] == "授权委托书"


def test_a_paper_in_traditional_writing_stays_as_it_is():
    assert as_printed(page("授權委託書", "受託人無轉委託權"))[0] == "授權委託書"
