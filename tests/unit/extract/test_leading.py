"""Names of banks and courts with something else before them."""

from __future__ import annotations

import pytest
from builders import page

from intake.extract.finders import field_of, lines
from intake.extract.kinds import branch, card_bank, court_name
from intake.extract.sure import DOUBTED


@pytest.mark.parametrize(
    ("kind", "written", "is_believed"),
    [
        pytest.param(court_name, "浙江省杭州市中级人民法院", True, id="a court"),
        pytest.param(court_name, "杭州市西湖区人民法院", True, id="of a city alone"),
        pytest.param(court_name, "青海省海南藏族自治州中级人民法院", True, id="a place named as a province"),
        pytest.param(court_name, "已核对浙江省杭州市中级人民法院", False, id="behind a stamp"),
        pytest.param(court_name, "作废最高人民法院", False, id="the highest behind a stamp"),
        pytest.param(court_name, "中华人民共和国最高人民法院", True, id="of the state"),
        pytest.param(card_bank, "中国工商银行", True, id="a bank"),
        pytest.param(card_bank, "工商银行", True, id="a bank without its state"),
        pytest.param(card_bank, "张三工商银行", False, id="that behind a person"),
        pytest.param(card_bank, "中国交通银行", True, id="a bank that people call so"),
        pytest.param(card_bank, "瑞丰商业银行", True, id="a bank that is not known"),
        pytest.param(card_bank, "张三中国银行", False, id="behind a person"),
        pytest.param(branch, "王小明中国农业银行杭州西湖支行", False, id="a branch behind a person"),
    ],
)
def test_a_name_with_something_before_it_is_doubted(kind, written, is_believed):
    field = field_of(lines, kind)((page(written),))

    assert field is not None
    assert field.value == written
    assert (field.confidence > DOUBTED) is is_believed
