"""银行卡: a debit card; a credit card is recognised so that it can be refused as an account for payment."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.domain.proof import has_a_card_number
from intake.extract.accounts import passing_card_number
from intake.extract.finders import Reading, field_of, first_of, lines, rows, stacked
from intake.extract.kinds import card_bank, card_number, card_type, is_card, latin_name, month_year, person_name
from intake.extract.labels import after_label
from intake.extract.running import Running
from intake.extract.sure import CHECKED, SURE
from intake.validate.account import issuer_agrees, valid_card
from intake.validate.confidence import confident

_LABELS = (
    "卡号",
    "有效期",
    "有效期至",
    "有效期限",
    "持卡人",
    "姓名",
    "户名",
    "VALIDTHRU",
    "EXPIRES",
    "GOODTHRU",
    "CARDNUMBER",
)


def _checked(span: Running) -> tuple[Reading, ...]:
    """Read the numbers whose check digit fits: one that does not may be a part of one that was read in pieces."""
    return tuple(reading for reading in card_number(span) if is_card(str(reading.value)))


DOCTYPE = DocType(
    name="bank_card",
    title="银行卡",
    title_en="Bank card",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={
        r"(?<!\d)(?![1-9]\d{5}(19|20)\d{2}(0\d|1[0-2])[0-3]\d{5}(?!\d))(62\d{14,17}|[3-6]\d{15})(?!\d)": 2.5,
        "(借记|储蓄|信用|贷记|准贷记|预付)卡": 1.5,
        "银联|UnionPay|VISA|MasterCard": 1.5,
        "VALID(THRU|DATES)|GOODTHRU|MONTH/?YEAR|有效期(至)?(?!限)": 1.0,
        "[\u4e00-\u9fff]{2,8}银行|ICBC|BANKOF": 0.7,
        "DEBIT|CREDIT": 0.5,
        "ATM|QuickPass|闪付": 0.7,
        "95\\d{3}(?!\\d)": 0.3,
        "确认书|裁定书|判决书|回单|回执|申请书|开户许可证|存折|对账单|流水": -3.0,
        "[,。;][^\n]{0,400}[,。;][^\n]{0,400}[,。;]": -2.0,
    },
    defined=Definition(
        all_of=(r"(?:[\dOoIlBSD]{3,5}[\n·.-]?){3,5}|[\dOoIlBSD]{12,}",),
        none_of=(
            "有礼|优惠|专享|活动|办卡|立减|返现|积分|年费|扫码|交易|余额|转账|流水|明细|凭证|回单|户名|对方|尊敬|利率|金额|收银|消费|充值|会员",
            "身份号码|姓名|性别|民族|住址|职务|工号|学号|部门|编号",
            "账号|支行|营业部|活期|本通|开户|人民法院|案号|确认书",  # of passbooks and forms
        ),
        most_lines=24,
        proof=has_a_card_number,
    ),
    fields={
        "card_number": FieldSpec(
            "卡号",
            "Card number",
            first_of(
                field_of(lines, _checked),
                field_of(rows, passing_card_number),
                field_of(stacked, passing_card_number),
                field_of(lines, card_number),
                field_of(rows, card_number),
            ),
            required=True,
        ),
        "bank_name": FieldSpec("发卡银行", "Bank", field_of(lines, card_bank)),
        "card_type": FieldSpec("卡种", "Kind of card", field_of(lines, card_type)),
        "valid_thru": FieldSpec("有效期", "Valid thru", field_of(lines, month_year)),
        "holder_name": FieldSpec(
            "持卡人",
            "Card holder",
            first_of(
                field_of(after_label("持卡人", "姓名", "户名", among=_LABELS), person_name),
                field_of(lines, latin_name),
            ),
        ),
    },
    rules=(
        valid_card("card_number"),
        issuer_agrees("card_number", "bank_name"),
        confident(SURE, {"card_number": CHECKED}),
    ),
    draw=drawn_by(__name__),
)
