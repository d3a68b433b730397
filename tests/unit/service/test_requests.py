"""Requests are assembled from what papers say and handed over once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from desk import COURT, context, filed, new_case, somebody
from release_cases import READY, TODAY, paper

from intake.domain.errors import Changed, Conflict, Forbidden, IntakeError, NotFound
from intake.domain.states import RequestState
from intake.service import requests
from intake.service.access import Role
from intake.service.context import Context
from intake.store import requests as kept
from intake.store.tables import scan

CLERK, JUDGE = somebody(Role.CLERK), somebody(Role.JUDGE)


@pytest.fixture
def service(tmp_path: Path) -> Context:
    return context(tmp_path)


@pytest.fixture
def case_id(service: Context) -> str:
    made = new_case(service)
    filed(service, made, [paper(kind).document for kind in READY])
    return made


def test_a_case_with_all_its_papers_is_ready(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    assert (request.status, request.state) == ("ready", RequestState.DRAFT)
    assert request.key == f"release:{COURT}:{request.id}:v1"


def test_a_new_request_replaces_the_draft_before_it(service: Context, case_id: str):
    first, second = (requests.make(service, CLERK, case_id, TODAY) for _ in range(2))

    states = {each.id: each.state for each in requests.of_case(service, CLERK, case_id)}
    assert states == {first.id: RequestState.REPLACED, second.id: RequestState.DRAFT}
    assert first.key != second.key


def test_no_request_is_made_while_a_scan_waits_to_be_read(service: Context, case_id: str):
    with service.database.write() as connection:
        connection.execute(scan.update().values(state="queued"))

    with pytest.raises(Conflict):
        requests.make(service, CLERK, case_id, TODAY)


def test_a_request_is_handed_over_as_the_bytes_that_were_assembled(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    over = requests.hand_over(service, JUDGE, request.id, request.version)

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
            return requests.hand_over(service, JUDGE, request.id, request.version).state
        except (Changed, Conflict, IntakeError) as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(click, range(8)))

    assert answers.count(RequestState.HANDING_OVER) == 1
    with service.database.write() as connection:
        assert [bool(kept.take(connection, 60, {"release"})) for _ in range(2)] == [True, False]


def test_the_same_payment_of_another_request_is_stopped(service: Context, case_id: str):  # S50
    first = requests.make(service, CLERK, case_id, TODAY)
    requests.hand_over(service, JUDGE, first.id, first.version)
    second = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(Conflict) as raised:
        requests.hand_over(service, JUDGE, second.id, second.version)

    assert raised.value.code == "paid_already"
    assert raised.value.facts == {"request": first.id}
    assert requests.look_at(service, JUDGE, second.id).state == RequestState.DRAFT


def test_a_request_that_is_not_ready_is_not_handed_over(service: Context):
    made = new_case(service)
    filed(service, made, [paper("enforcement_ruling").document])
    request = requests.make(service, CLERK, made, TODAY)

    with pytest.raises(Conflict) as raised:
        requests.hand_over(service, JUDGE, request.id, request.version)

    assert raised.value.code == "not_ready"


def test_a_clerk_hands_nothing_over(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(Forbidden):
        requests.hand_over(service, CLERK, request.id, request.version)


def test_the_request_of_another_court_is_not_there(service: Context, case_id: str):
    request = requests.make(service, CLERK, case_id, TODAY)

    with pytest.raises(NotFound):
        requests.hand_over(service, somebody(Role.JUDGE, court="京01"), request.id, request.version)
