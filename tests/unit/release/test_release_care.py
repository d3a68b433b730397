"""Cases of foreign parties and of the forces are never ready without a person (S38)."""

from __future__ import annotations

import pytest
from fact_cases import clean
from release_cases import case_of, paper, ready_case

from intake.domain.document import Party
from intake.release.assemble import assemble
from intake.release.case import CaseInput
from intake.release.parts.check import Outcome
from intake.release.request import Status

RULING, FRONT, FORM = "enforcement_ruling", "resident_id_front", "account_confirmation"


def opposed_to(name: str, address: str | None = None) -> CaseInput:
    return ready_case(changed={RULING: {"respondents": (Party(name, address=address),)}})


def of_court(number: str) -> CaseInput:
    return ready_case(changed={RULING: {"case_number": number}, FORM: {"case_number": number}})


CARE = {
    "flagged by a person": ("foreign", ready_case(sensitivity=("foreign",))),
    "a passport": ("foreign", clean("foreigner", 1)),
    "a passport that tells nothing": ("foreign", case_of(*ready_case().documents, paper("passport", 9))),
    "a permit": (
        "hong_kong_macao_taiwan",
        case_of(*ready_case().documents, paper("mainland_travel_permit", 9, name="陈大文")),
    ),
    "an address abroad": ("foreign", opposed_to("王五", "美国加利福尼亚州")),
    "an address in Latin letters": ("foreign", opposed_to("王五", "12 Main Street, Sydney")),
    "an address in Hong Kong": ("hong_kong_macao_taiwan", opposed_to("王五", "住香港特别行政区九龙")),
    "an address abroad on the card": ("foreign", ready_case(changed={FRONT: {"address": "日本国东京都"}})),
    "a name in Latin letters": ("foreign", opposed_to("JOHN DOE")),
    "a unit of the forces": ("military", opposed_to("中国人民解放军某部")),
    "a numbered unit": ("military", opposed_to("12345部队")),
    "a court of the forces": ("military", of_court("（2026）军01执12号")),
}


@pytest.mark.parametrize(("flag", "case"), CARE.values(), ids=CARE.keys())
def test_a_case_for_special_care_is_flagged_and_not_ready(flag: str, case: CaseInput):
    request = assemble(case)

    assert next(c.outcome for c in request.checks if c.rule == "S38") is Outcome.WARN
    assert flag in request.case.sensitivity
    assert request.status is not Status.READY


def test_a_flag_is_said_once():
    assert assemble(clean("foreigner", 1, sensitivity=("foreign",))).case.sensitivity == ("foreign",)


def test_an_ordinary_case_passes():
    request = assemble(ready_case(changed={RULING: {"respondents": (Party("王五", address="浙江省杭州市美国路1号"),)}}))

    assert next(c.outcome for c in request.checks if c.rule == "S38") is Outcome.PASS
    assert request.case.sensitivity == ()


def test_without_the_ruling_nobody_can_tell():
    assert next(c.outcome for c in assemble(case_of()).checks if c.rule == "S38") is Outcome.CANNOT_COMPUTE
