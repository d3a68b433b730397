"""Notices of courts are read in the forms that readers of pictures make of them."""

from __future__ import annotations

from builders import line, page, seal

from intake.doctypes.registry import registry
from intake.domain.document import Party
from intake.extract.fields import extract

HEAD = ("杭州市西湖区人民法院", "执 行 通 知 书", "（2023）浙0106执1234号")


SEALED = (seal(),)


def _read(*lines, seals=SEALED):
    fields, findings = extract(registry()["court_notice"], [page(*lines, seals=seals)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def test_notice_of_enforcement_is_read():
    values, findings = _read(
        *HEAD,
        "李四：",
        "张三与你买卖合同纠纷一案，（2022）浙0106民初5678号民事判决书已生效，责令你：",
        "一、支付张三100元及利息；二、负担执行费50元。",
        "户名：杭州市西湖区人民法院",
        "账号：19000101040012345",
        "二〇二三年六月十五日",
    )

    assert values == {
        "court_name": "杭州市西湖区人民法院",
        "title": "执行通知书",
        "case_number": "（2023）浙0106执1234号",
        "applicants": (Party("张三"),),
        "respondents": (Party("李四"),),
        "basis_case_number": "（2022）浙0106民初5678号",
        "cause": "买卖合同纠纷",
        "amount": "100.00",
        "decision_date": "2023-06-15",
        "has_seal": True,
    }
    assert findings == set()


def test_refund_in_a_table_is_read():
    rows = (
        ("退款金额", "￥100.00元"),
        ("金额大写", "人民币壹佰元整"),
        ("收款人", "张三"),
        ("账号", "6222 0212 3456 7890 128"),
    )
    cells = [
        line(text, left, 300 + 60 * i) for i, row in enumerate(rows) for text, left in zip(row, (100, 400), strict=True)
    ]

    values, findings = _read(*HEAD, *cells, line("2023年6月15日", 600, 900))

    assert values | {"amount": "100.00", "amount_upper": "人民币壹佰元整"} == values
    assert (values["payee_name"], values["account_number"]) == ("张三", "6222021234567890128")
    assert findings == set()


def test_words_and_figures_that_differ_stop_the_paper():
    assert ("amount_words_differ", "amount") in _read(*HEAD, "退款金额100元（大写：贰佰元整）", "2023年6月15日")[1]


def test_a_notice_without_day_and_seal_is_for_a_person():
    assert _read(*HEAD, "张三：", seals=())[1] == {("missing", "decision_date"), ("seal_missing", "has_seal")}
