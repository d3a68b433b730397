"""Release requests over HTTP: one list of what is missing, and handed over once."""

from __future__ import annotations

from pathlib import Path

import pytest
from release_cases import CARD_NUMBER, NUMBER
from served import Served, problem, served

from intake.domain.states import RequestState
from intake.service.access import Role
from intake.service.requests import RELEASE
from intake.store import requests
from intake.store.requests import Next
from intake.store.tables import request, scan


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.fixture
def case_id(here: Served) -> str:
    made = here.case()
    here.file(made)
    return made


def assemble(here: Served, case_id: str, role: Role = Role.JUDGE):
    return here.client.post(f"/api/v1/cases/{case_id}/requests", headers=here.as_(role))


def hand_over(here: Served, made, tag: str | None = None, verb: str = "hand-over"):
    headers = here.as_(Role.JUDGE, If_Match=tag or made.headers["etag"])
    return here.client.post(f"/api/v1/requests/{made.json()['id']}/{verb}", headers=headers)


def test_a_case_with_all_its_papers_is_ready_and_handed_over_once(here: Served, case_id: str):
    made = assemble(here, case_id)

    answers = [hand_over(here, made) for _ in range(2)]

    assert (made.status_code, made.json()["status"], made.json()["todo"]) == (201, "ready", [])
    assert (answers[0].status_code, answers[0].json()["state"]) == (202, "handing_over")
    assert problem(answers[1])[0] in {409, 412}


def test_the_one_list_says_what_is_missing_in_both_languages(here: Served):
    case_id = here.case()
    here.file(case_id, "enforcement_ruling")

    made = assemble(here, case_id).json()

    assert made["status"] == "incomplete"
    assert made["todo"][0]["action"] == "provide"
    assert made["todo"][0]["lines"]
    assert made["todo"][0]["lines_en"]


def test_a_request_that_is_not_ready_is_not_handed_over(here: Served):
    case_id = here.case()
    here.file(case_id, "enforcement_ruling")

    assert problem(hand_over(here, assemble(here, case_id))) == (409, "not_ready")


def test_numbers_in_a_request_are_hidden_from_a_clerk(here: Served, case_id: str):
    made = assemble(here, case_id, Role.CLERK)

    assert made.json()["body"]["account"]["number"] == "*" * 15 + "0128"
    assert made.json()["body"]["amount"]["value"] == "486320.50"
    assert not [n for n in (CARD_NUMBER, NUMBER) if n in made.text]


def test_a_reviewer_sees_the_request_as_it_is_handed_over(here: Served, case_id: str):
    made = assemble(here, case_id)

    assert made.json()["body"]["account"]["number"] == CARD_NUMBER


def test_no_request_is_made_while_scans_wait_to_be_read(here: Served, case_id: str):
    with here.context.database.write() as connection:
        connection.execute(scan.update().values(state="queued"))

    assert problem(assemble(here, case_id)) == (409, "still_reading")


def test_a_file_that_could_not_be_read_is_on_the_list(here: Served, case_id: str):
    with here.context.database.write() as connection:
        values = {"state": "rejected", "error_code": "encrypted_pdf"}
        connection.execute(scan.update().where(scan.c.name == "4.jpg").values(**values))

    made = assemble(here, case_id).json()

    assert made["status"] == "needs_review"
    assert "4.jpg" in made["todo"][-1]["lines"][-1]


def test_a_case_of_more_scans_than_a_list_shows_is_assembled_whole(here: Served, case_id: str):
    with here.context.database.write() as connection:
        row = dict(connection.execute(scan.select().limit(1)).one()._mapping) | {"state": "rejected"}
        rows = [row | {"id": f"ffffffff-0000-7000-8000-{n:012d}", "error_code": "empty_file"} for n in range(300)]
        connection.execute(scan.insert(), rows)

    assert assemble(here, case_id).status_code == 201


def test_the_same_payment_goes_once(here: Served, case_id: str):
    first = assemble(here, case_id)
    hand_over(here, first)

    answer = hand_over(here, assemble(here, case_id))

    assert problem(answer) == (409, "not_ready")  # what was paid before counts against the ruling


def test_requests_are_found_by_state(here: Served, case_id: str):
    assemble(here, case_id)
    made = assemble(here, case_id).json()

    found = here.client.get("/api/v1/requests", headers=here.as_(Role.CLERK), params={"state": "draft"}).json()

    assert [each["id"] for each in found["items"]] == [made["id"]]
    of_case = here.client.get(f"/api/v1/cases/{case_id}/requests", headers=here.as_(Role.CLERK)).json()
    assert [each["state"] for each in of_case["items"]] == ["draft", "replaced"]


