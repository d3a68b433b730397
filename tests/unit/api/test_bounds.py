"""Bodies that are no files are refused as soon as they are too large, whoever sends them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from served import Served, files, problem, served

from intake.api.bounds import BODY_BYTES
from intake.service.access import Role

PIECE = b'"' + b"a" * (BODY_BYTES // 4)
JSON = {"Content-Type": "application/json"}
MANY = 1000


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


def sent(here: Served, headers: Mapping[str, str]) -> tuple[int, int, str]:
    """Send pieces for as long as they are taken; return how many were, the status and the code of the answer."""
    taken, said = 0, list[Mapping[str, object]]()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": "/api/v1/cases",
        "raw_path": b"/api/v1/cases",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> Mapping[str, object]:
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": PIECE, "more_body": taken < MANY}

    async def send(message: Mapping[str, object]) -> None:
        said.append(message)

    asyncio.run(here.client.app(scope, receive, send))
    return taken, int(str(said[0]["status"])), json.loads(bytes(said[1]["body"]))["code"]  # type: ignore[arg-type]


def test_a_body_is_taken_up_to_its_limit_and_no_further(here: Served):
    assert sent(here, here.as_(Role.JUDGE, **JSON)) == (4, 413, "body_too_large")


def test_a_body_without_a_token_is_kept_no_longer(here: Served):
    assert sent(here, JSON) == (4, 413, "body_too_large")


def test_a_body_that_is_announced_too_large_is_not_taken_at_all(here: Served):
    assert sent(here, {**JSON, "Content-Length": str(BODY_BYTES + 1)}) == (0, 413, "body_too_large")


def test_a_body_of_the_largest_size_is_read(here: Served):
    body = b'{"kind": "enforcement"}'.ljust(BODY_BYTES)

    answer = here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE, **JSON), content=body)

    assert answer.status_code == 201


def test_files_are_bounded_by_their_own_limits(here: Served):
    address = f"/api/v1/cases/{here.case()}/scans"

    answer = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"x" * (2 * BODY_BYTES)))

    assert answer.status_code == 201


def test_a_route_of_no_files_takes_no_files(here: Served):
    answer = here.client.post(
        "/api/v1/search/numbers", headers=here.as_(Role.CLERK), files=files(b"x" * (2 * BODY_BYTES))
    )

    assert problem(answer) == (413, "body_too_large")
