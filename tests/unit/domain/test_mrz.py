"""The machine-readable zone by ICAO 9303; the samples are those of the standard, of a country that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain import mrz

BOOKLET = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
VALUES = {
    "issuer": "UTO",
    "name_latin": "ERIKSSON ANNA MARIA",
    "nationality": "UTO",
    "birth_date": "1974-08-12",
    "sex": "女",
    "valid_to": "2012-04-15",
}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (BOOKLET, {"code": "P", "document_number": "L898902C3"}),
        (CARD, {"code": "I", "document_number": "D23145890"}),
    ],
    ids=["booklet", "card"],
)
def test_the_samples_of_the_standard_pass_and_are_read(text: str, own: dict[str, str]):
    zone = mrz.parse(text)

    assert zone is not None
    assert (zone.text, zone.failing) == (text, ())
    assert {name: zone.value(name) for name in zone.form.spots} == VALUES | own


@pytest.mark.parametrize("text", ["", BOOKLET[:-1], BOOKLET[:-1] + "é", CARD + "<"])
def test_what_has_another_length_or_other_characters_is_no_zone(text: str):
    assert mrz.parse(text) is None


@pytest.mark.parametrize(
    ("at", "char", "failing"),
    [
        (44, "M", ("document_number", "all")),
        (57, "8", ("birth_date", "all")),
        (65, "2", ("valid_to", "all")),
        (72, "Y", ("optional", "all")),
        (87, "1", ("all",)),
        (6, "X", ()),
    ],
)
def test_a_wrong_character_fails_the_check_digits_over_it(at: int, char: str, failing: tuple[str, ...]):
    zone = mrz.parse(BOOKLET[:at] + char + BOOKLET[at + 1 :])

    assert zone is not None
    assert zone.failing == failing


def test_a_part_is_proved_by_a_check_digit_of_its_own():
    zone = mrz.parse(BOOKLET)

    assert zone is not None
    assert [zone.proved(name) for name in ("birth_date", "sex", "name_latin")] == [True, False, False]


def test_an_empty_optional_part_may_leave_its_digit_out():
    filled = mrz.zone_text(mrz.BOOKLET, {"document_number": "E12345678"})
    zone = mrz.parse(filled[:86] + "<" + filled[87:])

    assert zone is not None
    assert "optional" not in zone.failing


@pytest.mark.parametrize(
    ("birth", "end", "expected"),
    [
        ("740812", "300415", "1974-08-12"),
        ("300415", "300415", "2030-04-15"),
        ("310415", "300415", "1931-04-15"),
        ("740231", "300415", None),
        ("74O812", "300415", None),
        ("740812", "3O0415", None),
    ],
    ids=["last century", "same year", "after the end", "no day", "no figures", "end without figures"],
)
def test_a_birthday_is_the_last_one_not_after_the_end(birth: str, end: str, expected: str | None):
    zone = mrz.parse(mrz.zone_text(mrz.BOOKLET, {"birth_date": birth, "valid_to": end}))

    assert zone is not None
    assert zone.value("birth_date") == expected


def test_what_is_left_out_is_no_value():
    zone = mrz.parse("<" * 88)

    assert zone is not None
    assert [zone.value(name) for name in ("sex", "document_number")] == [None, None]


@pytest.mark.parametrize(
    ("raw", "row", "form", "expected"),
    [
        ("POCHNZHANG<<SAN<<<", 0, mrz.BOOKLET, "POCHNZHANG<<SAN" + "<" * 29),
        ("POCHN ZHANG«SAN《〈く<.<K<<", 0, mrz.BOOKLET, "POCHNZHANG<<SAN" + "<" * 29),
        ("E123456782CHN8106207M2207146<<<<<<<<00", 1, mrz.BOOKLET, "E123456782CHN8106207M2207146" + "<" * 14 + "00"),
        (
            "E123456782CHN8106207M2207146" + "<" * 17 + "00",
            1,
            mrz.BOOKLET,
            "E123456782CHN8106207M2207146" + "<" * 14 + "00",
        ),
        ("CRCHNM123456784<<<", 0, mrz.CARD, "CRCHNM123456784" + "<" * 15),
        ("8106207M2207146CHN<<<<6", 1, mrz.CARD, "8106207M2207146CHN" + "<" * 11 + "6"),
    ],
    ids=["fillers lost", "fillers misread", "few fillers", "many fillers", "card number", "card dates"],
)
def test_a_line_is_aligned_by_its_fillers_alone(raw: str, row: int, form: mrz.Form, expected: str):
    packed = mrz.pack_zone(raw)

    text, at = mrz.aligned(packed, row, form)

    assert text == expected
    assert all(i is None or packed.text[i] == char for char, i in zip(text, at, strict=True))


def test_lookalikes_are_put_right_where_only_one_kind_may_stand():
    line = "E12345678Z0HN81O62O7M22O7I46" + "<" * 14 + "OO"

    assert mrz.rightful(line, 1, mrz.BOOKLET) == "E123456782OHN8106207M2207146" + "<" * 14 + "00"
    assert mrz.rightful("P0CHN5UN<<", 0, mrz.BOOKLET) == "POCHNSUN<<"


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=9), st.text("0123456789", min_size=6, max_size=6))
def test_what_is_written_passes_and_is_read_back(number: str, birth: str):
    zone = mrz.parse(mrz.zone_text(mrz.CARD, {"document_number": number, "birth_date": birth}))

    assert zone is not None
    assert zone.failing == ()
    assert (zone.value("document_number") or "", zone.part("birth_date")) == (number, birth)
