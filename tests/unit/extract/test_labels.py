"""Values are found right of their label, in its line, or under it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line, page, tilted

from intake.extract.labels import after_label

LABELS = ("户名", "账号", "开户银行", "性别", "民族", "公民身份号码", "住址")


def _written(found):
    return [place.written.raw for place in found]


def _search(*labels, wraps=0):
    return after_label(*labels, among=LABELS, wraps=wraps)


@pytest.mark.parametrize(
    "lines",
    [
        ["户名：张三"],
        ["户 名:张三"],
        ["户名张三"],
        ["户名 张三"],
        ["1.户名：张三"],
        ["（2）户名：张三"],
        ["户名：____张三____"],
        [line("户名", 100, 100), line("张三", 300, 104)],
        [line("户名：", 100, 100), line("张三", 600, 95)],
        [line("户名", 100, 100), line("张", 300, 100), line("三", 360, 100)],
        [line("户名", 100, 100), line("张三", 100, 145)],
        [line("户名", 100, 100), line("张三", 300, 100), line("账号", 500, 100), line("6222", 600, 100)],
        [line("户名张三账号622202", 100, 100)],
        [line("户名", 100, 100), line("张三", 300, 100), line("甲", 500, 20, height=400)],
    ],
    ids=[
        "colon",
        "blank in the label",
        "merged",
        "blank after",
        "numbered",
        "numbered in brackets",
        "underscores",
        "beside",
        "far beside",
        "in pieces",
        "under",
        "table of four columns",
        "two labels in a line",
        "a picture read as text",
    ],
)
def test_value_is_found(lines):
    assert "".join(_written(_search("户名")([page(*lines)]))) == "张三"


def test_two_short_values_in_one_line_are_told_apart():
    pages = [page("性别男民族汉")]

    assert (_written(_search("性别")(pages)), _written(_search("民族")(pages))) == (["男"], ["汉"])


@pytest.mark.parametrize("slip", ["公民身份号吗", "公民身分号码", "公民身份号", "公民身号码"])
def test_a_long_label_may_have_one_slip(slip):
    found = _search("公民身份号码")([page(f"{slip}：330106")])

    assert _written(found) == ["330106"]


def test_a_short_label_may_have_none():
    assert _search("户名")([page("尸名：张三")]) == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["户名：", "账号：6222"],
        ["户名：______"],
        [line("户名", 100, 100), line("账号", 400, 100), line("6222", 500, 100)],
        [line("户名", 100, 100), line("账号", 60, 150), line("6222", 140, 150)],
        [line("户名", 100, 100), line("张三", 100, 400)],
        [line("户名", 100, 100), line("张三", 700, 145)],
    ],
    ids=["next line", "underscores", "next column", "belongs to another label", "too far below", "not below"],
)
def test_label_without_a_value_is_a_place_with_nothing_written(lines):
    assert _written(_search("户名")([page(*lines)])) == [""]


def test_a_label_with_colon_goes_before_one_in_running_text():
    found = _search("户名")([page("户名真实有效，如有变更", "户名：张三")])

    assert _written(found) == ["张三"]


def test_a_label_inside_a_sentence_is_none():
    assert _search("户名")([page("本人确认上述户名真实")]) == ()


def test_a_gap_starts_a_new_cell():
    found = _search("账号")([page(line("杭州市西湖区\u3000\u3000账号6222", 100, 100))])

    assert _written(found) == ["6222"]


def test_what_stands_far_off_is_no_part_of_a_value():
    found = _search("户名")([page(line("户名：张三", 100, 100), line("样本", 700, 100))])

    assert _written(found) == ["张三"]


def test_address_runs_over_its_lines():
    pages = [
        page(
            line("住址", 60, 100),
            line("浙江省杭州市西湖区文三路", 130, 100),
            line("一百号翠苑一区三幢", 132, 140),
            line("二单元", 130, 180),
            line("公民身份号码", 60, 260),
            line("330106", 300, 260),
        )
    ]

    assert _written(_search("住址", wraps=3)(pages)) == ["浙江省杭州市西湖区文三路一百号翠苑一区三幢二单元"]


def test_watermark_is_not_read_into_a_value():
    assert _written(_search("户名")([page("户名：张三", tilted("样本", 220, 100))])) == ["张三"]


def test_lines_of_one_cell_are_read_from_above():
    label = line("账号", 100, 130, height=40)
    found = _search("账号")([page(label, line("6222 0212 3456", 300, 118), line("7890 128", 290, 152))])

    assert _written(found) == ["6222 0212 34567890 128"]


@pytest.mark.parametrize(
    "further",
    [
        [line("7890 128", 700, 100)],
        [line("7890 128", 196, 145)],
        [line("7890 128", 100, 145)],
    ],
    ids=["after a gap", "under the value", "under the label"],
)
def test_a_number_goes_on_where_its_further_digits_stand(further):
    search = after_label("账号", among=LABELS, goes_on=r"\d+")

    assert _written(search([page(line("账号：6222", 100, 100), *further)])) == ["62227890 128"]


@pytest.mark.parametrize(
    "further",
    [[], [line("样本", 700, 100)], [line("本人确认", 100, 145)], [line("户名", 60, 145), line("7890", 196, 145)]],
    ids=["nothing", "other words beside", "other words under", "digits of another label"],
)
def test_a_number_does_not_go_on_with_other_things(further):
    search = after_label("账号", among=LABELS, goes_on=r"\d+")

    assert _written(search([page(line("账号：6222", 100, 100), *further)])) == ["6222"]


def test_labels_in_a_row_head_columns():
    rows = [
        *(line("户名", 130, 100), line("账号", 500, 100), line("住址", 800, 100)),
        *(line("张三丰", 115, 180), line("622202", 490, 180)),
    ]

    assert _written(_search("户名")([page(*rows)])) == ["张三丰"]
    assert _written(_search("账号")([page(*rows)])) == ["622202"]
    assert _written(_search("住址")([page(*rows)])) == [""]


HINTS = (
    [line("开户银行（具体到网点）", 100, 100), line("西湖支行", 100, 145)],
    [line("开户银行（须写明网点）：西湖支行", 100, 100)],
    [line("开户银行", 100, 100), line("（须写明网", 95, 140), line("点）", 110, 180), line("西湖支行", 300, 134)],
)


@pytest.mark.parametrize("lines", HINTS, ids=["behind the label", "before the value", "under the label, on two lines"])
def test_what_says_how_to_write_a_value_is_none(lines):
    assert "".join(_written(_search("开户银行")([page(*lines)]))) == "西湖支行"


def test_labels_in_a_row_that_have_values_head_no_columns():
    rows = [line("户名", 100, 100), line("账号：", 500, 100), line("张三", 100, 180)]

    assert _written(_search("户名")([page(*rows)])) == [""]


@pytest.mark.parametrize("tops", [(100, 140), (80, 120), (80, 120, 160)], ids=["between", "at the second", "of three"])
def test_all_lines_of_a_cell_are_beside_its_label(tops):
    rows = [line("开户银行", 100, 120), *(line("西湖", 400, top) for top in tops)]

    assert "".join(_written(_search("开户银行", wraps=1)([page(*rows)]))) == "西湖" * len(tops)


def test_a_line_beside_another_label_is_of_its_cell():
    rows = [line("户名", 100, 80), line("张三", 400, 80), line("开户银行", 100, 120), line("西湖", 400, 120)]

    assert _written(_search("开户银行", wraps=1)([page(*rows)])) == ["西湖"]


def test_a_cell_that_starts_with_a_label_is_none_of_this_label():
    rows = [line("开户银行", 100, 120), line("西湖", 400, 96), line("户名", 400, 144)]

    assert _written(_search("开户银行")([page(*rows)])) == [""]


def test_a_label_with_a_slip_is_not_taken_where_it_is_another_label():
    labels = ("委托人", "受委托人")
    rows = ["委托人：张三", "受委托人：李四"]

    assert _written(after_label("受委托人", among=labels)([page(*rows)])) == ["李四"]


def test_the_slanting_text_of_a_stamp_is_no_part_of_a_value():
    slanting = replace(line("自治区", 210), box=tilted("自治区", 210, 70).box)

    (place,) = after_label("户名")([page(line("户名", 100), slanting, line("石博文", 330))])

    assert place.written.text == "石博文"


def _lain(text: str, left: float, top: float, height: float, angle: float):
    """Build a single character that was read leaning by an angle."""
    own = line(text, left, top, height=height)
    turns = round(angle / 90) % 4
    return replace(own, box=own.box.rolled(-turns)) if turns else own


@pytest.mark.parametrize(
    ("piece", "written", "least"),
    [
        (_lain("院", 200, 98, 34, 180), "张三", 0.7),
        (_lain("院", 700, 98, 34, 180), "张三", 0.99),
        (_lain("院", 200, 92, 46, 0), "张三院", 0.7),
        (_lain("丰", 200, 98, 32, 0), "张三丰", 0.99),
    ],
    ids=["on its head", "on its head and far off", "another size", "a piece of the name"],
)
def test_a_letter_of_a_seal_beside_a_value_is_no_part_of_it_that_is_believed(piece, written: str, least: float):
    form = page(line("户名", 100, 20), line("户名", 20, 100), line("张三", 120, 100), piece)

    place = next(p for p in _search("户名")([form]) if p.written.text.startswith("张三"))

    assert (place.written.text, place.written.confidence) == (written, least)
