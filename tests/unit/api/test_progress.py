"""Server-sent events: in order, resumed, and silent about who looked at what."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from fastapi import Request
from served import Served, files, served

from intake.api import progress
from intake.api.app import Around
from intake.api.desk import asks_again
from intake.service.access import Principal, Role
from intake.store.tables import token


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.fixture
def case_id(here: Served) -> str:
    case_id = here.case()
    for content in (b"one", b"two"):
        here.client.post(f"/api/v1/cases/{case_id}/scans", headers=here.as_(Role.CLERK), files=files(content))
    return case_id


def events(here: Served, case_id: str, last: str | None = None) -> list[dict[str, str]]:
    headers = here.as_(Role.CLERK, **({"Last_Event_ID": last} if last else {}))
    answer = here.client.get(f"/api/v1/cases/{case_id}/events", headers=headers)
    blocks = [block for block in answer.text.split("\n\n") if block.startswith("id:")]
    return [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]


def test_what_happens_in_a_case_is_told_in_order(here: Served, case_id: str):
    told = events(here, case_id)

    assert [each["event"] for each in told] == ["scan_queued", "scan_queued"]
    assert json.loads(told[0]["data"])["subject"]


def test_a_stream_goes_on_after_the_last_event_that_was_seen(here: Served, case_id: str):
    told = events(here, case_id)

    assert events(here, case_id, told[0]["id"]) == told[1:]
    assert events(here, case_id, told[1]["id"]) == []


def test_nobody_is_told_who_looked_at_what(here: Served, case_id: str):
    card = here.file(case_id, "bank_card")[0]
    before = events(here, case_id)
    here.client.post(
        f"/api/v1/documents/{card.id}/fields/card_number/unmask", headers=here.as_(Role.CLERK), json={"why": "x"}
    )
    here.client.get(f"/api/v1/scans/{card.scan_id}/pages/1/image", headers=here.as_(Role.CLERK))

    assert events(here, case_id) == before


def test_a_stream_says_what_it_is(here: Served, case_id: str):
    answer = here.client.get(f"/api/v1/cases/{case_id}/events", headers=here.as_(Role.CLERK))

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("last", ["x", "-1", "9" * 30])
def test_a_place_that_is_none_is_refused(here: Served, case_id: str, last: str):
    answer = here.client.get(f"/api/v1/cases/{case_id}/events", headers=here.as_(Role.CLERK, Last_Event_ID=last))

    assert answer.status_code == 422


def test_a_stream_ends_when_the_token_is_taken_back(here: Served, case_id: str, monkeypatch):
    def taken_back(request: Request) -> Principal:
        revoke(here)
        return asks_again(request)

    headers = here.as_(Role.CLERK)
    here.restart(Around(stream_s=300.0))
    monkeypatch.setattr(progress, "asks_again", taken_back)
    started = time.monotonic()

    answer = here.client.get(f"/api/v1/cases/{case_id}/events", headers=headers)

    assert answer.text.count("event: scan_queued") == 2
    assert time.monotonic() - started < 60


def revoke(here: Served) -> None:
    with here.context.database.write() as connection:
        connection.execute(token.update().values(revoked_at=0.0))
