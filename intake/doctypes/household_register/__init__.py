"""户口簿: first page or card of a member of the register of households; who belongs to whom."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="household_register",
    title="户口簿",
    title_en="Household register",
    klass=DocumentClass.OTHER,
    cues={
        "户口簿": 5.0,
        "常住人口登记[卡表]": 5.0,
        "户主(姓名|或与户主)|与户主关系": 2.0,
        "户口专用章|户别|户号": 1.5,
        "曾用名|籍贯|出生地|宗教信仰|兵役|文化程度|婚姻状况|服务处所": 1.0,
        "登记日期|承办人签章|何时由何地迁来": 0.8,
        "确认书|裁定书|判决书|申请书|委托书|证明书?": -3.0,
    },
    defined=Definition(all_of=("户主|户口|常住人口|籍贯|曾用名|何时由何地",)),
    draw=drawn_by(__name__),
)
