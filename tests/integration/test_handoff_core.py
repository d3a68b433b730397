"""Messages over real sockets to a core that fails: each request is paid once, or a person has it (F29 to F33)."""

from __future__ import annotations

import json
import random
import secrets
import socket
import ssl
import threading
import time
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest
from handoffs import CHANGE, courier, message, messages
from mock_core import PATH, SECRET, Core, Fault, serving
from relay import Row, act, deliver, run
from servers.keys import certificate

from intake.handoff.address import Address
from intake.handoff.message import Message
from intake.handoff.online import OnlineCourier
from intake.handoff.outcome import NOT_FOUND, Kind, Outcome, accepted, mismatch, refused, unknown
from intake.handoff.signature import Secret, Verdict
from intake.handoff.steps import Move
from intake.handoff.webhook import notice

pytestmark = pytest.mark.integration
REQUESTS = 300
MIX = {Fault.BEFORE: 10, Fault.AFTER: 15, Fault.LATE: 10, Fault.RESET: 7, Fault.NONE: 58}  # reliability.md F31


def mixed(seed: int):
    chance = random.Random(seed)
    return lambda _: chance.choices(list(MIX), list(MIX.values()))[0]


def always(*faults: Fault):
    return lambda call: faults[call - 1] if call <= len(faults) else Fault.NONE


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_faulty_core_pays_every_request_once(seed: int):  # F31, S50, S51
    core = Core(mixed(seed))
    rows = [Row(m) for m in messages(REQUESTS)]

    with serving(core) as port:
        deliver(rows, courier(port, timeout_s=0.3), seed=seed)

    assert Counter(row.move for row in rows) == {Move.DONE: REQUESTS}
    assert Counter(core.paid.values()) == {1: REQUESTS}
    assert core.calls > REQUESTS * 1.3


@dataclass(frozen=True)
class Forgetful:
    """A broken courier: it makes the message anew, under a new key, every time it sends."""

    inner: OnlineCourier
    patience_s: float = 900.0

    def send(self, message: Message) -> Outcome:
        key = f"{message.key}:{secrets.token_hex(4)}"
        body = message.body.replace(message.key.encode(), key.encode())
        return self.inner.send(replace(message, key=key, body=body, sha256=sha256(body).hexdigest()))

    def ask(self, message: Message) -> Outcome:
        return self.inner.ask(message)


@dataclass(frozen=True)
class Credulous:
    """A broken courier: it takes every end of a call for the answer that it hoped for."""

    inner: OnlineCourier
    patience_s: float = 900.0

    def send(self, message: Message) -> Outcome:
        outcome = self.inner.send(message)
        return accepted("?") if outcome.kind is Kind.UNKNOWN else outcome

    def ask(self, message: Message) -> Outcome:
        return self.inner.ask(message)


def test_without_its_key_the_same_core_pays_twice():  # the teeth of F31
    core = Core(mixed(1))
    rows = [Row(m) for m in messages(REQUESTS)]

    with serving(core) as port:
        deliver(rows, Forgetful(courier(port, timeout_s=0.3)))

    assert sum(core.paid.values()) > REQUESTS * 1.2
    assert max(core.paid.values()) > 1


def test_taking_silence_for_a_yes_loses_requests():  # the teeth of F31
    core = Core(mixed(1))
    rows = [Row(m) for m in messages(REQUESTS)]

    with serving(core) as port:
        deliver(rows, Credulous(courier(port, timeout_s=0.3)))

    assert Counter(row.move for row in rows) == {Move.DONE: REQUESTS}
    assert len(core.paid) < REQUESTS * 0.97


def test_a_message_waits_for_a_core_that_is_down():  # F29
    core = Core()
    rows = [Row(m) for m in messages(20)]
    with serving(core) as port:
        pass

    run(rows, courier(port), until=60.0)
    waiting = {row.reason for row in rows}
    with serving(core, port):
        run(rows, courier(port), until=60.0 + 70.0, start=60.0)

    assert waiting == {"handoff_queued"}
    assert Counter(row.move for row in rows) == {Move.DONE: 20}
    assert set(core.paid.values()) == {1}


def test_a_slow_core_is_sent_the_same_key_and_pays_once():  # F30
    core = Core(always(Fault.LATE, Fault.LATE), late_s=1.0)
    row = Row(message())

    with serving(core) as port:
        deliver([row], courier(port, timeout_s=0.25))

    assert [o.detail for o in row.outcomes] == ["timeout", "timeout", "P1"]
    assert core.seen == [("POST", row.message.key)] * 3
    assert core.paid == {"r1": 1}


def test_a_core_that_drips_is_left_after_the_time_limit():  # F30
    core = Core(always(Fault.DRIP))

    with serving(core) as port:
        begun = time.monotonic()
        outcome = courier(port, timeout_s=0.4).send(message())

    assert outcome == unknown("timeout")
    assert time.monotonic() - begun < 2.0


def test_a_core_that_is_busy_is_asked_later():  # F32
    core = Core(always(Fault.BUSY))
    row = Row(message())

    with serving(core) as port:
        deliver([row], courier(port))

    assert [method for method, _ in core.seen] == ["POST", "GET", "POST"]
    assert (row.move, core.paid) == (Move.DONE, {"r1": 1})


TO_A_PERSON = {
    Fault.OTHER: "http_422",
    Fault.WRONG_AMOUNT: "echo_amount",
    Fault.WRONG_PAYEE: "echo_payee",
    Fault.WRONG_KEY: "echo_key",
    Fault.NONSENSE: "nonsense",
    Fault.HUGE: "nonsense",
    Fault.REDIRECT: "redirect",
}


