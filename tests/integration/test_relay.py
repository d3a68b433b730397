"""The relay between a real outbox and a core that fails: each request is paid once, or a person has it."""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from desk import context
from handoffs import courier, message
from mock_core import Core, Fault, serving
from sqlalchemy import select, update

from intake.domain.errors import Conflict, WrongState
from intake.domain.states import RequestState
from intake.handoff import answer
from intake.handoff.message import Message
from intake.handoff.outcome import Outcome, accepted
from intake.service.context import Context
from intake.service.notices import NOTICE, moved
from intake.service.requests import RELEASE
from intake.store import cases, requests
from intake.store.cases import NewCase
from intake.store.requests import Letter, NewRequest
from intake.store.tables import outbox, payment, request
from intake.work import reckoning
from intake.work.reckoning import DAY_S, EACH, Reckoning
from intake.work.relay import LEASE_S, Relay

pytestmark = pytest.mark.integration

COURT, COUNT = "浙0106", 40
MIX = {Fault.BEFORE: 10, Fault.AFTER: 15, Fault.LATE: 10, Fault.RESET: 7, Fault.NONE: 58}  # reliability.md F31


class Office:
    def __init__(self, folder: Path, count: int = 1):
        self.service = context(folder)
        self.now = 0.0
        self.messages = [message(n) for n in range(1, count + 1)]
        with self.service.database.write() as connection:
            self.case = cases.add(connection, NewCase(COURT, "enforcement"), "clerk")
            for number, each in enumerate(self.messages, 1):
                self._hand_over(connection, number, each)

    def _hand_over(self, connection, number: int, sent: Message) -> None:
        digest = f"{number:064d}"
        new = NewRequest(
            id=f"r{number}",
            case_id=self.case,
            court=COURT,
            number=number,
            status="ready",
            body=sent.body,
            sha256=sent.sha256,
            payment=digest,
            papers=0,
            account=None,
            made_on="2026-07-01",
            key=sent.key,
            created_by="judge",
        )
        requests.add(connection, new)
        requests.move(connection, requests.get(connection, new.id), RequestState.HANDING_OVER)
        requests.pay_once(connection, digest, new.id)
        requests.post(connection, Letter(RELEASE, new.id, sent.key, sent.body))

    def relay(self, port: int, service: Context | None = None) -> Relay:
        carrier = courier(port, timeout_s=0.3)
        told = lambda _event, **_facts: None  # noqa: E731
        return Relay(service or self.service, {RELEASE: carrier, NOTICE: carrier}, told, random.Random(1))

    def reckoning(self, port: int) -> Reckoning:
        told = lambda _event, **_facts: None  # noqa: E731
        return Reckoning(self.service, courier(port, timeout_s=0.3), told, lambda: self.now)

    def carry(self, relay: Relay, rounds: int = 40) -> None:
        """Carry until nothing is left; waiting takes no time."""
        for _ in range(rounds):
            relay.breakers.clear()
            relay.carry_all()
            with self.service.database.write() as connection:
                due = outbox.c.state == "pending"
                if not connection.execute(select(outbox.c.id).where(due).limit(1)).first():
                    return
                connection.execute(update(outbox).where(due).values(next_at=0.0))

    def states(self) -> Counter[str]:
        with self.service.database.read() as connection:
            return Counter(connection.execute(select(request.c.state)).scalars())

    def reasons(self) -> set[str]:
        """Return why requests wait for a person."""
        with self.service.database.read() as connection:
            human = request.c.state == RequestState.NEEDS_HUMAN
            return set(connection.execute(select(request.c.reason).where(human)).scalars())

    def payments(self) -> int:
        with self.service.database.read() as connection:
            return len(connection.execute(select(payment.c.digest)).all())


def always(*faults: Fault):
    return lambda call: faults[call - 1] if call <= len(faults) else Fault.NONE


