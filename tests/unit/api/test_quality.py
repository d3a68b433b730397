"""The quality sample: reproducible, and judged by a consensus."""

from __future__ import annotations

from pathlib import Path

import pytest
from served import MONTH, OTHER_COURT, Served, problem, served

from intake.service.access import Role
from intake.service.quality import consensus, report_of
from intake.store.quality import Check

LOT = {"month": MONTH, "seed": 7}


@pytest.fixture
def here(tmp_path: Path) -> Served:
    here = served(tmp_path)
    case_id = here.case()
    for _ in range(3):
        here.file_then(case_id, "bank_card", "resident_id_front")
    return here


def draw(here: Served, size: int = 3, **more: object):
    return here.client.post("/api/v1/quality/samples", headers=here.as_(Role.JUDGE), json={**LOT, "size": size, **more})


def ids(answer) -> list[str]:
    return [each["id"] for each in answer.json()["documents"]]


def test_the_same_month_and_seed_give_the_same_sample_whatever_comes_after(here: Served):
    first = draw(here)
    here.file_then(here.case(), "bank_card", "bank_card", "bank_card")

    assert len(ids(first)) == 3
    assert ids(draw(here)) == ids(first)
    assert ids(here.client.get("/api/v1/quality/samples", headers=here.as_(Role.REVIEWER), params=LOT)) == ids(first)


def test_a_sample_is_looked_at_piece_by_piece(here: Served):
    whole, seen, after = ids(draw(here, size=6)), [], {}
    while True:
        answer = here.client.get(
            "/api/v1/quality/samples", headers=here.as_(Role.JUDGE), params={**LOT, "limit": 4, **after}
        )
        seen += ids(answer)
        if not (following := answer.json()["next"]):
            break
        after = {"after": following}

    assert seen == whole
    assert len(whole) == 6


def test_a_sample_does_not_go_on_behind_what_is_not_in_it(here: Served):
    draw(here)
    params = {**LOT, "after": "01a2299b-c5c1-70a2-a389-826d0c55ae0e"}

    answer = here.client.get("/api/v1/quality/samples", headers=here.as_(Role.JUDGE), params=params)

    assert problem(answer) == (404, "no_such_thing")


@pytest.mark.parametrize("seed", [True, "1", 1.5])
def test_a_seed_that_is_no_whole_number_is_refused(here: Served, seed: object):
    assert problem(draw(here, seed=seed)) == (422, "invalid_request")


def test_another_seed_gives_another_sample(here: Served):
    assert {tuple(ids(draw(here, seed=seed))) for seed in range(8)} != {tuple(ids(draw(here)))}


def test_a_sample_holds_finished_documents_of_the_month_only(here: Served):
    assert ids(draw(here, size=100, month="2025-01")) == []


def test_accuracy_is_what_most_checkers_say(here: Served):
    card = next(each for each in draw(here, size=6).json()["documents"] if each["type"] == "bank_card")
    for person, number in (("judge", "right"), ("reviewer", "right")):
        here.client.put(
            f"/api/v1/quality/samples/{card['id']}",
            headers=here.as_(person),
            params=LOT,
            json={"verdicts": {"card_number": number, "bank_name": "wrong" if person == "judge" else "right"}},
        )

    told = here.client.get("/api/v1/quality/accuracy", headers=here.as_(Role.JUDGE), params=LOT).json()

    assert (told["documents"], told["checked"], told["checkers"]) == (6, 1, 2)
    assert told["fields"]["card_number"] == {"decided": 1, "right": 1, "open": 0, "accuracy": 1.0}
    assert told["fields"]["bank_name"] == {"decided": 0, "right": 0, "open": 1, "accuracy": None}


def test_a_checker_who_says_it_again_counts_once_with_the_last_word(here: Served):
    first = ids(draw(here))[0]
    for verdict in ("right", "wrong"):
        here.client.put(
            f"/api/v1/quality/samples/{first}",
            headers=here.as_(Role.JUDGE),
            params=LOT,
            json={"verdicts": {_field(here, first): verdict}},
        )

    told = here.client.get("/api/v1/quality/accuracy", headers=here.as_(Role.JUDGE), params=LOT).json()

    assert told["checkers"] == 1


def _field(here: Served, document_id: str) -> str:
    shown = here.client.get(f"/api/v1/documents/{document_id}", headers=here.as_(Role.JUDGE)).json()
    return next(iter(shown["fields"]))


def test_nothing_is_known_of_a_sample_that_was_not_drawn(here: Served):
    answer = here.client.get("/api/v1/quality/accuracy", headers=here.as_(Role.JUDGE), params=LOT)

    assert problem(answer) == (404, "not_drawn")


def test_a_document_that_was_not_drawn_is_not_judged(here: Served):
    draw(here)
    other = here.file_then(here.case(), "bank_card")[0]

    answer = here.client.put(
        f"/api/v1/quality/samples/{other.id}",
        headers=here.as_(Role.JUDGE),
        params=LOT,
        json={"verdicts": {"card_number": "right"}},
    )

    assert problem(answer) == (404, "no_such_thing")


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "x", "1999-01"])
def test_a_month_that_is_none_is_refused(here: Served, month: str):
    assert problem(draw(here, month=month)) == (422, "invalid_request")


def test_the_sample_of_another_court_is_not_there(here: Served):
    assert problem(draw(here, court=OTHER_COURT)) == (404, "no_such_thing")


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ([], None),
        (["right"], None),
        (["right", "right"], "right"),
        (["right", "wrong"], None),
        (["right", "wrong", "wrong"], "wrong"),
        (["cannot_tell", "cannot_tell", "right"], None),
        (["right", "wrong", "cannot_tell", "right"], None),
    ],
)
def test_a_consensus_is_more_than_half_of_two_or_more(votes: list[str], expected: str | None):
    assert consensus(votes) == expected


def test_a_report_counts_values_by_field():
    said = [Check("d1", who, {"amount": "right"}) for who in "ab"]
    said += [Check("d2", who, {"amount": "wrong"}) for who in "ab"]

    report = report_of(5, said)

    assert (report.total.decided, report.total.right, report.total.accuracy, report.checked) == (2, 1, 0.5, 2)
