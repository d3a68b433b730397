"""Messages are made once, of ready requests, and taken up only as they were stored; notices say nothing of anybody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import pytest
from handoffs import CHANGE, message
from release_cases import CARD_NUMBER, NUMBER, ready_case

from intake.handoff.message import Altered, Message, NotReady, Payee, of_request, of_stored
from intake.handoff.webhook import notice
from intake.release.assemble import assemble
from intake.release.canonical import canonical
from intake.release.case import CaseInput

HOLDERS = {"account_confirmation": "account_name", "bank_card": "holder_name"}


def test_a_message_is_the_canonical_bytes_of_a_request():
    request = assemble(ready_case())

    made = of_request(request)

    assert (made.key, made.body) == ("release:浙0106:r1:v1", canonical(request))
    assert made.sha256 == sha256(made.body).hexdigest()
    assert made.echo.amount == "486320.50"
    assert made.echo.payee_sha256 == Payee("张三", CARD_NUMBER, NUMBER, "张三").digest()


UNREADY = {
    "a paper is missing": ready_case("enforcement_ruling"),
    "all values are there, of two people": ready_case(
        changed={kind: {name: "李四"} for kind, name in HOLDERS.items()},
    ),
}


@pytest.mark.parametrize("case", UNREADY.values(), ids=UNREADY.keys())
def test_a_request_with_something_on_its_list_is_not_handed_over(case: CaseInput):
    with pytest.raises(NotReady) as caught:
        of_request(assemble(case))

    assert (caught.value.code, caught.value.facts) == ("not_ready", {"request": "r1"})


def test_a_stored_message_is_the_same_message():
    made = message()

    assert of_stored(made.key, made.body, made.sha256) == made


def test_bytes_of_a_later_version_are_sent_as_they_are():
    made = message()
    body = made.body[:-1] + b',"zone":"new"}'

    assert of_stored(made.key, body, sha256(body).hexdigest()).body == body


ALTERED = {
    "a cent more": lambda m: (m.key, m.body.replace(b"486320.50", b"486320.51"), m.sha256),
    "another key": lambda m: (m.key + "0", m.body, m.sha256),
    "another digest": lambda m: (m.key, m.body, "0" * 64),
    "a draft": lambda m: _with(m, b'"status":"ready"', b'"status":"draft"'),
    "no account": lambda m: _with(m, b'"account":', b'"akkount":'),
    "no json": lambda m: (m.key, b"", sha256(b"").hexdigest()),
}


def _with(made: Message, old: bytes, new: bytes) -> tuple[str, bytes, str]:
    body = made.body.replace(old, new)
    return made.key, body, sha256(body).hexdigest()


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED.keys())
def test_a_message_that_was_changed_in_the_store_is_not_sent(change):
    with pytest.raises(Altered):
        of_stored(*change(message()))


def test_a_key_is_sent_in_plain_characters():
    assert message().wire_key == "release%3A%E6%B5%990106%3Ar1%3Av1"


def test_a_key_that_servers_would_cut_is_not_made():
    with pytest.raises(ValueError, match="cannot be sent"):
        replace(message(), key="release:" + "浙" * 100)


@pytest.mark.parametrize("name", ["account_name", "account_number", "id_number", "name"])
def test_the_payees_digest_changes_with_each_of_its_values(name: str):
    payee = Payee("张三", CARD_NUMBER, NUMBER, "张三")

    assert replace(payee, **{name: "李四"}).digest() != payee.digest()


def test_a_notice_names_ids_states_and_time_only():  # S26
    said = json.loads(notice(CHANGE).body)

    assert said == {
        "schema_id": "intake/state-change/v1",
        "event_id": "e1",
        "case_id": "c-17",
        "request_id": "r1",
        "old": "draft",
        "new": "handing_over",
        "at": "2026-07-01T08:00:00+00:00",
    }


def test_a_notice_is_the_same_bytes_each_time():  # S26
    assert notice(CHANGE) == notice(replace(CHANGE))


PERSONAL = {
    "a case number": {"case_id": "（2026）浙0106执1234号"},
    "a name": {"case_id": "张三"},
    "an identity number": {"request_id": NUMBER},
    "an account": {"case_id": CARD_NUMBER},
    "a telephone": {"event_id": "13800138000"},
    "a sentence": {"new": "paid to 张三"},
    "no zone": {"at": datetime(2026, 7, 1)},  # noqa: DTZ001 that is what is refused
}


@pytest.mark.parametrize("changes", PERSONAL.values(), ids=PERSONAL.keys())
def test_a_notice_takes_nothing_of_anybody(changes: dict):  # S26
    with pytest.raises(ValueError, match="of a notice"):
        replace(CHANGE, **changes)
