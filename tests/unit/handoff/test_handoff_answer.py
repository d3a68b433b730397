"""What answers mean, by table: only the core's own word, about this very payment, is an end."""

from __future__ import annotations

import json

import pytest
from handoffs import CHANGE, message
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.handoff.answer import Reply, judge
from intake.handoff.outcome import NOT_FOUND, Kind, Outcome, accepted, busy, mismatch, refused, unknown
from intake.handoff.steps import Move
from intake.handoff.webhook import notice

SEND, ASK = Move.SEND, Move.ASK
KEY = message().key
YES = {
    "key": KEY,
    "state": "accepted",
    "reference": "凭证-0007",
    "amount": "486320.50",
    "payee_sha256": message().echo.payee_sha256,
}
NO = {"key": KEY, "state": "refused", "code": "account_closed"}

TABLE = {
    "made": (201, YES, SEND, accepted("凭证-0007")),
    "made before": (200, YES, SEND, accepted("凭证-0007")),
    "found": (200, YES, ASK, accepted("凭证-0007")),
    "more members": (200, YES | {"bank": "x"}, SEND, accepted("凭证-0007")),
    "another key": (200, YES | {"key": "release:x:r2:v1"}, SEND, mismatch("echo_key")),
    "another key found": (200, YES | {"key": "release:x:r2:v1"}, ASK, mismatch("echo_key")),
    "another amount": (200, YES | {"amount": "486320.5"}, SEND, mismatch("echo_amount")),
    "another payee": (200, YES | {"payee_sha256": "0" * 64}, ASK, mismatch("echo_payee")),
    "no amount": (200, {"key": KEY, "state": "accepted", "reference": "1"}, SEND, mismatch("echo_amount")),
    "a number for the amount": (200, YES | {"amount": 486320.50}, SEND, mismatch("nonsense")),
    "no reference": (200, YES | {"reference": None}, SEND, mismatch("nonsense")),
    "a reference of two lines": (200, YES | {"reference": "1\n2"}, SEND, mismatch("nonsense")),
    "a reference that turns round": (200, YES | {"reference": "1\u202e2"}, SEND, mismatch("nonsense")),
    "another state": (200, YES | {"state": "perhaps"}, SEND, mismatch("nonsense")),
    "a yes that says no": (200, NO, SEND, mismatch("nonsense")),
    "found refused": (200, NO, ASK, refused("account_closed")),
    "found refused without a reason": (200, NO | {"code": None}, ASK, mismatch("nonsense")),
    "taken": (202, {"key": KEY, "state": "in_progress"}, SEND, busy("in_progress")),
    "a list": (200, [YES], SEND, mismatch("nonsense")),
    "nothing": (204, None, SEND, mismatch("nonsense")),
    "redirect": (302, None, SEND, mismatch("redirect")),
    "redirect when asked": (307, YES, ASK, mismatch("redirect")),
    "in flight": (409, None, SEND, busy("http_409")),
    "too early": (425, None, SEND, busy("http_425")),
    "too many": (429, None, ASK, busy("http_429")),
    "other bytes": (422, NO, SEND, mismatch("http_422")),
    "refused": (403, NO, SEND, refused("account_closed")),
    "refused about another": (403, NO | {"key": "x"}, SEND, unknown("http_403")),
    "refused without a code": (400, NO | {"code": None}, SEND, unknown("http_400")),
    "refused with a sentence": (400, NO | {"code": "账户已销"}, SEND, unknown("http_400")),
    "a gateway": (403, None, SEND, unknown("http_403")),
    "wrong secret": (401, {}, SEND, unknown("http_401")),
    "not known": (404, {"key": KEY, "state": "not_found"}, ASK, unknown(NOT_FOUND)),
    "not known when sent": (404, {"key": KEY, "state": "not_found"}, SEND, unknown("http_404")),
    "no such page": (404, None, ASK, unknown("http_404")),
    "gone, and not the core's word": (410, {"key": KEY, "state": "not_found"}, ASK, unknown("http_410")),
    "failed": (500, YES, SEND, unknown("http_500")),
    "away": (503, None, ASK, unknown("http_503")),
}


@pytest.mark.parametrize(("status", "said", "move", "outcome"), TABLE.values(), ids=TABLE.keys())
def test_what_an_answer_means(status: int, said: object, move: Move, outcome: Outcome):  # F32
    body = None if said is None else json.dumps(said).encode()

    assert judge(Reply(status, body), message(), move) == outcome


@pytest.mark.parametrize(
    "body", [b"", b"null", b"\xff", b'{"key":', b"[" * 60_000, b'{"key": 1e999}', b"<html>OK</html>"]
)
def test_nonsense_is_not_a_yes(body: bytes):
    assert judge(Reply(200, body), message(), SEND) == mismatch("nonsense")


SAID = st.one_of(st.none(), st.text(max_size=8), st.integers(), st.sampled_from([*YES.values(), *NO.values()]))


@settings(max_examples=120, deadline=None)
@given(st.integers(100, 599), st.dictionaries(st.sampled_from([*YES, "code"]), SAID), st.sampled_from([SEND, ASK]))
def test_no_answer_is_a_yes_but_that_which_repeats_everything(status: int, said: dict, move: Move):
    outcome = judge(Reply(status, json.dumps(said).encode()), message(), move)

    fits = all(said.get(name) == YES[name] for name in ("key", "state", "amount", "payee_sha256"))
    assert outcome.kind is not Kind.ACCEPTED or (fits and 200 <= status < 300)
    assert outcome.kind is not Kind.REFUSED or (said["key"] == KEY and said["state"] == "refused")
    assert outcome.reached


@pytest.mark.parametrize(("status", "outcome"), [(200, accepted("")), (204, accepted("")), (400, unknown("http_400"))])
def test_a_notice_is_taken_by_any_success(status: int, outcome: Outcome):  # S26
    assert judge(Reply(status, b""), notice(CHANGE), SEND) == outcome
