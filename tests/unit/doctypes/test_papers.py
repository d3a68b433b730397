"""Each type reads its paper in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page, seal

from intake.doctypes.registry import registry
from intake.domain.document import FieldState, Party
from intake.extract.fields import extract

ID = "11010519491231002X"


def _read(name, *lines, seals=()):
    fields, findings = extract(registry()[name], [page(*lines, seals=seals)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


FRONT = {
    "name": "张三",
    "sex": "女",
    "ethnicity": "汉",
    "birth_date": "1949-12-31",
    "address": "浙江省杭州市西湖区文三路1号2单元",
    "id_number": ID,
}


@pytest.mark.parametrize(
    "lines",
    [
        ["姓名张三", "性别女民族汉", "出生1949年12月31日", "住址浙江省杭州市西湖区文三路1号2单元", f"公民身份号码{ID}"],
        ["姓 名 张 三", "性 别 女 民 族 汉", "出生 1949 年 12 月 31 日", "住址 浙江省杭州市西湖区文三路1号2单元", ID],
        [
            line("姓名", 60, 60),
            line("张三", 160, 58),
            line("性别", 60, 140),
            line("女", 160, 140),
            line("民族汉", 280, 140),
            line("出生", 60, 220),
            line("1949年", 160, 220),
            line("12月31日", 290, 220),
            line("住址", 60, 300),
            line("浙江省杭州市西湖区", 160, 300),
            line("文三路1号2单元", 160, 345),
            line("公民身份号码", 60, 560),
            line(ID, 400, 560),
            line("甲", 690, 97, height=352),
            line("样本", 900, 600),
        ],
        ["姓各张三", "性利女民旅漢", "出主1949年12月31日", "住扯浙江省杭州市西湖区文三路1号2单元", f"公民身的号码{ID}"],
    ],
    ids=["merged", "with blanks", "apart, with a portrait", "slips in the labels"],
)
def test_front_is_read(lines):
    values, findings = _read("resident_id_front", *lines)

    assert values == FRONT
    assert findings == set()


def test_birth_and_sex_are_never_taken_from_the_number():
    values, findings = _read("resident_id_front", ID)

    assert values == {"id_number": ID}
    assert ("missing", "birth_date") in findings


def test_a_contradiction_on_the_card_is_seen():
    _, findings = _read("resident_id_front", "姓名张三", "性别男民族汉", "出生1950年1月1日", f"公民身份号码{ID}")

    assert {("sex_differs", "id_number"), ("birth_date_differs", "id_number")} <= findings


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["签发机关杭州市公安局西湖分局", "有效期限2018.03.26-2038.03.26"], "2038-03-26"),
        (["签发机关", "杭州市公安局西湖分局", "有效期限 2018.03.26-长期"], "长期"),
        (["杭州市公安局西湖分局", "2018.0326一2038,03.26"], "2038-03-26"),
    ],
    ids=["merged", "below", "no labels, lost points"],
)
def test_back_is_read(lines, end):
    values, findings = _read("resident_id_back", *lines)

    assert values == {"authority": "杭州市公安局西湖分局", "valid_from": "2018-03-26", "valid_to": end}
    assert findings == set()


@pytest.mark.parametrize(
    "lines",
    [
        ["中国工商银行", "6222 0212 3456 7890 128", "借记卡", "VALID THRU 08/29", "ZHANG SAN", "银联 UnionPay"],
        [
            "中国工商银行",
            line("6222 0212", 100, 300),
            line("3456 7890 128", 400, 300),
            line("借记卡", 100, 400),
            line("08/29", 100, 450),
            line("ZHANG SAN", 100, 500),
        ],
        ["中国工商银行", "卡号：6222021234567890128", "借记卡", "有效期至08/29", "ZHANG SAN"],
    ],
    ids=["card", "number in pieces", "labelled"],
)
def test_card_is_read(lines):
    values, findings = _read("bank_card", *lines)

    assert values == {
        "card_number": "6222021234567890128",
        "bank_name": "中国工商银行",
        "card_type": "借记卡",
        "valid_thru": "08/29",
        "holder_name": "ZHANG SAN",
    }
    assert findings == set()


def test_holder_in_hanzi_is_read_by_its_label():
    assert _read("bank_card", "6222021234567890128", "持卡人：张三")[0]["holder_name"] == "张三"


def test_of_two_numbers_the_passing_one_is_the_card():
    assert _read("bank_card", "6222021234567890123", "6222021234567890128")[0]["card_number"] == "6222021234567890128"


def test_two_passing_numbers_are_for_a_person():
    _, findings = _read("bank_card", "6222021234567890128", "4111111111111111")

    assert ("ambiguous_value", "card_number") in findings


HOME = "浙江省杭州市西湖区文三路1号"
FORM = (
    "收款账户确认书",
    "案号：（2023）浙0106执1234号",
    "户名：张三",
    f"公民身份号码：{ID}",
    "开户银行：中国工商银行杭州西湖支行",
    "账号：6222 0212 3456 7890 128",
    "联行号：102100099996",
    "联系电话：138-0013-8000",
    "当事人（签名）：张三",
    "日期：2023年6月15日",
)


def test_a_form_for_service_and_payment_is_read():
    form = (
        "送达地址及收款账户确认书",
        FORM[1],
        f"送达地址：{HOME}",
        *FORM[2:5],
        "账(卡)号：6222021234567890128",
        *FORM[6:],
    )

    values, findings = _read("account_confirmation", *form)

    assert values["account_number"] == "6222021234567890128"
    assert findings == set()


def test_form_is_read():
    values, findings = _read("account_confirmation", *FORM)

    assert values == {
        "case_number": "（2023）浙0106执1234号",
        "account_name": "张三",
        "account_number": "6222021234567890128",
        "bank_name": "中国工商银行杭州西湖支行",
        "cnaps_code": "102100099996",
        "id_number": ID,
        "phone": "13800138000",
        "is_signed": True,
        "confirmed_on": "2023-06-15",
    }
    assert findings == set()


def test_form_whose_labels_are_misread_is_read_by_grammar():
    lines = [text.replace("案号：", "案母").replace("联行号：", "行哥").replace("账号：", "胀亏") for text in FORM]

    values, findings = _read("account_confirmation", *lines)

    assert (values["case_number"], values["cnaps_code"], values["account_number"], findings) == (
        "（2023）浙0106执1234号",
        "102100099996",
        "6222021234567890128",
        set(),
    )


def test_a_twelve_digit_number_that_fails_is_not_taken_for_a_clearing_code():
    lines = [text.replace("联行号：102100099996", "行哥102100099990") for text in FORM]

    assert "cnaps_code" not in _read("account_confirmation", *lines)[0]


def test_a_number_that_fails_is_not_taken_for_an_account():
    lines = [text.replace("账号：6222 0212 3456 7890 128", "胀亏6222021234567890123") for text in FORM]

    assert ("missing", "account_number") in _read("account_confirmation", *lines)[1]


def test_unsigned_form_is_for_a_person():
    values, findings = _read("account_confirmation", *FORM[:8], "当事人（签名）：", FORM[9])

    assert (values["is_signed"], findings) == (False, {("not_signed", "is_signed")})


def test_a_company_puts_its_name_and_seal_where_people_sign():
    lines = [text.replace("张三", "杭州建设有限公司") for text in FORM[:8]]

    values, _ = _read("account_confirmation", *lines, "签章：杭州建设有限公司", FORM[9])

    assert values["is_signed"] is True


@pytest.mark.parametrize(
    ("signature", "signed", "doubt"),
    [
        ("未签", False, {("not_signed", "is_signed")}),
        ("（未签名）", False, {("not_signed", "is_signed")}),
        ("无", False, {("not_signed", "is_signed")}),
        ("/", False, {("not_signed", "is_signed")}),
        ("李四", True, {("signed_by_another", "is_signed")}),
        ("張三（手印）", True, set()),
        ("张三一", True, set()),
        ("李四一", True, {("signed_by_another", "is_signed")}),
        ("XY", True, set()),
    ],
)
def test_a_signature_is_the_holders(signature, signed, doubt):
    values, findings = _read("account_confirmation", *FORM[:8], f"当事人（签名）：{signature}", FORM[9])

    assert (values["is_signed"], findings) == (signed, doubt)


def test_a_name_with_a_point_is_signed_as_a_whole():
    lines = [text.replace("张三", "叶尔兰·哈山") for text in (*FORM[:8], "当事人（签名）：张三", FORM[9])]

    assert _read("account_confirmation", *lines)[1] == set()


def test_a_signature_that_is_hardly_legible_is_nobody_elses():
    signature = line("当事人（签名）：李四", top=500, confidence=0.5)
    _, findings = _read("account_confirmation", *FORM[:8], signature, FORM[9])

    assert findings == set()


def test_for_a_company_somebody_signs():
    form = [text.replace("户名：张三", "户名：杭州某某贸易有限公司") for text in FORM]

    assert _read("account_confirmation", *form)[1] == set()


def test_a_second_account_is_not_dropped():
    form = [text.replace("联行号：102100099996", "收款账号 6217001234567890123") for text in FORM]

    assert _read("account_confirmation", *form)[1] == {("ambiguous_value", "account_number")}


RULING = (
    "杭州市西湖区人民法院",
    "执行裁定书",
    "（2023）浙0106执1234号",
    f"申请执行人：张三，女，住杭州市西湖区，公民身份号码{ID}。",
    "被执行人：李四，男。",
    "申请执行人张三与被执行人李四民间借贷纠纷一案，（2022）浙0106民初5678号民事判决书已生效，裁定如下：",
    "一、划拨李四存款人民币100.00元（大写：人民币壹佰元整），支付给张三（户名：张三，账号：6222021234567890128）。",
    "审判员 王小明",
    "二〇二三年六月十五日",
    "书记员 赵敏",
)


def test_ruling_is_read():
    values, findings = _read("enforcement_ruling", *RULING, seals=[seal()])

    assert values == {
        "court_name": "杭州市西湖区人民法院",
        "title": "执行裁定书",
        "case_number": "（2023）浙0106执1234号",
        "applicants": (Party("张三", ID, None, "杭州市西湖区"),),
        "respondents": (Party("李四"),),
        "basis_case_number": "（2022）浙0106民初5678号",
        "cause": "民间借贷纠纷",
        "amount": "100.00",
        "amount_upper": "人民币壹佰元整",
        "payee_name": "张三",
        "account_number": "6222021234567890128",
        "decision_date": "2023-06-15",
        "judges": ("王小明",),
        "clerk": "赵敏",
        "has_seal": True,
    }
    assert findings == set()


def test_ruling_without_a_seal_is_for_a_person():
    assert ("seal_missing", "has_seal") in _read("enforcement_ruling", *RULING)[1]


def test_presiding_judge_alone_is_no_panel():
    lines = [text.replace("审判员 ", "审判长 ") for text in RULING]

    assert ("panel_incomplete", "judges") in _read("enforcement_ruling", *lines)[1]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("100.00元", "660.641.17元", "amount"),
        ("人民币壹佰元整", "人民币壹佰亢整", "amount_upper"),
        ("二〇二三年六月十五日", "〇二三年六月十五日", "decision_date"),
        ("王小明", "王小明明明明", "judges"),
    ],
)
def test_what_looks_like_a_value_and_is_none_is_unreadable(old, new, field):
    lines = [text.replace(old, new) for text in RULING]

    fields, _ = extract(registry()["enforcement_ruling"], [page(*lines)])

    assert fields[field].state is FieldState.UNREADABLE


def test_two_amounts_without_words_are_for_a_person():
    lines = [text.replace("（大写：人民币壹佰元整）", "及执行费50元") for text in RULING]

    assert ("ambiguous_value", "amount") in _read("enforcement_ruling", *lines)[1]


@pytest.mark.parametrize("day", ["十士", "二卜五"])
def test_a_date_in_doubt_is_neither_cut_short_nor_taken_from_elsewhere(day: str):
    said = "另查明，二〇二〇年三月四日的判决书已生效。"
    lines = [*RULING[:6], said, *RULING[6:8], f"二〇二三年六月{day}日", RULING[9]]

    read, findings = _read("enforcement_ruling", *lines)

    assert read["decision_date"] is None
    assert ("unreadable_value", "decision_date") in findings


def test_a_ruling_without_names_has_no_panel_to_check():
    assert ("panel_incomplete", "judges") not in _read("enforcement_ruling", *RULING[:7])[1]


QUOTED = "本院曾裁定如下：划拨李四存款人民币900.00元（大写：人民币玖佰元整），支付给张三。"


def _findings(old, new):
    lines = [text.replace(old, new) for text in RULING]
    assert lines != list(RULING)
    return _read("enforcement_ruling", *lines, seals=[seal()])


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("，支付", "及执行费人民币50.00元，支付", ("ambiguous_value", "amount")),
        ("支付给", "将其中人民币50.00元支付给", ("ambiguous_value", "amount")),
        ("人民币100.00元", "美元100.00元", ("doubtful_value", "amount")),
        ("已生效，", f"已生效。{QUOTED}", ("doubtful_value", "amount")),
        ("支付给张三", "支付给王五", ("ambiguous_value", "payee_name")),
        ("支付给张三", "支付给张三、王五", ("ambiguous_value", "payee_name")),
        ("支付给", "不予支付给", ("doubtful_value", "payee_name")),
        ("支付给", "暂不向李四支付给", ("doubtful_value", "payee_name")),
        ("一、划拨", "一、撤销划拨", ("doubtful_value", "amount")),
    ],
    ids=["fee", "part", "dollars", "quoted order", "other holder", "list", "refused", "not yet", "revoked"],
)
def test_an_order_that_is_not_plain_is_for_a_person(old, new, finding):
    assert finding in _findings(old, new)[1]


def test_the_account_that_is_taken_from_is_not_the_payees():
    values, findings = _findings("划拨李四存款", "划拨李四（户名：李四，账号：6217001210024455220）存款")

    assert (values["payee_name"], values["account_number"], findings) == ("张三", "6222021234567890128", set())


def test_with_several_applicants_it_is_told_that_one_is_paid():
    lines = list(RULING)
    lines.insert(3, "申请执行人：王五，女，住杭州市西湖区。")
    _, found = extract(registry()["enforcement_ruling"], [page(*lines, seals=[seal()])])
    unnamed = [text.split("，支付")[0] for text in lines]
    _, asked = extract(registry()["enforcement_ruling"], [page(*unnamed, seals=[seal()])])

    assert [(f.code, f.severity.value) for f in found] == [("several_applicants", "info")]
    assert ("several_applicants", "review") in {(f.code, f.severity.value) for f in asked}
