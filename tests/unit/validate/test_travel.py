"""Travel documents: check digits, agreement of print and zone, forms of numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judged import field, judged

from intake.domain import mrz
from intake.domain.text import Source
from intake.validate.travel import (
    sure_or_repeated,
    valid_passport_number,
    valid_permit_number,
    valid_zone,
    zone_agrees,
)

PARTS = {
    "code": "PO",
    "issuer": "CHN",
    "name_latin": "ZHANG<<SAN",
    "document_number": "E12345678",
    "nationality": "CHN",
    "birth_date": "810620",
    "sex": "M",
    "valid_to": "300714",
}
ZONE = mrz.zone_text(mrz.BOOKLET, PARTS)
MISREAD = ZONE[:57] + "9" + ZONE[58:]
PRINTED = {
    "name_latin": "ZHANG SAN",
    "document_number": "E12345678",
    "nationality": "CHN",
    "birth_date": "1981-06-20",
    "sex": "男",
    "valid_to": "2030-07-14",
}
AGREES = zone_agrees("mrz", *PRINTED)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [(ZONE, []), (None, []), ("短", []), (MISREAD, [("mrz_check_digit", "review", "mrz")])],
    ids=["passes", "not read", "no zone", "misread"],
)
def test_a_zone_passes_its_check_digits(zone: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_zone("mrz"), mrz=zone) == expected


def test_print_that_the_zone_repeats_agrees():
    assert judged(AGREES, mrz=ZONE, **PRINTED) == []


def test_without_a_zone_nothing_is_compared():
    assert judged(AGREES, mrz=None, **PRINTED) == []


def test_what_was_not_printed_is_not_compared():
    assert judged(AGREES, mrz=ZONE, birth_date=None) == []


@pytest.mark.parametrize(
    ("name", "value", "severity"),
    [
        ("document_number", "E12345679", "block"),
        ("birth_date", "1981-06-21", "block"),
        ("valid_to", "2031-07-14", "block"),
        ("sex", "女", "review"),
        ("nationality", "USA", "review"),
        ("name_latin", "ZHANG SI", "review"),
    ],
)
def test_what_the_zone_proves_and_the_print_denies_is_barred(name: str, value: str, severity: str):
    assert judged(AGREES, mrz=ZONE, **{name: value}) == [("mrz_differs", severity, name)]


def test_a_zone_that_fails_bars_nothing():
    assert judged(AGREES, mrz=MISREAD, birth_date="1981-06-20") == [("mrz_differs", "review", "birth_date")]


@pytest.mark.parametrize(("printed", "codes"), [("A" * 50, []), ("B" * 50, ["mrz_differs"])], ids=["cut", "another"])
def test_a_name_that_fills_its_line_may_be_cut(printed: str, codes: list[str]):
    zone = mrz.zone_text(mrz.BOOKLET, PARTS | {"name_latin": "A" * 39})

    assert [code for code, _, _ in judged(AGREES, mrz=zone, name_latin=printed)] == codes


@pytest.mark.parametrize(
    ("name", "value", "source", "asked"),
    [
        ("birth_date", "1981-06-20", Source.OCR, False),
        ("birth_date", "1981-06-21", Source.OCR, True),
        ("birth_date", "1981-06-20", Source.MRZ, True),
        ("name_latin", "ZHANG SAN", Source.OCR, True),
        ("name", "张三", Source.OCR, True),
    ],
    ids=["repeated", "denied", "from the zone itself", "without a check digit", "not in the zone"],
)
def test_what_is_read_with_doubt_is_asked_unless_the_zone_proves_it(
    name: str, value: str, source: Source, *, asked: bool
):
    doubtful = replace(field(value, confidence=0.5), source=source)

    found = list(sure_or_repeated(0.8, "mrz")({name: doubtful, "mrz": field(ZONE, confidence=0.3)}))

    assert [finding.field for finding in found] == ([name] if asked else [])


def test_without_a_zone_every_doubt_is_asked():
    found = list(sure_or_repeated(0.8, "mrz")({"sex": field("男", confidence=0.5), "name": field("张三")}))

    assert [finding.field for finding in found] == ["sex"]


@pytest.mark.parametrize(
    ("number", "nation", "good"),
    [
        ("E12345678", "CHN", True),
        ("EA1234567", "CHN", True),
        ("E1234567", "CHN", False),
        ("123456789", "USA", True),
        (None, "CHN", True),
    ],
)
def test_a_chinese_passport_has_a_number_of_its_form(number: str | None, nation: str, *, good: bool):
    expected = [] if good else [("passport_number_form", "review", "document_number")]

    assert judged(valid_passport_number("document_number", "nation"), document_number=number, nation=nation) == expected


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("H12345678", True),
        ("M1234567800", True),
        ("12345678", True),
        ("H1234567", False),
        ("X12345678", False),
        (None, True),
    ],
)
def test_a_permit_has_a_number_of_its_form(number: str | None, *, good: bool):
    expected = [] if good else [("travel_permit_form", "review", "document_number")]

    assert judged(valid_permit_number("document_number"), document_number=number) == expected
