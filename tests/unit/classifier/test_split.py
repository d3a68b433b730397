"""Pages become documents: pages that go on are joined, cards on one sheet are parted, and no line is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line, page, seal
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.classifier.regions import area, pieces
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.domain.geometry import Quad, Rect
from intake.domain.homography import between

TYPES = registry()
FIRST = (
    "杭州市西湖区人民法院",
    "执行裁定书",
    "（2023）浙0106执1234号",
    "申请执行人：张三，男。",
    "被执行人：李四，男。",
    "依照规定，裁定如下：",
)
FRONT = ("姓名张三", "性别男民族汉", "出生1990年5月6日", "住址浙江省杭州市", "公民身份号码11010519491231002X")
BACK = ("中华人民共和国", "居民身份证", "签发机关杭州市公安局", "有效期限2018.03.26-2028.03.26")
CARD = ("中国工商银行", "储蓄卡", "6222021234567890128", "银联UnionPay")
RECEIPT = ("购物小票", "合计12.00")


def _block(texts, left=100, top=100):
    return [line(text, left, top + 50 * i) for i, text in enumerate(texts)]


def _types(*pages):
    return [(part.type, [text.number for text in part.pages]) for part in documents(pages, TYPES)]


@pytest.mark.parametrize(
    "second",
    [
        ("审判员 王小明", "二〇二三年六月十五日"),
        ("本院认为，应当执行。",),
        ("关于（2023）浙0106执1234号的清单",),
        ("案号：（2023）浙0106执1234号", "本院认为，应当执行。"),
        ("（2022）浙0106民初5678号民事判决书，", "本院认为，应当执行。"),
    ],
    ids=["signatures", "reasons", "same case", "headed with its case", "another case in its text"],
)
def test_a_page_that_goes_on_is_joined(second):
    assert _types(page(*FIRST), page(*second, number=2)) == [("enforcement_ruling", [1, 2])]


def test_pages_go_on_and_on():
    found = _types(page(*FIRST), page("本院认为", number=2), page("书记员 赵敏", number=3))

    assert found == [("enforcement_ruling", [1, 2, 3])]


@pytest.mark.parametrize(
    ("second", "type_"),
    [
        (FIRST, "enforcement_ruling"),
        (FRONT, "resident_id_front"),
        (RECEIPT, "other"),
        ((), "other"),
        (("律师函", "就被执行人一事致函"), "law_firm_letter"),
        (("今日菜单",), "other"),
        (("（2023）浙0106执9999号", "本院认为，裁定如下：", "审判员 王小明"), "enforcement_ruling"),
        (("杭州市西湖区人民法院（2023）浙0106执9999号", "关于（2023）浙0106执1234号，本院认为"), None),
    ],
    ids=[
        "next ruling",
        "card",
        "receipt",
        "blank",
        "letter about the ruling",
        "nothing in common",
        "page of another case",
        "page of a related case",
    ],
)
def test_a_page_of_its_own_is_not_joined(second, type_):
    assert _types(page(*FIRST), page(*second, number=2)) == [("enforcement_ruling", [1]), (type_, [2])]


def test_a_ruling_without_a_number_of_its_own_goes_on():
    first = tuple(text for text in FIRST if "号" not in text)

    assert len(_types(page(*first), page("（2023）浙0106执1234号", "本院认为，应当执行。", number=2))) == 1


def test_nothing_is_joined_to_a_card():
    assert _types(page(*FRONT), page("审判员 王小明", number=2))[0] == ("resident_id_front", [1])


def test_nothing_is_joined_to_a_part_of_a_page():
    sheet = page(*_block(FRONT), *_block(BACK, top=800))

    assert len(_types(sheet, page("本院认为", number=2))) == 3


@pytest.mark.parametrize(
    ("lines", "types"),
    [
        (_block(FRONT) + _block(BACK, top=800), ["resident_id_front", "resident_id_back"]),
        (_block(BACK) + _block(FRONT, top=800), ["resident_id_back", "resident_id_front"]),
        (_block(FRONT, left=50) + _block(CARD, left=650), ["resident_id_front", "bank_card"]),
        (
            _block(FRONT, top=50) + _block(BACK, top=500) + _block(CARD, top=950),
            ["resident_id_front", "resident_id_back", "bank_card"],
        ),
        (_block(CARD) + _block(CARD, top=800), ["bank_card", "bank_card"]),
        (_block(FRONT) + _block(FRONT, top=800), ["resident_id_front", "resident_id_front"]),
    ],
    ids=["front and back", "back first", "side by side", "three", "two cards of one type", "two fronts"],
)
def test_cards_on_one_sheet_are_parted(lines, types):
    parts = documents([page(*lines)], TYPES)

    assert [part.type for part in parts] == types
    assert all(part.region for part in parts)


@pytest.mark.parametrize("lines", [FRONT, BACK, CARD, FIRST, RECEIPT], ids=lambda lines: lines[0])
def test_one_document_is_not_cut(lines):
    (part,) = documents([page(*lines)], TYPES)

    assert part.region is None


def test_what_lies_beside_a_card_and_is_nothing_is_not_cut_off():
    (part,) = documents([page(*_block(FRONT), line("仅供办理执行案款使用", top=1200))], TYPES)

    assert part.type == "resident_id_front"


def test_a_part_keeps_its_seals():
    sheet = page(*_block(FRONT), *_block(BACK, top=950, left=620), seals=[seal()])

    assert [len(piece.page.seals) for piece in pieces(sheet, TYPES)] == [0, 1]


def test_region_is_around_the_lines():
    assert area(page(line("张三", 100, 200))).bounds.top == 200


def test_nobody_can_tell_is_a_document_with_candidates():
    (part,) = documents([page("户名：张三", "账号：6222")], TYPES)

    assert (part.klass, part.type) == (None, None)
    assert part.candidates


def test_a_blank_page_is_another_paper():
    (part,) = documents([page()], TYPES)

    assert (part.klass, part.type) == (DocumentClass.OTHER, "other")


def _card(left, top, width=420.0):
    return Quad.of_rect(Rect(left, top, left + width, top + width * 54 / 85.6))


def _sheet(*lines, cards=()):
    return replace(page(*lines), cards=tuple(cards))


TWO = (_card(80, 80), _card(80, 880))


def test_every_card_that_was_seen_is_a_document_with_its_outline():
    parts = documents([_sheet(*_block(FRONT), *_block(BACK, top=900), cards=TWO)], TYPES)

    assert [part.type for part in parts] == ["resident_id_front", "resident_id_back"]
    assert [part.region for part in parts] == list(TWO)


def test_halves_of_one_type_on_two_cards_are_two_documents():
    parts = documents([_sheet(*_block(FRONT[:3]), *_block(FRONT[3:], top=900), cards=TWO)], TYPES)

    assert len(parts) == 2


def test_a_note_beside_cards_goes_with_the_nearest():
    note = line("仅供办理执行案款使用", top=1240)
    parts = documents([_sheet(*_block(FRONT), *_block(BACK, top=900), note, cards=TWO)], TYPES)

    assert [len(part.pages[0].lines) for part in parts] == [len(FRONT), len(BACK) + 1]


def test_a_paper_beside_a_card_is_a_document_of_its_own():
    parts = documents([_sheet(*_block(FRONT), *_block(FIRST, top=600), cards=TWO[:1])], TYPES)

    assert [part.type for part in parts][-1] == "enforcement_ruling"


def test_a_card_that_was_not_seen_keeps_its_place_above_one_that_was():
    parts = documents([_sheet(*_block(FRONT), *_block(BACK, top=900), cards=TWO[1:])], TYPES)

    assert [part.type for part in parts] == ["resident_id_front", "resident_id_back"]


def test_many_strange_lines_beside_a_card_are_another_part():
    stranger = _block(["今日菜单", "红烧肉三十八元一份", "清蒸鲈鱼六十八元一份", "白灼菜心二十元"], top=700)
    parts = documents([_sheet(*_block(FRONT), *stranger, cards=TWO[:1])], TYPES)

    assert [part.type for part in parts] == ["resident_id_front", "other"]


def test_a_ruling_is_not_cut_by_what_looks_like_a_card():
    (part,) = documents([_sheet(*_block(FIRST), cards=[_card(80, 80, 300)])], TYPES)

    assert (part.type, part.region) == ("enforcement_ruling", None)


def test_what_looks_like_a_card_on_a_known_paper_belongs_to_it():
    (part,) = documents([_sheet(*_block(CARD), line("样本", 700, 900), cards=[_card(690, 880, 200)])], TYPES)

    assert (part.type, len(part.pages[0].lines)) == ("bank_card", len(CARD) + 1)


def test_a_card_on_its_side_is_recognised_upright():
    upright = page(*_block(FRONT))
    side = Quad.of([(900, 100), (900, 900), (400, 900), (400, 100)])
    move = between(Quad.of_rect(Rect(80, 80, 880, 580)), side)
    (part,) = documents([_sheet(*(each.moved(move) for each in upright.lines), cards=[side])], TYPES)

    assert part.type == "resident_id_front"


def test_a_seal_stays_with_the_card_it_is_on():
    sheet = replace(page(*_block(FRONT), *_block(BACK, top=900), seals=[seal()]), cards=(TWO[0], _card(80, 880, 760)))

    assert [len(piece.page.seals) for piece in pieces(sheet, TYPES)] == [0, 1]


def test_a_card_without_a_line_is_no_document():
    parts = documents([_sheet(*_block(FRONT), cards=TWO)], TYPES)

    assert [part.type for part in parts] == ["resident_id_front"]


LINES = st.lists(
    st.tuples(st.sampled_from((*FIRST, *FRONT, *BACK, *CARD, *RECEIPT)), st.integers(0, 900), st.integers(0, 1300)),
    max_size=12,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(LINES, max_size=4), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 1100)), max_size=3))
def test_every_page_and_every_line_is_in_exactly_one_document(drawn, corners):
    cards = tuple(_card(*corner) for corner in corners)
    pages = [
        replace(page(*(line(*item) for item in lines), number=number), cards=cards)
        for number, lines in enumerate(drawn, 1)
    ]

    parts = documents(pages, TYPES)

    assert sorted({text.number for part in parts for text in part.pages}) == [text.number for text in pages]
    given_lines = sorted(id(item) for text in pages for item in text.lines)
    assert sorted(id(item) for part in parts for text in part.pages for item in text.lines) == given_lines
    whole = [text.number for part in parts if part.region is None for text in part.pages]
    assert len(whole) == len(set(whole))


def test_an_empty_page_is_blank_and_says_so():
    (part,) = documents([replace(page(), is_blank=True)], TYPES)

    assert (part.klass, part.type) == (DocumentClass.OTHER, "blank")
    assert [finding.code for finding in part.findings] == ["blank_page"]


def test_a_blank_page_within_a_ruling_parts_it():
    found = documents([page(*FIRST), replace(page(number=2), is_blank=True), page("本院认为", number=3)], TYPES)

    assert [part.type for part in found][:2] == ["enforcement_ruling", "blank"]


def test_a_file_of_everything_is_cut():
    pages = [page(*texts, number=n) for n, texts in enumerate((FIRST, ("审判员 王小明",), FRONT, BACK, CARD), 1)]

    parts = documents(pages, TYPES)

    assert [(part.type, [text.number for text in part.pages], part.pair) for part in parts] == [
        ("enforcement_ruling", [1, 2], None),
        ("resident_id_front", [3], 2),
        ("resident_id_back", [4], 1),
        ("bank_card", [5], None),
    ]


@pytest.mark.parametrize("texts", [("O", "O"), ("○",), ("·", "-")], ids=["holes", "one hole", "specks"])
def test_holes_and_specks_are_no_text(texts):
    (part,) = documents([page(*texts)], TYPES)

    assert part.type == "blank"


def test_a_page_number_alone_is_not_nothing():
    (part,) = documents([page("- 3 -")], TYPES)

    assert part.type != "blank"


TWO_SIDES = {"sheet": replace(TYPES["temporary_id"], name="sheet", cues={"左": 4.0, "右": 4.0})}


@pytest.mark.parametrize(("is_two_sided", "count"), [(True, 1), (False, 2)])
def test_both_sides_of_a_paper_that_says_so_are_one_document(is_two_sided, count):
    types = {"other": TYPES["other"], "sheet": replace(TWO_SIDES["sheet"], is_two_sided=is_two_sided)}
    cards = tuple(Quad.of_rect(Rect(50, top, 800, top + 300)) for top in (60, 700))
    sheet = replace(page(line("左", 100, 150), line("右", 100, 800)), cards=cards)

    assert len(documents([sheet], types)) == count


@pytest.mark.parametrize(("hint", "count"), [(1.0, 1), (0.5, 3)])
def test_a_side_that_is_hardly_read_belongs_to_the_other_where_it_says_a_word_of_it(hint, count):
    types = {
        "other": TYPES["other"],
        "sheet": replace(TWO_SIDES["sheet"], is_two_sided=True, cues={"左": 4.0, "字": hint}),
    }
    cards = tuple(Quad.of_rect(Rect(50, top, 800, top + 300)) for top in (60, 700))
    note = line(
        "此复印件仅供办理一案领款使用，与原件一致，此复印件仅供办理一案领款使用，与原件一致。", 60, 1100, height=12
    )
    sheet = replace(page(line("左", 100, 150), line("字字", 100, 800), note), cards=cards)

    assert len(documents([sheet], types)) == count
