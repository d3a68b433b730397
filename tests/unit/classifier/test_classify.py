"""A page is known by its cues, and nobody can tell is an answer."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.classify import by_cues
from intake.classifier.cues import digest
from intake.doctypes.registry import registry
from intake.domain.doctype import DocType
from intake.domain.document import DocumentClass

TYPES = registry()
RULING = (
    "杭州市西湖区人民法院",
    "执行裁定书",
    "（2023）浙0106执1234号",
    "申请执行人：张三",
    "被执行人：李四",
    "裁定如下：",
)
FRONT = ("姓名张三", "性别男民族汉", "出生1990年5月6日", "住址浙江省杭州市", "公民身份号码11010519491231002X")
BACK = ("中华人民共和国", "居民身份证", "签发机关杭州市公安局", "有效期限2018.03.26-2028.03.26")
CARD = ("中国工商银行", "储蓄卡", "6222 0212 3456 7890 128", "银联 UnionPay")
FORM = (
    "收款账户确认书",
    "案号：（2023）浙0106执1号",
    "户名：张三",
    "开户银行：中国工商银行",
    "账号：6222021234567890128",
)


@pytest.mark.parametrize(
    ("lines", "klass", "type_"),
    [
        (RULING, "ruling", "enforcement_ruling"),
        (("杭州市西湖区人民法院", "执行载定书", *RULING[2:]), "ruling", "enforcement_ruling"),
        (FRONT, "id_proof", "resident_id_front"),
        (FRONT[2:], "id_proof", "resident_id_front"),
        (BACK, "id_proof", "resident_id_back"),
        (CARD, "bank_account", "bank_card"),
        (FORM, "bank_account", "account_confirmation"),
        (("今日菜单", "红烧肉 38元"), "other", "other"),
        (("杭州市西湖区人民法院", "刑事判决书", "判决如下："), "ruling", None),
        (("送达回证", "送达文书：（2023）浙0106执1234号执行裁定书", "受送达人：张三"), "other", "service_receipt"),
        (
            ("律师函", "贵院作出的（2023）浙0106执1234号执行裁定书，", "现就被执行人李四一事致函。"),
            "other",
            "law_firm_letter",
        ),
        (("民事上诉状", "上诉人：张三", "不服杭州市西湖区人民法院判决书，请求撤销。"), "other", "complaint"),
        (("授权委托书", "委托人：张三"), "id_proof", "power_of_attorney"),
        (("法定代表人身份证明书", "张三在我公司任董事长职务，特此证明。"), "id_proof", "legal_rep_certificate"),
        (("中国银行", "活期储蓄存折", "户名 张三", "账号 4563"), "bank_account", "passbook"),
        (("户名 张三", "账号 4563", "储种 活期", "支取方式 凭密码", "通存通兑"), "bank_account", "passbook"),
        (("基本存款账户信息", "账户名称：某某公司"), "bank_account", "account_permit"),
        (("律师函", "附：授权委托书一份、律师执业证复印件一份"), "other", "law_firm_letter"),
        (("材料清单", "1.授权委托书，2.法定代表人身份证明书，3.开户许可证，4.存折复印件"), "other", "other"),
        (("开户许可证", "核准号：J331"), "bank_account", "account_permit"),
        (("营业执照", "统一社会信用代码91350100M000100Y43"), "id_proof", "business_licence"),
        (("企业法人营业执照", "注册号330106000012345"), "id_proof", "business_licence"),
        (("关于补交营业执照的通知", "请于三日内提交营业执照副本复印件一份。"), "other", "other"),
        (
            ("授权委托书", "委托人：某公司", "统一社会信用代码：91350100M000100Y43", "附：营业执照复印件"),
            "id_proof",
            "power_of_attorney",
        ),
        (("食品经营许可证", "统一社会信用代码91350100M000100Y43", "法定代表人张三"), "other", "other"),
        (("中华人民共和国护照", "PASSPORT"), "id_proof", None),
        (("护照 PASSPORT", "国籍/Nationality", "POCHNZHANG<<SAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"), "id_proof", "passport"),
        (("往来港澳通行证", "姓名张三", "出生日期1990.05.06"), "id_proof", None),
        (("台湾居民来往大陆通行证", "姓名张三", "证件号码12345678"), "id_proof", "mainland_travel_permit"),
        ((*FRONT, "签发机关杭州市公安局", "有效期限2023.05.06-2023.08.06"), "id_proof", "temporary_id"),
        (("临时居民身份证",), "id_proof", "temporary_id"),
        (("户名：张三", "账号：6222"), None, None),
        ((), "other", "other"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) and value else None,
)
def test_a_page_is_known_by_its_cues(lines, klass, type_):
    guess = by_cues(page(*lines), TYPES)

    assert (guess.klass, guess.type) == (klass, type_)


def test_known_pages_are_known_surely():
    assert all(by_cues(page(*lines), TYPES).confidence >= 0.9 for lines in (RULING, FRONT, BACK, CARD, FORM))


def test_candidates_come_best_first_and_are_no_more_than_all_belief():
    shares = [candidate.confidence for candidate in by_cues(page("户名：张三", "账号：6222"), TYPES).candidates]

    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1


def test_a_guess_shows_the_cues_that_decided_and_their_lines():
    cues = by_cues(page(*RULING), TYPES).cues

    assert ("执行裁定书", "执行裁定书") in [(cue.pattern, cue.line.text) for cue in cues]


def test_class_is_known_by_what_its_types_share():
    one = DocType("one", "甲", "one", DocumentClass.RULING, {"甲乙": 3.0})
    two = DocType("two", "乙", "two", DocumentClass.RULING, {"甲": 3.0})

    guess = by_cues(page("甲乙"), {"one": one, "two": two})

    assert (guess.klass, guess.type) == (DocumentClass.RULING, None)


@pytest.mark.parametrize(
    ("lines", "is_title"),
    [
        ([line("执行裁定书")], True),
        ([line("杭州市西湖区人民法院执行裁定书", top=10), line("正文", top=900)], True),
        ([line("正文", top=10), line("杭州市西湖区人民法院执行裁定书", top=900)], False),
        (
            [*(line("正文", top=10 + 50 * i) for i in range(9)), line("法院执行裁定书样样样样样", top=900, height=60)],
            True,
        ),
        ([line("本院作出的执行裁定书已经生效，现送达", top=10), line("正文", top=900)], False),
        ([line("执行裁定书。", top=10)], False),
    ],
    ids=["alone", "with the court at the top", "at the foot", "tall", "mentioned", "end of a sentence"],
)
def test_a_title_is_not_a_mention(lines, is_title):
    (cue,) = digest(page(*lines)).cues({"执行裁定书": 4.0})

    assert (cue.is_title, cue.weight == 4.0) == (is_title, is_title)


def test_a_cue_against_is_never_a_title():
    (cue,) = digest(page("上诉状")).cues({"上诉状": -4.0})

    assert (cue.weight, cue.is_title) == (-4.0, False)


def test_the_heaviest_match_of_a_cue_counts():
    (cue,) = digest(page("就执行裁定书一事，说明如下", "执行裁定书")).cues({"执行裁定书": 4.0})

    assert cue.weight == 4.0
