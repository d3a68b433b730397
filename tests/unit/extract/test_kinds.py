"""Each kind of value is read as it is printed, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from builders import line, page
from hypothesis import given
from hypothesis import strategies as st

from intake.extract import kinds
from intake.extract.finders import chosen
from intake.extract.parse import any_parse, first, spelled, text, tidy
from intake.extract.running import NOTHING, of_line, of_pages
from intake.extract.sure import SURE


def _read(parse, written):
    return [reading.value for reading in parse(of_line(line(written), 1))]


@pytest.mark.parametrize(
    ("parse", "written", "values"),
    [
        (kinds.sex, "男", ["男"]),
        (kinds.ethnicity, "汉族", ["汉"]),
        (kinds.ethnicity, "土家", ["土家"]),
        (kinds.ethnicity, "汉3", []),
        (kinds.person_name, "欧阳娜·买买提", ["欧阳娜·买买提"]),
        (kinds.person_name, "张3", []),
        (kinds.person_name, "张", []),
        (kinds.address, "浙江省杭州市１号", ["浙江省杭州市1号"]),
        (kinds.address, "12", []),
        (kinds.authority, "签发机关杭州市公安局西湖分局", ["杭州市公安局西湖分局"]),
        (kinds.resident_number, "公民身份号码11010519491231002x", ["11010519491231002X"]),
        (kinds.resident_number, "1101051949123100", []),
        (kinds.card_number, "6222 0212 3456 7890 128", ["6222021234567890128"]),
        (kinds.card_number, "110105194912310021", []),
        (kinds.card_number, "6222 O212 3456 7890 12834", []),
        (kinds.card_number, "S222 0212 3456 7890 128", []),
        (kinds.card_number, "6222 0212 3456 7890 12B", []),
        (kinds.card_number, "6222 0212 3456 7890 128 VALID THRU 08/29", ["6222021234567890128"]),
        (kinds.card_number, "6222", []),
        (kinds.card_bank, "中国工商银行", ["中国工商银行"]),
        (kinds.card_type, "储蓄卡 DEBIT", ["储蓄卡"]),
        (kinds.card_type, "准贷记卡", ["准贷记卡"]),
        (kinds.month_year, "VALID THRU 08/29", ["08/29"]),
        (kinds.month_year, "13/29", []),
        (kinds.month_year, "2018/08/29", []),
        (kinds.latin_name, "ZHANG SAN", ["ZHANG SAN"]),
        (kinds.latin_name, "ZHANGJIANGUO", ["ZHANGJIANGUO"]),
        (kinds.latin_name, "VALID THRU", []),
        (kinds.latin_name, "INDUSTRIAL AND COMMERCIAL BANK", []),
        (kinds.latin_name, "张三", []),
        (kinds.telephone, "13800138000", ["13800138000"]),
        (kinds.telephone, "23800138000", []),
        (kinds.number_to_call, "12345678", ["12345678"]),
        (kinds.clearing_code, "1021 0009 9996", ["102100099996"]),
        (kinds.clearing_code, "10210009999", []),
        (kinds.party_number, "91350100M000100Y43", ["91350100M000100Y43"]),
        (kinds.party_number, "11010519491231002X", ["11010519491231002X"]),
        (kinds.name, "杭州张三（集团）有限公司", ["杭州张三（集团）有限公司"]),
        (kinds.name, "真实、准确", []),
        (kinds.case, "(2023)浙0106执1234号", ["（2023）浙0106执1234号"]),
        (kinds.case, "（2023）粵0106执1234号", ["（2023）粤0106执1234号"]),
        (kinds.case, "（2023).浙0106执1234号", ["（2023）浙0106执1234号"]),
        (kinds.case, "（2023).某某第1234号", []),
        (kinds.court_name, "杭州市西湖区人民法院执行裁定书", ["杭州市西湖区人民法院"]),
        (kinds.date, "2023年6月15日", ["2023-06-15"]),
        (kinds.date, "二〇二三年六月十五日", ["2023-06-15"]),
        (kinds.date, "2023年2月30日", []),
        (kinds.hanzi_date, "2023年6月15日二〇二三年十二月三十一日", ["2023-12-31"]),
        (kinds.period_start, "2016.03.15-2036.03.15", ["2016-03-15"]),
        (kinds.period_start, "2016.0315一长期", ["2016-03-15"]),
        (kinds.period_end, "2016.03.15-2036,03.15", ["2036-03-15"]),
        (kinds.period_end, "2016.03.15-长期", ["长期"]),
        (kinds.period_end, "2016.03.15", []),
        (kinds.upper_money, "大写：人民币壹佰元整", ["人民币壹佰元整"]),
    ],
    ids=lambda value: getattr(value, "__name__", None) or str(value)[:12],
)
def test_kind_is_read(parse, written, values):
    assert _read(parse, written) == values


@given(st.text(max_size=60))
def test_no_text_breaks_a_parser(written):
    everything = [value for name, value in vars(kinds).items() if callable(value) and name in PARSERS]

    for parse in everything:
        assert all(isinstance(value, str) for value in _read(parse, written))


PARSERS = ("date", "case", "period_end", "latin_name", "party_number")


@pytest.mark.parametrize(
    ("number", "passes"), [("6222021234567890128", True), ("6222021234567890123", False), ("62", False)]
)
def test_a_card_number_passes_by_its_check_digit(number, passes):
    assert kinds.is_card(number) is passes


def test_what_is_written_keeps_its_brackets_and_loses_its_blanks():
    assert tidy(of_line(line("杭州（集团） １号"), 1)) == "杭州（集团）1号"


def test_all_that_is_written_is_a_value_unless_nothing_is():
    assert (_read(text, "中国 银行"), text(NOTHING)) == (["中国银行"], ())


@pytest.mark.parametrize(
    ("parse", "written", "value", "repaired"),
    [
        (kinds.case, "(2026)浙 0106执1234号", "（2026）浙0106执1234号", False),
        (kinds.case, "〔2026〕.浙0106執1234號", "（2026）浙0106执1234号", False),
        (kinds.case, "（2026）浙O1O6执l234号", "（2026）浙0106执1234号", True),
        (kinds.case, "（2026）浙0106执1234|号", "（2026）浙0106执1234号", True),
        (kinds.case, "（2026）浙01民初字第12-3|号", None, False),
        (kinds.case, "（2014）西民初字第12|号", "（2014）西民初字第12号", True),
        (kinds.case, "C2026）浙0106执1234号", "（2026）浙0106执1234号", True),
        (kinds.resident_number, "11010519491231002x", "11010519491231002X", False),
        (kinds.resident_number, "11010519491231002×", "11010519491231002X", True),
        (kinds.party_number, "91330106ma2abcde1x", "91330106MA2ABCDE1X", False),
    ],
)
def test_a_value_of_other_characters_than_were_read_is_repaired(parse, written, value, repaired):
    found = parse(of_line(line(written), 1))

    assert [(reading.value, reading.repaired) for reading in found] == ([(value, repaired)] if value else [])


def test_only_the_first_value_is_kept():
    assert _read(first(spelled(r"\d")), "1 2") == ["1"]


def test_the_first_parser_with_values_wins():
    assert _read(any_parse(spelled("[a-z]"), spelled(r"\d")), "12") == ["1", "2"]


def test_spelled_reads_the_named_group_in_capitals():
    assert _read(spelled("号(?P<value>[a-z]+)", upper=True), "号abc") == ["ABC"]


def test_spelled_passes_over_what_is_empty():
    assert _read(spelled("号(?P<value>[a-z]*)"), "号") == []


@pytest.mark.parametrize(
    ("lines", "is_sure"),
    [
        (("（2021）新0102执16478号之二",), True),
        (("（2021）新0102执16478号",), True),
        (("（2021）新0102执16478号之", "申请执行人：张三"), False),
        (("（2021）新0102执16478号之",), False),
        (("依（2021）新0102执16478号之规定",), True),
    ],
    ids=["whole", "without a part", "torn", "torn at the end", "a word"],
)
def test_a_case_number_that_lost_its_part_is_doubted(lines: tuple[str, ...], *, is_sure: bool):
    (reading,) = kinds.case(of_pages([page(*lines)]))

    assert (chosen([reading]).confidence >= SURE) is is_sure
