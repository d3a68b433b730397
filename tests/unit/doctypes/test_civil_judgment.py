"""Judgments are read in the forms that readers of pictures make of them."""

from __future__ import annotations

import pytest
from builders import line, page, seal

from intake.doctypes.registry import registry
from intake.domain.document import Party
from intake.extract.fields import extract

ID = "11010519491231002X"
JUDGMENT = (
    "杭州市西湖区人民法院",
    "民 事 判 决 书",
    "（2023）浙0106民初1234号",
    f"原 告：张三，女，住杭州市西湖区，公民身份号码{ID}。",
    "法定代理人：张某，男，公民身份号码110105194912310021。",
    "被告杭州某某（集团）有限公司，住所地杭州市滨江区。",
    "法定代表人李四，总经理。",
    "第三人：王五，男。",
    "原告张三诉被告杭州某某（集团）有限公司、第三人王五民间借贷纠纷一案，本院受理后，",
    "依法公开开庭进行了审理。原告请求判令被告归还借款本息90000元。判决如下：",
    "一、被告杭州某某（集团）有限公司于本判决生效之日起十日内归还原",
    "告张三借款本金人民币8万元，并支付利息（以80000元为基数，按年利率3.65%计算）；",
    "二、驳回原告张三的其他诉讼请求。",
    "案件受理费900元，由被告负担。",
    "审判员 王小明",
    "二〇二三年六月十五日",
    "书记员 赵敏",
)


SEALED = (seal(),)


def _read(*lines, seals=SEALED):
    fields, findings = extract(registry()["civil_judgment"], [page(*lines, seals=seals)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def _changed(old, new):
    lines = [text.replace(old, new) for text in JUDGMENT]
    assert lines != list(JUDGMENT)
    return _read(*lines)


def test_judgment_is_read():
    values, findings = _read(*JUDGMENT)

    assert values == {
        "court_name": "杭州市西湖区人民法院",
        "title": "民事判决书",
        "case_number": "（2023）浙0106民初1234号",
        "applicants": (Party("张三", ID, None, "杭州市西湖区"),),
        "respondents": (
            Party("杭州某某（集团）有限公司", None, None, "杭州市滨江区", legal_representative="李四"),
            Party("王五"),
        ),
        "cause": "民间借贷纠纷",
        "amount": "80000.00",
        "payee_name": "张三",
        "decision_date": "2023-06-15",
        "judges": ("王小明",),
        "clerk": "赵敏",
        "has_seal": True,
    }
    assert findings == set()


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("借款本金人民币8万元", "借款8万元、货款5万元", ("ambiguous_value", "amount")),
        ("借款本金人民币8万元", "借款80.000.00元", ("unreadable_value", "amount")),
        ("告张三借款", "告张三、王五借款", ("ambiguous_value", "payee_name")),
        ("告张三借款", "告张二借款", ("unreadable_value", "payee_name")),
        ("一、被告", "一、撤销原判；被告", ("doubtful_value", "amount")),
        ("审判员", "审判长", ("panel_incomplete", "judges")),
        ("二〇二三年六月十五日", "二〇二〇年六月十五日", ("case_number_after_date", "case_number")),
        ("民 事 判 决 书", "文书", ("missing", "title")),
    ],
    ids=["two sums", "figures", "two payees", "misread payee", "revoked", "panel", "date", "title"],
)
def test_what_is_not_plain_is_for_a_person(old, new, finding):
    assert finding in _changed(old, new)[1]


def test_a_slip_in_the_title_is_forgiven():
    assert _changed("民 事 判 决 书", "民事判诀书")[0]["title"] == "民事判决书"


def test_a_judgment_without_a_seal_is_for_a_person():
    assert _read(*JUDGMENT, seals=())[1] == {("seal_missing", "has_seal")}


def test_with_several_plaintiffs_it_is_told_that_one_is_paid():
    lines = list(JUDGMENT)
    lines.insert(3, line("原告：赵六，女。", top=240))

    assert ("several_applicants", "payee_name") in _read(*lines)[1]


def test_the_judgment_of_a_second_instance_names_what_was_appealed_against():
    lines = (
        *("杭州市中级人民法院", "民事判决书", "（2023）浙01民终12号", "上诉人（原审被告）：李四，男。"),
        *("被上诉人（原审原告）：张三，女。", "上诉人李四因与被上诉人张三民间借贷纠纷一案，不服杭州市西湖区"),
        *("人民法院（2022）浙0106民初5678号民事判决，提起上诉。一审法院判决如下：李四支付", "张三100元。判决如下："),
        *("驳回上诉，维持原判。", "二审案件受理费50元，由李四负担。", "审判员 王小明", "二〇二三年六月十五日"),
    )

    values, findings = _read(*lines)

    assert values["basis_case_number"] == "（2022）浙0106民初5678号"
    assert (values["applicants"], values["respondents"]) == ((Party("李四"),), (Party("张三"),))
    assert {"amount", "payee_name"}.isdisjoint(values)
    assert findings == set()