def test_a_faulty_core_pays_every_request_once_though_two_relays_carry(tmp_path: Path):
    """F31."""
    chance, office = random.Random(3), Office(tmp_path, COUNT)
    core = Core(lambda _: chance.choices(list(MIX), list(MIX.values()))[0])

    with serving(core) as port:
        threads = [threading.Thread(target=office.carry, args=(office.relay(port),)) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert office.states() == {"handed_over": COUNT}
    assert Counter(core.paid.values()) == {1: COUNT}


def test_a_request_whose_answer_was_lost_is_unknown_and_then_handed_over(tmp_path: Path):
    core, office = Core(always(Fault.RESET)), Office(tmp_path)

    with serving(core) as port:
        relay = office.relay(port)
        relay.carry_one()
        between = office.states()
        office.carry(relay)

    assert between == {"unknown": 1}
    assert office.states() == {"handed_over": 1}
    assert core.paid == {"r1": 1}


def test_a_refused_request_frees_its_payment(tmp_path: Path):
    office = Office(tmp_path)

    with serving(Core(always(Fault.REFUSED))) as port:
        office.carry(office.relay(port))

    assert office.states() == {"refused": 1}
    assert office.payments() == 0


@pytest.mark.parametrize("fault", [Fault.WRONG_AMOUNT, Fault.WRONG_PAYEE, Fault.OTHER])
def test_an_answer_that_does_not_fit_goes_to_a_person_and_keeps_its_payment(tmp_path: Path, fault: Fault):
    """F32: nothing is sent again, whatever the core says later."""
    core, office = Core(always(fault)), Office(tmp_path)

    with serving(core) as port:
        office.carry(office.relay(port))
        calls = core.calls
        office.carry(office.relay(port), rounds=3)

    assert office.states() == {"needs_human": 1}
    assert office.payments() == 1
    assert core.calls == calls


def test_without_comparing_what_comes_back_a_wrong_amount_passes_for_paid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The teeth of F32."""
    monkeypatch.setattr(answer, "confirmed", lambda said, _echo: accepted(said.reference or ""))
    office = Office(tmp_path)

    with serving(Core(always(Fault.WRONG_AMOUNT))) as port:
        office.carry(office.relay(port))

    assert office.states() == {"handed_over": 1}


def test_a_relay_that_died_after_sending_is_followed_by_one_with_the_same_key(tmp_path: Path):
    """F35: the lease of the dead one runs out, and the core knows the key."""
    core, office = Core(), Office(tmp_path)

    with serving(core) as port:
        relay = office.relay(port)
        with office.service.database.write() as connection:
            parcel = requests.take(connection, LEASE_S, {RELEASE})
        relay.couriers[RELEASE].send(office.messages[0])  # and here it dies
        nothing = relay.carry_one()
        with office.service.database.write() as connection:
            connection.execute(update(outbox).values(lease_until=0.0))
        office.carry(relay)

    assert parcel
    assert not nothing
    assert core.paid == {"r1": 1}
    assert office.states() == {"handed_over": 1}


def test_bytes_that_were_changed_in_the_database_are_not_sent(tmp_path: Path):
    core, office = Core(), Office(tmp_path)
    with office.service.database.write() as connection:
        connection.execute(update(outbox).values(body=office.messages[0].body.replace(b"r1", b"r2")))

    with serving(core) as port:
        office.carry(office.relay(port))

    assert core.calls == 0
    assert office.states() == {"needs_human": 1}


def test_changes_of_state_are_told_by_the_same_way(tmp_path: Path):
    """S26."""
    office = Office(tmp_path)
    listening = replace(office.service, tells_changes=True)

    with serving(Core()) as port:
        office.relay(port, listening).carry_one()

    with office.service.database.read() as connection:
        topics = connection.execute(select(outbox.c.topic).where(outbox.c.state == "pending")).scalars().all()
    assert topics == [NOTICE]


def test_a_core_that_is_away_loses_nothing(tmp_path: Path):
    """F29."""
    office, core = Office(tmp_path), Core()

    with serving(core) as port:
        pass
    away = office.relay(port)
    for _ in range(3):
        office.carry(away, rounds=1)
    waiting = office.states()
    with serving(core) as port:
        office.carry(office.relay(port))

    assert waiting == {"handing_over": 1}
    assert office.states() == {"handed_over": 1}


def test_the_same_payment_cannot_be_under_way_twice(tmp_path: Path):
    office = Office(tmp_path)

    with pytest.raises(Conflict), office.service.database.write() as connection:
        requests.pay_once(connection, f"{1:064d}", "r2")


def test_a_state_that_there_is_no_way_to_is_refused(tmp_path: Path):
    office = Office(tmp_path)
    with office.service.database.read() as connection:
        held = requests.get(connection, "r1")

    with pytest.raises(WrongState), office.service.database.write() as connection:
        moved(office.service, connection, held, RequestState.DRAFT, "relay")


class BrokenCourier:
    patience_s = 60.0

    def send(self, message: Message) -> Outcome:
        raise KeyError(message.key)

    ask = send


def test_an_error_that_nobody_foresaw_goes_to_a_person_and_stops_no_other_parcel(tmp_path: Path):
    office, told = Office(tmp_path, 2), []
    tell = lambda event, **facts: told.append((event, facts.get("error")))  # noqa: E731
    relay = Relay(office.service, {RELEASE: BrokenCourier()}, tell, random.Random(1))

    relay.carry_all()

    with office.service.database.read() as connection:
        reasons = set(connection.execute(select(request.c.reason)).scalars())
    assert office.states() == {"needs_human": 2}
    assert reasons == {"handoff_failed"}
    assert told.count(("parcel_failed", "KeyError")) == 2
    assert office.payments() == 2


def test_what_a_core_has_forgotten_goes_to_a_person_and_nothing_is_sent_again(tmp_path: Path):
    """F33: more than are asked at a time; the payments stay as they are, so that no other request is made for them."""
    core, office = Core(), Office(tmp_path, EACH + 10)

    with serving(core) as port:
        office.carry(office.relay(port))
        core.forget(3)
        sent = len([method for method, _ in core.seen if method == "POST"])
        asking = office.reckoning(port)
        doubted = [asking.ask_some() for _ in range(3)]

    assert doubted == [0, 3, 0]
    assert office.states() == {"handed_over": EACH + 7, "needs_human": 3}
    assert office.reasons() == {"handoff_forgotten"}
    assert len([method for method, _ in core.seen if method == "POST"]) == sent
    assert office.payments() == EACH + 10
    assert set(core.paid.values()) == {1}


def test_without_a_doubt_what_a_core_has_forgotten_stays_unseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The teeth of F33."""
    monkeypatch.setattr(reckoning, "_doubt", lambda _outcome, _taken: None)
    core, office = Core(), Office(tmp_path)

    with serving(core) as port:
        office.carry(office.relay(port))
        core.forget(1)
        office.reckoning(port).ask_some()

    assert office.states() == {"handed_over": 1}


def test_all_of_it_is_asked_once_a_day(tmp_path: Path):
    core, office = Core(), Office(tmp_path)

    with serving(core) as port:
        office.carry(office.relay(port))
        asking = office.reckoning(port)
        asking.ask_some()
        core.forget(1)
        soon = asking.ask_some()
        office.now += DAY_S
        later = asking.ask_some()

    assert (soon, later) == (0, 1)


def test_a_core_that_is_away_has_forgotten_nothing_and_is_asked_when_it_is_back(tmp_path: Path):
    core, office = Core(), Office(tmp_path, 2)

    with serving(core) as port:
        office.carry(office.relay(port))
        asking = office.reckoning(port)
        core.forget(1)
    away = asking.ask_some()
    between = office.states()
    with serving(core, port):
        back = asking.ask_some()

    assert (away, back) == (0, 1)
    assert between == {"handed_over": 2}


def test_a_core_that_calls_a_payment_otherwise_than_before_is_for_a_person(tmp_path: Path):
    core, office = Core(), Office(tmp_path, 2)

    with serving(core) as port:
        office.carry(office.relay(port))
        with office.service.database.write() as connection:
            connection.execute(update(request).where(request.c.id == "r1").values(reference="another"))
        office.reckoning(port).ask_some()

    assert office.states() == {"handed_over": 1, "needs_human": 1}
    assert office.reasons() == {"handoff_mismatch"}
