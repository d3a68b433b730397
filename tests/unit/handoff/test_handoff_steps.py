"""What is done next with a message, by table; and what is never done, by any sequence of outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from handoffs import message
from hypothesis import given, settings
from hypothesis import strategies as st
from relay import Row, act

from intake.domain.messages import catalogue
from intake.handoff.courier import carry
from intake.handoff.outcome import NOT_FOUND, Kind, Outcome, accepted, busy, mismatch, refused, unknown
from intake.handoff.steps import Move, Step, Tried, backoff, next_step

SEND, ASK, DONE, REFUSED, HUMAN = Move
FIRST = Tried(SEND, 1, 0.0)
WORN = Tried(SEND, 10, 300.0)
OLD = Tried(SEND, 3, 900.0)
AWAY = unknown("unreachable", reached=False)

TABLE = {
    "accepted": (accepted("P1"), FIRST, DONE, "handoff_accepted"),
    "accepted when asked": (accepted("P1"), Tried(ASK, 11, 901.0), DONE, "handoff_accepted"),
    "refused": (refused("account_closed"), FIRST, REFUSED, "handoff_refused"),
    "refused at last": (refused("account_closed"), WORN, REFUSED, "handoff_refused"),
    "mismatch": (mismatch("echo_amount"), FIRST, HUMAN, "handoff_mismatch"),
    "mismatch when asked": (mismatch("nonsense"), Tried(ASK, 2, 1.0), HUMAN, "handoff_mismatch"),
    "busy": (busy("http_409"), FIRST, ASK, "handoff_busy"),
    "busy many times": (busy("in_progress"), Tried(ASK, 30, 899.9), ASK, "handoff_busy"),
    "busy too long": (busy("in_progress"), Tried(ASK, 12, 900.0), HUMAN, "handoff_stuck"),
    "unknown": (unknown("timeout"), FIRST, SEND, "handoff_unknown"),
    "unknown the ninth time": (unknown("http_500"), Tried(SEND, 9, 200.0), SEND, "handoff_unknown"),
    "unknown the tenth time": (unknown("http_500"), WORN, ASK, "handoff_unknown"),
    "unknown for a quarter of an hour": (unknown("cut_off"), OLD, ASK, "handoff_unknown"),
    "silent when asked": (unknown("timeout"), Tried(ASK, 11, 310.0), ASK, "handoff_unknown"),
    "silent when asked soon after it was busy": (unknown("http_500"), Tried(ASK, 2, 1.0), ASK, "handoff_unknown"),
    "still unknown": (unknown("timeout"), Tried(ASK, 20, 900.0), HUMAN, "handoff_unresolved"),
    "not known": (unknown(NOT_FOUND), Tried(ASK, 11, 310.0), HUMAN, "handoff_not_known"),
    "not known after a quarter of an hour": (unknown(NOT_FOUND), Tried(ASK, 4, 900.0), HUMAN, "handoff_not_known"),
    "not known soon after it was busy": (unknown(NOT_FOUND), Tried(ASK, 2, 1.0), SEND, "handoff_unknown"),
    "nobody there": (AWAY, FIRST, SEND, "handoff_queued"),
    "nobody there all night": (AWAY, Tried(SEND, 700, 0.0), SEND, "handoff_queued"),
    "nobody there after it may have arrived": (AWAY, OLD, ASK, "handoff_unknown"),
    "nobody there to be asked": (AWAY, Tried(ASK, 4, 960.0), HUMAN, "handoff_unresolved"),
}


@pytest.mark.parametrize(("outcome", "tried", "move", "reason"), TABLE.values(), ids=TABLE.keys())
def test_what_is_done_next(outcome: Outcome, tried: Tried, move: Move, reason: str):  # S51
    step = next_step(outcome, tried, jitter=1.0)

    assert step == Step(move, 0.0 if move.is_last else backoff(tried.attempts, 1.0), reason)


@pytest.mark.parametrize("reason", sorted({row[3] for row in TABLE.values()}))
def test_people_can_read_every_reason(reason: str):
    assert reason in catalogue()


def test_a_core_that_works_in_batches_is_given_its_time():
    step = next_step(busy("dropped"), Tried(ASK, 200, 40_000.0), jitter=0.5, patience_s=86_400.0)

    assert step.move is ASK


@pytest.mark.parametrize(
    ("attempts", "longest"), [(0, 1), (1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (8, 60), (10_000, 60)]
)
def test_waiting_doubles_from_a_second_to_a_minute(attempts: int, longest: float):  # F29
    assert backoff(attempts, 0.0) == longest / 2
    assert backoff(attempts, 1.0) == longest


@pytest.mark.parametrize("move", [DONE, REFUSED, HUMAN])
def test_nothing_is_carried_after_the_end(move: Move):
    courier = Scripted([])

    with pytest.raises(ValueError, match="nothing is sent"):
        carry(courier, message(), move)

    assert courier.keys == []


@dataclass
class Scripted:
    """A courier that tells what it was told to tell, and remembers what it was given."""

    outcomes: list[Outcome]
    patience_s: float = 900.0
    keys: list[tuple[str, bytes]] = field(default_factory=list)

    def send(self, message):
        self.keys.append((message.key, message.body))
        return self.outcomes[len(self.keys) - 1]

    ask = send


DETAILS = st.sampled_from(["", "timeout", NOT_FOUND])
ARRIVED = st.builds(Outcome, st.sampled_from(Kind), DETAILS)
OUTCOMES = st.one_of(ARRIVED, st.just(AWAY))


@settings(max_examples=60, deadline=None)
@given(st.lists(OUTCOMES, min_size=1, max_size=40), st.floats(0, 1))
def test_a_key_stays_and_rests_after_the_end(outcomes: list[Outcome], jitter: float):  # S51
    row = Row(message())
    courier = Scripted(outcomes)

    while not row.move.is_last and len(courier.keys) < len(outcomes):
        act(row, courier, row.at, jitter)

    assert set(courier.keys) == {(message().key, message().body)}
    ends = {Kind.ACCEPTED, Kind.REFUSED, Kind.MISMATCH}
    assert not ends & {outcome.kind for outcome in row.outcomes[:-1]}
    assert row.move.is_last or len(row.outcomes) == len(outcomes)


@settings(max_examples=60, deadline=None)
@given(st.lists(ARRIVED, min_size=60, max_size=60), st.floats(0, 1))
def test_nothing_that_arrived_stays_where_nobody_looks(outcomes: list[Outcome], jitter: float):
    row = Row(message())
    courier = Scripted(outcomes)

    while not row.move.is_last:
        act(row, courier, row.at, jitter)

    assert row.at <= 900 + 2 * 60


@settings(max_examples=200, deadline=None)
@given(OUTCOMES, st.sampled_from([SEND, ASK]), st.integers(1, 100), st.floats(0, 1e6), st.floats(0, 1))
def test_only_the_cores_word_says_done_or_refused(outcome, move, attempts, age_s, jitter):
    step = next_step(outcome, Tried(move, attempts, age_s), jitter=jitter)

    assert (step.move is DONE) == (outcome.kind is Kind.ACCEPTED)
    assert (step.move is REFUSED) == (outcome.kind is Kind.REFUSED)
    assert step.move is HUMAN or outcome.kind is not Kind.MISMATCH
    assert 0 <= step.delay_s <= 60
