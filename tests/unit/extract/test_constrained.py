"""A misread number is put right where the lattice leaves no doubt, offered where it leaves some, never invented."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from builders import line, page, recognised, spelled_out

from intake.doctypes.resident_id_front import DOCTYPE
from intake.domain.document import FieldState
from intake.domain.finding import Severity
from intake.extract import constrained, kinds
from intake.extract.accounts import account_number
from intake.extract.fields import extract
from intake.extract.finders import field_of, lines
from intake.extract.lattice import LIMIT, window
from intake.extract.running import of_line

ID, CARD = "11010519491231002X", "6222021234567890128"
USCC, CNAPS, CASE = "91350100M000100Y43", "102100099996", "(2023)浙0106执1234号"
NEAR, FAR = 0.35, 0.0001  # probability of the right character beside the wrong one: 0.6 and 9.2 nats away


def _with(text, place, wrong, right=NEAR):
    """Return a line that reads `wrong` in a place of `text`, whose character is an alternative there."""
    return spelled_out(f"{text[:place]}{wrong}{text[place + 1 :]}", {place: {text[place]: right}})


def _read(parse, read):
    return field_of(lines, parse)((page(read),))


@pytest.mark.parametrize(
    ("parse", "text", "place", "wrong", "value"),
    [
        (kinds.resident_number, ID, 8, "1", ID),
        (kinds.resident_number, ID, 3, "B", ID),
        (kinds.party_number, USCC, 10, "4", USCC),
        (kinds.party_number, ID, 10, "4", ID),
        (kinds.credit_code, USCC, 9, "O", USCC),
        (kinds.card_number, CARD, 9, "9", CARD),
        (kinds.card_number, CARD, 9, "B", CARD),
        (kinds.clearing_code, CNAPS, 4, "7", CNAPS),
        (kinds.case, CASE, 7, "6", None),
        (kinds.case, CASE, 11, "热", "（2023）浙0106执1234号"),
        (kinds.case, CASE, 6, "渐", "（2023）浙0106执1234号"),
        (account_number, CARD, 9, "9", CARD),
    ],
)
def test_a_misread_character_is_put_right_where_nothing_else_fits(parse, text, place, wrong, value):
    field = _read(parse, _with(text, place, wrong))

    if value is None:
        assert not field.repaired
        return
    assert (field.value, field.state, field.repaired, field.suggestion) == (value, FieldState.READ, True, None)
    assert field.raw == f"{text[:place]}{wrong}{text[place + 1 :]}"
    assert field.margin > constrained.LEAD
    assert field.confidence == pytest.approx(0.99, abs=0.01)


@pytest.mark.parametrize(
    ("parse", "text", "place", "wrong"),
    [(kinds.resident_number, ID, 8, "1"), (kinds.card_number, CARD, 9, "9"), (account_number, CARD, 9, "9")],
)
def test_what_is_much_less_likely_than_what_was_read_is_neither_taken_nor_offered(parse, text, place, wrong):
    field = _read(parse, _with(text, place, wrong, FAR))

    assert (field.value, field.repaired, field.suggestion) == (f"{text[:place]}{wrong}{text[place + 1 :]}", False, None)


def test_what_is_rather_less_likely_is_offered():
    field = _read(kinds.resident_number, _with(ID, 8, "1", 0.01))

    assert (field.value, field.repaired, field.suggestion) == (f"{ID[:8]}1{ID[9:]}", False, ID)


def test_a_value_that_is_no_number_as_it_was_read_is_unreadable_with_what_it_may_be():
    field = _read(kinds.resident_number, _with(ID, 3, "B", 0.01))

    assert (field.value, field.state, field.suggestion) == (None, FieldState.UNREADABLE, ID)
    assert field.raw == f"{ID[:3]}B{ID[4:]}"


def test_of_two_repairs_that_are_nearly_as_likely_the_likelier_is_offered():
    misread = spelled_out(f"{CARD[:9]}9{CARD[10:]}", {9: {CARD[9]: 0.35}, 12: {"6": 0.3}})

    field = _read(kinds.card_number, misread)

    assert (field.value, field.repaired, field.suggestion) == (f"{CARD[:9]}9{CARD[10:]}", False, CARD)


def test_a_digit_that_left_no_trace_is_not_reckoned():
    field = _read(kinds.resident_number, spelled_out(f"{ID[:8]}1{ID[9:]}"))

    assert (field.value, field.repaired, field.suggestion) == (f"{ID[:8]}1{ID[9:]}", False, None)


def test_a_number_does_not_grow_to_fit():
    steps = spelled_out(f"{ID[:8]}{ID[9:]}", {})

    assert _read(kinds.resident_number, steps) is None


def test_a_lost_digit_that_left_traces_is_only_offered():
    whole = spelled_out(ID, {8: {"": 0.6}})

    field = _read(kinds.resident_number, whole)

    assert "".join(c.text for c in whole.chars) == f"{ID[:8]}{ID[9:]}"
    assert (field.value, field.repaired, field.suggestion) == (None, False, ID)


def test_a_card_of_no_known_issuer_is_only_offered():
    card = "9999021234567890121"

    field = _read(kinds.card_number, _with(card, 9, "9"))

    assert not field.repaired


def test_an_account_that_is_no_card_is_not_decoded():
    account = "33050161663500000123"

    field = _read(account_number, _with(account, 4, "7"))

    assert (field.value, field.margin, field.suggestion) == (f"{account[:4]}7{account[5:]}", None, None)


def test_a_value_that_fits_has_the_distance_to_the_next_as_its_margin():
    field = _read(kinds.case, spelled_out(CASE, {14: {"7": 0.002}}))

    assert field.margin == pytest.approx(math.log(0.99 / 0.002), abs=0.1)
    assert field.suggestion is None


def test_a_value_close_to_another_is_asked_about():
    field = _read(kinds.case, spelled_out(CASE, {14: {"7": 0.4}}))

    assert (field.value, field.suggestion) == ("（2023）浙0106执1234号", "（2023）浙0106执1274号")


def test_text_without_alternatives_is_as_it_was():
    field = _read(kinds.resident_number, line(ID))

    assert (field.value, field.margin, field.suggestion) == (ID, None, None)


def test_a_lattice_that_does_not_read_as_the_text_is_not_used():
    read, other = spelled_out(ID), spelled_out(f"{ID[:8]}1{ID[9:]}")

    assert window(of_line(read, 1), str)
    assert window(of_line(replace(read, lattice=other.lattice), 1), str) is None


def _of_id(read):
    findings = extract(DOCTYPE, (page(read),))[1]
    return [(f.code, f.severity) for f in findings if f.field == "id_number" and f.code != "missing"]


def test_a_believed_repair_is_told_and_a_suggestion_is_asked_about():
    assert _of_id(_with(ID, 8, "1")) == [("repaired_value", Severity.INFO)]
    assert ("suggested_value", Severity.REVIEW) in _of_id(_with(ID, 8, "1", 0.01))


def test_lookalikes_put_right_are_for_a_person_unless_the_lattice_is_sure_of_them():
    read = f"{ID[:17]}×"
    sure = _read(kinds.resident_number, spelled_out(read))
    close = _read(kinds.resident_number, spelled_out(read, {14: {"1": 0.3}, 15: {"9": 0.3}}))

    assert (sure.value, sure.repaired, sure.margin) == (ID, True, LIMIT)
    assert (close.value, close.repaired, close.margin) == (ID, True, None)


def test_a_lookalike_that_the_lattice_confirms_is_a_believed_repair():
    read = spelled_out(CASE.replace("0106", "O106"), {7: {"0": 0.4}})

    field = _read(kinds.case, read)

    assert (field.value, field.repaired, field.margin is None) == ("（2023）浙0106执1234号", True, False)


def test_a_lookalike_that_the_lattice_does_not_know_is_for_a_person():
    field = _read(kinds.case, spelled_out(CASE.replace("0106", "O106"), {7: {"0": 0.01}}))

    assert (field.value, field.repaired, field.margin) == ("（2023）浙0106执1234号", True, None)


DAY = "二〇二三年六月十一日"


@pytest.mark.parametrize(
    ("other", "sure", "suggestion"),
    [("○", 0.99, None), ("口", 0.99, None), ("三", 0.64, None)],
    ids=["another form", "what it is misread as", "what cannot stand there"],
)
def test_forms_of_a_character_are_one_in_a_date(other: str, sure: float, suggestion: str | None):
    field = _read(kinds.signed_date, spelled_out(DAY, {1: {other: 0.35}}))

    assert (field.value, field.suggestion) == ("2023-06-11", suggestion)
    assert field.confidence == pytest.approx(sure, abs=0.01)


def test_a_date_that_lost_its_circle_is_suggested_whole():
    """Readers pass over the 〇 of 二〇一八: nothing is left of it but a chance in the gap."""
    steps = [{"二": 0.98}, {"": 0.6, "〇": 0.35}, *({char: 0.98} for char in "一八年八月六日")]

    field = _read(kinds.signed_date, recognised(steps))

    assert (field.value, field.suggestion) == (None, "2018-08-06")


def test_a_date_that_may_be_another_day_is_for_a_person():
    field = _read(kinds.signed_date, _with(DAY, 3, "二", 0.3))

    assert (field.value, field.suggestion) == ("2022-06-11", "2023-06-11")
