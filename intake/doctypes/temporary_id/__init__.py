"""临时居民身份证: one side says all of its holder, the office and three months; the other carries the title."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.face import THREE_MONTHS, above_others, after
from intake.extract.finders import Parse, field_of, first_of, lines
from intake.extract.kinds import (
    address,
    authority,
    date,
    ethnicity,
    period_end,
    period_start,
    person_name,
    resident_number,
    sex,
)
from intake.extract.licence import ends, starts
from intake.extract.parse import any_parse
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.dates import date_order, valid_for_months
from intake.validate.identity import birth_date_plausible, told_by_number, valid_resident_number

MONTHS = 3  # that such a card is valid for

_BELOW = ("签发机关", "有效期限", "有效期")


def _at(label: str, parse: Parse, wraps: int = 0) -> Finder:
    return field_of(after(label, wraps, also=_BELOW), parse)


DOCTYPE = DocType(
    name="temporary_id",
    title="临时居民身份证",
    title_en="Temporary resident identity card",
    klass=DocumentClass.ID_PROOF,
    cues={
        "临时居民身份证": 5.0,
        "公民身份号码": 1.0,
        "姓名": 0.4,
        "性别[男女]?": 0.4,
        "民族": 0.4,
        r"出生(?=(19|20)?\d|$)": 0.4,
        "住址": 0.3,
        r"(?<!\d)[1-9]\d{5}(19|20)\d{2}(0\d|1[0-2])[0-3]\d{4}[\dX](?!\d)": 0.8,
        "签发机关": 0.6,
        "有效期限?": 0.4,
        THREE_MONTHS: 2.0,
        "(?<!临时)居民身份证": -2.9,
        r"20\d\d\.(\d\d\.\d\d)[-—–~至]*20\d\d\.\1|长期": -2.9,
        "确认书|裁定书|判决书|申请书|委托书|护照|通行证|营业执照|常住人口|户口": -4.0,
    },
    defined=Definition(
        all_of=(f"临时|时居民|民身份证|{THREE_MONTHS}",),  # its face alone says no more than how long it is valid
        some_of=(
            "临时",
            "居民身份|民身份证",
            "身份号|公民身|份号码",
            "签发机关?",
            "有效期",
            "姓名",
            "住址",
            "人民共和国",  # over its title, where that has a side of its own
        ),
        least=3,
        none_of=("申[请领]|登记表|证明书|签名|签字|电话",),
        most_lines=40,
    ),
    fields={
        "name": FieldSpec(
            "姓名", "Name", first_of(_at("姓名", person_name), field_of(above_others, person_name)), required=True
        ),
        "sex": FieldSpec("性别", "Sex", _at("性别", sex), required=True),
        "ethnicity": FieldSpec("民族", "Ethnicity", _at("民族", ethnicity)),
        "birth_date": FieldSpec("出生", "Date of birth", _at("出生", date), required=True),
        "address": FieldSpec("住址", "Address", _at("住址", address, wraps=3)),
        "id_number": FieldSpec(
            "公民身份号码",
            "Resident identity number",
            first_of(_at("公民身份号码", resident_number), field_of(lines, resident_number)),
            required=True,
        ),
        "authority": FieldSpec(
            "签发机关",
            "Issuing authority",
            first_of(_at("签发机关", authority, wraps=1), field_of(lines, authority)),
            required=True,
        ),
        "valid_from": FieldSpec(
            "有效期限起",
            "Valid from",
            first_of(_at("有效期限", any_parse(period_start, starts)), field_of(lines, period_start)),
            required=True,
        ),
        "valid_to": FieldSpec(
            "有效期限止",
            "Valid to",
            first_of(_at("有效期限", any_parse(period_end, ends)), field_of(lines, period_end)),
            required=True,
        ),
    },
    rules=(
        valid_resident_number("id_number", "birth_date", "sex"),
        birth_date_plausible("id_number", by="valid_from"),
        birth_date_plausible("birth_date", by="valid_from"),
        date_order("valid_from", "valid_to"),
        valid_for_months("valid_from", "valid_to", MONTHS),
        confident(SURE, {"id_number": CHECKED}, told_by_number("id_number", CHECKED)),
    ),
    draw=drawn_by(__name__),
    is_two_sided=True,
)
