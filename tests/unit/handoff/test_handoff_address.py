"""Money is sent to one address over TLS, or to this machine; a name that leads elsewhere gets nothing."""

from __future__ import annotations

import ssl

import pytest

from intake.handoff.address import Address, BadAddress, address
from intake.handoff.breaker import OPEN_S, TRIPS_AT, Breaker
from intake.handoff.online import OnlineCourier
from intake.handoff.outcome import NOT_FOUND, accepted, unknown
from intake.handoff.signature import Secret, Signer

GOOD = {
    "https://core.court.example/api/releases": Address("https", "core.court.example", 443, "/api/releases"),
    "https://core.court.example/": Address("https", "core.court.example", 443, "/"),
    "https://10.1.2.3:8443/v1/": Address("https", "10.1.2.3", 8443, "/v1"),
    "http://127.0.0.1:8777/core": Address("http", "127.0.0.1", 8777, "/core"),
    "http://localhost:8777/core": Address("http", "localhost", 8777, "/core"),
    "http://[::1]:8777/core": Address("http", "::1", 8777, "/core"),
}


@pytest.mark.parametrize(("text", "found"), GOOD.items(), ids=GOOD.keys())
def test_an_address_is_read(text: str, found: Address):
    assert address(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "core.example/releases",
        "http://core.example/releases",
        "ftp://core.example/releases",
        "file:///etc/passwd",
        "https:///releases",
        "https://user:pass@core.example/releases",
        "https://core.example/releases?x=1",
        "https://core.example/releases#x",
        "https://core.example/../admin",
        "https://core.example/a//b",
        "https://core.example/a\r\nHost: x",
        "https://core.example:99999/releases",
        "https://核心.example/releases",
        "https://[::1/releases",
    ],
)
def test_a_bad_address_is_refused(text: str):
    with pytest.raises(BadAddress):
        address(text)


PEERS = {
    ("core.example", "10.1.2.3"): True,
    ("core.example", "203.0.113.9"): True,
    ("core.example", "fd00::1"): True,
    ("core.example", "127.0.0.1"): False,
    ("core.example", "::1"): False,
    ("core.example", "::ffff:127.0.0.1"): False,
    ("core.example", "169.254.169.254"): False,
    ("core.example", "::ffff:169.254.169.254"): False,
    ("core.example", "fe80::1%eth0"): False,
    ("core.example", "0.0.0.0"): False,  # noqa: S104 nobody listens
    ("core.example", "224.0.0.1"): False,
    ("localhost", "127.0.0.1"): True,
    ("localhost", "10.1.2.3"): False,
    ("127.0.0.1", "127.0.0.1"): True,
}


@pytest.mark.parametrize(("pair", "is_admitted"), PEERS.items(), ids=[" ".join(p) for p in PEERS])
def test_which_machines_may_answer(pair: tuple[str, str], is_admitted):
    host, peer = pair

    assert Address("https", host, 443, "/").admits(peer) is is_admitted


@pytest.mark.parametrize(
    ("text", "netloc"),
    [
        ("https://core.example/x", "core.example"),
        ("https://core.example:8443/x", "core.example:8443"),
        ("http://[::1]:80/x", "[::1]"),
        ("http://[::1]:81/x", "[::1]:81"),
    ],
)
def test_the_host_header_names_the_machine(text: str, netloc: str):
    assert address(text).netloc == netloc


def test_certificates_are_verified_or_nothing_is_sent():
    lax = ssl.create_default_context()
    lax.check_hostname = False
    sign = Signer(Secret("x", bytes(32)), lambda: 0, lambda: "00")

    with pytest.raises(ValueError, match="verified"):
        OnlineCourier(address("https://core.example/releases"), sign, lax)


SILENCE = unknown("timeout")


def tripped(now: float = 100.0) -> Breaker:
    breaker = Breaker()
    for _ in range(TRIPS_AT):
        breaker = breaker.begun(now).ended(SILENCE, now)
    return breaker


def test_a_breaker_opens_after_five_silences():  # F29
    before = tripped().failures - 1

    assert (before, Breaker(before).lets_through(100.0)) == (4, True)
    assert not tripped().lets_through(100.0)


def test_a_breaker_is_open_for_five_seconds_at_most():  # F29
    assert not tripped(100.0).lets_through(100.0 + OPEN_S - 0.1)
    assert tripped(100.0).lets_through(100.0 + OPEN_S)


def test_one_goes_ahead_to_see_and_the_others_wait():
    waiting = tripped(100.0).begun(106.0)

    assert not waiting.lets_through(106.1)
    assert waiting.lets_through(106.0 + OPEN_S)


@pytest.mark.parametrize("outcome", [accepted("1"), unknown(NOT_FOUND)], ids=["accepted", "not found"])
def test_any_answer_closes_it(outcome):
    assert tripped(100.0).begun(106.0).ended(outcome, 106.5) == Breaker()


def test_another_silence_opens_it_again():
    assert not tripped(100.0).begun(106.0).ended(SILENCE, 107.0).lets_through(111.9)
