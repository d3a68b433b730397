"""护照: read from its print, which the machine-readable zone checks; the zone is read where the print is illegible."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.captions import under_caption
from intake.extract.finders import Parse, field_of, first_of, lines
from intake.extract.labels import after_label
from intake.extract.mrz import from_zone, zone
from intake.extract.sure import SURE
from intake.extract.travel import english_date, han_name, latin_name, nationality, passport_number, sex
from intake.validate.identity import birth_date_plausible
from intake.validate.travel import sure_or_repeated, valid_passport_number, valid_zone, zone_agrees

_ENGLISH = {
    "类型": "Type",
    "国家码": "Country Code",
    "护照号": "Passport No",
    "护照号码": "Passport No",
    "姓名": "Name",
    "性别": "Sex",
    "国籍": "Nationality",
    "出生日期": "Date of birth",
    "出生地点": "Place of birth",
    "签发日期": "Date of issue",
    "签发地点": "Place of issue",
    "有效期至": "Date of expiry",
    "签发机关": "Authority",
    "持照人签名": "Bearer's signature",
}


def _forms(label: str) -> tuple[str, ...]:
    """Return a label as it may be read: in both languages, or the Chinese alone."""
    english = _ENGLISH[label]
    return f"{label}/{english}", f"{label}/{english}.", f"{label}{english}", label


_ALL = tuple(form for label in _ENGLISH for form in _forms(label))


def _printed(label: str, parse: Parse, name: str, *others: Finder, rows: int = 1) -> Finder:
    """Find a value under or after its label, else by `others`, else in the machine-readable zone."""
    under = under_caption(*_forms(label), among=_ALL, rows=rows)
    after = after_label(*_forms(label), among=_ALL, wraps=rows - 1)
    return first_of(field_of(under, parse), field_of(after, parse), *others, from_zone(name))


DOCTYPE = DocType(
    name="passport",
    title="护照",
    title_en="Passport",
    klass=DocumentClass.ID_PROOF,
    cues={
        "护照(?!号)|PASSPORT(?!NO)": 2.0,
        "护照号|PassportNo": 0.8,
        "P[A-Z<][A-Z]{3}[A-Z<]{2,}<<": 2.8,
        "国籍|Nationality": 0.8,
        "出生地点?|Placeofbirth": 0.8,
        "有效期至|Dateofexpiry": 0.6,
        "国家码|CountryCode": 0.4,
        "通行证|签证|VISA|申请表|确认书|裁定书|判决书|申请书|委托书|营业执照": -4.0,
    },
    defined=Definition(
        some_of=(
            "护照",
            "PASSPORT",
            r"P[A-Z<K(]?[A-Z]{3}[A-Z]*<",
            "<<",
            "国籍|Nationality",
            "Place.?of.?(?:birth|issue)",
            "Date.?of.?(?:birth|issue|expiry)",
            "CHN",
        ),
        least=2,
        none_of=("申请表|须知|甲方|乙方|签证|VISA|Application|通行证",),
        most_lines=60,
    ),
    fields={
        "name": FieldSpec(
            "姓名",
            "Name",
            first_of(
                field_of(under_caption(*_forms("姓名"), among=_ALL, rows=2), han_name),
                field_of(after_label(*_forms("姓名"), among=_ALL), han_name),
            ),
            required=True,
        ),
        "name_latin": FieldSpec(
            "姓名（拼音）",
            "Name in Latin letters",
            first_of(_printed("姓名", latin_name, "name_latin", rows=2), field_of(lines, latin_name)),
            required=True,
        ),
        "sex": FieldSpec("性别", "Sex", _printed("性别", sex, "sex"), required=True),
        "birth_date": FieldSpec(
            "出生日期", "Date of birth", _printed("出生日期", english_date, "birth_date"), required=True
        ),
        "nationality": FieldSpec("国籍", "Nationality", _printed("国籍", nationality, "nationality"), required=True),
        "document_number": FieldSpec(
            "护照号",
            "Passport number",
            _printed("护照号", passport_number, "document_number", field_of(lines, passport_number)),
            required=True,
        ),
        "valid_to": FieldSpec(
            "有效期至", "Date of expiry", _printed("有效期至", english_date, "valid_to"), required=True
        ),
        "mrz": FieldSpec("机读码", "Machine-readable zone", zone, required=True),
    },
    rules=(
        valid_zone("mrz"),
        zone_agrees("mrz", "name_latin", "sex", "birth_date", "nationality", "document_number", "valid_to"),
        valid_passport_number("document_number", "nationality"),
        birth_date_plausible("birth_date", by="valid_to"),
        sure_or_repeated(SURE, "mrz"),
    ),
    draw=drawn_by(__name__),
)
