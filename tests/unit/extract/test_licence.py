"""What business licences say, and how readers of pictures spoil it."""

from __future__ import annotations

import pytest
from builders import line, page, seal

from intake.domain.document import FieldState
from intake.extract import licence
from intake.extract.finders import field_of
from intake.extract.kinds import address, credit_code, date
from intake.extract.labels import after_label
from intake.extract.running import joined, of_line

KNOWN = ("名称", "营业期限", "成立日期", "住所", "登记机关")
TERM = licence.term(after_label("营业期限", among=KNOWN, wraps=1), field_of(after_label("成立日期", among=KNOWN), date))
SEALED = licence.sealed_by(field_of(after_label("住所", among=KNOWN), address))


def _read(parse, *texts: str) -> list[str]:
    return [r.value for r in parse(joined(of_line(line(text, top=100 + 40 * i), 1) for i, text in enumerate(texts)))]


@pytest.mark.parametrize(
    ("parse", "texts", "values"),
    [
        (credit_code, ["91350100M000100Y43"], ["91350100M000100Y43"]),
        (licence.registration_number, ["注册号110108000000016"], ["110108000000016"]),
        (licence.registration_number, ["1101080000000161"], []),
        (licence.office, ["登记机关：杭州市市场监督管理局"], ["杭州市市场监督管理局"]),
        (licence.office, ["广州市工商行政管理局天河分局"], ["广州市工商行政管理局"]),
        (licence.office, ["国家市场监督管理总局监制"], []),
        (licence.office, ["某某市市场监督管理局监制"], []),
        (licence.stated_capital, ["人民币壹佰万元整"], ["1000000.00"]),
        (licence.stated_capital, ["100万美元"], []),
        (licence.period, ["2012年04月24日至长期"], ["2012-04-24/长期"]),
        (licence.period, ["2012年04月24日至2042年04月23日", "浙江省杭州市"], ["2012-04-24/2042-04-23"]),
        (licence.period, ["2012年04月24日至", "2042年04月23日"], ["2012-04-24/2042-04-23"]),
        (licence.period, ["2012年04月24日至2042年04月2", "3日"], ["2012-04-24/2042-04-23"]),
        (licence.period, ["长期"], []),
        (licence.starts, ["2023.05.06-2023.08.06"], ["2023-05-06"]),
        (licence.ends, ["2023.05.06-2023.08.06"], ["2023-08-06"]),
        (licence.starts, ["2023.05.06"], []),
        (licence.ends, ["2023.05.06"], []),
        (licence.whole_date, ["2022年11月05日"], ["2022-11-05"]),
        (licence.whole_date, ["2012年04月24日至2042年04月23日"], []),
        (licence.wording, ["软件开发;咨询(不含许可)。***"], ["软件开发；咨询（不含许可）。"]),
        (licence.wording, ["***"], []),
        (licence.company_name, ["杭州某某有限公司"], ["杭州某某有限公司"]),
        (licence.company_name, ["杭州某某有限公司", "其他有限责任公司"], ["杭州某某有限公司"]),
        (licence.company_name, ["杭州某某建设集团", "有限责任公司"], ["杭州某某建设集团有限责任公司"]),
        (licence.company_name, ["杭州某某有限公司", "余杭分公司"], ["杭州某某有限公司余杭分公司"]),
    ],
)
def test_what_is_written_is_read(parse, texts: list[str], values: list[str]):
    assert _read(parse, *texts) == values


def test_a_period_of_nothing_is_none():
    assert _read(licence.period) == []


@pytest.mark.parametrize(
    ("lines", "value", "state"),
    [
        (["成立日期2012年04月24日", "营业期限长期"], "2012-04-24/长期", FieldState.READ),
        (["成立日期2012年04月24日", "营业期限2012年04月25日至长期"], "2012-04-25/长期", FieldState.READ),
        (["营业期限长期"], None, FieldState.UNREADABLE),
        (["成立日期2012年O4月", "营业期限长期"], None, FieldState.UNREADABLE),
        (["成立日期2012年04月24日", "营业期限拾年"], None, FieldState.UNREADABLE),
        (["成立日期2012年04月24日", "营业期限"], None, FieldState.EMPTY),
    ],
    ids=["open", "stated", "no founding", "founding unreadable", "something else", "nothing"],
)
def test_an_open_term_begins_with_the_company(lines: list[str], value: str | None, state: FieldState):
    field = TERM([page(*lines)])

    assert field is not None
    assert (field.value, field.state) == (value, state)


def test_without_its_label_there_is_no_term():
    assert TERM([page("成立日期2012年04月24日")]) is None


def test_the_foot_is_what_stands_at_and_under_its_label():
    lines = (
        line("成立日期", 100, 100),
        line("2012年04月24日", 300, 100),
        line("住所", 100, 300),
        line("杭州市", 300, 305),
        line("登记机关", 500, 300),
        line("2022年", 500, 360),
        line("11月05日", 620, 360),
    )

    places = licence.at_foot("登记机关", KNOWN)([page(*lines)])

    assert [place.written.text for place in places] == ["登记机关", "2022年11月05日", "11月05日"]


def test_without_the_label_there_is_no_foot():
    assert licence.at_foot("登记机关", KNOWN)([page("成立日期2012年04月24日", "2022年11月05日")]) == ()


@pytest.mark.parametrize(
    ("stamped", "place", "office"),
    [
        ("浙江省杭州市西湖区市场监督管理局", "浙江省杭州市西湖区文三路1号", "浙江省杭州市西湖区市场监督管理局"),
        ("杭州市西湖区市场监督管理局", "浙江省杭州市西湖区文三路1号", "杭州市西湖区市场监督管理局"),
        ("江省杭州市西湖区市场监督管理局", "浙江省杭州市西湖区文三路1号", None),
        ("浙江省杭州市西湖区市场东督管理局", "浙江省杭州市西湖区文三路1号", None),
        ("宁波市市场监督管理局", "浙江省杭州市西湖区文三路1号", None),
        ("杭州市西湖区人民法院", "浙江省杭州市西湖区文三路1号", None),
    ],
    ids=["in full", "without the province", "first character lost", "misread", "another place", "another office"],
)
def test_an_office_in_a_seal_is_one_of_the_place(stamped: str, place: str, office: str | None):
    field = SEALED([page(f"住所：{place}", seals=[seal(stamped)])])

    assert (field and field.value) == office


def test_a_seal_proves_nothing_where_no_address_was_read():
    assert SEALED([page("营业执照", seals=[seal("杭州市西湖区市场监督管理局")])]) is None


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["营业执照", "（副 本）"], True),
        (["营业执照（副本）"], True),
        (["营业执照", "名称某公司"], False),
        (["营业执照", "办理业务应当出示营业执照的正本或者副本原件"], False),
        (["营业执照", "(周木)"], None),
    ],
)
def test_a_duplicate_says_so(lines: list[str], value: bool | None):  # noqa: FBT001 a column of the table
    field = licence.is_duplicate([page(*lines)])

    assert field is not None
    assert field.value is value


def test_without_its_title_nobody_can_tell_a_duplicate():
    assert licence.is_duplicate([page("名称某公司")]) is None
