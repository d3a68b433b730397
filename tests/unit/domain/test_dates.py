"""Dates and periods as papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.dates import Period, find, find_english, iso, period


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2023年5月6日", "2023-05-06"),
        ("2023 年 05 月 06 日", "2023-05-06"),
        ("２０２３年５月６日", "2023-05-06"),
        ("二〇二三年五月六日", "2023-05-06"),
        ("二○二三年十二月三十一日", "2023-12-31"),
        ("二零二三年十一月二十日", "2023-11-20"),
        ("二O二三年一月十日", "2023-01-10"),
        ("二0二三年一月十五日。", "2023-01-15"),
        ("2023年十一月5日", "2023-11-05"),
        ("贰零贰叁年零壹月壹拾伍日", "2023-01-15"),
        ("贰零贰叁年零壹拾月零贰拾日", "2023-10-20"),
        ("2023.05.06", "2023-05-06"),
        ("2023-5-6", "2023-05-06"),
        ("2023/05/06", "2023-05-06"),
        ("20230506", "2023-05-06"),
        ("1880年1月1日", "1880-01-01"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_dates_are_read(raw: str, expected: str):
    assert iso(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "2023-02-29",
        "2023年13月1日",
        "2023年4月31日",
        "二〇二三年十十月一日",
        "二〇二三年五月二三十日",
        "二〇二三年五月六七日",
        "0000.01.01",
        "2023.05-06",
        "23.05.06",
        "2023年5月",
        "长期",
        "2023050",
    ],
)
def test_what_is_no_date(raw: str):
    assert iso(raw) is None


def test_dates_are_found_in_running_text():
    text = "二〇二三年五月\n六日作出，2023.07.01送达，编号20230506，2023年2月30日，12023.05.061。"

    found = find(text)

    assert [f.value for f in found] == ["2023-05-06", "2023-07-01"]
    assert text[found[0].start : found[0].end] == "二〇二三年五月\n六日"


@pytest.mark.parametrize(
    "text",
    [
        "2026年6月1S日",
        "2026年6月1.5日",
        "2026年6月1,5日",
        "2026年6月1、士日",
        "1949年12月3l日",
        "二〇二六年六月十士日",
        "二〇二六年六月二卜五日",
        "二〇二六年六月十书记员",
        "2026.6.1S",
        "2026.6.1.5",
        "2026-06-1l",
    ],
)
def test_a_date_is_never_cut_short(text: str):
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年6月15", "2026-06-15"),
        ("2026年6月15，送达", "2026-06-15"),
        ("2026年6月15。送达", "2026-06-15"),
        ("2026年6月15.", "2026-06-15"),
        ("(2026年6月15)", "2026-06-15"),
        ("2026年6月15至长期", "2026-06-15"),
        ("2026年6月15曰", "2026-06-15"),
        ("二〇二六年六月十五号送达", "2026-06-15"),
        ("2026年6月15日至16日", "2026-06-15"),
        ("2026.6.15.", "2026-06-15"),
        ("2026-06-15-2036-06-15", "2026-06-15"),
    ],
)
def test_a_day_may_go_without_its_character_where_nothing_else_can_follow(text: str, day: str):
    assert find(text)[0].value == day


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("2016.03.15-2036.03.15", "2016-03-15", "2036-03-15"),
        ("2016.03.15—2036.03.15", "2016-03-15", "2036-03-15"),
        ("2016.03.15 - 长期", "2016-03-15", "长期"),
        ("2012年04月24日至2042年04月23日", "2012-04-24", "2042-04-23"),
        ("自2012年4月24日起至2042年4月23日止", "2012-04-24", "2042-04-23"),
        ("自2012年4月24日起至长期", "2012-04-24", "长期"),
        ("2012-04-24至无固定期限", "2012-04-24", "长期"),
        ("2012-04-24-2042-04-23", "2012-04-24", "2042-04-23"),
        ("20160315-20360315", "2016-03-15", "2036-03-15"),
    ],
)
def test_periods_are_read(raw: str, start: str, end: str):
    read = period(raw)

    assert read == Period(start, end)
    assert read.text == f"{start}/{end}"


@pytest.mark.parametrize("raw", ["", "2016.03.15", "2016.03.15-", "2016.02.30-2036.03.15", "2016.03.15-2036.02.30"])
def test_what_is_no_period(raw: str):
    assert period(raw) is None


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y年%m月%d日", "%Y.%m.%d", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"]))
def test_every_day_is_read_in_every_form(day: date, form: str):
    assert iso(day.strftime(form)) == day.isoformat()


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_periods_round_trip(first: date, last: date):
    written = Period(first.isoformat(), last.isoformat())

    assert period(written.text) == written


@given(st.text(alphabet="二〇零一十三年月日2023.-长期至 ", max_size=16))
def test_whatever_is_read_is_a_day(raw: str):
    read = iso(raw)

    assert read is None or date.fromisoformat(read).isoformat() == read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Date of birth 20 JUN 1981", ["1981-06-20"]),
        ("20 6月/JUN 1981", ["1981-06-20"]),
        ("1 10月/OCT 1990", ["1990-10-01"]),
        ("11 1月/JAN 1990", ["1990-01-11"]),
        ("05 September 2001 - 04 SEPT 2011", ["2001-09-05", "2011-09-04"]),
        ("20 7月/JUN 1981", []),
        ("31 FEB 1990", []),
        ("20 JUM 1981", []),
    ],
)
def test_dates_with_the_english_month(text: str, days: list[str]):
    assert [found.value for found in find_english(text)] == days
