"""Papers that name courts, rulings and judgments, or quote them, are known for what they are."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.classify import by_cues
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass

TYPES = registry()
COURT, NUMBER = "杭州市西湖区人民法院", "（2023）浙0106执1234号"
QUOTED = (
    f"“{COURT}执行裁定书{NUMBER}申请执行人：张三，女。被执行人：李四，男。",
    "依照《中华人民共和国民事诉讼法》第二百五十三条之规定，裁定如下：",
    "一、划拨被执行人李四存款人民币100.00元，支付至张三账户（账号：6222021234567890128）。",
    "二、本裁定立即执行。审判员王小明，二〇二三年六月十五日，书记员赵敏。”",
)


@pytest.mark.parametrize(
    ("lines", "type_"),
    [
        (
            ("律师函", "本所接受申请执行人张三的委托，就下列裁定致函：", *QUOTED, "特此函告。", "杭州恒信律师事务所"),
            "law_firm_letter",
        ),
        (
            ("杭州恒信律师事务所", "函", f"{COURT}：", f"贵院{NUMBER}一案，委托本所律师出庭。", "特此函告。"),
            "law_firm_letter",
        ),
        (
            (COURT, "送达回证", "案号", NUMBER, "送达文书", "执行裁定书", "受送达人", "张三", "送达人：赵敏"),
            "service_receipt",
        ),
        ((COURT, "送达回证", "送达文书名称", "民事判决书", "民事裁定书", "受送达人", "代收人"), "service_receipt"),
        (("收条", f"今收到{COURT}支付的{NUMBER}执行裁定书确定的款项人民币100元。", "收款人：张三"), "receipt"),
        ((COURT, "案款收据", "案号", NUMBER, "交款人", "李四", "金额（大写）", "人民币壹佰元整"), "receipt"),
        (
            ("民事上诉状", f"不服{COURT}（2022）浙0106民初1号民事判决书，判决如下：略。", "上诉请求：", "此致"),
            "complaint",
        ),
        (
            (
                "强制执行申请书",
                "申请执行人：张三",
                "被执行人：李四",
                "申请事项：",
                "强制执行（2022）浙0106民初1号民事判决书",
                "此致",
                COURT,
            ),
            "complaint",
        ),
        (
            (
                "执行款发放申请书",
                f"案号：{NUMBER}",
                "户名：张三",
                "开户银行：中国工商银行",
                "账号：6222021234567890128",
                "此致",
            ),
            "complaint",
        ),
        (
            (
                COURT,
                "协助查询存款通知书",
                "（回执）",
                f"你院{NUMBER}通知书收到，经查询",
                "户名：张三",
                "账户状态：正常",
            ),
            "bank_reply",
        ),
        (
            (
                "关于非税收入收款账户的说明",
                f"贵院{NUMBER}一案",
                "户名：财政局",
                "账号：123456789012",
                "开户银行：某某银行",
            ),
            "fiscal_account_note",
        ),
        (
            ("监护关系证明", f"兹证明张三为张小三的法定监护人，办理{COURT}{NUMBER}案款领取。", "特此证明。"),
            "guardianship_proof",
        ),
        (
            (
                "常住人口登记卡",
                "姓名张三",
                "户主或与户主关系",
                "性别女",
                "民族汉",
                "公民身份证件编号",
                "11010519491231002X",
            ),
            "household_register",
        ),
        (
            ("中华人民共和国", "律师执业证", "持证人 张三", "性别 女", "执业机构 杭州恒信律师事务所", "执业证号"),
            "lawyer_licence",
        ),
        (("惠民超市", "购物小票", "合计12.00", "收银员：3"), "other"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_near_miss_is_what_it_is(lines, type_):
    guess = by_cues(page(*lines), TYPES)

    assert (guess.klass, guess.type) == (DocumentClass.OTHER, type_)


@pytest.mark.parametrize(
    "lines",
    [
        (
            COURT,
            "民事判决书",
            "（2022）浙0106民初1号",
            "原告：张三",
            "被告：李四",
            "诉讼请求：",
            "本院认为，",
            "判决如下：",
            "审判员王小明",
        ),
        (
            COURT,
            "执行裁定书",
            NUMBER,
            "申请执行人：张三",
            "张三向本院提交强制执行申请书，本院立案执行。",
            "裁定如下：",
            "上述事实，有送达回证、律师函、收据在卷佐证。",
            "审判员王小明",
            "书记员赵敏",
        ),
        (COURT, "执行通知书", NUMBER, "李四：", "张三申请执行一案，责令你履行判决书确定的义务"),
    ],
    ids=["judgment", "ruling", "notice"],
)
def test_a_paper_of_a_court_is_none_of_them(lines):
    assert by_cues(page(*lines), TYPES).klass is DocumentClass.RULING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("律师函", "本律师就裁定致函：", QUOTED[0]), (*QUOTED[1:], "特此函告。", "律师：王小明")),
        (("民事起诉状", "原告：张三", "诉讼请求：", "事实与理由："), ("望判如所请。", "此致", COURT, "具状人：张三")),
    ],
    ids=["letter", "complaint"],
)
def test_the_second_page_goes_on(first, second):
    parts = documents([page(*first), page(*second, number=2)], TYPES)

    assert [len(part.pages) for part in parts] == [2]


def test_cover_and_pages_of_a_licence_on_one_sheet_are_one():
    sheet = page(line("律师执业证", 300, 100), line("律师执业证", 100, 800), line("执业机构 某某律师事务所", 500, 800))

    assert [part.type for part in documents([sheet], TYPES)] == ["lawyer_licence"]
