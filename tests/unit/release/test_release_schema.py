"""The published schema and the canonical bytes hold for every request that can be assembled."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from release_cases import CLASSES, READY, case_of, noted, paper, ready_case, replaced, silent

from intake.doctypes.registry import registry
from intake.domain.document import FieldState, Party
from intake.domain.finding import Finding, Severity
from intake.release.assemble import assemble
from intake.release.canonical import canonical
from intake.release.case import CaseInput, Instalment
from intake.release.history import Confirmed, History, Release
from intake.release.parts.case import Kind
from intake.release.request import REQUIRED, ReleaseRequest, Status
from intake.release.schema import DIALECT, schema

TYPES = registry()
VALIDATOR = Draft202012Validator(schema())
NASTY = st.one_of(
    st.sampled_from(
        ["' OR 1=1 --", "＇　ＯＲ　１＝１", "2026-13-40", "0.30", "1e5", "-1.00", "张三", "", " ", "\x00", "长期"]
    ),
    st.text(max_size=12),
)
VALUES = st.one_of(NASTY, st.booleans(), st.tuples(st.builds(Party, NASTY, NASTY, NASTY)), st.none())


@st.composite
def cases(draw: st.DrawFn) -> CaseInput:
    """Draw cases near the ready one: papers missing or doubled, fields changed, unreadable, taken away, in doubt."""
    kinds = draw(st.lists(st.sampled_from(sorted(CLASSES)), max_size=7))
    papers = []
    for number, kind in enumerate(kinds, start=1):
        names = st.sampled_from(sorted(READY.get(kind) or TYPES[kind].fields or {"x": ""}))
        there = paper(kind, number, **draw(st.dictionaries(names, VALUES, max_size=2)))
        states = st.sampled_from([FieldState.EMPTY, FieldState.UNREADABLE])
        fields = draw(st.dictionaries(names, st.builds(silent, states), max_size=1))
        doubts = st.builds(Finding, st.just("low_confidence"), st.sampled_from(Severity), names)
        papers.append(noted(there, *draw(st.lists(doubts, max_size=1)), **fields))
    said = st.one_of(st.none(), NASTY)
    days = st.dates(date(2015, 1, 1), date(2040, 1, 1))
    case = case_of(*papers, kind=draw(st.sampled_from(Kind)), today=draw(days))
    spoken = replace(case, court_code=draw(said), court_name=draw(said), case_number=draw(said))
    return replace(spoken, history=draw(histories()), links=draw(st.dictionaries(st.just("d1"), NASTY, max_size=1)))


def histories() -> st.SearchStrategy[History]:
    money = st.decimals(0, 10**9, places=2, allow_nan=False)
    days = st.dates(date(2015, 1, 1), date(2040, 1, 1))
    releases = st.lists(st.builds(Release, days, NASTY, NASTY, money), max_size=2).map(tuple)
    return st.builds(History, st.none() | releases, st.none() | st.builds(Confirmed, NASTY, days), money)


@settings(max_examples=50, deadline=None)
@given(cases())
def test_every_request_is_valid_and_ready_means_complete(case: CaseInput):
    request = assemble(case)
    data = json.loads(canonical(request))

    VALIDATOR.validate(data)
    assert rfc8785.dumps(data) == canonical(request)
    assert ReleaseRequest.model_validate_json(canonical(request)) == request
    assert request.status is not Status.READY or not (request.missing() or request.findings)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_every_value_has_evidence_and_all_evidence_a_value(case: CaseInput):
    request = assemble(case)
    data = request.model_dump(mode="json")

    paths = {e.path for e in request.evidence}
    parts = {part: data[part] for part in ("court", "payee", "account")}
    filled = {
        f"/{part}/{name}" for part, values in parts.items() for name, value in values.items() if value is not None
    }
    assert filled == {path for path in paths if path.split("/")[1] in parts}


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())

    assert schema()["$schema"] == DIALECT
    assert schema()["$id"] == "intake/release-request/v1"


def test_every_property_says_what_it_is():
    parts = [schema(), *schema()["$defs"].values()]
    members = [member for part in parts for member in part.get("properties", {}).items()]

    assert [name for name, member in members if not member.get("description")] == []


@pytest.mark.parametrize("path", REQUIRED)
def test_the_schema_binds_required_values_of_a_ready_request_only(path: str):
    data = _without(path)

    assert not VALIDATOR.is_valid(data)
    assert VALIDATOR.is_valid(data | {"status": "incomplete"})


@pytest.mark.parametrize("path", REQUIRED)
def test_a_ready_request_that_lacks_something_cannot_be_made(path: str):
    with pytest.raises(ValidationError, match="ready"):
        ReleaseRequest.model_validate_json(json.dumps(_without(path)))


@pytest.mark.parametrize("value", ["486320.5", "486320", "0486320.50", "4e5", "486,320.50", "-1.00", "", 486320.5])
def test_money_is_a_string_with_two_places(value: object):
    data = assemble(ready_case()).model_dump(mode="json")

    assert not VALIDATOR.is_valid(data | {"amount": data["amount"] | {"value": value}})


def test_canonical_bytes_do_not_depend_on_the_order_of_keys():
    request = assemble(ready_case())
    data = request.model_dump(mode="json")

    backwards = json.dumps(dict(reversed(data.items())))

    assert canonical(ReleaseRequest.model_validate_json(backwards)) == canonical(request)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 10**15 - 1))
def test_cents_are_exact(cents: int):  # S81
    amount = f"{cents // 100}.{cents % 100:02}"
    request = assemble(ready_case(changed={"enforcement_ruling": {"amount": amount, "amount_upper": None}}))

    assert request.amount.value == amount


def test_a_tenth_and_two_tenths_are_three_tenths():  # S81
    total = Decimal("0.1") + Decimal("0.2")
    ruling = {"amount": f"{total:.2f}", "amount_upper": "人民币叁角整"}
    request = assemble(ready_case(changed={"enforcement_ruling": ruling}, subject_amount=total))

    assert (request.amount.value, request.case.subject_amount) == ("0.30", "0.30")
    assert request.status is Status.READY


def test_a_request_is_named_once_and_for_all():
    request = assemble(ready_case())

    assert request.idempotency_key == "release:浙0106:r1:v1"
    assert assemble(ready_case()) == request


def test_the_digest_finds_the_same_payment_under_another_number_and_account():  # S50
    first = assemble(ready_case("bank_card"))
    changed = {r: {"account_number": "123"} for r in ("enforcement_ruling", "account_confirmation")}
    again = assemble(ready_case("bank_card", changed, request_id="r2"))

    assert again.payment_digest == first.payment_digest
    assert again.idempotency_key != first.idempotency_key


DIFFERENT = {
    "instalment": ready_case(instalment=Instalment(2, Decimal("486320.50"), "judge")),
    "amount": ready_case(changed={"enforcement_ruling": {"amount": "1.00", "amount_upper": "壹元整"}}),
    "case": ready_case(
        changed={k: {"case_number": "（2026）浙0106执1235号"} for k in ("enforcement_ruling", "account_confirmation")}
    ),
}


@pytest.mark.parametrize("case", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_the_digest_tells_other_payments_apart(case: CaseInput):  # S50
    assert assemble(case).payment_digest not in {None, assemble(ready_case()).payment_digest}


def test_a_draft_without_an_amount_has_no_digest():
    assert assemble(ready_case("enforcement_ruling")).payment_digest is None


DISPUTED = {
    "/case/number": {"account_confirmation": {"case_number": "（2026）浙0106执1235号"}},
    "/payee/id_number": {"account_confirmation": {"id_number": "34052419800101001X"}},
    "/account/number": {"bank_card": {"card_number": "6212261202000000006"}},
    "/account/bank": {"bank_card": {"bank_name": "中国建设银行"}},
    "/amount/value": {"enforcement_ruling": {"amount": "486320.51"}},
}


@pytest.mark.parametrize(("path", "changed"), DISPUTED.items(), ids=DISPUTED.keys())
def test_a_value_that_papers_contradict_each_other_on_is_left_to_a_person(path: str, changed: dict):
    request = assemble(ready_case(changed=changed))

    part, name = path.strip("/").split("/")
    assert request.model_dump()[part][name] is None
    assert path not in {e.path for e in request.evidence}
    assert request.status in {Status.BLOCKED, Status.NEEDS_REVIEW}


def test_hostile_text_travels_as_text():  # S52
    name = "' OR 1=1 --"
    changed = {"enforcement_ruling": {"payee_name": name}, "account_confirmation": {"account_name": name}}
    request = assemble(ready_case("bank_card", changed))

    assert (request.payee.name, request.account.name) == (name, name)
    assert name.encode() in canonical(request)


def test_a_file_name_that_is_not_text_is_written_all_the_same():
    there = replace(paper("enforcement_ruling"), file="a\udcff.jpg")

    assert b'"a?.jpg"' in canonical(assemble(replaced(ready_case(), there)))


def test_versions_are_written_in_order():
    request = assemble(ready_case(models={"b": "2", "a": "1"}, rules={"release": "1"}))

    assert [v.name for v in request.versions.models] == ["a", "b"]


def test_a_part_cannot_be_changed():
    data = copy.copy(assemble(ready_case()))

    with pytest.raises(ValidationError):
        data.instalment = 2


def test_the_example_of_the_page_is_valid():
    page = (Path(__file__).parents[3] / "docs" / "release-request.md").read_text("utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]

    VALIDATOR.validate(json.loads(example))


def _without(path: str) -> dict[str, object]:
    data = assemble(ready_case()).model_dump(mode="json")
    part, _, name = path.strip("/").partition("/")
    return data | ({part: data[part] | {name: None}} if name else {part: None})
