"""开户许可证 of the central bank, and 基本存款账户信息 that a bank prints since: the basic account of a company."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.accounts import GOES_ON, account_number
from intake.extract.finders import Parse, field_of, first_of, lines, noticed, otherwise, running
from intake.extract.kinds import branch, name
from intake.extract.labels import Search, after_label
from intake.extract.parse import spelled
from intake.extract.spaced import spaced
from intake.extract.sure import SURE
from intake.extract.written import HAN, bank_branch, closing_date, full_date, lead_name
from intake.validate.account import account_length, valid_permit_number
from intake.validate.confidence import confident

_NAME = ("账户名称", "存款人名称", "户名", "账户户名", "单位名称", "存款人")
_NUMBER = ("账号", "帐号", "账户号码", "银行账号", "账户账号")
_BANK = ("开户银行", "开户银行名称", "开户行", "开户行名称", "开户网点", "开户机构")
_LEGAL = (
    *("法定代表人(单位负责人)", "法定代表人或单位负责人", "法定代表人", "单位负责人", "负责人"),
    *("法定代表人(单位负责人)姓名", "法定代表人姓名", "法定代表人/单位负责人", "法定代表人(负责人)"),
)
_APPROVAL = ("核准号", "核准编号")
_BASIC = ("基本存款账户编号", "基本存款账户核准号")
_DATE = ("发证日期", "签发日期", "打印日期", "日期")
_LABELS = (
    *("开户许可证", "基本存款账户信息", "编号", "发证机关", "发证机关(盖章)", "币种", "打印柜员", "账户性质", "提示"),
    *("开户银行(盖章)", "开户银行签章", "开户日期", "账户状态", "统一社会信用代码", "地址"),
    *(*_NAME, *_NUMBER, *_BANK, *_LEGAL, *_APPROVAL, *_BASIC, *_DATE),
)
_registered = spelled(r"(?<![0-9A-Z])[A-Z]?\d{11,15}(?!\d)", upper=True)
_approved = spelled(rf"经审.,?:?(?P<value>[{HAN}A-Za-z0-9()·]{{4,60}}?),?符合(?:开户|.户条|开.条)")
_alone = spelled(r"^(?P<value>\d{12,28})$")


def _beside(*labels: str, wraps: int = 0, goes_on: str = "") -> Search:
    return spaced(after_label(*labels, among=_LABELS, wraps=wraps, goes_on=goes_on), _LABELS)


def _after(labels: tuple[str, ...], parse: Parse, wraps: int = 0) -> Finder:
    return field_of(_beside(*labels, wraps=wraps), parse)


DOCTYPE = DocType(
    name="account_permit",
    title="开户许可证",
    title_en="Permit or information of a basic account",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={
        "开户许可证": 5.0,
        "基本存款账户信息": 5.0,
        "核准号": 1.0,
        "经审核,?.{4,40}符合开户": 1.5,
        "准予开立": 0.8,
        r"法定代表人\(单位负责人\)": 0.8,
        "基本存款账户编号": 1.5,
        "存款人(名称)?": 0.8,
        "账户性质": 0.8,
        "银行结算账户": 0.8,
        "发证机关": 0.5,
        "账号|账户号码": 0.4,
        "开户银行": 0.4,
        "委托书|证明书|确认书|裁定书|判决书|申请书|律师函|回证|回函|营业执照|收据": -4.0,
    },
    defined=Definition(
        all_of=("开户许可|户许可证|许可证|存款账户信息|基本存款账|账户信息",),
        some_of=(
            "核准号|准号",
            "法定代表|单位负责人",
            "开户(?:银)?行",
            "账户?号码?",
            "账户名称|存款人|户名",
            "发证机关|发证",
            "符合开户|准予开立",
            "账户编号|编号",
            "账户性质|基本存款",
        ),
        least=3,
        none_of=("甲方|乙方|申请表|确认书|流水|明细",),
    ),
    fields={
        "account_name": FieldSpec(
            "户名", "Account name", first_of(field_of(running, _approved), _after(_NAME, name, 1)), required=True
        ),
        "account_number": FieldSpec(
            "账号",
            "Account number",
            first_of(
                field_of(_beside(*_NUMBER, goes_on=GOES_ON), account_number),
                field_of(lines, _alone),
            ),
            required=True,
        ),
        "bank_name": FieldSpec(
            "开户银行",
            "Bank and branch",
            otherwise(_after(_BANK, bank_branch, 1), field_of(lines, branch)),
            required=True,
        ),
        "legal_representative": FieldSpec("法定代表人", "Legal representative", _after(_LEGAL, lead_name)),
        "approval_number": FieldSpec("核准号", "Approval number", _after(_APPROVAL, _registered)),
        "basic_account_number": FieldSpec("基本存款账户编号", "Basic account number", _after(_BASIC, _registered)),
        "issued_on": FieldSpec(
            "签发日期",
            "Issued on",
            otherwise(
                _after(_DATE, full_date),
                field_of(lines, closing_date),
                noticed(lines, "[12][0-9]{3}年.*|.*月.{1,3}日"),
            ),
            required=True,
        ),
    },
    rules=(
        account_length("account_number"),
        valid_permit_number("approval_number"),
        valid_permit_number("basic_account_number"),
        confident(SURE),
    ),
    draw=drawn_by(__name__),
)
