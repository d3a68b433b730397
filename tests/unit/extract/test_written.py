"""Names, dates and prose of letters are read as they are meant."""

from __future__ import annotations

import pytest
from builders import line

from intake.extract.running import joined, of_line
from intake.extract.written import closing_date, full_date, lead_name, prose


def _read(parse, *texts):
    return [reading.value for reading in parse(joined(of_line(line(text), 1) for text in texts))]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["张三"], ["张三"]),
        (["张三，男，1980年生"], ["张三"]),
        (["张三（身份证号码1）"], ["张三"]),
        (["买买提·艾力，男"], ["买买提·艾力"]),
        (["杭州恒信（集团）有限公司，住所地"], ["杭州恒信（集团）有限公司"]),
        (["杭州恒信商贸", "有限公司"], ["杭州恒信商贸有限公司"]),
        (["张三、李四、王五"], ["张三", "李四", "王五"]),
        (["张三", "浙江省杭州市"], ["张三"]),
        (["无转委托"], []),
        (["在上述权限范围内签署的文件，均予承认"], []),
        ([], []),
    ],
)
def test_a_text_begins_with_a_name(texts, names):
    assert _read(lead_name, *texts) == names


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023年6月15日", ["2023-06-15"]),
        ("日期：2023年6月15日。", ["2023-06-15"]),
        ("委托日期：2023年6月15日", ["2023-06-15"]),
        ("二〇二三年六月十五日", ["2023-06-15"]),
        ("2023.6.15", ["2023-06-15"]),
        ("委托人：张三 2023年6月15日", ["2023-06-15"]),
        ("2023年6月1", []),
        ("张三，男，1980年1月1日出生", []),
        ("女，1980年1月1日", []),
        ("委托期限至2023年6月15日", []),
        ("开户日期：2023年6月15日", []),
        ("没有日期", []),
    ],
)
def test_a_paper_ends_with_its_date(text, days):
    assert _read(closing_date, text) == days


def test_a_date_that_lost_its_last_character_is_none():
    assert _read(full_date, "自2023年6月1，至2024年6月15日") == ["2024-06-15"]


def test_prose_has_the_marks_of_chinese_print():
    text = of_line(line("代为和解, 收取1,000.00元(含利息)；时间10:30。"), 1)

    assert prose(text) == "代为和解，收取1,000.00元（含利息）；时间10:30。"
