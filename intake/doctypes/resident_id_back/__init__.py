"""居民身份证, the back: who issued the card and how long it is valid."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.face import THREE_MONTHS
from intake.extract.finders import field_of, first_of, lines
from intake.extract.kinds import authority, period_end, period_start
from intake.extract.labels import after_label
from intake.extract.sure import SURE
from intake.validate.confidence import confident
from intake.validate.dates import date_order, valid_period

_LABELS = ("签发机关", "有效期限")
_PERIOD = after_label("有效期限", among=_LABELS)

DOCTYPE = DocType(
    name="resident_id_back",
    title="居民身份证（国徽面）",
    title_en="Resident identity card, back",
    klass=DocumentClass.ID_PROOF,
    cues={
        "中华人民共和国": 0.6,
        "居民身份证": 2.5,
        "签发机关": 1.5,
        "有效期限?": 0.8,
        r"(19|20)\d{2}\.\d{2}\.\d{2}[-—–~至]*((19|20)\d{2}\.\d{2}\.\d{2}|长期)": 1.5,
        "公安(局|分局)": 0.5,
        "临时居民身份证": -4.0,
        THREE_MONTHS: -2.9,
        "确认书|裁定书|判决书|申请书|委托书|护照|通行证|营业执照|常住人口|户口": -3.0,
    },
    defined=Definition(
        some_of=("居民身份|民身份证|身份证", "签发机关?|发机关", "有效期|效期限", r"20\d{2}[.,年]?\d{2}[.,月]?\d{2}"),
        least=2,
        none_of=("申[请领]|登记表|证明|兹|签名|签字|电话|委托|复印件.*[一二三\\d]份|清单",),
        most_lines=20,
    ),
    fields={
        "authority": FieldSpec(
            "签发机关",
            "Issuing authority",
            first_of(field_of(after_label("签发机关", among=_LABELS, wraps=1), authority), field_of(lines, authority)),
            required=True,
        ),
        "valid_from": FieldSpec(
            "有效期限起",
            "Valid from",
            first_of(field_of(_PERIOD, period_start), field_of(lines, period_start)),
            required=True,
        ),
        "valid_to": FieldSpec(
            "有效期限止",
            "Valid to",
            first_of(field_of(_PERIOD, period_end), field_of(lines, period_end)),
            required=True,
        ),
    },
    rules=(date_order("valid_from", "valid_to"), valid_period("valid_from", "valid_to"), confident(SURE)),
    draw=drawn_by(__name__),
)
