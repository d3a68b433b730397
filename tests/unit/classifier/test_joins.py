"""A page goes on with the document before it by what both print; where that is little, a person is told."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.split import documents
from intake.doctypes.registry import registry

TYPES = registry()
FIRST = (
    "杭州市西湖区人民法院",
    "执行裁定书",
    "（2023）浙0106执1234号",
    "申请执行人：张三，男。",
    "被执行人：李四，男。",
)
CARD = ("姓名张三", "性别女民族汉", "出生1949年12月31日", "住址浙江省杭州市", "公民身份号码11010519491231002X")
LATER = ("名下的存款已经冻结", "现予以扣划至本院账户")


def _page(*texts, number, folio=None):
    lines = [line(text, top=100 + 60 * i) for i, text in enumerate(texts)]
    return page(*lines, *([line(folio, top=1300)] if folio else []), number=number)


def _numbers(*pages):
    return [[text.number for text in part.pages] for part in documents(pages, TYPES)]


def _codes(*pages):
    return [[finding.code for finding in part.findings] for part in documents(pages, TYPES)]


def test_the_next_page_number_joins():
    pages = _page(*FIRST, number=1, folio="第1页 共2页"), _page("名下存款", number=2, folio="第2页 共2页")

    assert _numbers(*pages) == [[1, 2]]


def test_page_one_begins_a_paper():
    pages = _page(*FIRST, number=1, folio="第1页"), _page("本院认为，应当执行。", number=2, folio="第1页")

    assert _numbers(*pages) == [[1], [2]]


def test_a_number_of_another_count_does_not_follow():
    pages = _page(*FIRST, number=1, folio="第1页 共2页"), _page("名下存款", number=2, folio="第2页 共9页")

    assert _numbers(*pages) == [[1], [2]]


def test_pages_of_a_paper_of_no_type_of_ours_are_joined_by_their_numbers():
    pages = _page("房屋租赁合同", number=1, folio="- 1 -"), _page("第二条 租金", number=2, folio="- 2 -")

    assert _numbers(*pages) == [[1, 2]]


def test_a_join_on_little_evidence_is_told():
    pages = (
        _page(*FIRST, "依照规定", number=1, folio="第1页"),
        _page("关于（2023）浙0106执1234号", "今日菜单", number=2, folio="第5页"),
    )

    joined = _codes(*pages)

    assert joined == [["uncertain_join"]]


def test_a_cut_that_may_be_wrong_is_told():
    pages = _page(*FIRST, "扣划存款的", number=1), _page(*LATER, number=2)

    assert _numbers(*pages) == [[1], [2]]
    assert _codes(*pages)[1] == ["uncertain_cut"]


@pytest.mark.parametrize("second", [FIRST, CARD], ids=["ruling", "card"])
def test_a_sure_cut_needs_nobody(second):
    pages = _page(*FIRST, number=1), _page(*second, number=2)

    assert _codes(*pages) == [[], []]


def test_a_sentence_that_goes_on_is_a_hint_and_the_page_number_no_part_of_it():
    pages = _page(*FIRST, number=1, folio="1"), _page("本院认为", number=2, folio="2")

    assert _numbers(*pages) == [[1, 2]]


def test_what_a_ruling_says_of_a_query_is_no_title_though_its_commas_are_lost():
    query = "发出查询通知 反馈结果显示：被执行人名下有银行存款可供扣"  # two cells: a comma between them is lost
    later = ("不动产登记等单位", query, "划。本院认为应当执行", *["依照《中华人民共和国民事诉讼法》之规定"] * 9)
    pages = _page(*FIRST, "本院于立案次日通过网络", number=1), _page(*later, number=2)

    assert _numbers(*pages) == [[1, 2]]
