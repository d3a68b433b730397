"""来往内地（大陆）通行证 in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain import mrz
from intake.extract.fields import extract

VALUES = {
    "name": "张三",
    "name_latin": "ZHANG SAN",
    "sex": "女",
    "birth_date": "1981-06-20",
    "document_number": "H12345678",
    "valid_to": "2030-07-14",
}
ZONE = mrz.zone_text(
    mrz.CARD,
    {
        "code": "CR",
        "issuer": "CHN",
        "name_latin": "ZHANG<<SAN",
        "document_number": "H12345678",
        "nationality": "CHN",
        "birth_date": "810620",
        "sex": "F",
        "valid_to": "300714",
    },
)
ROWS = tuple(ZONE[i : i + 30] for i in (0, 30, 60))
CAPTIONED = (
    line("港澳居民来往内地通行证", 66, 40, height=50),
    *(line(text, 372, y, height=24) for text, y in (("姓名", 140), ("有效期限", 370), ("签发机关", 460))),
    line("张三", 372, 170),
    line("ZHANG, SAN", 372, 215),
    line("出生日期", 372, 280, height=24),
    line("性别", 700, 280, height=24),
    line("1981.06.20", 372, 312),
    line("女", 700, 312),
    line("2020.07.15-2030.07.14", 372, 402),
    line("公安部出入境管理局", 372, 492),
    line("证件号码", 66, 500, height=24),
    line("H12345678", 66, 534),
)
LABELLED = (
    "港澳居民來往內地通行證",
    "姓名 张三",
    "出生日期 1981年6月20日",
    "性别 女",
    "签发日期 2020年07月15日",
    "有效期至 2030年07月14日",
    "签发机关 公安部出入境管理局",
    "证件号码 H12345678",
    "ZHANG SAN",
)


def _read(*lines):
    fields, findings = extract(registry()["mainland_travel_permit"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.severity.value, f.field) for f in findings}


@pytest.mark.parametrize("lines", [CAPTIONED, LABELLED], ids=["captions above", "labels left"])
def test_permit_is_read(lines):
    values, findings = _read(*lines)

    assert values == VALUES
    assert findings == set()


def test_permit_with_its_back_is_read():
    values, findings = _read(*LABELLED, *ROWS)

    assert values == VALUES | {"nationality": "CHN", "mrz": ZONE}
    assert findings == set()


@pytest.mark.parametrize("number", ["M12345678", "H1234567800", "12345678"])
def test_numbers_of_all_forms_pass(number: str):
    values, findings = _read(*(text.replace("H12345678", number) for text in LABELLED))

    assert (values["document_number"], findings) == (number, set())


def test_a_number_of_no_form_is_for_a_person():
    _, findings = _read(*(text.replace("H12345678", "H1234567") for text in LABELLED))

    assert findings == {("travel_permit_form", "review", "document_number")}


def test_a_back_of_another_card_bars_the_permit():
    _, findings = _read(*(text.replace("H12345678", "H12345679") for text in LABELLED), *ROWS)

    assert findings == {("mrz_differs", "block", "document_number")}


def test_the_start_of_a_period_is_never_taken_for_its_end():
    lines = [text.replace("有效期至 2030年07月14日", "有效期限 2020.07.15-2030.O7.14") for text in LABELLED]
    values, findings = _read(*lines)

    assert values["valid_to"] is None
    assert findings == {("unreadable_value", "review", "valid_to")}


@pytest.mark.parametrize("title", ["港澳居民来往闪地通行證", "台湾居民来往大陆通行证", "居民來往內地通行證"])
def test_permit_is_known_by_its_title(title: str):
    (part,) = documents([page(title, *LABELLED[1:])], registry())

    assert part.type == "mainland_travel_permit"
