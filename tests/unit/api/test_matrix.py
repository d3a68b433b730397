"""Every route, for every role, for what is theirs, of another case, of another court, and without a token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from desk import COURT
from served import MONTH, NUMBER, OTHER_COURT, Served, files, served

from intake.api import app as served_app
from intake.api import ops
from intake.service.access import RIGHTS, Right, Role
from intake.store import cases, resumable, tokens
from intake.store.resumable import NewResumable
from intake.store.rows import Scope
from intake.store.tokens import NewToken

OWN, OTHER_CASE, ELSEWHERE, NOBODY = "own", "other_case", "other_court", "none"
TAG = {"If-Match": '"1"'}
TUS = {"Tus-Resumable": "1.0.0"}
WELL = {200, 201, 202, 204, 409, 412}  # what somebody gets who may: it is done, or it does not fit how things stand
LOT = f"month={MONTH}&seed=1&court={COURT}"
PICTURES = frozenset({Right.NUMBERS, Right.UNMASK})


@dataclass(frozen=True)
class Entry:
    """What a route needs (one of `rights`), how a stranger is answered, and what is sent."""

    rights: frozenset[Right]
    stranger: int | None  # None: nobody is a stranger, or what is not theirs is left out
    sent: Mapping[str, object] = field(default_factory=dict)
    is_of_court: bool = False  # asked by people of the whole court, not of one case


def of(right: Right | frozenset[Right], stranger: int | None = 404, *, court: bool = False, **sent: object) -> Entry:
    return Entry(right if isinstance(right, frozenset) else frozenset({right}), stranger, sent, court)


ANYBODY = frozenset(Right)
CASE = {"kind": "enforcement", "court": COURT}
CHANGES = {"changes": [{"field": "bank_name", "value": "中国工商银行"}]}
ROUTES: Mapping[str, Entry] = {
    "POST /api/v1/cases": of(Right.OPEN_CASE, 403, court=True, json=CASE),
    "GET /api/v1/cases": of(Right.SEE, None),
    "GET /api/v1/cases/{case_id}": of(Right.SEE),
    "PATCH /api/v1/cases/{case_id}": of(Right.OPEN_CASE, headers=TAG, json={"kind": "enforcement"}),
    "POST /api/v1/cases/{case_id}/instalment/confirmation": of(Right.CONFIRM, headers=TAG),
    "POST /api/v1/cases/{case_id}/scans": of(Right.UPLOAD, files=files(b"x")),
    "OPTIONS /api/v1/uploads": of(ANYBODY, None),
    "POST /api/v1/cases/{case_id}/uploads": of(Right.UPLOAD, headers={**TUS, "Upload-Length": "9"}),
    "HEAD /api/v1/uploads/{upload_id}": of(Right.UPLOAD, headers=TUS),
    "PATCH /api/v1/uploads/{upload_id}": of(
        Right.UPLOAD,
        headers={**TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"},
        content=b"123",
    ),
    "DELETE /api/v1/uploads/{upload_id}": of(Right.UPLOAD, headers=TUS),
    "GET /api/v1/scans": of(Right.SEE, None),
    "GET /api/v1/scans/{scan_id}": of(Right.SEE),
    "GET /api/v1/scans/{scan_id}/pages": of(Right.SEE),
    "GET /api/v1/scans/{scan_id}/pages/{number}": of(Right.SEE),
    "POST /api/v1/scans/{scan_id}/read-again": of(Right.CORRECT, headers=TAG),
    "POST /api/v1/scans/{scan_id}/turns": of(Right.CORRECT, headers=TAG, json={"turns": {"1": 90}}),
    "GET /api/v1/scans/{scan_id}/pages/{number}/image": of(PICTURES),
    "GET /api/v1/documents/{document_id}/fields/{field}/crop": of(PICTURES),
    "GET /api/v1/documents": of(Right.SEE, None),
    "GET /api/v1/documents/{document_id}": of(Right.SEE),
    "GET /api/v1/documents/{document_id}/history": of(Right.SEE),
    "POST /api/v1/documents/{document_id}/fields/{field}/unmask": of(PICTURES, json={"why": "to call the bank"}),
    "POST /api/v1/documents/{document_id}/corrections": of(Right.CORRECT, headers=TAG, json=CHANGES),
    "POST /api/v1/documents/{document_id}/confirmations": of(Right.CONFIRM, headers=TAG, json={"field": "card_number"}),
    "DELETE /api/v1/documents/{document_id}/corrections/{correction_id}": of(Right.CORRECT, headers=TAG),
    "PUT /api/v1/documents/{document_id}/type": of(Right.CORRECT, headers=TAG, json={"type": "passbook"}),
    "POST /api/v1/documents/{document_id}/split": of(Right.CORRECT, headers=TAG, json={"pages": [[1], [2]]}),
    "POST /api/v1/scans/{scan_id}/join": of(Right.CORRECT),
    "POST /api/v1/cases/{case_id}/requests": of(Right.ASSEMBLE),
    "GET /api/v1/cases/{case_id}/requests": of(Right.SEE),
    "GET /api/v1/cases/{case_id}/steps": of(Right.SEE),
    "GET /api/v1/requests": of(Right.SEE, None),
    "GET /api/v1/requests/{request_id}": of(Right.SEE),
    "GET /api/v1/requests/{request_id}/notice": of(Right.SEE),
    "GET /api/v1/requests/{request_id}/notice.pdf": of(Right.SEE),
    "POST /api/v1/requests/{request_id}/hand-over": of(Right.HAND_OVER, headers=TAG),
    "POST /api/v1/requests/{request_id}/resend": of(Right.HAND_OVER, headers=TAG),
    "POST /api/v1/requests/{request_id}/settle": of(Right.HAND_OVER, headers=TAG, json={"why": "asked the core"}),
    "GET /api/v1/cases/{case_id}/events": of(Right.SEE),
    "POST /api/v1/search/numbers": of(Right.SEARCH, None, json={"number": NUMBER, "court": COURT}),
    "POST /api/v1/quality/samples": of(Right.CHECK, court=True, json={"month": MONTH, "seed": 1, "court": COURT}),
    f"GET /api/v1/quality/samples?{LOT}": of(Right.CHECK, court=True),
    f"PUT /api/v1/quality/samples/{{document_id}}?{LOT}": of(
        Right.CHECK, court=True, json={"verdicts": {"card_number": "right"}}
    ),
    f"GET /api/v1/quality/accuracy?{LOT}": of(Right.CHECK, court=True),
    "GET /api/v1/doctypes": of(ANYBODY, None),
    "POST /api/v1/tokens": of(Right.MANAGE, 403, court=True, json={"person": "x", "role": "clerk", "court": COURT}),
    "GET /api/v1/tokens": of(Right.MANAGE, None),
    "DELETE /api/v1/tokens/{token_id}": of(Right.MANAGE, court=True),
    "GET /api/v1/openapi.json": of(ANYBODY, None),
    "GET /metrics": of(Right.WATCH, None),
}
OPEN = {"GET /healthz", "GET /readyz"}
ENTRIES = {name.partition("?")[0]: (name, entry) for name, entry in ROUTES.items()}


@dataclass(frozen=True)
class World:
    """A case with a card of two pages, of which a sample was drawn; and two strangers' cases."""

    served: Served
    own: str
    other: str
    ids: Mapping[str, str]

    def token(self, role: Role, relation: str, entry: Entry) -> Mapping[str, str]:
        if relation == NOBODY:
            return {}
        if relation == ELSEWHERE:
            return self.served.as_(role, court=OTHER_COURT, cases=None if entry.is_of_court else (self.other,))
        seen = self.own if relation == OWN else self.other
        is_whole = relation == OWN and entry.is_of_court
        return self.served.as_(role, cases=None if is_whole else (seen,))

    def address(self, template: str, role: Role) -> str:
        """Fill in identifiers; what its route takes away is made anew."""
        return template.format(
            **self.ids, **(self._made(role) if "{upload_id}" in template or "{token_id}" in template else {})
        )

    def _made(self, role: Role) -> Mapping[str, str]:
        with self.served.context.database.write() as connection:
            case = cases.get(connection, self.own, Scope())
            upload = resumable.add(connection, NewResumable(case.id, case.court, "a.jpg", 9, role.value))
            token = tokens.issue(connection, NewToken("x", "clerk", COURT))[0]
        return {"upload_id": upload, "token_id": token}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    here = served(tmp_path_factory.mktemp("matrix"))
    own, other = here.case(), here.case()
    card = here.file_then(own, "bank_card")[0]
    judge = here.as_(Role.JUDGE)
    request = here.client.post(f"/api/v1/cases/{own}/requests", headers=judge).json()["id"]
    sample = {"month": MONTH, "seed": 1}
    ids = {
        "case_id": own,
        "scan_id": card.scan_id,
        "number": "1",
        "document_id": card.id,
        "field": "card_number",
        "correction_id": card.id,
        "request_id": request,
    }
    here.client.post("/api/v1/quality/samples", headers=judge, json=sample)
    return World(here, own, other, ids)


