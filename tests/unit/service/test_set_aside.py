"""A scan that a person set aside stays, and stops its case no more."""

from __future__ import annotations

import pytest
from desk import filed, new_case, papers, somebody
from release_cases import TODAY, paper

from intake.domain.errors import Changed, Conflict, Forbidden, Invalid
from intake.service import cases, requests, steps
from intake.service.access import Role
from intake.service.context import Context
from intake.store import happenings, scans
from intake.store.scans import NewScan
from intake.store.tables import scan

CLERK, JUDGE, PARTY = somebody(Role.CLERK), somebody(Role.JUDGE), somebody(Role.PARTY)


@pytest.fixture
def broken(service: Context, case_id: str) -> str:
    """Return a scan of the case that nobody can read, as it will be however often it is read again."""
    with service.database.write() as connection:
        court = CLERK.scope.court
        made = scans.add(connection, NewScan(case_id, court, "f" * 64, "broken.pdf", 9, "he"))
        connection.execute(
            scan.update().where(scan.c.id == made.id).values(state="rejected", error_code="damaged_file")
        )
    return made.id


def say(service: Context, case_id: str, **said: str) -> None:
    seen = cases.look_at(service, CLERK, case_id).version
    cases.change(service, CLERK, case_id, seen, {"set_aside": said})


def status(service: Context, case_id: str) -> str:
    return requests.make(service, CLERK, case_id, TODAY).status


def test_a_broken_scan_stops_its_case_until_it_is_set_aside(service: Context, case_id: str, broken: str):
    before = status(service, case_id)

    say(service, case_id, **{broken: "the party sent it again"})

    assert (before, status(service, case_id)) == ("needs_review", "ready")


def test_a_scan_that_is_set_aside_no_more_counts_again(service: Context, case_id: str, broken: str):
    say(service, case_id, **{broken: "by mistake"})

    say(service, case_id)

    assert status(service, case_id) == "needs_review"


def test_the_papers_of_a_scan_set_aside_are_in_no_request(service: Context, case_id: str):
    (other,) = filed(service, case_id, [paper("enforcement_ruling", amount="1.00", amount_upper="壹元整").document])
    before = status(service, case_id)

    say(service, case_id, **{other.scan_id: "of another ruling"})
    request = requests.make(service, CLERK, case_id, TODAY)

    assert (before, request.status) == ("blocked", "ready")
    assert other.id.encode() not in request.body
    assert other.id in {each.stored.id for each in papers(service, case_id)}


def test_a_request_made_before_is_not_handed_over_after(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)
    say(service, case_id, **{papers(service, case_id)[0].stored.scan_id: "not the last one"})

    with pytest.raises(Conflict, match="papers_changed"):
        requests.hand_over(service, JUDGE, request.id, request.version, TODAY)


def test_who_set_a_scan_aside_and_why_is_noted(service: Context, case_id: str, broken: str):
    say(service, case_id, **{broken: "came again"})

    with service.database.read() as connection:
        noted = [each for each in happenings.since(connection, case_id, 0) if each.kind == "set_aside"]
    assert [(each.who, each.subject, each.facts) for each in noted] == [("clerk", broken, {"why": "came again"})]


def test_a_scan_of_another_case_cannot_be_set_aside(service: Context, case_id: str):
    other = filed(service, new_case(service), [paper("bank_card").document])[0].scan_id

    with pytest.raises(Invalid, match="not_of_the_case"):
        say(service, case_id, **{other: "no"})


def test_who_may_not_change_a_case_sets_nothing_aside(service: Context, case_id: str, broken: str):
    with pytest.raises(Forbidden):
        cases.change(service, PARTY, case_id, 1, {"set_aside": {broken: "mine"}})


def test_two_who_set_aside_at_once_do_not_overwrite_each_other(service: Context, case_id: str, broken: str):
    seen = cases.look_at(service, CLERK, case_id).version
    say(service, case_id, **{broken: "first"})

    with pytest.raises(Changed):
        cases.change(service, CLERK, case_id, seen, {"set_aside": {}})


def test_the_steps_of_a_case_ask_for_nothing_because_of_a_scan_set_aside(service: Context, case_id: str):
    before = steps.steps(service, CLERK, case_id, TODAY)
    (other,) = filed(
        service, case_id, [paper("resident_id_front", birth_date="2020-01-01", id_number="110105202001010023").document]
    )
    between = steps.steps(service, CLERK, case_id, TODAY)

    say(service, case_id, **{other.scan_id: "taken back"})

    assert before != between
    assert steps.steps(service, CLERK, case_id, TODAY) == before