@pytest.mark.parametrize("kind", ["enforcement", "fee_refund", "compensation"])
def test_every_step_has_its_time_its_papers_and_somebody_who_answers_for_it(here: Served, kind: str):  # S10
    case = (
        here.case()
        if kind == "enforcement"
        else here.client.post("/api/v1/cases", headers=here.as_(Role.JUDGE), json={"kind": kind}).json()["id"]
    )
    here.file(case)

    told = here.client.get(f"/api/v1/cases/{case}/steps", headers=here.as_(Role.PARTY, cases=(case,))).json()

    assert [(each["step"], each["working_days"], each["role"], each["due"]) for each in told] == [
        ("provide", 7, "party", "2026-07-10"),
        ("check", 1, "clerk", "2026-07-02"),
        ("confirm", 1, "reviewer", "2026-07-02"),
        ("hand_over", 1, "judge", "2026-07-02"),
    ]
    assert all(all(each.values()) for each in told)
    wanted = (
        "执行裁定书"
        if kind == "enforcement"
        else "退款（退费）通知书"
        if kind == "fee_refund"
        else "收款账户确认书、银行卡或存折"
    )
    assert wanted in told[0]["materials"]


def test_requests_of_a_case_go_on_where_they_ended(here: Served, case_id: str):
    made = [assemble(here, case_id).json()["id"] for _ in range(3)]
    seen, after = [], {}

    while after is not None:
        part = {"limit": 2, **after}
        answer = here.client.get(f"/api/v1/cases/{case_id}/requests", headers=here.as_(Role.CLERK), params=part).json()
        seen += [each["id"] for each in answer["items"]]
        after = {"after": answer["next"]} if answer["next"] else None

    assert seen == made[::-1]


def test_a_person_sends_the_same_bytes_with_the_same_key_again(here: Served, case_id: str):
    made = assemble(here, case_id)
    over = hand_over(here, made)
    with here.context.database.write() as connection:
        first = requests.take(connection, 60, [RELEASE])
        requests.settle(connection, first, Next("dead", "handoff_mismatch", "ask", 0.0, reached=True))
        values = {"state": RequestState.NEEDS_HUMAN.value, "reason": "handoff_mismatch"}
        connection.execute(request.update().values(**values))

    held = here.client.get(f"/api/v1/requests/{made.json()['id']}", headers=here.as_(Role.CLERK)).json()
    answer = hand_over(here, made, over.headers["etag"], "resend")

    with here.context.database.write() as connection:
        again = requests.take(connection, 60, [RELEASE])
    assert (answer.status_code, answer.json()["state"]) == (202, "handing_over")
    assert (held["reason"], held["message"][:4]) == ("handoff_mismatch", "核心系统")
    assert (again.key, again.body) == (first.key, first.body)


def test_what_waits_for_no_person_is_not_sent_again(here: Served, case_id: str):
    assert problem(hand_over(here, assemble(here, case_id), verb="resend")) == (409, "wrong_state")


def test_no_request_is_made_while_a_document_is_read_as_another_type(here: Served, case_id: str):
    card = here.client.get("/api/v1/documents", headers=here.as_(Role.JUDGE), params={"type": "bank_card"}).json()
    address = f"/api/v1/documents/{card['items'][0]['id']}/type"
    headers = here.as_(Role.JUDGE, If_Match=f'"{card["items"][0]["version"]}"')
    here.client.put(address, headers=headers, json={"type": "passbook"})

    assert problem(assemble(here, case_id)) == (409, "still_reading")


def test_the_notice_says_what_is_missing_and_until_when(here: Served):  # S11
    case_id = here.case()
    here.file(case_id, "enforcement_ruling")
    made = assemble(here, case_id).json()

    answer = here.client.get(f"/api/v1/requests/{made['id']}/notice", headers=here.as_(Role.CLERK))

    text = answer.json()["text"]
    assert "补正通知书" in text
    assert "身份证" in text
    assert NUMBER not in text


def test_the_notice_is_printed_as_it_is_shown(here: Served):  # S11
    case_id = here.case()
    here.file(case_id, "enforcement_ruling")
    address = f"/api/v1/requests/{assemble(here, case_id).json()['id']}/notice"
    headers = here.as_(Role.CLERK)

    shown, printed = here.client.get(address, headers=headers), here.client.get(f"{address}.pdf", headers=headers)

    assert printed.content == b"%PDF-" + shown.json()["text"].encode()
    assert printed.headers["content-type"] == "application/pdf"
    assert printed.headers["content-disposition"] == 'attachment; filename="notice.pdf"'


def test_a_ready_case_needs_no_notice(here: Served, case_id: str):
    address = f"/api/v1/requests/{assemble(here, case_id).json()['id']}/notice"
    headers = here.as_(Role.CLERK)

    assert here.client.get(address, headers=headers).json() == {"text": None}
    assert problem(here.client.get(f"{address}.pdf", headers=headers)) == (404, "no_notice")
