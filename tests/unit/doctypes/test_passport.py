"""护照 in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.doctypes.registry import registry
from intake.domain import mrz
from intake.domain.text import Source
from intake.extract.fields import extract

ZONE = mrz.zone_text(
    mrz.BOOKLET,
    {
        "code": "PO",
        "issuer": "CHN",
        "name_latin": "ZHANG<<SAN",
        "document_number": "E12345678",
        "nationality": "CHN",
        "birth_date": "810620",
        "sex": "F",
        "valid_to": "300714",
    },
)
VALUES = {
    "name": "张三",
    "name_latin": "ZHANG SAN",
    "sex": "女",
    "birth_date": "1981-06-20",
    "nationality": "CHN",
    "document_number": "E12345678",
    "valid_to": "2030-07-14",
    "mrz": ZONE,
}
CAPTIONED = (
    ("护照号/Passport No.", "E12345678", 700, 100),
    ("姓名/Name", "张三", 300, 200),
    ("性别/Sex", "女/F", 300, 340),
    ("国籍/Nationality", "中国/CHINESE", 450, 340),
    ("出生日期/Date of birth", "20 JUN 1981", 700, 340),
    ("签发日期/Date of issue", "15 JUL 2020", 700, 430),
    ("有效期至/Date of expiry", "14 JUL 2030", 700, 520),
)
LABELLED = (
    "护照 PASSPORT",
    "护照号/Passport No. E12345678",
    "姓名/Name 张三",
    "性别/Sex 女 F",
    "国籍/Nationality 中国 CHINESE",
    "出生日期/Date of birth 20 6月/JUN 1981",
    "签发日期/Date of issue 15 7月/JUL 2020",
    "有效期至/Date of expiry 14 7月/JUL 2030",
)


def _zone():
    return line(ZONE[:44], 100, 700, height=24), line(ZONE[44:], 100, 740, height=24)


def _captioned(*, but: tuple[str, ...] = ()):
    pairs = [(line(c, x, y, height=20), line(v, x, y + 28)) for c, v, x, y in CAPTIONED if c not in but]
    return [*(item for pair in pairs for item in pair), line("ZHANG, SAN", 300, 265), *_zone()]


def _extract(*lines):
    return extract(registry()["passport"], [page(*lines)])


def _values(fields):
    return {key: field.value for key, field in fields.items()}


@pytest.mark.parametrize(
    "lines", [_captioned(), [*LABELLED, "ZHANG SAN", *_zone()]], ids=["captions above", "labels left"]
)
def test_passport_is_read(lines):
    fields, findings = _extract(*lines)

    assert _values(fields) == VALUES
    assert findings == ()


def test_what_the_print_does_not_give_is_taken_from_the_zone():
    fields, findings = _extract(*_captioned(but=("性别/Sex", "国籍/Nationality", "有效期至/Date of expiry")))

    assert _values(fields) == VALUES
    assert {key for key, field in fields.items() if field.source is Source.MRZ} == {
        "sex",
        "nationality",
        "valid_to",
        "mrz",
    }
    assert findings == ()


def test_the_zone_alone_lacks_the_chinese_name_only():
    fields, findings = _extract(*_zone())

    assert _values(fields) == {key: value for key, value in VALUES.items() if key != "name"}
    assert [(f.code, f.field) for f in findings] == [("missing", "name")]


def test_print_that_the_zone_denies_bars_the_passport():
    lines = [text.replace("20 6月/JUN 1981", "21 6月/JUN 1981") for text in LABELLED]
    _, findings = _extract(*lines, "ZHANG SAN", *_zone())

    assert [(f.code, f.severity.value, f.field) for f in findings] == [("mrz_differs", "block", "birth_date")]


def test_a_passport_without_its_zone_is_for_a_person():
    fields, findings = _extract(*LABELLED, "ZHANG SAN")

    assert _values(fields) == {key: value for key, value in VALUES.items() if key != "mrz"}
    assert [(f.code, f.field) for f in findings] == [("missing", "mrz")]


def test_a_zone_that_was_cut_off_is_unreadable_and_proves_nothing():
    fields, findings = _extract(*LABELLED, "ZHANG SAN", ZONE[:44])

    assert fields["mrz"].value is None
    assert [(f.code, f.field) for f in findings] == [("unreadable_value", "mrz")]
