"""Rulings other than those of enforcement are read in the forms that readers of pictures make of them."""

from __future__ import annotations

import pytest
from builders import page, seal

from intake.doctypes.registry import registry
from intake.domain.document import Party
from intake.extract.fields import extract

HEAD = ("杭州市西湖区人民法院", "民事裁定书", "（2023）浙0106财保12号")
WHO = ("申请人：张三，女。", "被申请人：李四，男。", "申请人张三与被申请人李四买卖合同纠纷一案，裁定如下：")
FOOT = ("审判员 王小明", "二〇二三年六月十五日", "书记员 赵敏")


def _read(*order, head=HEAD, who=WHO):
    fields, findings = extract(registry()["ruling"], [page(*head, *who, *order, *FOOT, seals=[seal()])])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def test_ruling_is_read():
    values, findings = _read("冻结被申请人李四银行存款100元或查封其相应价值的其他财产。", "案件申请费20元。")

    assert values == {
        "court_name": "杭州市西湖区人民法院",
        "title": "民事裁定书",
        "case_number": "（2023）浙0106财保12号",
        "applicants": (Party("张三"),),
        "respondents": (Party("李四"),),
        "cause": "买卖合同纠纷",
        "amount": "100.00",
        "decision_date": "2023-06-15",
        "judges": ("王小明",),
        "clerk": "赵敏",
        "has_seal": True,
    }
    assert findings == set()


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("民 事 裁 定 书", "民事裁定书"),
        ("民亊裁定书", "民事裁定书"),
        ("民事载定书", "民事裁定书"),
        ("民事裁足书", "民事裁定书"),
        ("行政裁定书", "行政裁定书"),
        ("裁定书", "裁定书"),
        ("执行裁定书", None),
    ],
)
def test_titles(written, title):
    assert _read("准许撤诉。", head=(HEAD[0], written, HEAD[2]))[0].get("title") == title


@pytest.mark.parametrize(
    "rest",
    ["，", "，:", "。", "，公民身份号码110105197906103439。", "，.公民身份号码110105197906103439。"],
)
def test_an_address_ends_before_the_marks_and_specks_behind_it(rest):
    who = (f"申请人：张三，女，住北京市朝阳区中山北路472号1.5层(东)562室{rest}", *WHO[1:])

    assert _read("准许撤诉。", who=who)[0]["applicants"][0].address == "北京市朝阳区中山北路472号1.5层(东)562室"


def test_what_is_released_is_not_awarded():
    assert "amount" not in _read("一、解除对李四银行存款100元的冻结。")[0]


def test_money_returned_has_a_payee():
    values, findings = _read("退还申请人张三担保金100元（户名：张三，账号：6222021234567890128）。")

    assert (values["payee_name"], values["account_number"], findings) == ("张三", "6222021234567890128", set())
