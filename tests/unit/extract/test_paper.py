"""A court paper falls into its sections, and parties, cause, basis and signatures are read from theirs."""

from __future__ import annotations

import pytest
from builders import line, page, spelled_out

from intake.domain.document import FieldState, Party
from intake.extract.court_paper import HEADING
from intake.extract.finders import field_of
from intake.extract.kinds import case
from intake.extract.paper import paper
from intake.extract.parties import parties
from intake.extract.reasons import basis_case_number, cause
from intake.extract.signature import clerk, judges
from intake.extract.sure import SURE

HEAD = ("杭州市西湖区人民法院", "执 行 裁 定 书", "（2023）浙0106执1234号")
WHO = (
    "申请执行人：张三，男，1990年5月6日出生，汉族，住浙江省",
    "杭州市西湖区文三路1号，公民身份号码33010619900506123",
    "X。",
    "被执行人：杭州某某（集团）有限公司，住所地杭州市滨江区，统一",
    "社会信用代码91350100M000100Y43。",
    "法定代表人：李四，该公司董事长。",
    "委托诉讼代理人：王五，住上海市，公民身份号码310101199001011234。",
)
WHY = (
    "申请执行人张三与被执行人杭州某某（集团）有限公司买卖合同纠纷一案，",
    "本院作出的（2022）浙0106民初5678号民事判决书已经生效，（2022）浙0106",
    "财保9号民事裁定书已执行。依照规定，裁定如下：",
)
ORDER = ("划拨银行存款100元。",)
SIGNED = ("审 判 长　王 小 明", "审判员 李芳", "代理审判员 欧阳春花", "二〇二三年六月十五日", "书 记 员 赵 敏")
FIND = {"applicants": parties("申请执行人"), "respondents": parties("被执行人")}


def _ruling(head=HEAD, who=WHO, why=WHY, order=ORDER, signed=SIGNED):
    return [page(*head, *who, *why, *order, *signed)]


def test_sections_are_found():
    found = paper(_ruling())

    assert found.heading.text.endswith("执1234号")
    assert found.parties.text.startswith("申请执行人:张三")
    assert found.reasons.text.startswith("申请执行人张三与")
    assert found.order.text == ":划拨银行存款100元。"
    assert found.signature.text.startswith("审判长王小明")


@pytest.mark.parametrize(
    ("number", "is_doubted"),
    [("（2023）浙0106执1234号", False), ("（2023）浙0106执1234号之", True), ("（2023）浙0106执1234号之二", False)],
)
def test_a_case_number_that_lost_its_last_character_is_doubted_in_the_heading_too(number: str, *, is_doubted: bool):
    """之二 without 二 is the number of another ruling."""
    field = field_of(HEADING, case)(_ruling(head=(*HEAD[:2], number)))

    assert field is not None
    assert (field.confidence < SURE) is is_doubted


def test_sections_are_found_over_pages():
    found = paper([page(*HEAD, *WHO, *WHY[:2]), page(WHY[2], *ORDER, *SIGNED, number=2)])

    assert (found.order.page, found.signature.page) == (2, 2)


def test_the_last_order_counts_where_an_earlier_one_is_quoted():
    found = paper(_ruling(why=("张三与李四一案，本院曾裁定如下：划拨900元。现裁定如下：",)))

    assert (found.order.text, found.orders.text) == (
        ":划拨银行存款100元。",
        ":划拨900元。现裁定如下:划拨银行存款100元。",
    )


@pytest.mark.parametrize(
    ("missing", "empty"),
    [({"why": (), "order": ()}, "order"), ({"signed": ()}, "signature"), ({"who": ()}, "parties")],
    ids=["no order", "no signatures", "no parties"],
)
def test_what_is_not_there_is_empty(missing, empty):
    assert getattr(paper(_ruling(**missing)), empty).text == ""


def test_blank_paper_has_only_empty_sections():
    assert paper([page("通知")]).heading.text == "通知"


