"""起诉状, 上诉状, 申请书: what a party asks a court for; a new case would need its cause and its sum."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.claim import cause_in_title, cause_of_case, claimed_sum, money
from intake.extract.finders import field_of, first_of, otherwise, running
from intake.extract.kinds import case
from intake.extract.labels import after_label
from intake.extract.parse import spelled
from intake.extract.sure import SURE
from intake.extract.titled import titled
from intake.validate.confidence import confident
from intake.validate.court import valid_case_number
from intake.validate.money import amount_positive

_LABELS = (
    *(
        "案号",
        "案由",
        "原告",
        "被告",
        "申请人",
        "诉讼请求",
        "申请事项",
        "户名",
        "开户行",
        "账号",
        "联系电话",
        "诉讼费用",
    ),
    *("标的总额", "诉讼标的总额", "标的额", "诉讼标的额", "标的金额", "申请执行标的额", "请求依据", "事实与理由"),
)
_SUM = ("标的总额", "诉讼标的总额", "标的额", "诉讼标的额", "标的金额", "申请执行标的额")
_cause = spelled("^(?P<value>[\u4e00-\u9fff、]{2,30}?)(?:一案)?[,。;]?$")

DOCTYPE = DocType(
    name="complaint",
    title="起诉状、上诉状或申请书",
    title_en="Complaint, appeal or application of a party",
    klass=DocumentClass.OTHER,
    cues={
        "((起|上|反|自)诉|答辩)状(?!副本)": 5.5,
        "(?<!确认)申请书(?!.{0,6}(回证|收悉))": 5.0,
        "(诉讼|上诉|申请|请求|反诉)(请求|事项)": 1.2,
        "事实(和|与|及)?理由": 1.2,
        "具状人|此致": 0.8,
        "望判如所请|提[起出]上诉|向贵院(起诉|申请)|特(向贵院)?申请": 0.8,
        "原告|被告|上诉人|申请(执行)?人": 0.4,
        "审判[长员]|书记员|本院认为|本判决": -1.5,
        "(判决|裁定|调解|决定|通知)书": -3.0,
        "送达回证|律师事务所函|(律师|出庭|所)函|委托书|回函|证明书": -5.0,
    },
    defined=Definition(all_of=(titled("[起上反自]诉状|答辩状|申请书"),)),
    fields={
        "cause": FieldSpec(
            "案由",
            "Cause",
            otherwise(field_of(after_label("案由", among=_LABELS), _cause), cause_in_title, cause_of_case),
        ),
        "claim_amount": FieldSpec(
            "请求金额",
            "Sum claimed",
            otherwise(field_of(after_label(*_SUM, among=_LABELS), money), claimed_sum),
        ),
        "case_number": FieldSpec(
            "案号",
            "Case number",
            first_of(field_of(after_label("案号", among=_LABELS, wraps=1), case), field_of(running, case)),
        ),
    },
    rules=(valid_case_number("case_number"), amount_positive("claim_amount"), confident(SURE)),
    draw=drawn_by(__name__),
    continues=("具状人", "此致", "望判如所请", "事实(和|与)理由", "原告|上诉人", "附:"),
)
