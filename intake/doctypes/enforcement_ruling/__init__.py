"""执行裁定书: the ruling that orders money to be taken and paid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter

from intake.doctypes.enforcement_ruling.draw import draw
from intake.domain.doctype import DocType, FieldSpec
from intake.domain.document import DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.extract.fields import shown
from intake.extract.finders import doubted, field_of, first_of, has_seal, noticed, otherwise, pattern, running
from intake.extract.kinds import case, court_name, date, hanzi_date, upper_money
from intake.extract.paper import section
from intake.extract.parties import parties
from intake.extract.payment import FOREIGN, STOPPED, order_account, paid_money, payee
from intake.extract.reasons import basis_case_number, cause
from intake.extract.signature import clerk, judges, panel_complete
from intake.extract.sure import SURE
from intake.validate.account import valid_account
from intake.validate.confidence import confident
from intake.validate.court import court_agrees, valid_case_number, year_agrees
from intake.validate.identity import valid_parties
from intake.validate.money import amount_positive, words_equal_figures

_HEADING, _ORDER, _SIGNATURE, _ORDERS = (
    section(attrgetter(name)) for name in ("heading", "order", "signature", "orders")
)
_TITLE = pattern("执行裁定书|执.?裁定书|执行.?定书|执行裁.?书|执行裁定.", lambda _read: "执行裁定书")


def sealed(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Ask where no seal was seen: a ruling has one, a copy in black and white may hide it."""
    if fields["has_seal"].value is False:
        yield Finding("seal_missing", Severity.REVIEW, "has_seal")


def one_of_several(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Tell that the order pays one of several applicants; ask which, where it names nobody."""
    applicants = fields["applicants"].value if "applicants" in fields else None
    if isinstance(applicants, tuple) and len(applicants) > 1:
        severity = Severity.INFO if "payee_name" in fields else Severity.REVIEW
        yield Finding("several_applicants", severity, "payee_name", {"values": shown(applicants)})


DOCTYPE = DocType(
    name="enforcement_ruling",
    title="执行裁定书",
    title_en="Enforcement ruling",
    klass=DocumentClass.RULING,
    cues={
        "执行裁定书": 4.0,
        "裁定如下": 1.5,
        "被?申请执行人": 0.8,
        "被执行人": 0.5,
        "人民法院": 0.5,
        "审判[长员]|执行员|书记员": 0.6,
        r"\(20\d\d\)[^()号]{2,12}执[^()号]{0,4}\d+号": 0.8,
        "送达回证|上诉状|起诉状|律师函|申请书|情况说明|委托书|证明书|回执|收据|确认书|判决书|调解书|通知书": -5.0,
        "(?<!执行)裁定书": -1.0,
    },
    fields={
        "court_name": FieldSpec("法院", "Court", field_of(_HEADING, court_name), required=True),
        "title": FieldSpec("文书名称", "Title", field_of(_HEADING, _TITLE), required=True),
        "case_number": FieldSpec(
            "案号",
            "Case number",
            field_of(_HEADING, case),
            required=True,
        ),
        "applicants": FieldSpec("申请执行人", "Applicants", parties("申请执行人", "申请人"), required=True),
        "respondents": FieldSpec("被执行人", "Respondents", parties("被执行人", "被申请人"), required=True),
        "basis_case_number": FieldSpec("执行依据", "Case number of the basis", basis_case_number),
        "cause": FieldSpec("案由", "Cause", cause),
        "amount": FieldSpec(
            "金额",
            "Amount",
            doubted(
                first_of(field_of(_ORDER, paid_money), noticed(_ORDER, r"\d[\d,.]*元")),
                _ORDERS,
                f"{STOPPED}|{FOREIGN}",
            ),
        ),
        "amount_upper": FieldSpec(
            "金额大写", "Amount in words", first_of(field_of(_ORDER, upper_money), noticed(_ORDER, "大写:?[^,。)]+"))
        ),
        "payee_name": FieldSpec("收款人", "Payee", doubted(field_of(_ORDER, payee), _ORDERS, STOPPED)),
        "account_number": FieldSpec("收款账号", "Account number", field_of(_ORDER, order_account)),
        "decision_date": FieldSpec(
            "裁定日期",
            "Date of decision",
            otherwise(
                field_of(_SIGNATURE, date),
                noticed(_SIGNATURE, "[〇○零].{1,6}年.{1,5}(?:月|日)"),
                field_of(running, hanzi_date),
            ),
            required=True,
        ),
        "judges": FieldSpec("审判人员", "Judges", judges, required=True),
        "clerk": FieldSpec("书记员", "Clerk", clerk),
        "has_seal": FieldSpec("院印", "Seal", has_seal),
    },
    rules=(
        valid_case_number("case_number"),
        valid_case_number("basis_case_number"),
        court_agrees("court_name", "case_number"),
        year_agrees("case_number", "decision_date"),
        amount_positive("amount"),
        words_equal_figures("amount_upper", "amount"),
        valid_account("account_number"),
        valid_parties("applicants"),
        valid_parties("respondents"),
        panel_complete,
        sealed,
        one_of_several,
        confident(SURE),
    ),
    draw=draw,
    continues=(
        "审判[长员]",
        "执行员",
        "书记员",
        "裁定如下",
        "本裁定",
        "本院(认为|查明|作出|依法|于)",
        "被?申请执行人",
        "被执行人",
        "依照《",
    ),
)