def test_without_a_case_number_the_heading_ends_at_the_parties():
    assert paper(_ruling(head=HEAD[:2])).heading.text == "杭州市西湖区人民法院执行裁定书"


def test_person_is_read_with_number_and_address():
    field = FIND["applicants"](_ruling())

    assert field.value == (Party("张三", "33010619900506123X", None, "浙江省杭州市西湖区文三路1号"),)
    assert field.raw.startswith("张三")


def test_company_is_read_with_code_and_representative_but_not_its_agent():
    field = FIND["respondents"](_ruling())

    assert field.value == (
        Party("杭州某某（集团）有限公司", None, "91350100M000100Y43", "杭州市滨江区", legal_representative="李四"),
    )


def test_a_line_without_its_full_stop_still_belongs_to_its_party():
    field = FIND["respondents"](_ruling(who=("被执行人：李四，男，公民身份号码", "33010619900506123X")))

    assert field.value == (Party("李四", "33010619900506123X"),)


def test_a_number_that_cannot_be_read_is_not_lost_unseen():
    field = FIND["applicants"](_ruling(who=("申请执行人：张三，男，公民身份号码3301061990050.6123X。",)))

    assert (field.value, field.doubt) == ((Party("张三"),), "身份号码")


def test_numbers_that_are_read_leave_no_doubt():
    assert [FIND[side](_ruling()).doubt for side in FIND] == [None, None]


def test_several_parties_of_a_role_are_read():
    who = ("申请执行人：张三，男。", "申请执行人：李四（曾用名李思），女。", "被执行人：王五，男。")

    assert [party.name for party in FIND["applicants"](_ruling(who=who)).value] == ["张三", "李四"]


def test_dirt_before_a_role_does_not_hide_it():
    assert FIND["respondents"](_ruling(who=("申请执行人：张三，男。", ".被执行人：李四，男。"))).value == (
        Party("李四"),
    )


def test_role_may_be_explained_in_brackets():
    assert FIND["applicants"](_ruling(who=("申请执行人（原审原告）：张三，男。",))).value[0].name == "张三"


def test_party_without_a_name_is_unreadable():
    field = FIND["applicants"](_ruling(who=("申请执行人：，男。",)))

    assert field.state is FieldState.UNREADABLE


@pytest.mark.parametrize("who", [(), ("申请执行人", "被执行人：王五。")], ids=["none", "role alone"])
def test_no_party_is_no_field(who):
    assert FIND["applicants"](_ruling(who=who)) is None


@pytest.mark.parametrize(
    ("who", "why", "expected"),
    [
        (WHO, WHY, "买卖合同纠纷"),
        (WHO[:2], ("张三诉被执行人杭州公司买卖合同纠纷一案，裁定如下：",), "买卖合同纠纷"),
        ((), ("关于民间借贷纠纷一案，裁定如下：",), "民间借贷纠纷"),
        ((), ("张三诉李四民间借贷纠纷一案，裁定如下：",), None),
        (WHO, ("裁定如下：",), None),
        (WHO, ("申请执行人张三与被执行人杭州某某（集团）有限公司一案，裁定如下：",), None),
    ],
    ids=["names known", "company unknown", "nobody named", "names unknown", "no case named", "no cause"],
)
def test_cause_stands_between_the_parties_and_the_case(who, why, expected):
    field = cause(_ruling(who=who, why=why))

    assert (field and field.value) == expected


@pytest.mark.parametrize(
    ("why", "value", "rivals"),
    [
        (WHY, "（2022）浙0106民初5678号", ("（2022）浙0106财保9号",)),
        (("本院（2023）浙0106执1234号案，依（2022）浙0106民初5678号，裁定如下：",), "（2022）浙0106民初5678号", ()),
        (("（2021）浙0106民初1号及（2022）浙0106民初2号民事调解书，裁定如下：",), "（2022）浙0106民初2号", ()),
        (
            ("依（2022）浙0106民初2号民事判决书，另案作出（2023）浙0106执异9号执行裁定，裁定如下：",),
            "（2022）浙0106民初2号",
            (),
        ),
    ],
    ids=["two judgments", "own number", "one with a title", "a ruling on an objection"],
)
def test_basis_is_the_number_of_another_case(why, value, rivals):
    field = basis_case_number(_ruling(why=why))

    assert (field.value, field.rivals) == (value, rivals)


