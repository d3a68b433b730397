"""收款账户确认书: the form on which a party names the account that money is to be paid to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from intake.domain.clean import packed
from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.domain.names import same_name
from intake.extract.accounts import GOES_ON, account_number, passing_card_number
from intake.extract.finders import Parse, field_of, first_of, lines, otherwise, something_written
from intake.extract.kinds import (
    branch,
    case,
    clearing_code,
    date,
    name,
    number_to_call,
    party_number,
    passing_clearing_code,
    telephone,
)
from intake.extract.labels import Search, after_label
from intake.extract.parse import text
from intake.extract.spaced import spaced
from intake.extract.sure import CHECKED, SURE
from intake.validate.account import account_length, issuer_agrees, valid_account, valid_cnaps, valid_phone
from intake.validate.confidence import confident
from intake.validate.court import valid_case_number, year_agrees
from intake.validate.fields import written
from intake.validate.identity import valid_party_number

_NAME = (
    "户名",
    "账户名称",
    "账户名",
    "收款人",
    "收款人户名",
    "收款人名称",
    "收款户名",
    "当事人/户名",
    "开户名",
    "开户名称",
)
_NUMBER = ("账号", "帐号", "收款账号", "银行账号", "银行账户", "卡号", "账户号码", "账号/卡号", "账(卡)号", "卡(账)号")
_BANK = (
    "开户银行",
    "开户行",
    "开户行名称",
    "开户网点",
    "开户银行名称",
    "开户行全称",
    "开户银行全称",
    "收款银行",
    "开户行(网点)",
)
_CNAPS = ("联行号", "行号", "开户行行号", "大额行号", "支付系统行号", "银行联行号", "开户行联行号")
_ID = ("公民身份号码", "身份证号码", "身份证号", "证件号码", "身份号码", "统一社会信用代码", "信用代码", "身份证件号码")
_PHONE = ("联系电话", "电话", "手机号", "手机号码", "联系方式", "手机", "电话号码")
_SIGNED = (
    *("当事人(签名)", "确认人签名", "签名或盖章", "签名", "签字", "确认人", "确认人(签名)", "签名(盖章)", "当事人签名"),
    *("签字或盖章", "收款人签名", "收款人(签名)", "当事人(签名或盖章)", "申请人签名", "签名/盖章", "本人签名"),
    *("签章", "单位签章", "签章处", "盖章", "单位盖章", "单位(盖章)", "公司盖章"),
)
_UNSIGNED = r"[(\[]?(?:[未没待缺][^,。;]{0,6}|尚未[^,。;]{0,6}|暂?无|空白?|[/\\×xX一-])[)\]]?"
"""What is written for a signature where there is none."""
_DATE = ("日期", "确认日期", "填写日期", "签署日期", "日期时间")
_PERSON = re.compile("[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+|[\u4e00-\u9fff\u3400-\u4dbf]{2,4}(?![\u4e00-\u9fff])")
_LINE = "一"  # what readers make of the line that is signed on
_LABELS = (
    *(
        "送达地址及收款账户确认书",
        "收款账户确认书",
        "账户确认书",
        "收款账户信息",
        "收款账户",
    ),  # the title is no label with a slip
    *("案号", "案由", "当事人", "备注", "声明", "地址", "送达地址", "金额"),
    *(*_NAME, *_NUMBER, *_BANK, *_CNAPS, *_ID, *_PHONE, *_SIGNED, *_DATE),
)


def _beside(*labels: str, wraps: int = 0, goes_on: str = "") -> Search:
    return spaced(after_label(*labels, among=_LABELS, wraps=wraps, goes_on=goes_on), _LABELS)


def _after(labels: tuple[str, ...], parse: Parse, *, wraps: int = 0, alone: Parse | None = None) -> Finder:
    """Find a value by its label; where no label was read, one that `alone` knows anywhere on the form."""
    by_label = field_of(_beside(*labels, wraps=wraps), parse)
    return otherwise(by_label, field_of(lines, alone)) if alone else by_label


def signed(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Ask for a signature where the form has none."""
    if "is_signed" in fields and fields["is_signed"].value is False:
        yield Finding("not_signed", Severity.REVIEW, "is_signed")


def signed_by_holder(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Doubt a signature that is plainly read as another name; of companies others sign."""
    signature, holder = fields.get("is_signed"), written(fields, "account_name")
    if signature is None or signature.value is not True or holder is None or not _PERSON.fullmatch(holder):
        return
    found = _PERSON.match(packed(signature.raw))
    name = found.group() if found else ""
    is_holder = same_name(name, holder) or same_name(name.removesuffix(_LINE), holder)
    if name and signature.confidence >= SURE and not is_holder:
        yield Finding("signed_by_another", Severity.REVIEW, "is_signed", {"signed": name, "name": holder})


DOCTYPE = DocType(
    name="account_confirmation",
    title="收款账户确认书",
    title_en="Confirmation of the account for payment",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={
        "账户(信息)?确认书": 4.0,
        "收款账户": 0.6,
        "户名|账户名称": 0.8,
        "开户(银)?行": 0.8,
        "账号": 0.5,
        "联行号|行号": 0.5,
        "本人确认|账户信息": 0.5,
        "裁定如下|判决如下": -2.0,
        "律师函|送达回证|起诉状|上诉状|委托书|许可证|回函|存折": -4.0,
    },
    defined=Definition(
        all_of=("确认书|认书|确认.$|账户信息确认",),
        some_of=("户名|账户名", "开户", "账号", "行号", "收款"),
        least=2,
        none_of=("(?<![及和、])送达地址确认|成交|甲方|乙方",),
    ),
    fields={
        "case_number": FieldSpec("案号", "Case number", _after(("案号",), case, wraps=1, alone=case), required=True),
        "account_name": FieldSpec("户名", "Account name", _after(_NAME, name, wraps=1), required=True),
        "account_number": FieldSpec(
            "账号",
            "Account number",
            otherwise(
                field_of(_beside(*_NUMBER, goes_on=GOES_ON), account_number),
                field_of(lines, passing_card_number),
            ),
            required=True,
        ),
        "bank_name": FieldSpec(
            "开户银行", "Bank and branch", _after(_BANK, text, wraps=2, alone=branch), required=True
        ),
        "cnaps_code": FieldSpec("联行号", "CNAPS code", _after(_CNAPS, clearing_code, alone=passing_clearing_code)),
        "id_number": FieldSpec("公民身份号码", "Identity number", _after(_ID, party_number, alone=party_number)),
        "phone": FieldSpec("联系电话", "Telephone", _after(_PHONE, number_to_call, alone=telephone)),
        "is_signed": FieldSpec("签名", "Signed", something_written(_beside(*_SIGNED), but=_UNSIGNED), required=True),
        "confirmed_on": FieldSpec(
            "日期",
            "Date",
            first_of(field_of(_beside(*_DATE), date), field_of(lines, date)),
            required=True,
        ),
    },
    rules=(
        valid_case_number("case_number"),
        year_agrees("case_number", "confirmed_on"),
        valid_account("account_number"),
        account_length("account_number"),
        issuer_agrees("account_number", "bank_name"),
        valid_cnaps("cnaps_code", "bank_name"),
        valid_party_number("id_number"),
        valid_phone("phone"),
        signed,
        signed_by_holder,
        confident(SURE, {"id_number": CHECKED, "cnaps_code": CHECKED, "is_signed": 0.0}),
    ),
    draw=drawn_by(__name__),
)
