"""Requests are assembled from what papers say and handed over once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from desk import COURT, filed, new_case, papers, somebody
from release_cases import READY, TODAY, paper

from intake.domain.errors import (
    Changed,
    Conflict,
    Forbidden,
    IntakeError,
    Invalid,
    NotFound,
    OwnWork,
    WrongState,
)
from intake.domain.finding import Finding, Severity
from intake.domain.states import RequestState
from intake.release.request import ReleaseRequest
from intake.service import cases as opened
from intake.service import requests, review
from intake.service.access import Principal, Role
from intake.service.context import Context
from intake.service.requests import Found
from intake.service.review import Change, Target
from intake.store import requests as kept
from intake.store.rows import Slice
from intake.store.tables import scan
from intake.validate.sureness import UNCERTAIN

CLERK, JUDGE = somebody(Role.CLERK), somebody(Role.JUDGE)


def test_a_case_with_all_its_papers_is_ready(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    assert (request.status, request.state) == ("ready", RequestState.DRAFT)
    assert request.key == f"release:{COURT}:{request.id}:v1"


def test_a_new_request_replaces_the_draft_before_it(service: Context, case_id: str):
    first, second = (requests.make(service, CLERK, case_id, TODAY) for _ in range(2))

    states = {each.id: each.state for each in requests.of_case(service, CLERK, case_id, Slice())}
    assert states == {first.id: RequestState.REPLACED, second.id: RequestState.DRAFT}
    assert first.key != second.key


def test_no_request_is_made_while_a_scan_waits_to_be_read(service: Context, case_id: str):
    with service.database.write() as connection:
        connection.execute(scan.update().values(state="queued"))

    with pytest.raises(Conflict):
        requests.make(service, CLERK, case_id, TODAY)


def test_an_account_that_is_doubtful_is_never_handed_over_before_a_person_looked(service: Context):  # S18
    case_id = new_case(service)
    doubt = Finding("low_confidence", Severity.REVIEW, "account_number")
    drawn = {kind: paper(kind).document for kind in READY}
    doubtful = replace(drawn["account_confirmation"], findings=(doubt,))
    filed(service, case_id, [*({**drawn, "account_confirmation": doubtful}).values()])
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(Conflict, match="not_ready"):
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)

    assert request.status == "needs_review"
    assert b"low_confidence" in request.body


@pytest.mark.parametrize(("confidence", "status"), [(0.97, "ready"), (0.9, "needs_review")])
def test_what_another_paper_says_too_holds_no_request_up(service: Context, confidence: float, status: str):
    drawn = {kind: paper(kind).document for kind in READY}
    form = drawn["account_confirmation"]
    name = replace(form.fields["account_name"], confidence=confidence)
    doubtful = replace(form, fields={**form.fields, "account_name": name})
    case_id = new_case(service)

    held = filed(service, case_id, [*({**drawn, "account_confirmation": doubtful}).values()])

    assert UNCERTAIN in {f.code for each in held for f in review.look_at(service, CLERK, each.id).document.findings}
    assert requests.make(service, CLERK, case_id, TODAY).status == status


def test_a_request_is_handed_over_as_the_bytes_that_were_assembled(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    over = requests.hand_over(service, JUDGE, request.id, request.version, TODAY)

    with service.database.write() as connection:
        parcel = kept.take(connection, 60, {"release"})
    assert over.state == RequestState.HANDING_OVER
    assert parcel
    assert (parcel.key, parcel.body) == (request.key, request.body)
    assert json.loads(parcel.body)["status"] == "ready"


def test_a_double_click_hands_over_once(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    def click(_n: int) -> str:
        try:
            return requests.hand_over(service, JUDGE, request.id, request.version, TODAY).state
        except (Changed, Conflict, IntakeError) as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(click, range(8)))

    assert answers.count(RequestState.HANDING_OVER) == 1
    with service.database.write() as connection:
        assert [bool(kept.take(connection, 60, {"release"})) for _ in range(2)] == [True, False]


def test_the_same_payment_of_another_case_is_stopped(service: Context, case_id: str):  # S50
    other = new_case(service)
    filed(service, other, [paper(kind).document for kind in READY])
    first, second = (requests.make(service, CLERK, each, TODAY) for each in (case_id, other))
    requests.hand_over(service, JUDGE, first.id, first.version, TODAY)

    with pytest.raises(Conflict) as raised:
        requests.hand_over(service, JUDGE, second.id, second.version, TODAY)

    assert raised.value.code == "paid_already"
    assert raised.value.facts == {"request": first.id}
    assert requests.look_at(service, JUDGE, second.id).state == RequestState.DRAFT


def test_a_part_of_a_grant_that_another_case_paid_is_stopped(service: Context, case_id: str):  # S50, X12
    other = new_case(service)
    filed(service, other, [paper(kind).document for kind in READY])
    opened.confirm_instalment(service, JUDGE, other, stated(service, other, 1, "200000.00"))
    part, whole = (requests.make(service, CLERK, each, TODAY) for each in (other, case_id))
    assert (part.status, whole.status) == ("ready", "ready")
    requests.hand_over(service, JUDGE, whole.id, whole.version, TODAY)

    with pytest.raises(Conflict, match="papers_changed"):
        requests.hand_over(service, JUDGE, part.id, part.version, TODAY)

    assert requests.make(service, CLERK, other, TODAY).status == "blocked"


def test_a_case_that_was_paid_is_not_ready_again(service: Context, case_id: str):  # S50, X12
    first = requests.make(service, CLERK, case_id, TODAY)
    requests.hand_over(service, JUDGE, first.id, first.version, TODAY)

    assert requests.make(service, CLERK, case_id, TODAY).status == "blocked"


def stated(service: Context, case_id: str, number: int, amount: str, who: Principal = CLERK) -> int:
    """State an instalment; returns the version of the case."""
    said = {"instalment": {"number": number, "amount": amount, "why": "分期履行"}}
    return opened.change(service, who, case_id, opened.look_at(service, who, case_id).version, said).version


def pay(service: Context, case_id: str) -> str:
    """Hand over what is made of a case now; returns its status."""
    request = requests.make(service, CLERK, case_id, TODAY)
    if request.status == "ready":
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)
    return request.status


def test_a_second_instalment_goes_where_one_person_states_it_and_another_confirms_it(service: Context, case_id: str):
    """S50, S56: never silently, never above the grant."""
    opened.confirm_instalment(service, JUDGE, case_id, stated(service, case_id, 1, "200000.00"))
    assert pay(service, case_id) == "ready"
    assert pay(service, case_id) == "blocked"  # the first one again

    seen = stated(service, case_id, 2, "286320.50")
    assert pay(service, case_id) == "needs_review"
    opened.confirm_instalment(service, JUDGE, case_id, seen)
    assert pay(service, case_id) == "ready"

    opened.confirm_instalment(service, JUDGE, case_id, stated(service, case_id, 3, "0.01"))
    assert pay(service, case_id) == "blocked"
    sent = [each for each in requests.of_case(service, CLERK, case_id, Slice()) if each.sent_on]
    assert [json.loads(each.body)["amount"]["value"] for each in sent] == ["286320.50", "200000.00"]


def test_nobody_confirms_an_instalment_of_their_own(service: Context, case_id: str):  # S56
    seen = stated(service, case_id, 1, "200000.00", JUDGE)

    with pytest.raises(OwnWork):
        opened.confirm_instalment(service, JUDGE, case_id, seen)


def test_an_instalment_that_is_changed_must_be_confirmed_anew(service: Context, case_id: str):
    seen = opened.confirm_instalment(service, JUDGE, case_id, stated(service, case_id, 1, "200000.00")).version
    request = requests.make(service, CLERK, case_id, TODAY)
    stated(service, case_id, 1, "300000.00")

    with pytest.raises(Conflict, match="papers_changed"):
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)
    assert requests.make(service, CLERK, case_id, TODAY).status == "needs_review"
    with pytest.raises(Changed):
        opened.confirm_instalment(service, JUDGE, case_id, seen)


def test_an_instalment_of_nothing_is_refused_and_one_can_be_taken_back(service: Context, case_id: str):
    with pytest.raises(Invalid, match="bad_value"):
        stated(service, case_id, 1, "0.00")
    seen = stated(service, case_id, 1, "1.00")
    opened.change(service, CLERK, case_id, seen, {"instalment": None})

    assert requests.make(service, CLERK, case_id, TODAY).status == "ready"
    with pytest.raises(Conflict, match="nothing_to_confirm"):
        opened.confirm_instalment(service, JUDGE, case_id, seen + 1)


def test_a_request_that_is_not_ready_is_not_handed_over(service: Context):
    made = new_case(service)
    filed(service, made, [paper("enforcement_ruling").document])
    request = requests.make(service, CLERK, made, TODAY)

    with pytest.raises(Conflict) as raised:
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)

    assert raised.value.code == "not_ready"


def test_a_clerk_hands_nothing_over(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(Forbidden):
        requests.hand_over(service, CLERK, request.id, request.version, TODAY)


def test_the_request_of_another_court_is_not_there(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(NotFound):
        requests.hand_over(service, somebody(Role.JUDGE, court="京01"), request.id, request.version, TODAY)


def test_a_request_is_stale_once_a_value_was_corrected(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)
    card = next(each for each in papers(service, case_id) if each.document.type == "bank_card")
    target = Target(card.stored.id, card.stored.version)
    review.correct(service, CLERK, target, [Change("bank_name", "中国农业银行")])

    with pytest.raises(Conflict) as raised:
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)

    assert raised.value.code == "papers_changed"
    assert requests.look_at(service, JUDGE, request.id).state == RequestState.DRAFT


def test_a_request_is_stale_once_a_scan_was_added(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)
    filed(service, case_id, [paper("other").document])

    with pytest.raises(Conflict):
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_judged_by_the_day_goes_within_a_day(service: Context, case_id: str, days: int):
    request = requests.make(service, CLERK, case_id, TODAY)
    day = TODAY + timedelta(days=days)

    assert requests.hand_over(service, JUDGE, request.id, request.version, day).sent_on == day.isoformat()


@pytest.mark.parametrize("days", [2, -1])
def test_what_was_judged_long_ago_is_assembled_again(service: Context, case_id: str, days: int):
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(Conflict):
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY + timedelta(days=days))


def test_the_evidence_says_who_stands_for_a_typed_value(service: Context, case_id: str):
    form = next(each for each in papers(service, case_id) if each.document.type == "account_confirmation")
    changes = [Change("account_name", "张 三"), Change("cnaps_code", "102100099996")]
    fresh = review.correct(service, CLERK, Target(form.stored.id, form.stored.version), changes)
    review.confirm(service, somebody(Role.REVIEWER), Target(form.stored.id, fresh.stored.version), "account_name")

    body = json.loads(requests.make(service, CLERK, case_id, TODAY).body)

    told = {(each["path"], each["confirmed_by"]) for each in body["evidence"] if each["source"] == "reviewer"}
    assert {("/account/name", "reviewer"), ("/account/cnaps", "clerk")} <= told


def test_earlier_releases_of_the_case_and_to_the_account_are_known(service: Context, case_id: str):  # S35, X12
    first = requests.make(service, CLERK, case_id, TODAY)
    requests.hand_over(service, JUDGE, first.id, first.version, TODAY)

    body = json.loads(requests.make(service, CLERK, case_id, TODAY).body)

    outcomes = {check["rule"]: check["outcome"] for check in body["checks"]}
    assert outcomes["X12"] == "block"
    assert outcomes["S35"] == "pass"


def test_another_name_for_a_known_identity_number_is_a_warning_of_the_court(service: Context, case_id: str):  # S37
    other = new_case(service)
    filed(service, other, [paper("resident_id_front", name="李四").document])

    request = requests.make(service, CLERK, case_id, TODAY)

    read = ReleaseRequest.model_validate_json(request.body)
    assert {check.rule: check.outcome for check in read.checks}["S37"] == "warn"
    assert "李四" not in requests.without_courts_own(read).model_dump_json()


def test_no_other_court_is_asked_who_is_who(service: Context, case_id: str):
    filed(service, new_case(service, "京01"), [paper("resident_id_front", name="李四").document])

    body = json.loads(requests.make(service, CLERK, case_id, TODAY).body)

    assert {check["rule"]: check["outcome"] for check in body["checks"]}["S37"] != "warn"


def stuck(service: Context, case_id: str) -> kept.Request:
    """Hand a request over whose answer only a person can clear up."""
    request = requests.make(service, CLERK, case_id, TODAY)
    over = requests.hand_over(service, JUDGE, request.id, request.version, TODAY)
    with service.database.write() as connection:
        kept.move(connection, over, RequestState.NEEDS_HUMAN)
        return kept.get(connection, over.id)


def test_what_a_person_found_not_paid_may_be_asked_for_anew(service: Context, case_id: str):
    held = stuck(service, case_id)

    ended = requests.settle(service, JUDGE, held.id, held.version, Found("asked the core"))

    again = requests.make(service, CLERK, case_id, TODAY)
    assert (ended.state, ended.reason) == (RequestState.REFUSED, "not_paid_says_person")
    assert requests.hand_over(service, JUDGE, again.id, again.version, TODAY).state == RequestState.HANDING_OVER


def test_what_a_person_found_paid_is_handed_over_and_never_sent_again(service: Context, case_id: str):
    held = stuck(service, case_id)

    ended = requests.settle(service, JUDGE, held.id, held.version, Found("asked the core", "P-17"))

    assert (ended.state, ended.reference) == (RequestState.HANDED_OVER, "P-17")
    with service.database.write() as connection:
        assert kept.take(connection, 60, [requests.RELEASE]) is None
    assert requests.make(service, CLERK, case_id, TODAY).status == "blocked"


def test_a_request_that_waits_for_nobody_is_not_settled(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)
    over = requests.hand_over(service, JUDGE, request.id, request.version, TODAY)

    with pytest.raises(WrongState):
        requests.settle(service, JUDGE, over.id, over.version, Found("guessed", "P-17"))


def test_a_clerk_settles_nothing(service: Context, case_id: str):
    held = stuck(service, case_id)

    with pytest.raises(Forbidden):
        requests.settle(service, CLERK, held.id, held.version, Found("guessed"))
