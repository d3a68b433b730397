"""The city of a clearing number is compared with the one that a branch names, where both tell one."""

from __future__ import annotations

import pytest

from intake.domain.areas import agrees, cities

HANGZHOU, BEIJING, SHANGHAI, XIANGYANG = "102331005059", "102100099996", "102290000009", "102528000003"
TOLD = {
    "the same city": (True, HANGZHOU, "中国工商银行股份有限公司杭州西湖支行"),
    "the same city, of the bank itself": (True, BEIJING, "北京银行朝阳支行"),
    "a street of another city": (True, SHANGHAI, "上海银行南京西路支行"),
    "the city under its new name": (True, XIANGYANG, "工商银行襄阳分行"),
    "the city under its old name": (True, XIANGYANG, "工商银行襄樊分行"),
    "another city": (False, HANGZHOU, "中国工商银行南京支行"),
    "another city in full": (False, HANGZHOU, "工行江苏省南京市中山支行"),
    "a district alone": (None, HANGZHOU, "工行西湖支行"),
    "a district with the name of a city": (None, BEIJING, "工商银行朝阳支行"),
    "a street alone": (None, HANGZHOU, "中国工商银行北京路支行"),
    "a province": (None, HANGZHOU, "中国工商银行吉林省分行营业部"),
    "an area that nobody knows": (None, "102999900001", "中国工商银行杭州分行"),
    "no clearing number": (None, "1023", "中国工商银行杭州分行"),
}


@pytest.mark.parametrize(("expected", "code", "branch"), TOLD.values(), ids=TOLD.keys())
def test_a_branch_and_a_clearing_number(expected: bool | None, code: str, branch: str):  # noqa: FBT001 of a table
    assert agrees(code, branch) is expected


def test_every_area_is_of_four_digits_and_every_city_is_named():
    assert all(len(code) == 4 and code.isdigit() and all(named) for code, named in cities().items())
    assert len(cities()) > 250
