"""What parties write to a court is read in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.doctypes.registry import registry
from intake.extract.fields import extract

ID = "11010519491231002X"
NUMBER = "（2022）浙0106民初5678号"
COMPLAINT = (
    "民事起诉状",
    f"原告：张三，女，住杭州市西湖区，公民身份号码{ID}。",
    "被告：李四，男，住杭州市西湖区。",
    "案由：民间借贷纠纷",
    "诉讼请求：",
    "1.判令被告返还借款人民币100,000.00元；",
    "2.诉讼费用由被告承担。",
    "事实和理由：",
    "2022年被告借款，约定违约金5000元。",
    "此致",
    "杭州市西湖区人民法院",
    "具状人：张三",
)


def _read(*lines):
    fields, findings = extract(registry()["complaint"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def test_complaint_is_read():
    assert _read(*COMPLAINT) == ({"cause": "民间借贷纠纷", "claim_amount": "100000.00"}, set())


@pytest.mark.parametrize(
    "heading",
    ["诉讼请求", "诉 讼 请 求：", "诉讼请求:", "请求事项：", "申请事项"],
    ids=["bare", "wide", "half", "asked", "applied"],
)
def test_the_requests_are_known_by_their_heading(heading):
    lines = [heading if text == "诉讼请求：" else text for text in COMPLAINT]

    assert _read(*lines)[0]["claim_amount"] == "100000.00"


def test_cause_above_its_value_is_read():
    lines = [*COMPLAINT[:3], "案由", "民间借贷纠纷", *COMPLAINT[4:]]

    assert _read(*lines)[0]["cause"] == "民间借贷纠纷"


def test_a_request_on_two_lines_is_read():
    lines = [*COMPLAINT[:5], "1.判令被告返还借款人民币100,", "000.00元；", *COMPLAINT[6:]]

    assert _read(*lines)[0]["claim_amount"] == "100000.00"


def test_a_label_with_a_slip_on_the_form_is_read():
    lines = ["民事起诉状", "（离婚纠纷）", line("标的总领", 100, 200), line("2300.50元", 500, 200)]

    assert _read(*lines) == ({"cause": "离婚纠纷", "claim_amount": "2300.50"}, set())


def test_appeal_is_read():
    values, findings = _read(
        "民事上诉状",
        "上诉人（原审被告）：李四，男。",
        "被上诉人（原审原告）：张三，女。",
        f"上诉人李四因与被上诉人张三民间借贷纠纷一案，不服杭州市西湖区人民法院{NUMBER[:10]}",
        f"{NUMBER[10:]}民事判决，现提出上诉。",
        "上诉请求：",
        f"撤销{NUMBER}民事判决，改判上诉人不支付人民币50000元。",
        "事实与理由：",
    )

    assert values == {"cause": "民间借贷纠纷", "claim_amount": "50000.00", "case_number": NUMBER}
    assert findings == set()


def test_several_sums_are_for_a_person():
    lines = [text.replace("2.诉讼费用", "2.支付律师费3000元，诉讼费用") for text in COMPLAINT]

    assert _read(*lines)[1] == {("ambiguous_value", "claim_amount")}


def test_two_case_numbers_are_for_a_person():
    lines = [*COMPLAINT, f"关联案件{NUMBER}、（2021）浙0106民初12号"]

    assert _read(*lines)[1] == {("ambiguous_value", "case_number")}


def test_a_cause_that_is_misread_is_for_a_person():
    lines = [text.replace("案由：民间借贷纠纷", "案由：#1,2") for text in COMPLAINT]

    assert ("unreadable_value", "cause") in _read(*lines)[1]
