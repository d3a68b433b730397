"""What docs/handoff.md tells those who write a core is what the code does."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from handoffs import CHANGE, message

from intake.handoff.answer import Reply, judge
from intake.handoff.columns import COLUMNS, HEAD
from intake.handoff.message import Payee
from intake.handoff.online import MAX_ANSWER, TIMEOUT_S
from intake.handoff.outcome import accepted
from intake.handoff.signature import MIN_SECRET, SIGNATURE, WINDOW_S, Call, Secret, Signer, signature
from intake.handoff.steps import FIRST_S, LONGEST_S, MAX_AGE_S, MAX_ATTEMPTS, Move
from intake.handoff.webhook import notice

PAGE = (Path(__file__).parents[3] / "docs" / "handoff.md").read_text("utf-8")
BLOCKS = re.findall(r"```(?:json|text)\n(.*?)\n```", PAGE, re.DOTALL)
ACCEPTED, PAYEE, TEXT, BODY, HEADERS, SLIP, NOTICE = BLOCKS
SECRET = Secret("2026-07", bytes(range(32)))
NOW, FRESH = 1782892800, "00112233445566778899aabbccddeeff"


def test_the_worked_example_is_what_is_signed():
    digest = sha256(BODY.encode()).hexdigest()
    headers = dict(line.split(": ") for line in HEADERS.splitlines())

    signed = Signer(SECRET, lambda: NOW, lambda: FRESH)("POST", "/core/releases", digest)

    assert Call("POST", "/core/releases", NOW, FRESH, digest).text() == TEXT.encode()
    assert headers == {"Idempotency-Key": message().wire_key, **signed}


def test_the_example_of_asking_is_what_is_signed():
    path = f"/core/releases/{message().wire_key}"
    call = Call("GET", path, NOW, FRESH, sha256(b"").hexdigest())

    assert f"`{path}`" in PAGE
    assert f"`{signature(SECRET, call.text())}`" in PAGE
    assert SIGNATURE in PAGE


def test_the_answer_of_the_page_is_a_yes():
    assert judge(Reply(200, ACCEPTED.encode()), message(), Move.SEND) == accepted("P-2026-000123")


def test_the_payee_of_the_page_has_its_digest():
    assert Payee(**json.loads(PAYEE)).digest() == json.loads(ACCEPTED)["payee_sha256"]


def test_the_columns_of_the_page_are_those_of_the_table():
    rows = re.findall(r"^\| (`[^|]*) \| [^|]* \|$", PAGE.partition("| column |")[2].partition("\n\n")[0], re.MULTILINE)
    named = [cell for row in rows for cell in re.findall(r"`(\w+)`(\*?)", row)]

    marked = {column.name for column in COLUMNS if column.is_text}
    assert named == [(name, "*" if name in marked else "") for name in HEAD]


def test_the_slip_of_the_page_fits_its_message():
    assert SLIP.splitlines()[:3] == [
        f"key={message().wire_key}",
        f"amount={message().echo.amount}",
        f"payee_sha256={message().echo.payee_sha256}",
    ]
    assert SLIP.endswith("\nend")


def test_the_notice_of_the_page_is_a_notice():
    assert notice(CHANGE).body.decode() == NOTICE


LIMITS = (
    f"{TIMEOUT_S:.0f} seconds",
    f"{MAX_ANSWER // 1024} KiB",
    f"{MAX_ATTEMPTS} attempts or {MAX_AGE_S / 60:.0f} minutes",
    f"from {FIRST_S:.0f} second, doubling to {LONGEST_S:.0f}",
    f"more than {WINDOW_S} seconds",
    f"at least {MIN_SECRET} bytes",
)


@pytest.mark.parametrize("limit", LIMITS)
def test_the_page_names_the_limits_of_the_code(limit: str):
    assert limit in PAGE
