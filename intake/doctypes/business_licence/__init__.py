"""营业执照: who a company is and who acts for it; old licences have a 注册号 instead of the credit code."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.finders import field_of, first_of, lines
from intake.extract.kinds import address, credit_code, date, person_name
from intake.extract.labels import Search, after_label
from intake.extract.licence import (
    at_foot,
    company_name,
    is_duplicate,
    office,
    registration_number,
    sealed_by,
    stated_capital,
    term,
    whole_date,
    wording,
)
from intake.extract.spaced import spaced
from intake.extract.sure import CHECKED, SURE
from intake.validate.company import numbered, valid_registration_number
from intake.validate.confidence import confident
from intake.validate.dates import date_order, period_order
from intake.validate.identity import valid_credit_code
from intake.validate.money import amount_positive

LONG = 0.9  # for a long text: a character that a reader loses leaves only a little doubt in its neighbours
_CODE = ("统一社会信用代码", "统一社会信用代码/注册号", "社会信用代码")
_NUMBER = ("注册号", "工商注册号", "营业执照注册号", "注册号码")
_NAME = ("名称", "企业名称", "公司名称", "字号名称")
_PERSON = ("法定代表人", "法定代表人姓名", "负责人", "经营者", "经营者姓名", "投资人", "执行事务合伙人")
_KIND = ("类型", "公司类型", "企业类型", "主体类型", "经济性质")
_CAPITAL = ("注册资本", "注册资金", "出资额", "成员出资总额")
_SINCE = ("成立日期", "注册日期", "成立时间")
_TERM = ("营业期限", "经营期限", "合伙期限")
_PLACE = ("住所", "经营场所", "营业场所", "主要经营场所", "住址")
_SCOPE = ("经营范围", "业务范围")
_OFFICE = "登记机关"
_ALL = (
    *(*_CODE, *_NUMBER, *_NAME, *_PERSON, *_KIND, *_CAPITAL, *_SINCE, *_TERM, *_PLACE, *_SCOPE, _OFFICE),
    *("实收资本", "组成形式", "核准日期", "发照日期", "年度检验情况"),
)


def _after(labels: tuple[str, ...], wraps: int = 0) -> Search:
    return spaced(after_label(*labels, among=_ALL, wraps=wraps), _ALL)


_FOUNDED = field_of(_after(_SINCE), date)
_ADDRESS = field_of(_after(_PLACE, 2), address)
_FOOT = spaced(at_foot(_OFFICE, _ALL), _ALL)

DOCTYPE = DocType(
    name="business_licence",
    title="营业执照",
    title_en="Business licence",
    klass=DocumentClass.ID_PROOF,
    cues={
        "营业执照": 4.0,
        "统一社会信用代码|注册号": 0.8,
        "法定代表人|负责人|经营者": 0.4,
        "注册资本|注册资金": 0.8,
        "经营范围": 0.8,
        "成立日期": 0.6,
        "营业期限": 0.6,
        "登记机关": 0.8,
        "企业信用信息公示系统": 0.8,
        "证明书|委托书|确认书|裁定书|判决书|许可证|申请书|起诉状|章程|调解书": -4.0,
        "的通知|通知书|告知书|补正|材料清单": -2.9,
        "账号|开户(银)?行|委托人|受托人": -1.5,
    },
    defined=Definition(
        some_of=(
            "营业执照|业执照|营业执",
            "统一社会|信用代码|注册号",
            "注册资[本金]",
            "经营范围",
            "成立日期",
            "营业期限|期限",
            "登记机关|记机关",
            "法定代表|负责人|经营者",
            "类型",
            "住所|经营场所",
            "公示系统",
        ),
        least=4,
        none_of=("通知书|告知书|申请书|章程|甲方|乙方|纳税|税务|发票|开户",),
    ),
    fields={
        "company_name": FieldSpec(
            "名称", "Name of the company", field_of(_after(_NAME, 1), company_name), required=True
        ),
        "uscc": FieldSpec(
            "统一社会信用代码",
            "Unified social credit code",
            first_of(field_of(_after(_CODE), credit_code), field_of(lines, credit_code)),
        ),
        "registration_number": FieldSpec(
            "注册号", "Registration number", field_of(_after(_NUMBER), registration_number)
        ),
        "legal_representative": FieldSpec(
            "法定代表人", "Legal representative", field_of(_after(_PERSON), person_name), required=True
        ),
        "company_type": FieldSpec("类型", "Kind of company", field_of(_after(_KIND, 1), wording)),
        "registered_capital": FieldSpec("注册资本", "Registered capital", field_of(_after(_CAPITAL), stated_capital)),
        "established_on": FieldSpec("成立日期", "Founded on", _FOUNDED),
        "business_term": FieldSpec("营业期限", "Term of business", term(_after(_TERM, 1), _FOUNDED)),
        "address": FieldSpec("住所", "Address", _ADDRESS),
        "business_scope": FieldSpec("经营范围", "Scope of business", field_of(_after(_SCOPE, 14), wording)),
        "registration_authority": FieldSpec(
            "登记机关", "Registration authority", first_of(field_of(_FOOT, office), sealed_by(_ADDRESS))
        ),
        "issued_on": FieldSpec("发照日期", "Issued on", field_of(_FOOT, whole_date), required=True),
        "is_duplicate": FieldSpec("副本", "Duplicate", is_duplicate),
    },
    rules=(
        numbered("uscc", "registration_number"),
        valid_credit_code("uscc"),
        valid_registration_number("registration_number"),
        amount_positive("registered_capital"),
        date_order("established_on", "issued_on"),
        period_order("business_term"),
        confident(SURE, {"uscc": CHECKED, "registration_number": CHECKED, "business_scope": LONG}),
    ),
    draw=drawn_by(__name__),
)