def test_without_another_number_there_is_no_basis():
    assert basis_case_number(_ruling(why=("裁定如下：",))) is None


def test_widely_set_names_are_read():
    field = judges(_ruling())

    assert (field.value, field.rivals) == (("王小明", "李芳", "欧阳春花"), ())
    assert clerk(_ruling()).value == "赵敏"


def test_a_signature_that_cannot_be_read_is_a_rival():
    assert judges(_ruling(signed=("审判长 王小明", "审判帝天河棒鹏租", "书记员 赵敏"))).rivals == ("审判帝天河棒鹏租",)


@pytest.mark.parametrize(
    ("first", "rivals"), [("审到长区 敏", ("审到长区敏",)), ("于敏", ("于敏",)), ("本裁定立即执行", ()), ("1", ())]
)
def test_a_first_signature_that_cannot_be_read_is_a_rival_of_those_below(first, rivals):
    found = judges(_ruling(signed=(first, "审判员 马春花", "书记员 赵敏")))

    assert (found.value, found.rivals) == (("马春花",), rivals)


def test_signatures_without_a_date_are_read():
    assert judges(_ruling(signed=("审判员 王小明", "二一三年四月十四日", "书记员 赵敏"))).rivals == ()
    assert judges(_ruling(signed=("执行员 王小明",))).value == ("王小明",)


def test_signatures_that_cannot_be_read_at_all_are_unreadable():
    assert judges(_ruling(signed=("审判长 傅哲违桂兰丙",))).state is FieldState.UNREADABLE


def test_unsigned_paper_has_neither_judges_nor_clerk():
    assert (judges(_ruling(signed=())), clerk(_ruling(signed=()))) == (None, None)


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ([line("审判长", 600, 900), line("王小明", 800, 902), line("新", 950, 905)], ("王小明",)),
        ([line("审判员 王小明", 600, 900), line("浪都市", 950, 905)], ("王小明",)),
        ([line("审判员", 600, 900), line("王", 760, 900), line("小", 820, 900), line("明", 880, 900)], ("王小明",)),
        ([line("审判员", 600, 900), line("一王小明", 760, 900)], ("王小明",)),
    ],
    ids=["role and name apart, ink beside", "ink beside the name", "every character apart", "a stroke before the name"],
)
def test_a_row_of_pieces_is_one_signature(signed, names):
    pages = [page(*(line(text, top=50 * i) for i, text in enumerate((*HEAD, *WHO, *WHY, *ORDER))), *signed)]

    assert judges(pages).value == names


def _misread(text, place, wrong, right):
    return spelled_out(f"{text[:place]}{wrong}{text[place + 1 :]}", {place: {text[place]: right}})


def test_a_misread_number_of_a_party_is_put_right_or_offered():
    who = "申请执行人：张三，公民身份号码11010519491231002X。"
    place = who.index("1949") + 2

    told = FIND["applicants"](_ruling(who=(_misread(who, place, "1", 0.35),)))
    asked = FIND["applicants"](_ruling(who=(_misread(who, place, "1", 0.01),)))

    assert (told.value[0].id_number, told.repaired, told.margin > 7) == ("11010519491231002X", True, True)
    assert (asked.value[0].id_number, asked.repaired) == ("11010519191231002X", False)
    assert asked.suggestion == "11010519491231002X"


def test_a_number_of_a_party_that_is_none_as_it_was_read_is_not_taken():
    who = "申请执行人：张三，公民身份号码11010519491231002X。"

    party = FIND["applicants"](_ruling(who=(_misread(who, who.index("1949") + 2, "B", 0.01),)))

    assert (party.value[0].id_number, party.suggestion, party.doubt) == (None, "11010519491231002X", "身份号码")
