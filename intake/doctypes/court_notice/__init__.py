"""通知书 of a court: a case accepted, enforcement begun, fees to pay or paid back, evidence to bring."""

from __future__ import annotations

from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.court_head import court_head
from intake.extract.court_paper import head, sealed
from intake.extract.finders import has_seal
from intake.extract.notice import (
    day_of_notice,
    notice_applicants,
    notice_cause,
    notice_respondents,
    notice_sum,
    notice_sum_in_words,
    payee_account,
    payee_name,
)
from intake.extract.parse import first, spelled
from intake.extract.reasons import basis_case_number
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.ruling import STATED

_KINDS = (
    "受理案件|案件受理|受理|立案|不予受理|执行|协助执行|恢复执行|终结执行|缴款|缴费|缴纳诉讼费用?|交纳诉讼费用?|预交诉讼费用?|补交诉讼费用?"
    "|诉讼费用?缴纳|诉讼费用?交纳|诉讼费用?退费|诉讼费用?退还|退款|退费|执行款领取|案款领取|领款|举证|应诉|参加诉讼|开庭|变更合议庭|合议庭组成人员"
)
_TITLE = f"(?:{'|'.join(sorted(_KINDS.split('|'), key=len, reverse=True))})?通知书"

DOCTYPE = DocType(
    name="court_notice",
    title="通知书",
    title_en="Notice of a court",
    klass=DocumentClass.RULING,
    cues={
        f"(?<!号)(?<!达){_TITLE}(?!后|之日|指定|确定|送达|、|,)": 4.0,
        "人民法院": 0.5,
        r"\(20\d\d\)[^()号]{2,14}\d+号": 0.5,
        "特此通知|通知如下": 0.8,
        "案件受理费|诉讼费|立案|强制执行|起诉状副本|举证": 0.5,
        "^(?=.)(?!.{0,60}(?:人民法|民法院|法院).{0,40}通知书)": -2.9,
        "仲裁委员会|保险|客户|报修|工单|我司|本公司|检察院|公安": -1.5,
        "送达回证|上诉状|律师函|情况说明|回执|收据|判决书|调解书|裁定书": -5.0,
    },
    defined=court_head("通知书"),
    fields={
        **head(first(spelled(_TITLE))),
        "applicants": FieldSpec("原告或申请人", "Applicants", notice_applicants),
        "respondents": FieldSpec("被告或被执行人", "Respondents", notice_respondents),
        "basis_case_number": FieldSpec("执行依据", "Case number of the basis", basis_case_number),
        "cause": FieldSpec("案由", "Cause", notice_cause),
        "amount": FieldSpec("金额", "Amount", notice_sum),
        "amount_upper": FieldSpec("金额大写", "Amount in words", notice_sum_in_words),
        "payee_name": FieldSpec("收款人", "Payee", payee_name),
        "account_number": FieldSpec("收款账号", "Account number", payee_account),
        "decision_date": FieldSpec("通知日期", "Date of the notice", day_of_notice, required=True),
        "has_seal": FieldSpec("院印", "Seal", has_seal),
    },
    rules=(*STATED, sealed, confident(SURE, {"decision_date": CHECKED})),
    draw=drawn_by(__name__),
    continues=("特此通知", "本通知书?", "附:?", "逾期", "联系(人|电话)", "权利义务", "[（(]院?印章?[)）]"),
)
