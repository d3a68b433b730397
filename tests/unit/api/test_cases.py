"""Cases over HTTP: opened once, changed by who saw them last, listed by cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import COURT
from served import OTHER_COURT, Served, problem, served

from intake.service.access import Role

NEW = {
    "kind": "enforcement",
    "number": "(2026)浙0106执1234号",
    "subject_amount": "486320.50",
    "parties": [{"name": "张三", "id_number": "11010519491231002X"}],
}


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.fixture
def made(here: Served):
    return here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE), json=NEW)


def test_a_case_is_opened_with_its_number_as_papers_print_it(made):
    assert made.status_code == 201
    assert (made.json()["number"], made.json()["court"]) == ("（2026）浙0106执1234号", COURT)
    assert made.headers["etag"] == '"1"'


def test_a_second_case_of_the_same_number_and_kind_is_refused(here: Served, made):
    again = here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE), json=NEW)

    assert problem(again) == (409, "case_exists")
    assert again.json()["facts"] == {"case": made.json()["id"]}


def test_the_same_number_may_be_a_case_of_another_kind(here: Served, made):
    other = here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE), json={**NEW, "kind": "fee_refund"})

    assert other.status_code == 201


def test_a_case_is_changed_by_who_saw_its_last_version(here: Served, made):
    headers = here.as_(Role.JUDGE, If_Match=made.headers["etag"])

    changed = here.client.patch(f"/api/v1/cases/{made.json()['id']}", headers=headers, json={"kind": "compensation"})

    assert (changed.status_code, changed.headers["etag"], changed.json()["kind"]) == (200, '"2"', "compensation")
    assert changed.json()["number"] == made.json()["number"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (None, (428, "version_needed")),
        ("*", (428, "version_needed")),
        ('"9"', (412, "changed_meanwhile")),
        ('W/"1"', (412, "changed_meanwhile")),
        ("1", (412, "changed_meanwhile")),
        ('"99999999999999999999"', (412, "changed_meanwhile")),
    ],
)
def test_a_case_is_not_changed_by_who_did_not_see_its_last_version(here: Served, made, tag, expected):
    headers = here.as_(Role.JUDGE, **({"If_Match": tag} if tag else {}))

    answer = here.client.patch(f"/api/v1/cases/{made.json()['id']}", headers=headers, json={"kind": "compensation"})

    assert problem(answer) == expected


def test_numbers_of_parties_are_hidden_from_a_clerk(here: Served, made):
    seen = here.client.get(f"/api/v1/cases/{made.json()['id']}", headers=here.as_(Role.CLERK)).json()

    assert seen["parties"] == [{"name": "张三", "id_number": "110***********002X"}]


def test_a_hidden_number_is_not_written_back(here: Served, made):
    headers = here.as_(Role.CLERK, If_Match='"1"')
    body = {"parties": [{"name": "张三", "id_number": "110***********002X"}]}

    answer = here.client.patch(f"/api/v1/cases/{made.json()['id']}", headers=headers, json=body)

    assert problem(answer) == (422, "masked_value")


def test_a_case_is_found_by_its_number_in_any_spelling(here: Served, made):
    here.case()

    found = here.client.get(
        "/api/v1/cases", headers=here.as_(Role.JUDGE), params={"number": "（2026）浙 0106 执1234号"}
    )

    assert [case["id"] for case in found.json()["items"]] == [made.json()["id"]]


def test_lists_go_on_where_they_ended(here: Served):
    ids = [here.case() for _ in range(5)]
    first = here.client.get("/api/v1/cases", headers=here.as_(Role.JUDGE), params={"limit": 3}).json()

    rest = here.client.get(
        "/api/v1/cases", headers=here.as_(Role.JUDGE), params={"limit": 3, "after": first["next"]}
    ).json()

    assert [case["id"] for case in first["items"] + rest["items"]] == ids[::-1]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, (422, "invalid_request")),
        ({**NEW, "number": "12"}, (422, "bad_case_number")),
        ({**NEW, "court": OTHER_COURT}, (403, "forbidden")),
        ({**NEW, "subject_amount": 486320.5}, (422, "invalid_request")),
        ({**NEW, "created_by": "somebody"}, (422, "invalid_request")),
        ({**NEW, "parties": [{"name": "a\u0000b"}]}, (422, "invalid_request")),
    ],
    ids=["empty", "number", "court", "float", "unknown member", "nul"],
)
def test_what_is_no_case_is_refused(here: Served, body, expected):
    answer = here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE), json=body)

    assert problem(answer) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"{", (400, "malformed_body")),
        (b"\xff", (400, "malformed_body")),
        (b"[" * 100_000, (400, "malformed_body")),
        (b'{"kind": "enforcement", "sensitivity": ["a\\ud800b"]}', (422, "invalid_request")),
        (b"null", (422, "invalid_request")),
    ],
    ids=["cut", "bytes", "deep", "half a pair", "null"],
)
def test_a_body_that_is_no_json_is_refused(here: Served, body: bytes, expected):
    headers = here.as_(Role.JUDGE, Content_Type="application/json")

    answer = here.client.post("/api/v1/cases", headers=headers, content=body)

    assert problem(answer) == expected


def test_what_is_sent_is_not_sent_back_in_an_error(here: Served):
    answer = here.client.post(
        "/api/v1/cases", headers=here.as_(Role.JUDGE), json={**NEW, "6222021234567890128<b>": "11010519491231002X"}
    )

    assert "11010519491231002X" not in answer.text
    assert "<b>" not in answer.text


def test_a_token_of_no_court_must_say_which(here: Served):
    answer = here.client.post("/api/v1/cases", headers=here.as_(Role.SYSTEM, court=None), json=NEW)

    assert problem(answer) == (422, "court_needed")
