"""执行裁定书: the ruling that orders money to be taken and paid out."""

from __future__ import annotations

from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.court_head import court_head
from intake.extract.court_paper import ORDER, ORDERS, SIGNED, foot, head, one_of_several
from intake.extract.finders import doubted, field_of, first_of, noticed, pattern
from intake.extract.kinds import upper_money
from intake.extract.parties import parties
from intake.extract.payment import FOREIGN, STOPPED, order_account, paid_money, payee
from intake.extract.reasons import basis_case_number, cause
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.ruling import ORDERED

_TITLE = pattern("执行裁定书|执.?裁定书|执行.?定书|执行裁.?书|执行裁定.", lambda _read: "执行裁定书")


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
    defined=court_head("执行裁定书"),
    fields={
        **head(_TITLE),
        "applicants": FieldSpec("申请执行人", "Applicants", parties("申请执行人", "申请人"), required=True),
        "respondents": FieldSpec("被执行人", "Respondents", parties("被执行人", "被申请人"), required=True),
        "basis_case_number": FieldSpec("执行依据", "Case number of the basis", basis_case_number),
        "cause": FieldSpec("案由", "Cause", cause),
        "amount": FieldSpec(
            "金额",
            "Amount",
            doubted(
                first_of(field_of(ORDER, paid_money), noticed(ORDER, r"\d[\d,.]*元")),
                ORDERS,
                f"{STOPPED}|{FOREIGN}",
            ),
        ),
        "amount_upper": FieldSpec(
            "金额大写", "Amount in words", first_of(field_of(ORDER, upper_money), noticed(ORDER, "大写:?[^,。)]+"))
        ),
        "payee_name": FieldSpec("收款人", "Payee", doubted(field_of(ORDER, payee), ORDERS, STOPPED)),
        "account_number": FieldSpec("收款账号", "Account number", field_of(ORDER, order_account)),
        **foot("裁定日期"),
    },
    rules=(*ORDERED, *SIGNED, one_of_several, confident(SURE, {"decision_date": CHECKED})),
    draw=drawn_by(__name__),
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
