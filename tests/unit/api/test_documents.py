"""Documents over HTTP: evidence, hidden numbers, pictures, copies, and the search by a number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk import COURT
from release_cases import CARD_NUMBER, paper
from served import Served, picture, problem, served
from sqlalchemy import select

from intake.domain.document import Document, DocumentClass, Field, FieldState, Party
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad, Rect
from intake.service.access import Role
from intake.store import happenings
from intake.store.documents import Stored
from intake.store.tables import happening, page

OTHER_NUMBER = "6222021234567890136"
BAD = "6222O21234567890l28"  # as a reader may see it


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.fixture
def card(here: Served) -> Stored:
    card = paper("bank_card").document
    number = replace(card.fields["card_number"], suggestion=OTHER_NUMBER, raw=f"卡号 {BAD}")
    finding = Finding("low_confidence", Severity.REVIEW, "card_number")
    document = replace(card, fields={**card.fields, "card_number": number}, findings=(finding,))
    return here.file_documents(here.case(), document)[0]


def at(card: Stored, rest: str = "") -> str:
    return f"/api/v1/documents/{card.id}{rest}"


def test_a_document_tells_its_fields_with_their_evidence(here: Served, card: Stored):
    shown = here.client.get(at(card), headers=here.as_(Role.JUDGE)).json()

    field = shown["fields"]["card_number"]
    assert (shown["class"], shown["type"], shown["pages"]) == ("bank_account", "bank_card", [1])
    assert (field["value"], field["label"], field["label_en"]) == (CARD_NUMBER, "卡号", "Card number")
    assert field["box"] == [[10.0, 20.0], [110.0, 20.0], [110.0, 40.0], [10.0, 40.0]]


@pytest.mark.parametrize("role", [Role.PARTY, Role.CLERK, Role.ADMIN])
@pytest.mark.parametrize("rest", ["", "/history"])
def test_no_number_is_whole_for_who_may_not_see_it(here: Served, card: Stored, role: Role, rest: str):
    tag = here.client.get(at(card), headers=here.as_(Role.JUDGE)).headers["etag"]
    change = {"changes": [{"field": "card_number", "value": "6222021234567890144"}]}
    here.client.post(at(card, "/corrections"), headers=here.as_(Role.JUDGE, If_Match=tag), json=change)

    seen = here.client.get(at(card, rest), headers=here.as_(role, cases=(card.case_id,)))

    assert seen.status_code == 200
    assert not [n for n in (CARD_NUMBER, OTHER_NUMBER, BAD, "6222021234567890144") if n[:-4] in seen.text]


def test_the_last_four_characters_of_a_number_are_left(here: Served, card: Stored):
    shown = here.client.get(at(card), headers=here.as_(Role.CLERK)).json()

    field = shown["fields"]["card_number"]
    assert (field["value"], field["suggestion"]) == ("*" * 15 + "0128", "*" * 15 + "0136")


def test_numbers_of_parties_are_hidden_within_a_list(here: Served):
    ruling = paper("enforcement_ruling").document
    stored = here.file_documents(here.case(), ruling)[0]

    shown = here.client.get(at(stored), headers=here.as_(Role.CLERK)).json()

    assert shown["fields"]["applicants"]["value"] == [{"name": "张三", "id_number": "110***********002X"}]
    assert shown["fields"]["amount"]["value"] == "486320.50"
    assert shown["fields"]["case_number"]["value"] == "（2026）浙0106执1234号"
    assert shown["fields"]["decision_date"]["value"] == "2026-06-01"


def test_lines_of_a_page_hide_the_numbers_in_them(here: Served, card: Stored):
    here.read(card.scan_id, "卡号 6222 0212 3456 7890 128 有效期 2027-01-01 金额 486320.50元")
    address = f"/api/v1/scans/{card.scan_id}/pages/1"

    seen = here.client.get(address, headers=here.as_(Role.CLERK)).json()["lines"][0]["text"]
    whole = here.client.get(address, headers=here.as_(Role.JUDGE)).json()["lines"][0]["text"]

    assert seen == "卡号 ******************0 128 有效期 2027-01-01 金额 486320.50元"
    assert whole == "卡号 6222 0212 3456 7890 128 有效期 2027-01-01 金额 486320.50元"


def test_the_pages_of_a_scan_are_listed_in_pieces(here: Served, card: Stored):
    for number in (3, 2):
        here.read(card.scan_id, f"第{number}页", number=number)
    address = f"/api/v1/scans/{card.scan_id}/pages"

    pieces = [here.client.get(f"{address}?limit=2&after={n}", headers=here.as_(Role.CLERK)).json() for n in (0, 2, 3)]

    assert [[page["number"] for page in piece["items"]] for piece in pieces] == [[1, 2], [3], []]
    assert [piece["next"] for piece in pieces] == [2, None, None]


def test_a_number_is_shown_whole_to_who_says_why_and_it_is_kept(here: Served, card: Stored):
    answer = here.client.post(
        at(card, "/fields/card_number/unmask"), headers=here.as_(Role.CLERK), json={"why": "to call the bank"}
    )

    with here.context.database.read() as connection:
        noted = happenings.since(connection, card.case_id, 0)[-1]
    assert answer.json() == {"value": CARD_NUMBER}
    assert (noted.kind, noted.who, noted.facts["field"]) == ("unmasked", "clerk", "card_number")


@pytest.mark.parametrize("body", [{}, {"why": ""}])
def test_a_number_is_not_shown_without_a_reason(here: Served, card: Stored, body):
    answer = here.client.post(at(card, "/fields/card_number/unmask"), headers=here.as_(Role.CLERK), json=body)

    assert problem(answer) == (422, "invalid_request")


def test_a_page_is_a_picture_that_nobody_may_take_for_anything_else(here: Served, card: Stored):
    answer = here.client.get(f"/api/v1/scans/{card.scan_id}/pages/1/image", headers=here.as_(Role.JUDGE))

    assert answer.content == picture()
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, max-age=300"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_picture_that_is_there_already_is_not_sent_again(here: Served, card: Stored):
    address = f"/api/v1/scans/{card.scan_id}/pages/1/image"
    tag = here.client.get(address, headers=here.as_(Role.JUDGE)).headers["etag"]

    again = here.client.get(address, headers=here.as_(Role.JUDGE, If_None_Match=tag))

    assert (again.status_code, again.content) == (304, b"")


def test_it_is_kept_that_somebody_saw_a_picture_who_sees_numbers_masked(here: Served, card: Stored):
    for role in (Role.JUDGE, Role.CLERK):
        here.client.get(f"/api/v1/scans/{card.scan_id}/pages/1/image", headers=here.as_(role))

    with here.context.database.read() as connection:
        noted = happenings.since(connection, card.case_id, 0)
    assert [(each.who, each.facts["page"]) for each in noted if each.kind == "picture_seen"] == [("clerk", "1")]


def test_what_was_uploaded_is_sent_by_no_route(here: Served):
    case_id = here.case()
    scan = here.client.post(
        f"/api/v1/cases/{case_id}/scans", headers=here.as_(Role.JUDGE), files=[("file", ("a.jpg", b"original bytes"))]
    ).json()["scans"][0]

    answers = [
        here.client.get(f"/api/v1/scans/{scan['id']}{rest}", headers=here.as_(Role.JUDGE))
        for rest in ("", "/pages", "/pages/1", "/pages/1/image", "/content", "/original")
    ]

    assert not [answer for answer in answers if b"original bytes" in answer.content]


def test_a_page_that_is_not_there_is_not_found(here: Served, card: Stored):
    for rest in ("", "/image"):
        answer = here.client.get(f"/api/v1/scans/{card.scan_id}/pages/2{rest}", headers=here.as_(Role.JUDGE))

        assert problem(answer) == (404, "no_such_page")


def test_something_else_in_the_place_of_a_picture_is_not_sent(here: Served, card: Stored):
    with here.context.database.write() as connection:
        connection.execute(page.update().values(image=here.blob(b"<script>alert(1)</script>")))

    answer = here.client.get(f"/api/v1/scans/{card.scan_id}/pages/1/image", headers=here.as_(Role.JUDGE))

    assert problem(answer) == (500, "internal_error")


def test_documents_are_found_by_state_and_type(here: Served, card: Stored):
    here.file_documents(card.case_id, paper("resident_id_front").document)

    found = here.client.get(
        "/api/v1/documents", headers=here.as_(Role.JUDGE), params={"type": "bank_card", "state": card.state}
    )

    assert [each["id"] for each in found.json()["items"]] == [card.id]


def test_a_number_is_found_in_any_spelling_and_the_search_is_kept_without_it(here: Served, card: Stored):
    body = {"number": "6222 0212-3456 7890 128"}

    found = here.client.post("/api/v1/search/numbers", headers=here.as_(Role.CLERK), json=body)

    assert [each["id"] for each in found.json()["items"]] == [card.id]
    with here.context.database.read() as connection:
        rows = connection.execute(select(happening).where(happening.c.kind == "searched_by_number")).all()
    assert [row.who for row in rows] == ["clerk"]
    assert CARD_NUMBER not in str(rows)


def test_a_number_of_another_court_is_not_found(here: Served, card: Stored):
    found = here.client.post(
        "/api/v1/search/numbers", headers=here.as_(Role.CLERK, court="京0105"), json={"number": CARD_NUMBER}
    )

    assert found.json()["items"] == []


def test_pages_that_look_alike_are_reported(here: Served, card: Stored):
    other = here.file_documents(card.case_id, paper("resident_id_front").document)[0]
    here.read(card.scan_id, look="0123456789abcdef")
    here.read(other.scan_id, look="0123456789abcdef")

    look = here.client.get(f"/api/v1/scans/{card.scan_id}", headers=here.as_(Role.CLERK)).json()

    assert look["near"] == [{"page": 1, "scan_id": other.scan_id, "other_page": 1}]


def test_blank_pages_are_no_copies(here: Served, card: Stored):
    other = here.file_documents(card.case_id, paper("resident_id_front").document)[0]
    here.read(card.scan_id, look="0" * 16)
    here.read(other.scan_id, look="0" * 16)

    assert here.client.get(f"/api/v1/scans/{card.scan_id}", headers=here.as_(Role.CLERK)).json()["near"] == []


def test_markup_that_stands_on_a_paper_is_text(here: Served):
    box = Quad.of_rect(Rect(0, 0, 10, 10))
    said = "<script>alert('x')</script>\u202e=cmd|' /C calc'!A0"
    field = Field(said, said, 0.9, FieldState.READ, 1, box)
    parties = Field((Party(said),), said, 0.9, FieldState.READ, 1, box)
    document = Document(DocumentClass.RULING, "ruling", 0.9, (1,), fields={"cause": field, "applicants": parties})
    stored = here.file_documents(here.case(), document)[0]

    answer = here.client.get(at(stored), headers=here.as_(Role.JUDGE))

    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["fields"]["cause"]["value"] == said


def test_lists_of_the_court_are_those_of_the_token(here: Served, card: Stored):
    assert here.client.get("/api/v1/scans", headers=here.as_(Role.CLERK)).json()["items"][0]["id"] == card.scan_id
    assert here.client.get("/api/v1/scans", headers=here.as_(Role.CLERK, court="京0105")).json()["items"] == []
    assert COURT == "浙0106"


@pytest.mark.parametrize("rest", ["pages", "pages/1"])
def test_groups_of_a_number_on_lines_of_their_own_are_hidden_from_a_clerk(here: Served, rest: str):
    card = here.file(here.case(), "bank_card")[0]
    here.read(card.scan_id, "6222", look=None)
    address = f"/api/v1/scans/{card.scan_id}/{rest}"

    clerk, judge = (here.client.get(address, headers=here.as_(role)).json() for role in (Role.CLERK, Role.JUDGE))

    texts = [(each if rest == "pages/1" else each["items"][0])["lines"][0]["text"] for each in (clerk, judge)]
    assert texts == ["****", "6222"]
