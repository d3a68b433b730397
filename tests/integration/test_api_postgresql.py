"""The interface over PostgreSQL: a case from its papers to the hand-over, and whatever else asks the database."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from release_cases import CARD_NUMBER
from served import MONTH, Served, files, problem, served
from sqlalchemy import update

from intake.service.access import Role
from intake.store.happenings import SETTLED_S
from intake.store.tables import scan

pytestmark = pytest.mark.integration


@pytest.fixture
def here(tmp_path: Path, postgres_url: str) -> Iterator[Served]:
    here = served(tmp_path, url=postgres_url)
    yield here
    here.context.database.engine.dispose()


def test_a_case_goes_from_its_papers_to_the_hand_over(here: Served):
    judge = here.as_(Role.JUDGE)
    case = here.client.post("/api/v1/cases", headers=judge, json={"kind": "enforcement"}).json()
    stored = here.file(case["id"])
    card = here.client.get(f"/api/v1/documents/{stored[-1].id}", headers=judge)
    change = {"changes": [{"field": "bank_name", "value": "中国工商银行", "why": "same"}]}
    corrected = here.client.post(
        f"/api/v1/documents/{stored[-1].id}/corrections",
        headers={**judge, "If-Match": card.headers["etag"]},
        json=change,
    )

    request = here.client.post(f"/api/v1/cases/{case['id']}/requests", headers=judge)
    over = here.client.post(
        f"/api/v1/requests/{request.json()['id']}/hand-over",
        headers={**judge, "If-Match": request.headers["etag"]},
    )

    assert (corrected.status_code, request.json()["status"], over.json()["state"]) == (200, "ready", "handing_over")


def test_the_same_upload_is_taken_in_once(here: Served):
    address = f"/api/v1/cases/{here.case()}/scans"
    headers = here.as_(Role.CLERK, Idempotency_Key="k")

    answers = [here.client.post(address, headers=headers, files=files(b"one")) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]


def test_a_second_case_of_one_number_is_refused(here: Served):
    body = {"kind": "enforcement", "number": "（2026）浙0106执1234号"}

    answers = [here.client.post("/api/v1/cases", headers=here.as_(Role.CLERK), json=body) for _ in range(2)]

    assert answers[0].status_code == 201
    assert problem(answers[1]) == (409, "case_exists")


def test_copies_searches_and_lists_are_answered(here: Served):
    case_id = here.case()
    stored = here.file(case_id)
    judge = here.as_(Role.JUDGE)

    look = here.client.get(f"/api/v1/scans/{stored[0].scan_id}", headers=judge).json()
    found = here.client.post("/api/v1/search/numbers", headers=judge, json={"number": CARD_NUMBER}).json()

    assert len(look["near"]) == len(stored) - 1
    assert len(found["items"]) == 3
    for noun in ("cases", "scans", "documents", "requests", f"cases/{case_id}/requests"):
        assert here.client.get(f"/api/v1/{noun}", headers=judge).status_code == 200


def test_a_sample_is_drawn_and_judged(here: Served):
    here.file_then(here.case())
    judge, lot = here.as_(Role.JUDGE), {"month": MONTH, "seed": 1}
    drawn = here.client.post("/api/v1/quality/samples", headers=judge, json={**lot, "size": 2}).json()["documents"]
    for each in drawn:
        said = here.client.put(
            f"/api/v1/quality/samples/{each['id']}",
            headers=judge,
            params=lot,
            json={"verdicts": {next(iter(each["fields"])): "right"}},
        )
        assert said.status_code == 204

    told = here.client.get("/api/v1/quality/accuracy", headers=judge, params=lot).json()

    assert (told["documents"], told["checkers"]) == (2, 1)


def test_events_are_told_as_soon_as_none_can_come_before_them(here: Served):
    case_id = here.case()
    here.client.post(f"/api/v1/cases/{case_id}/scans", headers=here.as_(Role.CLERK), files=files(b"one"))
    time.sleep(SETTLED_S + 0.2)

    told = here.client.get(f"/api/v1/cases/{case_id}/events", headers=here.as_(Role.CLERK)).text

    assert told.count("event: scan_queued") == 1


def test_what_postgresql_cannot_keep_is_refused_and_no_fault(here: Served):
    stored = here.file(here.case(), "bank_card")[0]
    headers = here.as_(Role.JUDGE, If_Match=f'"{stored.version}"')
    body = {"changes": [{"field": "bank_name", "value": "a\u0000b"}]}

    answer = here.client.post(f"/api/v1/documents/{stored.id}/corrections", headers=headers, json=body)

    assert problem(answer) == (422, "invalid_request")


def test_a_page_is_turned_while_the_scan_is_kept(here: Served):
    stored = here.file(here.case(), "bank_card")[0]
    with here.context.database.write() as connection:
        connection.execute(update(scan).values(state="read"))
    tag = here.client.get(f"/api/v1/scans/{stored.scan_id}", headers=here.as_(Role.CLERK)).headers["etag"]

    answer = here.client.post(
        f"/api/v1/scans/{stored.scan_id}/turns",
        headers=here.as_(Role.CLERK, If_Match=tag),
        json={"turns": {"1": 180}},
    )

    assert (answer.status_code, answer.json()["turns"]) == (202, {"1": 180})


def test_a_file_comes_in_parts(here: Served):
    tus = {**here.as_(Role.CLERK), "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
    begun = here.client.post(f"/api/v1/cases/{here.case()}/uploads", headers={**tus, "Upload-Length": "6"})
    address = begun.headers["location"]

    first = here.client.patch(address, headers={**tus, "Upload-Offset": "0"}, content=b"abc")
    last = here.client.patch(address, headers={**tus, "Upload-Offset": "3"}, content=b"def")

    assert (first.headers["upload-offset"], last.headers["upload-offset"]) == ("3", "6")
    assert "upload-scan" in last.headers