@pytest.mark.parametrize(("fault", "detail"), TO_A_PERSON.items(), ids=TO_A_PERSON.keys())
def test_an_answer_that_does_not_fit_goes_to_a_person(fault: Fault, detail: str):  # F32
    core = Core(lambda _: fault)
    row = Row(message())

    with serving(core) as port:
        deliver([row], courier(port))

    assert (row.move, row.outcomes) == (Move.NEEDS_HUMAN, [mismatch(detail)])
    assert core.seen == [("POST", row.message.key)]


def test_a_refusal_is_the_end():
    core = Core(lambda _: Fault.REFUSED)
    row = Row(message())

    with serving(core) as port:
        deliver([row], courier(port))

    assert (row.move, row.outcomes) == (Move.REFUSED, [refused("account_closed")])
    assert core.calls == 1


def test_other_bytes_under_a_known_key_are_not_paid():  # S50
    core = Core()
    first = message()
    body = first.body.replace(b"486320.50", b"986320.50")
    second = replace(first, body=body, sha256=sha256(body).hexdigest())

    with serving(core) as port:
        outcomes = [courier(port).send(m) for m in (first, second)]

    assert outcomes == [accepted("P1"), mismatch("http_422")]
    assert (core.paid, core.amounts) == ({"r1": 1}, {"r1": "486320.50"})


def test_the_same_request_from_twenty_places_at_once_is_paid_once():  # S50
    core = Core()
    rows = [Row(message()) for _ in range(20)]

    with serving(core) as port:
        deliver(rows, courier(port), threads=20)

    assert {row.outcomes[-1] for row in rows} == {accepted("P1")}
    assert core.paid == {"r1": 1}


def test_a_core_that_forgets_is_found_out_and_nothing_is_sent_again():  # F33
    core = Core()
    rows = [Row(m) for m in messages(30)]
    with serving(core) as port:
        deliver(rows, courier(port), threads=1)
        core.forget(10)
        asking = courier(port)

        asked = [asking.ask(row.message) for row in rows]

    assert [o.detail == NOT_FOUND for o in asked] == [False] * 20 + [True] * 10
    assert Counter(method for method, _ in core.seen) == {"POST": 30, "GET": 30}
    assert set(core.paid.values()) == {1}


def test_a_core_that_never_says_is_asked_and_then_a_person_is():  # F33, S51
    core = Core(lambda _: Fault.BEFORE)
    row = Row(message())

    with serving(core) as port:
        deliver([row], courier(port))

    asked = [method for method, _ in core.seen][10:]
    assert [method for method, _ in core.seen][:10] == ["POST"] * 10
    assert (set(asked), row.at >= 900) == ({"GET"}, True)
    assert (row.move, row.reason, core.paid) == (Move.NEEDS_HUMAN, "handoff_unresolved", {})


def test_a_wrong_secret_refuses_nothing_and_pays_nothing():
    core = Core()

    with serving(core) as port:
        outcome = courier(port, secret=Secret(SECRET.id, b"another secret of 32 bytes......")).send(message())

    assert (outcome, core.paid) == (unknown("http_401"), {})
    assert core.verdicts == {Verdict.FORGED: 1}


def test_a_machine_that_a_name_was_turned_to_gets_nothing():
    core = Core()

    with serving(core) as port:
        plain = courier(port)
        turned = replace(plain, address=replace(plain.address, host="127.1"))  # a name that leads to this machine
        outcome = turned.send(message())

    assert outcome == unknown("forbidden_address", reached=False)
    assert core.calls == 0


@pytest.mark.parametrize(
    ("is_known", "outcome"), [(True, accepted("P1")), (False, unknown("unreachable", reached=False))]
)
def test_only_a_core_with_a_good_certificate_is_spoken_to(tmp_path: Path, is_known, outcome: Outcome):
    core = Core()
    pem = certificate(tmp_path)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)

    with serving(core, tls=server) as port:
        plain = courier(port)
        there = Address("https", "localhost", port, PATH)
        tls = ssl.create_default_context(cafile=pem if is_known else None)
        found = replace(plain, address=there, tls=tls).send(message())

    assert (found, core.calls) == (outcome, int(is_known))


def test_a_notice_is_signed_and_sent_again_by_the_same_rules():  # S26
    core = Core(lambda _: Fault.BEFORE)
    row = Row(notice(CHANGE))

    with serving(core) as port:
        sending = courier(port)
        act(row, sending, 0.0, 0.5)
        sending.ask(row.message)

    assert (row.outcomes, row.move) == ([unknown("http_500")], Move.SEND)
    assert core.seen == [("POST", "event:e1")] * 2
    assert core.verdicts == {Verdict.GOOD: 2}


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    with serving(Core()) as port:
        outcome = courier(port).send(message())

    assert outcome == accepted("P1")


def test_exactly_the_stored_bytes_leave():
    heard = []
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_listen, args=(listener, heard))
    thread.start()

    outcome = courier(listener.getsockname()[1], timeout_s=2.0).send(message())

    thread.join()
    head, _, body = heard[0].partition(b"\r\n\r\n")
    assert (body, outcome.kind) == (message().body, Kind.UNKNOWN)
    assert f"Idempotency-Key: {message().wire_key}".encode() in head
    assert json.loads(body)["idempotency_key"] == message().key


def _listen(listener: socket.socket, heard: list[bytes]) -> None:
    connection, _ = listener.accept()
    with listener, connection:
        data = b""
        while message().body[-40:] not in data:
            data += connection.recv(65_536)
        heard.append(data)


def test_a_dead_row_of_a_relay_does_not_stop_the_others():
    core = Core(always(Fault.OTHER))
    rows = [Row(m) for m in messages(3)]

    with serving(core) as port:
        for row in rows:
            act(row, courier(port), 0.0, 0.5)

    assert [row.move for row in rows] == [Move.NEEDS_HUMAN, Move.DONE, Move.DONE]
