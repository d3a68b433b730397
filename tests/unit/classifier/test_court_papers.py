"""Papers of courts are told from each other, and from what only names or quotes them."""

from __future__ import annotations

import pytest
from builders import page

from intake.classifier.classify import by_cues
from intake.classifier.split import documents
from intake.doctypes.registry import registry

TYPES = registry()
COURT, NUMBER = "杭州市西湖区人民法院", "（2023）浙0106民初1234号"
WHO = ("原告：张三，男。", "被告：李四，男。")


@pytest.mark.parametrize(
    ("lines", "type_"),
    [
        ((COURT, "民事判决书", NUMBER, *WHO, "判决如下："), "civil_judgment"),
        ((COURT, "民 事 判 诀 书", NUMBER, *WHO, "判决如下："), "civil_judgment"),
        ((COURT, "民事调解书", NUMBER, *WHO, "双方自愿达成如下协议："), "civil_mediation"),
        ((COURT, "民事裁定书", NUMBER, *WHO, "裁定如下：", "准许撤诉。"), "ruling"),
        ((COURT, "裁定书", NUMBER, *WHO, "裁定如下："), "ruling"),
        ((COURT, "执 行 裁 定 书", "（2023）浙0106执1234号", "裁定如下："), "enforcement_ruling"),
        ((COURT, "执仃裁定书", "（2023）浙0106执1234号", "被执行人：李四", "裁定如下："), "enforcement_ruling"),
        ((COURT, "受理案件通知书", NUMBER, "张三：", "特此通知。"), "court_notice"),
        ((COURT, "通 知 书", NUMBER, "张三：", "特此通知。"), "court_notice"),
        ((COURT, "刑事判决书", "（2023）浙0106刑初12号", "公诉机关", "判决如下："), None),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else None,
)
def test_each_is_known(lines, type_):
    guess = by_cues(page(*lines), TYPES)

    assert (guess.klass, guess.type) == ("ruling", type_)
    assert guess.confidence >= 0.75


@pytest.mark.parametrize(
    "lines",
    [
        (COURT, "送达回证", "案号", NUMBER, "送达文书名称", "民事判决书", "受送达人", "张三", "受送达人签名"),
        (COURT, "送达回证", "送达文书", "民事裁定书、应诉通知书各一份", "受送达人：张三"),
        (
            "民事上诉状",
            "上诉人：张三",
            f"上诉人不服{COURT}{NUMBER}民事判决书，现提起上诉。",
            "此致",
            "杭州市中级人民法院",
        ),
        ("律师函", "李四：", f"{COURT}作出的{NUMBER}民事裁定书已生效，裁定如下：冻结存款。", "某某律师事务所"),
        ("律师函", "李四：", f"{NUMBER}民事调解书", "已经生效，请履行。", "某某律师事务所"),
        ("杭州恒信网络有限公司", "受理通知书", "尊敬的客户：", "您的申请已受理，受理编号2023061500001。"),
        ("杭州仲裁委员会", "受理通知书", "（2023）杭仲字第123号", "张三：", "本会已受理你的仲裁申请。"),
        ("某某保险股份有限公司", "理赔通知书", "您可以向被告住所地人民法院提起诉讼。"),
    ],
    ids=[
        "service receipt of a judgment",
        "service receipt of several papers",
        "appeal",
        "letter quoting a ruling",
        "letter naming a mediation in a line of its own",
        "company",
        "arbitration",
        "insurer",
    ],
)
def test_what_only_names_one_is_none(lines):
    assert by_cues(page(*lines), TYPES).klass != "ruling"


@pytest.mark.parametrize(
    ("first", "second", "type_"),
    [
        (
            (COURT, "民事判决书", NUMBER, *WHO, "原告张三与被告李四民间借贷纠纷一案，"),
            ("本院依法向被告送达了应诉通知书、举证通知书，", "判决如下：", "审判员 王小明", "- 2 -"),
            "civil_judgment",
        ),
        (
            (COURT, "民事调解书", NUMBER, *WHO, "双方自愿达成如下协议："),
            ("上述协议，不违反法律规定，本院予以确认。", "审判员 王小明", "第2页"),
            "civil_mediation",
        ),
        (
            (COURT, "民事裁定书", NUMBER, *WHO, "裁定如下：", "准许撤诉。"),
            ("（此页无正文）", "审判员 王小明", "书记员 赵敏"),
            "ruling",
        ),
        (
            (COURT, "应诉通知书", NUMBER, "李四：", "现将有关事项通知如下：", "一、你有权提出答辩。"),
            ("二、逾期不提交的，承担相应的法律后果。", "特此通知。", "二〇二三年六月十五日"),
            "court_notice",
        ),
    ],
    ids=["judgment", "mediation", "ruling", "notice"],
)
def test_a_page_that_goes_on_is_joined(first, second, type_):
    parts = documents([page(*first), page(*second, number=2)], TYPES)

    assert [(part.type, len(part.pages)) for part in parts] == [(type_, 2)]


def test_a_ruling_behind_a_judgment_is_another_document():
    judgment = page(COURT, "民事判决书", NUMBER, *WHO, "判决如下：")
    ruling = page(COURT, "民事裁定书", NUMBER, *WHO, "裁定如下：", "补正笔误。", number=2)

    assert [part.type for part in documents([judgment, ruling], TYPES)] == ["civil_judgment", "ruling"]
