"""A signature lets in the call that was signed, once, in its time, and no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.handoff.signature import Call, MemoryNonces, Secret, Signer, Verdict, Verifier, signature

SECRET = Secret("2026-07", bytes(range(32)))
NOW = 1_782_892_800
CALL = Call("POST", "/core/releases", NOW, "00112233445566778899aabbccddeeff", "ab" * 32)
SIGNED = signature(SECRET, CALL.text())


def verifier(now: float = NOW, *secrets: Secret) -> Verifier:
    known = {secret.id: secret for secret in (SECRET, *secrets)}
    return Verifier(known, MemoryNonces(lambda: now), lambda: now)


def test_a_signed_call_is_let_in_once():
    verify = verifier()

    assert [verify(CALL, SECRET.id, SIGNED) for _ in range(3)] == [Verdict.GOOD, Verdict.REPLAYED, Verdict.REPLAYED]


CHANGED = {
    "method": replace(CALL, method="GET"),
    "path": replace(CALL, path="/core/releases/1"),
    "timestamp": replace(CALL, timestamp=NOW + 1),
    "nonce": replace(CALL, nonce="ff112233445566778899aabbccddeeff"),
    "body": replace(CALL, body_sha256="ac" * 32),
}


@pytest.mark.parametrize("call", CHANGED.values(), ids=CHANGED.keys())
def test_a_changed_call_is_forged(call: Call):
    assert verifier()(call, SECRET.id, SIGNED) is Verdict.FORGED


@pytest.mark.parametrize("signed", ["", "0" * 64, SIGNED.upper(), SIGNED[:-1], "签名"])
def test_a_wrong_signature_is_forged(signed: str):
    assert verifier()(CALL, SECRET.id, signed) is Verdict.FORGED


def test_a_secret_that_nobody_shares_is_unknown():
    assert verifier()(CALL, "2025-01", SIGNED) is Verdict.UNKNOWN_KEY


def test_two_secrets_hold_while_they_are_changed():
    new = Secret("2026-08", bytes(32))

    assert verifier(NOW, new)(CALL, new.id, signature(new, CALL.text())) is Verdict.GOOD


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (NOW + 300, Verdict.GOOD),
        (NOW - 300, Verdict.GOOD),
        (NOW + 301, Verdict.STALE),
        (NOW - 301, Verdict.STALE),
    ],
)
def test_a_call_is_good_for_five_minutes(now: float, verdict: Verdict):
    assert verifier(now)(CALL, SECRET.id, SIGNED) is verdict


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 1200), min_size=2, max_size=30))
def test_no_call_is_let_in_twice_at_any_times(seconds: list[int]):
    now = [0.0]
    verify = Verifier({SECRET.id: SECRET}, MemoryNonces(lambda: now[0]), lambda: now[0])

    verdicts = []
    for second in sorted(seconds):
        now[0] = NOW - 600 + second
        verdicts.append(verify(CALL, SECRET.id, SIGNED))

    assert verdicts.count(Verdict.GOOD) <= 1


def test_twenty_at_once_are_let_in_once():
    verify = verifier()

    with ThreadPoolExecutor(20) as pool:
        verdicts = list(pool.map(lambda _: verify(CALL, SECRET.id, SIGNED), range(20)))

    assert verdicts.count(Verdict.GOOD) == 1


def test_forged_calls_fill_no_memory():
    nonces = MemoryNonces(lambda: NOW)
    verify = Verifier({SECRET.id: SECRET}, nonces, lambda: NOW)

    verify(CALL, SECRET.id, "0" * 64)

    assert nonces.is_new(CALL.nonce, NOW)


def test_nonces_are_forgotten_when_their_time_is_over():
    now = [NOW]
    nonces = MemoryNonces(lambda: now[0])

    first = [nonces.is_new("a", NOW + 300), nonces.is_new("a", NOW + 300)]
    now[0] = NOW + 301

    assert (first, nonces.is_new("a", NOW + 600)) == ([True, False], True)


def test_headers_say_what_was_signed():
    sign = Signer(SECRET, lambda: NOW + 0.9, lambda: CALL.nonce)

    assert sign(CALL.method, CALL.path, CALL.body_sha256) == {
        "Intake-Key-Id": "2026-07",
        "Intake-Timestamp": str(NOW),
        "Intake-Nonce": CALL.nonce,
        "Intake-Signature": SIGNED,
    }


def test_a_short_secret_is_refused_and_none_is_shown():
    with pytest.raises(ValueError, match="32 bytes"):
        Secret("x", b"short")

    assert "value" not in repr(SECRET)
