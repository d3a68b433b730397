"""来往内地（大陆）通行证: the card on which residents of Hong Kong, Macao and Taiwan enter the mainland."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.captions import under_caption
from intake.extract.finders import Parse, field_of, first_of, lines
from intake.extract.kinds import date, period_end
from intake.extract.labels import after_label
from intake.extract.licence import ends, whole_date
from intake.extract.mrz import from_zone, zone
from intake.extract.parse import any_parse
from intake.extract.sure import SURE
from intake.extract.travel import han_name, latin_name, permit_number, sex
from intake.validate.identity import birth_date_plausible
from intake.validate.travel import sure_or_repeated, valid_permit_number, valid_zone, zone_agrees

_NAME = ("姓名", "姓名Name")
_SEX = ("性别", "性別", "性别Sex")
_BIRTH = ("出生日期", "出生年月日")
_PERIOD = ("有效期限", "有效期至", "有效期")
_NUMBER = ("证件号码", "證件號碼", "证件号")
_ALL = (*_NAME, *_SEX, *_BIRTH, *_PERIOD, *_NUMBER, "签发机关", "签发日期", "签发地点", "換證次數", "换证次数")


def _printed(labels: tuple[str, ...], parse: Parse, *others: Finder, rows: int = 1) -> Finder:
    """Find a value under or after its label, else by `others`."""
    under = under_caption(*labels, among=_ALL, rows=rows)
    after = after_label(*labels, among=_ALL, wraps=rows - 1)
    return first_of(field_of(under, parse), field_of(after, parse), *others)


DOCTYPE = DocType(
    name="mainland_travel_permit",
    title="来往内地（大陆）通行证",
    title_en="Mainland travel permit",
    klass=DocumentClass.ID_PROOF,
    cues={
        "(港澳|台湾|臺灣)居民.{2,5}通行|居民[来來往]{2}.{2}通行[证證]": 5.0,
        "[来來往]{2}(内地|內地|大陆|大陸)通行": 0.8,
        "证件号码|證件號碼": 0.6,
        r"(?<![A-Z\d])[HM]\d{8}(\d\d)?(?![A-Z\d])": 0.6,
        "出入境管理局": 0.8,
        "出生日期": 0.4,
        r"有效期限?(?=\d|$)": 0.3,
        "往来(港澳|台湾)通行证|居住证|申请表|确认书|裁定书|判决书|申请书|委托书|营业执照": -5.0,
    },
    defined=Definition(
        all_of=("通行|[来來往]{2}.{1,3}通|居民[来來往]|CHN|CR[A-Z]|<<|[HM]\\d{8}|港澳|台湾|臺灣",),
        some_of=("通行", "姓名", "性[别別]", "出生", "有效期", "证件号|證件號", "[HM]\\d{8}|\\d{8}", "出入境"),
        least=3,
        none_of=("申请表|须知|签注|甲方|确认书|委托书",),
        most_lines=40,
    ),
    fields={
        "name": FieldSpec("姓名", "Name", _printed(_NAME, han_name), required=True),
        "name_latin": FieldSpec(
            "姓名（拼音）",
            "Name in Latin letters",
            _printed(_NAME, latin_name, from_zone("name_latin"), field_of(lines, latin_name), rows=2),
        ),
        "sex": FieldSpec("性别", "Sex", _printed(_SEX, sex, from_zone("sex")), required=True),
        "birth_date": FieldSpec(
            "出生日期", "Date of birth", _printed(_BIRTH, date, from_zone("birth_date")), required=True
        ),
        "nationality": FieldSpec("国籍", "Nationality", from_zone("nationality")),
        "document_number": FieldSpec(
            "证件号码",
            "Number of the permit",
            _printed(_NUMBER, permit_number, field_of(lines, permit_number), from_zone("document_number")),
            required=True,
        ),
        "valid_to": FieldSpec(
            "有效期至",
            "Valid to",
            _printed(
                _PERIOD, any_parse(ends, period_end, whole_date), field_of(lines, period_end), from_zone("valid_to")
            ),
            required=True,
        ),
        "mrz": FieldSpec("机读码", "Machine-readable zone", zone),
    },
    rules=(
        valid_zone("mrz"),
        zone_agrees("mrz", "name_latin", "sex", "birth_date", "document_number", "valid_to"),
        valid_permit_number("document_number"),
        birth_date_plausible("birth_date", by="valid_to"),
        sure_or_repeated(SURE, "mrz"),
    ),
    draw=drawn_by(__name__),
)
