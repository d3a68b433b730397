"""What many do to one case in the same moment, on the database that lets them: PostgreSQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from desk import somebody
from release_cases import TODAY
from served import Served, served

from intake.domain.errors import IntakeError
from intake.service import requests, resumable
from intake.service.access import Role
from intake.service.uploads import Arrived, take_in
from intake.store import scans
from intake.store.rows import Slice
from intake.store.tables import upload

pytestmark = pytest.mark.integration


@pytest.fixture
def here(tmp_path: Path, postgres_url: str) -> Iterator[Served]:
    here = served(tmp_path, url=postgres_url, case_files=1)
    yield here
    here.context.database.engine.dispose()


def at_once(many: int, act: Callable[[int], object]) -> Counter[str]:
    """Act many times in the same moment; returns how often it went well, or with which code it failed."""
    ready = Barrier(many)

    def one(n: int) -> str:
        ready.wait(10)
        try:
            act(n)
        except IntakeError as error:
            return error.code
        return "done"

    with ThreadPoolExecutor(many) as pool:
        return Counter(pool.map(one, range(many)))


def test_a_case_holds_no_more_files_than_it_may_however_many_come_at_once(here: Served):
    case_id, clerk = here.case(), somebody(Role.CLERK)
    arrived = [Arrived(f"{n}.jpg", here.blob(b"%d" % n), 1) for n in range(12)]

    went = at_once(12, lambda n: take_in(here.context, clerk, case_id, [arrived[n]], None))

    assert went == {"done": 1, "case_is_full": 11}
    with here.context.database.read() as connection:
        assert scans.bytes_of_case(connection, case_id)[0] == 1


def test_requests_of_one_case_that_are_made_at_once_get_numbers_of_their_own(here: Served):
    case_id, judge = here.case(), somebody(Role.JUDGE)
    here.file(case_id)

    went = at_once(6, lambda _n: requests.make(here.context, judge, case_id, TODAY))

    assert went == {"done": 6}
    found = requests.of_case(here.context, judge, case_id, Slice())
    assert sorted(each.number for each in found) == [1, 2, 3, 4, 5, 6]
    assert [each.state for each in found].count("draft") == 1


def test_a_number_that_is_taken_is_a_conflict_and_no_fault(here: Served, monkeypatch: pytest.MonkeyPatch):
    case_id = here.case()
    here.file(case_id)
    headers = here.as_(Role.JUDGE)
    here.client.post(f"/api/v1/cases/{case_id}/requests", headers=headers)
    monkeypatch.setattr("intake.store.requests.next_number", lambda *_: 1)

    answer = here.client.post(f"/api/v1/cases/{case_id}/requests", headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (412, "changed_meanwhile")


def test_whole_files_are_found_and_forgotten_on_postgresql_too(here: Served):
    clerk = somebody(Role.CLERK)
    held = resumable.begin(here.context, clerk, here.case(), "a.jpg", 1)
    with here.context.database.write() as connection:
        connection.execute(upload.update().values(offset_=1, parts=[here.blob(b"a")], created_at=0.0))

    assert resumable.forget_stale(here.context, 86_400) == 0
    assert resumable.finish_whole(here.context, print) == 1
    assert resumable.look_at(here.context, clerk, held.id).scan_id is not None
    assert resumable.forget_stale(here.context, 86_400) == 1
