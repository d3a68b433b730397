"""What earlier payments know is weighed exactly, and what nobody knows is no pass."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from release_cases import CARD_NUMBER, TODAY, ready_case

from intake.release.assemble import assemble
from intake.release.case import CaseInput, Instalment
from intake.release.history import Confirmed, History, Release
from intake.release.parts.check import Outcome
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Weight, Window
from intake.release.request import Status

RULING, FORM = "enforcement_ruling", "account_confirmation"
NUMBER = "（2026）浙0106执1234号"
PASS, WARN, BLOCK, CANNOT = Outcome.PASS, Outcome.WARN, Outcome.BLOCK, Outcome.CANNOT_COMPUTE


def outcome(case: CaseInput, rule: str) -> Outcome:
    return next(check.outcome for check in assemble(case).checks if check.rule == rule)


def paid(*amounts: str, case_number: str = NUMBER, granted: str = "0") -> History:
    releases = tuple(Release(date(2026, 6, 30), case_number, CARD_NUMBER, Decimal(a)) for a in amounts)
    return History(releases, granted=Decimal(granted))


GRANTED = {
    "nobody looked": (CANNOT, History()),
    "nothing before": (PASS, paid()),
    "a cent before": (BLOCK, paid("0.01")),
    "another case": (PASS, paid("999999.00", case_number="（2026）浙0106执9号")),
    "the same case in other brackets": (BLOCK, paid("1.00", case_number="(2026)浙0106执1234号")),
    "another ruling grants it to the cent": (PASS, paid("100.00", "0.10", granted="100.10")),
    "another ruling grants a cent less": (BLOCK, paid("100.00", "0.10", granted="100.09")),
}


@pytest.mark.parametrize(("expected", "history"), GRANTED.values(), ids=GRANTED.keys())
def test_no_more_is_released_than_is_granted(expected: Outcome, history: History):
    assert outcome(ready_case(history=history), "X12") is expected


def part(amount: str, number: int = 2, second: str | None = "judge", *before: str) -> CaseInput:
    """Draw the case of a grant of 486,320.50 of which a person states a part."""
    stated = Instalment(number, Decimal(amount), second)
    return ready_case(history=paid(*before), instalment=stated, subject_amount=Decimal("486320.50"))


PARTS = {
    "the first of several": (Status.READY, part("200000.00", 1)),
    "the rest to the cent": (Status.READY, part("286320.50", 2, "judge", "200000.00")),
    "the same sum again": (Status.READY, part("200000.00", 2, "judge", "200000.00")),
    "a cent above the rest": (Status.BLOCKED, part("286320.51", 2, "judge", "200000.00")),
    "nobody confirmed it": (Status.NEEDS_REVIEW, part("286320.50", 2, None, "200000.00")),
    "it was released already": (Status.BLOCKED, part("100000.00", 1, "judge", "200000.00")),
    "one is left out": (Status.BLOCKED, part("100000.00", 3, "judge", "200000.00")),
}


@pytest.mark.parametrize(("expected", "case"), PARTS.values(), ids=PARTS.keys())
def test_a_part_of_the_grant_is_released_where_two_people_say_so(expected: Status, case: CaseInput):  # S50, S56
    assert assemble(case).status is expected


def test_an_instalment_carries_its_sum_its_number_and_who_stands_for_it():
    request = assemble(part("286320.50", 2, "judge", "200000.00"))

    (evidence,) = (each for each in request.evidence if each.path == "/amount/value")
    assert (request.instalment, request.amount.value) == (2, "286320.50")
    assert request.amount.upper_case == "人民币贰拾捌万陆仟叁佰贰拾元伍角整"
    assert (evidence.source, evidence.confirmed_by, evidence.document_id) == ("reviewer", "judge", None)


def test_figures_that_contradict_the_words_stop_an_instalment_too():
    case = ready_case(changed={RULING: {"amount": "486320.51"}}, instalment=Instalment(1, Decimal("1.00"), "judge"))

    assert outcome(case, "X3") is BLOCK


def asked(amount: str, subject: str | None, history: History | None = None, **weights: Weight) -> CaseInput:
    limits = default_policy().limits.model_copy(update=weights)
    said = {"history": history or History(), "policy": default_policy().model_copy(update={"limits": limits})}
    changed = {RULING: {"amount": amount, "amount_upper": None}}
    return ready_case(changed=changed, subject_amount=None if subject is None else Decimal(subject), **said)


DIFFERENCES = {
    "+20.00 %": (PASS, asked("12000.00", "10000.00")),
    "+20.01 %": (WARN, asked("12001.00", "10000.00")),
    "a cent above +20 %": (WARN, asked("12000.01", "10000.00")),
    "-20.00 %": (PASS, asked("8000.00", "10000.00")),
    "-20.01 %": (WARN, asked("7999.00", "10000.00")),
    "the same": (PASS, asked("10000.00", "10000.00")),
    "no subject amount": (CANNOT, asked("10000.00", None)),
    "a subject amount of zero": (CANNOT, asked("10000.00", "0.00")),
    "no amount": (CANNOT, asked("若干", "10000.00")),
    "with what was paid before": (WARN, asked("4000.00", "10000.00", paid("8000.01"))),
    "together enough": (PASS, asked("4000.00", "10000.00", paid("5000.00"))),
    "below, where the court does not mind": (PASS, asked("1.00", "10000.00", below_subject=Weight.OFF)),
    "above, where the court does not mind below": (WARN, asked("12001.00", "10000.00", below_subject=Weight.OFF)),
    "above, where the court stops it": (BLOCK, asked("12001.00", "10000.00", above_subject=Weight.BLOCK)),
}


@pytest.mark.parametrize(("expected", "case"), DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_a_difference_from_the_subject_amount_is_exact_in_both_directions(expected: Outcome, case: CaseInput):  # S36
    assert outcome(case, "S36") is expected


def test_a_difference_that_the_court_stops_blocks_the_request():
    request = assemble(asked("12001.00", "10000.00", above_subject=Weight.BLOCK))

    assert request.status is Status.BLOCKED
    assert {f.severity for f in request.findings if f.rule == "S36"} == {"block"}


def crowd(*days: date, number: str = CARD_NUMBER, window: Window = Window.MONTH) -> CaseInput:
    releases = tuple(Release(day, f"（2026）浙0106执{n}号", number, Decimal(1)) for n, day in enumerate(days, 1))
    limits = default_policy().limits.model_copy(update={"window": window})
    policy = default_policy().model_copy(update={"limits": limits})
    return ready_case(history=History(releases), policy=policy)


SPACED = "6222-0212 3456 7890 128"
JULY, JUNE, LAST = TODAY, date(2026, 6, 30), date(2026, 6, 2)
CROWDS = {
    "nobody looked": (CANNOT, ready_case()),
    "the third": (PASS, crowd(JULY, JULY)),
    "the fourth": (WARN, crowd(JULY, JULY, JULY)),
    "written with blanks and strokes": (WARN, crowd(JULY, JULY, JULY, number=SPACED)),
    "another account": (PASS, crowd(JULY, JULY, JULY, number="1")),
    "last month does not count in a calendar month": (PASS, crowd(JUNE, JUNE, JUNE)),
    "last month counts in thirty days": (WARN, crowd(JUNE, JUNE, LAST, window=Window.THIRTY_DAYS)),
    "thirty days ago is over": (PASS, crowd(JUNE, JUNE, date(2026, 6, 1), window=Window.THIRTY_DAYS)),
    "last year's July": (PASS, crowd(*[date(2025, 7, 1)] * 3)),
}


@pytest.mark.parametrize(("expected", "case"), CROWDS.values(), ids=CROWDS.keys())
def test_a_fourth_release_to_one_account_within_a_month_is_for_a_person(expected: Outcome, case: CaseInput):  # S35
    assert outcome(case, "S35") is expected


def confirmed(number: str, day: date = date(2026, 6, 1), **form: object) -> CaseInput:
    return ready_case(changed={FORM: form}, history=History(confirmed=Confirmed(number, day)))


CONFIRMED = {
    "nobody knows": (CANNOT, CANNOT, ready_case()),
    "the same": (PASS, PASS, confirmed(SPACED)),
    "another, no new signature": (BLOCK, PASS, confirmed("1234567890")),
    "another, signed anew": (PASS, WARN, confirmed("1234567890", is_signed=True)),
    "another, the form not signed": (BLOCK, PASS, confirmed("1234567890", is_signed=False)),
    "another, the form older": (BLOCK, PASS, confirmed("1234567890", date(2026, 6, 10), is_signed=True)),
    "another, the form without a day": (BLOCK, PASS, confirmed("1234567890", is_signed=True, confirmed_on=None)),
}


@pytest.mark.parametrize(("first", "change", "case"), CONFIRMED.values(), ids=CONFIRMED.keys())
def test_another_account_than_the_first_needs_a_new_form_and_a_look(first: Outcome, change: Outcome, case: CaseInput):
    assert (outcome(case, "X14"), outcome(case, "account_change")) == (first, change)


def test_an_account_that_changed_is_never_ready_without_a_person():
    assert assemble(confirmed("1234567890", is_signed=True)).status is Status.NEEDS_REVIEW
