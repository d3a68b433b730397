"""Money: figures and 大写, exact to the cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.amount import (
    LIMIT,
    find_figures,
    find_misread_words,
    find_words,
    in_words,
    parse_figures,
    parse_words,
    text_of,
)

cents = st.integers(0, 10**14) | st.integers(10**14, 10**18 - 1)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (140950, "人民币壹仟肆佰零玖元伍角整"),
        (1640902, "人民币壹万陆仟肆佰零玖元零贰分"),
        (32504, "人民币叁佰贰拾伍元零肆分"),
        (5000000, "人民币伍万元整"),
        (10700053, "人民币壹拾万柒仟元伍角叁分"),
        (1000000010001, "人民币壹佰亿零壹佰元零壹分"),
        (48632050, "人民币肆拾捌万陆仟叁佰贰拾元伍角整"),
        (0, "人民币零元整"),
        (5, "人民币伍分"),
        (50, "人民币伍角整"),
        (1000, "人民币壹拾元整"),
        (100100, "人民币壹仟零壹元整"),
        (1000100000, "人民币壹仟万壹仟元整"),
        (100000001, "人民币壹佰万元零壹分"),
        (100010000000, "人民币壹拾亿零壹拾万元整"),
        (10**14, "人民币壹万亿元整"),
        (10**14 + 10**10, "人民币壹万零壹亿元整"),
    ],
)
def test_amounts_are_written_as_bills_want_them(number: int, words: str):
    amount = Decimal(number) / 100

    assert in_words(amount) == words
    assert parse_words(words) == amount


@pytest.mark.parametrize("amount", [Decimal("0.001"), Decimal(-1), LIMIT])
def test_what_is_no_money_is_not_written(amount: Decimal):
    with pytest.raises(ValueError, match="not an amount"):
        in_words(amount)


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        pytest.param("壹仟肆佰零玖元伍角", "1409.50", id="no-整-after-角"),
        pytest.param("人民币伍万元", "50000.00", id="no-整-after-元"),
        pytest.param("人民币（大写）：伍万圆正", "50000.00", id="label-圆-正"),
        pytest.param("（大写）人民币伍万元整", "50000.00", id="label-first"),
        pytest.param("壹拾万零柒仟元零伍角叁分", "107000.53", id="more-零-than-needed"),
        pytest.param("壹万伍佰元整", "10500.00", id="零-left-out"),
        pytest.param("两万元整", "20000.00", id="两"),
        pytest.param("壹佰〇伍元整", "105.00", id="round-zero"),
        pytest.param("伍元零角零分", "5.00", id="form-with-zeros"),
        pytest.param("貳萬陸仟圓正", "26000.00", id="traditional"),
        pytest.param("壹 万 元\n整", "10000.00", id="blanks"),
        pytest.param("贰分整", "0.02", id="整-after-分"),
    ],
)
def test_words_are_read_by_their_value(words: str, figures: str):
    assert parse_words(words) == Decimal(figures)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "整",
        "一万元",
        "五仟元整",
        "伍毛",
        "壹佰另伍元",
        "廿元",
        "拾伍元整",
        "万元整",
        "亿元整",
        "壹亿亿元整",
        "壹万壹万元整",
        "壹佰壹仟元整",
        "壹贰元整",
        "伍万",
        "壹亿万元整",
        "零亿壹元",
        "零亿元整",
        "零万元整",
        "零万壹元",
        "壹百元整",
        "伍角伍角",
        "486320.50",
    ],
)
def test_what_is_no_amount_in_words(words: str):
    assert parse_words(words) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("486320.50", "486320.50"),
        ("486,320.50", "486320.50"),
        ("￥486,320.50元", "486320.50"),
        ("¥ 486 320.50", "486320.50"),
        ("486，320．50", "486320.50"),
        ("486, 320. 50", "486320.50"),
        ("486320。50", "486320.50"),
        ("486320,50元", "486320.50"),
        ("RMB 486,320.5", "486320.50"),
        ("CNY1", "1.00"),
        ("人民币48.632050万元", "486320.50"),
        ("人民币：￥486320.5元整", "486320.50"),
        ("（小写）￥5000", "5000.00"),
        ("５０００元", "5000.00"),
        ("5万元", "50000.00"),
        ("1.2亿元", "120000000.00"),
        ("0.30", "0.30"),
        ("0", "0.00"),
    ],
)
def test_figures_are_read(raw: str, expected: str):
    amount = parse_figures(raw)

    assert amount is not None
    assert text_of(amount) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "元",
        "486.320.50",
        "486,320,50",
        "1,23",
        "486,32",
        "4863,2",
        "4863,205",
        "12 34",
        "1 2",
        "12.345",
        "0.0000001万元",
        "5万3千元",
        "-5",
        "007",
        "l00",
        "1O0",
        "10000000000000000",
        "٣٤",
        "' OR 1=1 --",
    ],
)
def test_figures_that_could_be_another_amount_are_refused(raw: str):
    assert parse_figures(raw) is None


def test_tenths_add_up_to_the_cent():
    first, second = parse_figures("0.1"), parse_figures("0.2")

    assert first is not None
    assert second is not None
    assert text_of(first + second) == "0.30"


@given(cents)
def test_words_round_trip(number: int):
    amount = Decimal(number) / 100

    assert parse_words(in_words(amount)) == amount


@given(cents)
def test_figures_round_trip(number: int):
    amount = Decimal(number).scaleb(-2)

    assert parse_figures(text_of(amount)) == amount
    assert parse_figures(f"￥{amount:,.2f}元") == amount


@given(st.text(alphabet="零壹贰伍拾佰仟万亿元角分整", max_size=14))
def test_whatever_words_are_read_have_a_canonical_form(words: str):
    amount = parse_words(words)

    assert amount is None or parse_words(in_words(amount)) == amount


def test_figures_are_found_in_running_text():
    text = "支付人民币486,320.50元（其中利息¥1 200），2016.03.15另付5万元；案号1234，元月，3.10条，合计 12,000.00。"

    found = find_figures(text)

    assert [text_of(f.value) for f in found] == ["486320.50", "1200.00", "50000.00", "12000.00"]
    assert [text[f.start : f.end] for f in found] == ["人民币486,320.50元", "¥1 200", "5万元", "12,000.00"]


def test_a_point_that_was_taken_for_a_comma_parts_the_cents():
    found = find_figures("扣划806413,57元至账户；另交300元，12,34元")

    assert [f.value for f in found] == [Decimal("806413.57"), Decimal(300)]


def test_figures_of_two_lines_are_two_amounts():
    assert [f.value for f in find_figures("￥1,000\n234.00元")] == [Decimal(1000), Decimal(234)]


def test_words_are_found_in_running_text():
    text = "￥486,320.50（大写：肆拾捌万陆仟叁佰\n贰拾元伍角），罚款伍角、贰分、伍万元整，万元。"

    found = find_words(text)

    assert [f.value for f in found] == [Decimal("486320.5"), Decimal("0.5"), Decimal("0.02"), Decimal(50000)]
    assert text[found[0].start : found[0].end] == "肆拾捌万陆仟叁佰\n贰拾元伍角"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（捌拾壹万柴仟叁佰玖拾柴元捌角整），支付", ["捌拾壹万柴仟叁佰玖拾柴元捌角整"]),
        ("共计叁佰元柴角整", ["叁佰元柴角整"]),
        ("人民币柴仟元整", ["人民币柴仟元整"]),
        ("肆万元肆角染分）、伍仟元零染分", ["肆万元肆角染分", "伍仟元零染分"]),
        ("利息肆角染分，叁佰元正角伍分", ["肆角染分", "叁佰元正角伍分"]),
        ("伍万元整分两期、叁佰元捌角整分别支付", []),
        ("以壹拾万元的万分之五计，支付壹万元及违约金伍仟元部分，壹佰元捌角部分、贰万元充分", []),
        ("人民币壹万元整，伍万美元，于贰零壹玖年向张三支付壹万元", []),
    ],
)
def test_an_amount_in_words_with_another_character_for_a_digit_is_found_as_a_misread_one(text: str, found: list[str]):
    assert [one.value for one in find_misread_words(text)] == found


def test_a_yen_sign_that_lost_its_strokes_marks_money_and_a_letter_of_a_number_does_not():
    text = "退款Y985.84，编号AY985.84，Y985，型号Y985.841"

    assert [text[f.start : f.end] for f in find_figures(text)] == ["Y985.84"]
