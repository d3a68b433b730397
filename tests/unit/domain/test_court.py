"""A court and its code are one where province and district are; a name that tells neither proves nothing."""

from __future__ import annotations

import pytest

from intake.domain.case_number import PROVINCES
from intake.domain.court import court_agrees


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("浙0106", "浙江省杭州市西湖区人民法院", True),
        ("浙", "浙江省高级人民法院", True),
        ("沪0115", "上海市浦东新区人民法院", True),
        ("京0491", "北京互联网法院", True),
        ("兵0101", "新疆生产建设兵团阿拉尔垦区人民法院", True),
        ("浙0106", "江苏省南京市玄武区人民法院", False),
        ("粤07", "上海市第一中级人民法院", False),
        ("浙0106", "杭州市西湖区人民法院", True),
        ("青25", "海南藏族自治州中级人民法院", None),
        ("青2324", "河南蒙古族自治县人民法院", True),
        ("青2321", "河南蒙古族自治县人民法院", False),
        ("琼96", "海南省第一中级人民法院", True),
        ("最高法", "中华人民共和国最高人民法院", True),
        ("最高法", "浙江省高级人民法院", False),
        ("浙", "最高人民法院", False),
        ("军0201", "解放军上海军事法院", True),
        ("浙0106", "解放军上海军事法院", False),
        ("军0201", "浙江省高级人民法院", False),
        ("吉0104", "吉林省长春市朝阳区人民法院", True),
        ("吉0101", "吉林省长春市朝阳区人民法院", False),
        ("吉0104", "吉林省長春市朝陽區人民法院", True),
        ("京0101", "北京市东城区人民法院", True),
        ("浙0108", "杭州市西湖区人民法院", False),
        ("皖0104", "合肥市西市区人民法院", True),
        ("沪7101", "上海铁路运输法院", True),
        ("粤1971", "东莞市第一人民法院", None),
        ("鲁0991", "泰安高新技术产业开发区人民法院", None),
    ],
)
def test_a_court_agrees_with_its_code(code: str, name: str, *, expected: bool | None):
    assert court_agrees(code, name) is expected


@pytest.mark.parametrize(("short", "name"), PROVINCES.items())
def test_the_high_court_of_a_province_has_its_code(short: str, name: str):
    assert court_agrees(short, f"{name}高级人民法院") is True
