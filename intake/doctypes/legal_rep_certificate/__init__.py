"""法定代表人身份证明书: a company certifies who its legal representative is."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.domain.slips import any_of
from intake.extract.finders import Parse, field_of, first_of, lines, noticed, otherwise, running
from intake.extract.kinds import resident_number
from intake.extract.labels import Search, after_label
from intake.extract.parse import spelled
from intake.extract.person import ORGANISATION, likelier
from intake.extract.spaced import spaced
from intake.extract.sure import CHECKED, SURE
from intake.extract.written import HAN, closing_date, full_date, lead_name
from intake.validate.confidence import confident
from intake.validate.identity import birth_date_plausible, valid_resident_number

_COMPANY = (
    "单位名称",
    "单位全称",
    "公司名称",
    "企业名称",
    "单位名称(盖章)",
    "单位(盖章)",
    "公司名称(盖章)",
    "公司(盖章)",
)
_PERSON = ("姓名", "法定代表人姓名", "法定代表人", "法人姓名", "负责人姓名", "法定代表人(负责人)")
_POSITION = ("职务", "担任职务", "现任职务", "职位")
_ID = ("身份证号码", "公民身份号码", "身份证号", "证件号码", "身份证件号码", "居民身份证号码")
_DATE = ("日期", "出具日期", "签发日期")
_LABELS = (
    *(
        "法定代表人身份证明书",
        "性别",
        "民族",
        "年龄",
        "单位地址",
        "地址",
        "住址",
        "住所地",
        "联系电话",
        "电话",
        "统一社会信用代码",
    ),
    *("附", "此致", "有效期限", "(身份证复印件粘贴处)"),
    *(*_COMPANY, *_PERSON, *_POSITION, *_ID, *_DATE),
)
_POST = rf"(?P<value>[{HAN}、]{{2,16}}?)(?=职务|一职|,|。|;|$)"
_WE = "[我本该](?:单位|公司|厂|店|院|校|社)"

# 上述同志 stands for a name and is none; 职务为…… says what somebody is.
_NOBODY = "公司|法院|单位|[上前]述|以[上下]|下[列述]|[该此](?:同志|人)|职[务位]|岗位"
_WHO = rf"(?P<value>(?:(?!{_NOBODY})[{HAN}·]){{2,12}}?)"
_introduced = spelled(
    rf"^(?:.?证明)?:?{_WHO}(?=同志|先生|女士|[,(](?:性别|身份证|公民身份|[男女])|现任|在{_WE}|[系是为]{_WE})"
)
_certified = spelled(
    rf"(?:[:。]|[兹现]证明):?{_WHO}(?:同志|先生|女士)?(?:[,(][^。]{{1,60}}?)?,?(?:现?任(?!公司)|担任|系|为|是|{_WE})"
)
_held = spelled(rf"(?:担任|现任|任)(?:{_WE})?(?:的)?{_POST}")
_of_company = spelled(rf"(?:系|为|是|任)(?P<value>[{HAN}A-Za-z()]{{4,50}}?(?:{ORGANISATION}))的?法定代表人")
_company_alone = spelled(rf"^(?P<value>[{HAN}A-Za-z()]{{3,50}}(?:公司|集团|厂|店|合作社|事务所|中心))$")


def _beside(*labels: str, wraps: int = 0, goes_on: str = "") -> Search:
    return spaced(after_label(*labels, among=_LABELS, wraps=wraps, goes_on=goes_on), _LABELS)


def _after(labels: tuple[str, ...], parse: Parse, wraps: int = 0) -> Finder:
    return field_of(_beside(*labels, wraps=wraps), parse)


DOCTYPE = DocType(
    name="legal_rep_certificate",
    title="法定代表人身份证明书",
    title_en="Certificate of a legal representative",
    klass=DocumentClass.ID_PROOF,
    cues={
        any_of(("法定代表人身份证明", "法定代表人资格证明", "负责人身份证明")) + "(?!印件)": 6.0,
        "特此证明|兹证明": 1.0,
        "职务": 0.6,
        "(我|本)(单位|公司).{0,6}法定代表人": 1.0,
        "委托书|律师函|裁定书|判决书|申请书|起诉状|确认书|回证|营业执照|许可证|收据|回函": -4.0,
    },
    defined=Definition(
        all_of=("(?:代表人|负责人|法人).{0,4}(?:身份|资格)?.?证.?书?|身份证明书",),
        some_of=("法定代表|负责人", "职务|担任|现任", "[兹特]此?证明|证明"),
        least=2,
    ),
    fields={
        "company_name": FieldSpec(
            "单位名称",
            "Company",
            first_of(_after(_COMPANY, lead_name, 1), field_of(lines, _company_alone), field_of(running, _of_company)),
            required=True,
        ),
        "name": FieldSpec(
            "姓名",
            "Name",
            first_of(
                _after(_PERSON, likelier(lead_name)),
                field_of(lines, likelier(_introduced)),
                field_of(running, likelier(_certified)),
            ),
            required=True,
        ),
        "position": FieldSpec(
            "职务", "Position", first_of(_after(_POSITION, spelled(f"^{_POST}"), 1), field_of(running, _held))
        ),
        "id_number": FieldSpec(
            "身份证号码",
            "Identity number",
            first_of(_after(_ID, resident_number), field_of(running, resident_number)),
        ),
        "issued_on": FieldSpec(
            "出具日期",
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
        valid_resident_number("id_number"),
        birth_date_plausible("id_number", by="issued_on"),
        confident(SURE, {"id_number": CHECKED}),
    ),
    draw=drawn_by(__name__),
)