def _routes() -> list[str]:
    nouns = [(served_app.PREFIX, noun.router) for noun in served_app.NOUNS] + [("", ops.router)]
    return sorted(
        f"{method} {prefix}{route.path}"
        for prefix, router in nouns
        for route in router.routes
        for method in route.methods
    )


@pytest.mark.parametrize("route", _routes())
def test_every_route_says_who_may_use_it(route: str):
    assert route in OPEN or route in ENTRIES


@pytest.mark.parametrize("relation", [OWN, OTHER_CASE, ELSEWHERE, NOBODY])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("route", sorted(ENTRIES))
def test_only_who_may_is_let_in(world: World, route: str, role: Role, relation: str):
    name, entry = ENTRIES[route]
    method, _, template = name.partition(" ")
    sent = dict(entry.sent)
    if route.endswith("/join"):
        sent["json"] = {"documents": [{"id": world.ids["document_id"], "version": 1}] * 2}
    headers = {**sent.pop("headers", {}), **world.token(role, relation, entry)}

    answer = world.served.client.request(method, world.address(template, role), headers=headers, **sent)

    assert answer.status_code in _expected(route, role, relation)


def _expected(route: str, role: Role, relation: str) -> set[int]:
    entry = ENTRIES[route][1]
    if relation == NOBODY:
        return {401}
    if not entry.rights & RIGHTS[role]:
        return {403}
    if relation == OWN or entry.stranger is None:
        return WELL | ({422} if route.endswith(("/join", "/split")) else set())
    return {entry.stranger}


@pytest.mark.parametrize("route", sorted(OPEN))
def test_health_needs_no_token(world: World, route: str):
    assert world.served.client.get(route.partition(" ")[2]).status_code in {200, 503}


@pytest.mark.parametrize("relation", [OTHER_CASE, ELSEWHERE])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("route", [name for name, (_, entry) in sorted(ENTRIES.items()) if entry.stranger is None])
def test_what_is_not_theirs_is_in_no_list(world: World, route: str, role: Role, relation: str):
    name, entry = ENTRIES[route]
    method, _, template = name.partition(" ")

    answer = world.served.client.request(method, template, headers=world.token(role, relation, entry), **entry.sent)

    assert not [each for each in world.ids.values() if len(each) > 30 and each in answer.text]
