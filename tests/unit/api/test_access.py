"""Tokens and how often they may ask: who is let in, who gives tokens out, and where it is enough."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from desk import COURT
from release_cases import READY
from served import OTHER_COURT, Served, problem, served

from intake.api.pace import Pace, Rates
from intake.domain.errors import TooMuch
from intake.service.access import Role


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "Bearer " + "x" * 5000},
    ],
    ids=["none", "wrong", "empty", "basic", "long"],
)
def test_without_a_good_token_nothing_is_answered(here: Served, headers):
    answer = here.client.get("/api/v1/cases", headers=headers)

    assert problem(answer) == (401, "unauthenticated")
    assert answer.headers["www-authenticate"] == "Bearer"


INJECTED = ("' OR 1=1 --", "＇ OR 1=1 －－", "1; DROP TABLE scan", "x' UNION SELECT secret FROM token --", '" OR ""="')
PLACES = (
    "cases?number=",
    "cases?after=",
    "scans?state=",
    "scans?case_id=",
    "documents?type=",
    "documents?class=",
    "cases/",
)


@pytest.mark.parametrize("said", INJECTED)
def test_no_words_of_sql_bring_a_row_to_light(here: Served, said: str):  # S52
    here.file(here.case())
    headers = here.as_(Role.CLERK)

    answers = [here.client.get(f"/api/v1/{place}{quote(said)}", headers=headers) for place in PLACES]
    found = here.client.post("/api/v1/search/numbers", headers=headers, json={"number": said})
    stranger = here.client.get("/api/v1/cases", headers={"Authorization": f"Bearer {quote(said)}"})

    assert {answer.status_code for answer in answers} <= {404, 422}
    assert found.json() == {"items": [], "next": None}
    assert problem(stranger) == (401, "unauthenticated")
    assert len(here.client.get("/api/v1/documents", headers=headers).json()["items"]) == len(READY)


def issue(here: Served, body, **token):
    return here.client.post("/api/v1/tokens", headers=here.as_(Role.ADMIN, **token), json=body)


def test_a_token_lets_in_until_it_is_taken_back(here: Served):
    made = issue(here, {"person": "kim", "role": "clerk"}).json()
    headers = {"Authorization": f"Bearer {made['secret']}"}
    before = here.client.get("/api/v1/cases", headers=headers)

    here.client.delete(f"/api/v1/tokens/{made['id']}", headers=here.as_(Role.ADMIN))

    assert before.status_code == 200
    assert problem(here.client.get("/api/v1/cases", headers=headers)) == (401, "unauthenticated")


def test_a_token_that_is_over_lets_nobody_in(here: Served):
    made = issue(here, {"person": "kim", "role": "clerk", "expires_at": time.time() - 1}).json()

    answer = here.client.get("/api/v1/cases", headers={"Authorization": f"Bearer {made['secret']}"})

    assert problem(answer) == (401, "unauthenticated")


def test_a_token_is_of_the_court_of_who_gave_it(here: Served):
    issue(here, {"person": "kim", "role": "judge"})

    listed = here.client.get("/api/v1/tokens", headers=here.as_(Role.ADMIN)).json()

    assert [each["court"] for each in listed["items"] if each["person"] == "kim"] == [COURT]


def test_tokens_that_are_good_are_listed_piece_by_piece(here: Served):
    made = [issue(here, {"person": f"kim.{n}", "role": "clerk"}).json()["id"] for n in range(3)]
    issue(here, {"person": "over", "role": "clerk", "expires_at": 1.0})
    here.client.delete(f"/api/v1/tokens/{made[0]}", headers=here.as_(Role.ADMIN))

    first = here.client.get("/api/v1/tokens", headers=here.as_(Role.ADMIN), params={"limit": 2}).json()
    rest = here.client.get("/api/v1/tokens", headers=here.as_(Role.ADMIN), params={"after": first["next"]}).json()

    assert [each["id"] for each in first["items"]] == [made[2], made[1]]
    assert [each["person"] for each in rest["items"]] == ["admin"]
    assert rest["next"] is None


def test_nobody_gives_a_token_of_another_court(here: Served):
    assert problem(issue(here, {"person": "kim", "role": "judge", "court": OTHER_COURT})) == (403, "forbidden")


def test_tokens_of_another_court_are_neither_seen_nor_taken_back(here: Served):
    made = issue(here, {"person": "kim", "role": "clerk"}).json()
    elsewhere = here.as_(Role.ADMIN, court=OTHER_COURT)

    assert made["id"] not in here.client.get("/api/v1/tokens", headers=elsewhere).text
    assert problem(here.client.delete(f"/api/v1/tokens/{made['id']}", headers=elsewhere)) == (404, "no_such_thing")


def test_no_secret_is_kept_or_shown_again(here: Served, tmp_path: Path):
    made = issue(here, {"person": "kim", "role": "clerk"}).json()

    assert made["secret"] not in here.client.get("/api/v1/tokens", headers=here.as_(Role.ADMIN)).text
    assert made["secret"].encode() not in (tmp_path / "intake.db").read_bytes()


@pytest.mark.parametrize("body", [{"person": "x", "role": "king"}, {"person": "", "role": "clerk"}, {"role": "clerk"}])
def test_what_is_no_token_is_refused(here: Served, body):
    assert problem(issue(here, body)) == (422, "invalid_request")


def test_who_asks_too_often_is_told_when_to_come_again(tmp_path: Path):
    here = served(tmp_path, Rates(asks=3))
    answers = [here.client.get("/api/v1/cases", headers=here.as_(Role.CLERK)) for _ in range(4)]

    assert [answer.status_code for answer in answers[:3]] == [200, 200, 200]
    assert problem(answers[3]) == (429, "too_many_requests")
    assert 0 < int(answers[3].headers["retry-after"]) <= 60
    assert here.client.get("/api/v1/cases", headers=here.as_(Role.JUDGE)).status_code == 200


def test_searches_and_unmasking_have_limits_of_their_own(tmp_path: Path):
    here = served(tmp_path, Rates(searches=1, unmasks=1))
    search = {"number": "6222021234567890128"}
    here.client.post("/api/v1/search/numbers", headers=here.as_(Role.CLERK), json=search)

    assert problem(here.client.post("/api/v1/search/numbers", headers=here.as_(Role.CLERK), json=search))[0] == 429
    assert here.client.get("/api/v1/cases", headers=here.as_(Role.CLERK)).status_code == 200


def test_the_window_moves():
    now = [0.0]
    pace = Pace(Rates(), lambda: now[0])
    for second in (0.0, 30.0):
        now[0] = second
        pace.count("me", "asks", 2)
    now[0] = 60.0
    pace.count("me", "asks", 2)

    with pytest.raises(TooMuch) as raised:
        pace.count("me", "asks", 2)

    assert raised.value.facts == {"seconds": "30"}


def test_only_so_many_uploads_are_under_way_at_once():
    pace = Pace(Rates(uploads_at_once=2, uploads_at_once_each=1), lambda: 0.0)
    with pace.upload("a"), pace.upload("b"):
        for who in ("a", "c"):
            with pytest.raises(TooMuch), pace.upload(who):
                pass

    with pace.upload("a"), pace.upload("c"):
        pass


@pytest.mark.parametrize("scheme", ["bEARER ", "Bearer   "])
def test_a_token_has_one_window_however_its_header_is_written(tmp_path: Path, scheme: str):
    here = served(tmp_path, Rates(asks=1))
    headers = here.as_(Role.CLERK)
    here.client.get("/api/v1/cases", headers=headers)

    other = {"Authorization": scheme + headers["Authorization"].removeprefix("Bearer ")}

    assert here.client.get("/api/v1/cases", headers=other).status_code == 429


def test_a_place_for_a_stream_is_held_until_it_is_given_back():
    pace = Pace(Rates(streams_at_once=2, streams_at_once_each=1), lambda: 0.0)
    ended = pace.stream("a")
    with pytest.raises(TooMuch):
        pace.stream("a")
    pace.stream("b")
    with pytest.raises(TooMuch):
        pace.stream("c")

    ended()

    pace.stream("a")


def test_streams_beyond_those_of_a_token_are_told_to_wait(tmp_path: Path):
    here = served(tmp_path, replace(Rates(), streams_at_once_each=0))

    answer = here.client.get(f"/api/v1/cases/{here.case()}/events", headers=here.as_(Role.CLERK))

    assert problem(answer) == (429, "too_many_streams")
    assert answer.headers["retry-after"] == "5"


def test_a_stream_that_ended_gives_its_place_back(tmp_path: Path):
    here = served(tmp_path, replace(Rates(), streams_at_once_each=1))
    address, headers = f"/api/v1/cases/{here.case()}/events", here.as_(Role.CLERK)

    answers = [here.client.get(address, headers=headers).status_code for _ in range(2)]

    assert answers == [200, 200]
