"""The machine-readable zone as readers of pictures make it, and the fields read from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line, page, spelled_out

from intake.domain import mrz
from intake.domain.document import FieldState
from intake.domain.geometry import Affine
from intake.domain.text import PageText, Source
from intake.extract.constrained import LEAD
from intake.extract.mrz import from_zone, zone

BOOKLET = mrz.zone_text(
    mrz.BOOKLET,
    {
        "code": "PO",
        "issuer": "CHN",
        "name_latin": "ZHANG<<SAN",
        "document_number": "E12345678",
        "nationality": "CHN",
        "birth_date": "810620",
        "sex": "M",
        "valid_to": "300714",
    },
)
CARD = mrz.zone_text(
    mrz.CARD,
    {
        "code": "CR",
        "issuer": "CHN",
        "name_latin": "ZHANG<<SAN",
        "document_number": "M12345678",
        "nationality": "CHN",
        "birth_date": "810620",
        "sex": "F",
        "valid_to": "300714",
    },
)
NAMES, DATA = BOOKLET[:44], BOOKLET[44:]
ROWS = tuple(CARD[i : i + 30] for i in (0, 30, 60))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((NAMES, DATA), BOOKLET),
        (("PASSPORT", "护照", NAMES[:25], DATA[:30] + "<<<<<" + DATA[-2:]), BOOKLET),
        ((NAMES.replace("<<<<", "《<く"), DATA.lower()), BOOKLET),
        ((NAMES[:15] + ".<<K<<<<", DATA), BOOKLET),
        ((line(NAMES[:22], 100, 500), line("Λへへへ>", 500, 502), line(DATA, 100, 560)), BOOKLET),
        ((line(NAMES[:22], 100, 500), line("<" * 22, 500, 502), line(DATA, 100, 560)), BOOKLET),
        (ROWS, CARD),
        (("证件", ROWS[0][:24], ROWS[1], ROWS[2][:16]), CARD),
    ],
    ids=[
        "booklet",
        "fillers lost",
        "fillers misread",
        "a filler taken for a letter",
        "end of a line misread",
        "line in pieces",
        "card",
        "card, fillers lost",
    ],
)
def test_zone_is_read(lines, text: str | None):
    field = zone([page(*lines)])

    assert (field and field.value) == text


def test_zone_has_its_source_and_place():
    field = zone([page("护照", NAMES, DATA, number=2)])

    assert field is not None
    assert (field.source, field.page, field.state, field.repaired) == (Source.MRZ, 2, FieldState.READ, False)
    assert field.box.bounds.top == 150


def test_a_zone_with_lookalikes_put_right_is_repaired():
    field = zone([page(NAMES, DATA.replace("810620", "8I0620"))])

    assert field is not None
    assert (field.value, field.repaired) == (BOOKLET, True)


@pytest.mark.parametrize(
    "pages",
    [
        [page(NAMES)],
        [page(DATA, NAMES)],
        [page(NAMES, number=1), page(DATA, number=2)],
        [page(NAMES, DATA[:20])],
        [page(ROWS[0], ROWS[1])],
    ],
    ids=["names alone", "upside down", "on two pages", "cut off", "card without names"],
)
def test_a_part_of_a_zone_is_unreadable(pages):
    field = zone(pages)

    assert field is not None
    assert (field.state, field.source) == (FieldState.UNREADABLE, Source.MRZ)


def test_a_page_without_a_zone_has_none():
    assert zone([page("护照", "PASSPORT", "E12345678")]) is None
    assert from_zone("sex")([page("护照")]) is None


@pytest.mark.parametrize(
    ("name", "value", "raw"),
    [
        ("document_number", "E12345678", "E12345678"),
        ("name_latin", "ZHANG SAN", "ZHANG<<SAN"),
        ("nationality", "CHN", "CHN"),
        ("birth_date", "1981-06-20", "810620"),
        ("sex", "男", "M"),
        ("valid_to", "2030-07-14", "300714"),
    ],
)
def test_fields_are_read_from_the_zone_with_their_evidence(name: str, value: str, raw: str):
    field = from_zone(name)([page(NAMES, DATA)])

    assert field is not None
    assert (field.value, field.raw, field.source, field.page) == (value, raw, Source.MRZ, 1)


def test_a_part_whose_check_digit_fails_is_not_read():
    wrong = DATA.replace("810620", "810621")

    assert from_zone("birth_date")([page(NAMES, wrong)]) is None
    assert from_zone("document_number")([page(NAMES, wrong)]) is not None


def test_a_part_that_is_left_out_is_not_read():
    assert from_zone("sex")([page(NAMES, DATA[:20] + "<" + DATA[21:])]) is None


def test_a_part_has_the_confidence_of_its_own_characters():
    names = line(NAMES, 100, 100)
    unsure = replace(names, chars=tuple(replace(c, confidence=0.4) if c.text == "S" else c for c in names.chars))

    (name, sex) = (from_zone(part)([page(unsure, line(DATA, 100, 150))]) for part in ("name_latin", "sex"))

    assert name is not None
    assert sex is not None
    assert (name.confidence, sex.confidence) == (0.4, 0.99)


def _misread(place: int, wrong: str, right: float = 0.35, last: str = DATA[-1]) -> PageText:
    """Return a booklet of which one character of the second line is misread, the right one its alternative."""
    text = DATA[:place] + wrong + DATA[place + 1 : -1] + last
    below = Affine(1, 0, 0, 0, 1, 60)
    return page(spelled_out(NAMES), spelled_out(text, {place: {DATA[place]: right}}).moved(below))


@pytest.mark.parametrize(
    ("name", "place", "wrong", "value"),
    [
        ("birth_date", 18, "8", "1981-06-20"),
        ("valid_to", 22, "8", "2030-07-14"),
        ("document_number", 3, "8", "E12345678"),
        ("document_number", 9, "8", "E12345678"),
    ],
)
def test_a_misread_character_of_a_part_is_put_right_by_its_check_digit(name: str, place: int, wrong: str, value: str):
    pages = [_misread(place, wrong)]

    field, whole = from_zone(name)(pages), zone(pages)

    assert field is not None
    assert whole is not None
    assert (field.value, field.repaired) == (value, True)
    assert (field.margin or 0.0) >= LEAD
    assert (whole.value, whole.repaired, whole.margin) == (BOOKLET, True, field.margin)


@pytest.mark.parametrize(
    "wrong", [_misread(18, "8", 0.0001), _misread(18, "8", last="9")], ids=["no trace", "the last digit fails"]
)
def test_what_is_not_proved_stays_as_it_was_read(wrong: PageText):
    assert from_zone("birth_date")([wrong]) is None
