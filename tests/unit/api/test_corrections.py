"""Corrections over HTTP: values, types, cuts, joins, turns, and the second person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from release_cases import CARD_NUMBER, paper
from served import Served, problem, served
from sqlalchemy import select

from intake.doctypes.registry import registry
from intake.service.access import Role
from intake.store.documents import Stored
from intake.store.tables import job, scan

OTHER_NUMBER = "6222021234567890136"
CHANGE = {"changes": [{"field": "card_number", "value": OTHER_NUMBER, "why": "misread", "seconds": 4.5}]}


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.fixture
def card(here: Served) -> Stored:
    return here.file(here.case(), "bank_card")[0]


@pytest.fixture
def ruling(here: Served) -> Stored:
    document = replace(paper("enforcement_ruling").document, pages=(1, 2, 3))
    return here.file_documents(here.case(), document)[0]


def post(here: Served, stored: Stored, rest: str, body, role: Role = Role.CLERK, *, version: int | None = None):
    headers = here.as_(role, If_Match=f'"{version or stored.version}"')
    return here.client.post(f"/api/v1/documents/{stored.id}{rest}", headers=headers, json=body)


def test_a_corrected_number_waits_for_a_second_person(here: Served, card: Stored):
    answer = post(here, card, "/corrections", CHANGE, Role.JUDGE)

    shown = answer.json()
    assert (shown["fields"]["card_number"]["value"], shown["state"]) == (OTHER_NUMBER, "needs_review")
    assert (shown["to_confirm"], shown["fields"]["card_number"]["corrected_by"]) == (["card_number"], "judge")
    assert answer.headers["etag"] == f'"{card.version + 1}"'


def test_a_field_that_changed_meanwhile_is_not_overwritten(here: Served, card: Stored):
    post(here, card, "/corrections", CHANGE)

    assert problem(post(here, card, "/corrections", CHANGE)) == (412, "changed_meanwhile")


def test_the_second_person_confirms(here: Served, card: Stored):
    fresh = post(here, card, "/corrections", CHANGE).json()

    answer = post(
        here, card, "/confirmations", {"field": "card_number"}, Role.REVIEWER, version=fresh["version"]
    ).json()

    assert (answer["to_confirm"], answer["state"]) == ([], "accepted")
    assert answer["fields"]["card_number"]["confirmed_by"] == "reviewer"


def test_nobody_confirms_their_own(here: Served, card: Stored):
    fresh = post(here, card, "/corrections", CHANGE, Role.JUDGE).json()

    answer = post(here, card, "/confirmations", {"field": "card_number"}, Role.JUDGE, version=fresh["version"])

    assert problem(answer) == (403, "own_work")


def test_what_nobody_wrote_needs_no_confirmation(here: Served, card: Stored):
    answer = post(here, card, "/confirmations", {"field": "card_number"}, Role.JUDGE)

    assert problem(answer) == (409, "nothing_to_confirm")


def test_a_correction_is_taken_back_and_stays_in_the_history(here: Served, card: Stored):
    fresh = post(here, card, "/corrections", CHANGE, Role.JUDGE).json()
    address = f"/api/v1/documents/{card.id}"
    (kept,) = here.client.get(f"{address}/history", headers=here.as_(Role.JUDGE)).json()["items"]

    answer = here.client.delete(
        f"{address}/corrections/{kept['id']}", headers=here.as_(Role.JUDGE, If_Match=f'"{fresh["version"]}"')
    )

    (left,) = here.client.get(f"{address}/history", headers=here.as_(Role.JUDGE)).json()["items"]
    assert answer.json()["fields"]["card_number"]["value"] == CARD_NUMBER
    assert (left["undone"], left["before"], left["after"], left["seconds"]) == (True, CARD_NUMBER, OTHER_NUMBER, 4.5)


def test_what_was_changed_is_listed_in_pieces_the_newest_first(here: Served, card: Stored):
    for more, value in enumerate(("6222021234567890136", "6222021234567890144", "6222021234567890151")):
        change = {"changes": [{"field": "card_number", "value": value}]}
        post(here, card, "/corrections", change, Role.JUDGE, version=card.version + more)
    address = f"/api/v1/documents/{card.id}/history?limit=2"

    first = here.client.get(address, headers=here.as_(Role.JUDGE)).json()
    second = here.client.get(f"{address}&after={first['next']}", headers=here.as_(Role.JUDGE)).json()

    assert [each["after"][-3:] for each in (*first["items"], *second["items"])] == ["151", "144", "136"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([{"field": "amount", "value": "1.00"}], "unknown_field"),
        ([{"field": "card_number", "value": {"a": 1}}], "invalid_request"),
        ([{"field": "card_number", "value": 1.5}], "invalid_request"),
        ([{"field": "card_number", "value": "***************0128"}], "masked_value"),
        ([{"field": "card_number", "value": "1", "seconds": -1}], "invalid_request"),
        ([{"field": "Card Number", "value": "1"}], "invalid_request"),
        ([], "invalid_request"),
    ],
)
def test_what_is_no_correction_is_refused(here: Served, card: Stored, changes, code: str):
    assert problem(post(here, card, "/corrections", {"changes": changes})) == (422, code)


def test_a_correction_needs_the_version_that_was_seen(here: Served, card: Stored):
    answer = here.client.post(f"/api/v1/documents/{card.id}/corrections", headers=here.as_(Role.CLERK), json=CHANGE)

    assert problem(answer) == (428, "version_needed")


def test_another_type_is_read_again_and_keeps_what_people_wrote(here: Served, card: Stored):
    fresh = post(here, card, "/corrections", CHANGE).json()
    headers = here.as_(Role.JUDGE, If_Match=f'"{fresh["version"]}"')

    answer = here.client.put(f"/api/v1/documents/{card.id}/type", headers=headers, json={"type": "passbook"})

    assert (answer.status_code, answer.json()["type"], answer.json()["is_type_given"]) == (202, "passbook", True)
    with here.context.database.read() as connection:
        assert connection.execute(select(job.c.kind).where(job.c.subject == card.id)).scalars().all() == ["extract"]


@pytest.mark.parametrize("name", sorted(registry()))
def test_a_document_is_shown_as_any_type_before_it_was_read_so(here: Served, ruling: Stored, name: str):
    fresh = post(here, ruling, "/corrections", {"changes": [{"field": "amount", "value": "1.00"}]}).json()
    headers = here.as_(Role.CLERK, If_Match=f'"{fresh["version"]}"')

    given = here.client.put(f"/api/v1/documents/{ruling.id}/type", headers=headers, json={"type": name})
    listed = here.client.get("/api/v1/documents", headers=headers)

    assert (given.status_code, given.json()["type"], listed.status_code) == (202, name, 200)


def test_a_type_that_is_not_known_is_refused(here: Served, card: Stored):
    headers = here.as_(Role.JUDGE, If_Match=f'"{card.version}"')

    answer = here.client.put(f"/api/v1/documents/{card.id}/type", headers=headers, json={"type": "menu"})

    assert problem(answer) == (422, "unknown_type")


def test_a_document_is_cut_in_two_and_joined_again(here: Served, ruling: Stored):
    parts = post(here, ruling, "/split", {"pages": [[1, 2], [3]]}).json()["documents"]
    seen = [here.client.get(f"/api/v1/documents/{each}", headers=here.as_(Role.CLERK)).json() for each in parts]
    body = {"documents": [{"id": each["id"], "version": each["version"]} for each in seen]}

    joined = here.client.post(f"/api/v1/scans/{ruling.scan_id}/join", headers=here.as_(Role.CLERK), json=body)

    whole = here.client.get(f"/api/v1/documents/{joined.json()['documents'][0]}", headers=here.as_(Role.CLERK)).json()
    assert [each["pages"] for each in seen] == [[1, 2], [3]]
    assert whole["pages"] == [1, 2, 3]


def test_a_document_that_was_cut_is_not_cut_again(here: Served, ruling: Stored):
    post(here, ruling, "/split", {"pages": [[1, 2], [3]]})
    old = here.client.get(f"/api/v1/documents/{ruling.id}", headers=here.as_(Role.CLERK)).json()

    answer = post(here, ruling, "/split", {"pages": [[1], [2, 3]]}, version=old["version"])

    assert (old["state"], len(old["replaced_by"])) == ("replaced", 2)
    assert problem(answer) == (409, "wrong_state")


@pytest.mark.parametrize("pages", [[[1], [2]], [[1, 2], [2, 3]], [[1, 2, 3], []]])
def test_a_cut_that_loses_or_doubles_a_page_is_refused(here: Served, ruling: Stored, pages):
    assert problem(post(here, ruling, "/split", {"pages": pages})) == (422, "pages_do_not_fit")


def test_papers_of_two_scans_are_not_joined(here: Served, card: Stored, ruling: Stored):
    body = {"documents": [{"id": each.id, "version": each.version} for each in (card, ruling)]}

    answer = here.client.post(f"/api/v1/scans/{card.scan_id}/join", headers=here.as_(Role.CLERK), json=body)

    assert problem(answer) == (422, "not_of_one_scan")


def test_every_work_at_the_screen_tells_how_long_it_took(here: Served, ruling: Stored):  # S79
    here.read(ruling.scan_id, number=2)
    history = f"/api/v1/documents/{ruling.id}/history"
    change = {"field": "amount", "value": "1.00", "seconds": 1}
    fresh = post(here, ruling, "/corrections", {"changes": [change]}).json()
    confirmed = {"field": "amount", "seconds": 2}
    fresh = post(here, ruling, "/confirmations", confirmed, Role.JUDGE, version=fresh["version"]).json()
    headers = here.as_(Role.CLERK, If_Match=f'"{fresh["version"]}"')
    here.client.put(f"/api/v1/documents/{ruling.id}/type", headers=headers, json={"type": "ruling", "seconds": 4})
    turns = {"turns": {"1": 90, "2": 90}, "seconds": 8}
    here.client.post(f"/api/v1/scans/{ruling.scan_id}/turns", headers=here.as_(Role.CLERK, If_Match='"1"'), json=turns)
    fresh = here.client.get(f"/api/v1/documents/{ruling.id}", headers=here.as_(Role.CLERK)).json()
    post(here, ruling, "/split", {"pages": [[1], [2, 3]], "seconds": 16}, version=fresh["version"])

    kept = here.client.get(history, headers=here.as_(Role.CLERK)).json()["items"]

    assert sum(each["seconds"] or 0 for each in kept) == 31


def test_a_page_is_turned_and_the_scan_read_again(here: Served, card: Stored):
    address = f"/api/v1/scans/{card.scan_id}"
    tag = here.client.get(address, headers=here.as_(Role.CLERK)).headers["etag"]

    answer = here.client.post(
        f"{address}/turns", headers=here.as_(Role.CLERK, If_Match=tag), json={"turns": {"1": 90}, "why": "it lies"}
    )

    (kept,) = here.client.get(f"/api/v1/documents/{card.id}/history", headers=here.as_(Role.CLERK)).json()["items"]
    assert (answer.status_code, answer.json()["turns"], answer.json()["state"]) == (202, {"1": 90}, "queued")
    assert (kept["what"], kept["before"], kept["after"], kept["why"]) == (
        "rotate",
        {"page": 1, "degrees": 0},
        {"page": 1, "degrees": 90},
        "it lies",
    )


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ({"2": 90}, (404, "no_such_page")),
        ({"1": 45}, (422, "invalid_request")),
        ({"x": 90}, (422, "invalid_request")),
        ({}, (422, "invalid_request")),
    ],
)
def test_a_turn_that_is_none_is_refused(here: Served, card: Stored, turns, expected):
    address = f"/api/v1/scans/{card.scan_id}"
    tag = here.client.get(address, headers=here.as_(Role.CLERK)).headers["etag"]

    answer = here.client.post(f"{address}/turns", headers=here.as_(Role.CLERK, If_Match=tag), json={"turns": turns})

    assert problem(answer) == expected
    assert here.client.get(address, headers=here.as_(Role.CLERK)).json()["state"] == "read"


def test_a_scan_that_waits_to_be_read_is_not_queued_twice(here: Served, card: Stored):
    address = f"/api/v1/scans/{card.scan_id}"
    tag = here.client.get(address, headers=here.as_(Role.CLERK)).headers["etag"]
    again = here.client.post(f"{address}/read-again", headers=here.as_(Role.CLERK, If_Match=tag))

    twice = here.client.post(f"{address}/read-again", headers=here.as_(Role.CLERK, If_Match=again.headers["etag"]))

    assert again.status_code == 202
    assert problem(twice) == (409, "wrong_state")
    with here.context.database.read() as connection:
        assert connection.execute(select(scan.c.reading).where(scan.c.id == card.scan_id)).scalar_one() == 2
