"""Slow and silent clients lose their place; honest ones, however slow their line or our disk, do not."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import resource
import socket
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from servers.process import free_port
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from world import IS_SOAK

from intake.api.guard import Guard, Patience

pytestmark = pytest.mark.integration

QUICK = Patience(head_s=1.0, head_bytes=8192, body_s=1.0, body_bytes=8 * 1024, taken_s=1.0, taken_bytes=1024)
LATE_S = 1.5  # beyond a deadline, on a busy machine
FILES = resource.getrlimit(resource.RLIMIT_NOFILE)
BIG = 12 << 20  # bytes of an answer: more than the kernel's buffers hold
LARGE = memoryview(bytes(BIG))


class Quick(Guard):
    patience = QUICK


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    if scope["path"] == "/busy":
        await asyncio.sleep(2.5 * QUICK.body_s)
    size = 0
    while scope["path"] != "/deaf":
        message = await receive()
        size += len(message.get("body", b""))
        if scope["path"] == "/disk":
            await asyncio.sleep(0.4)
        if not message.get("more_body"):
            break
    body = LARGE if scope["path"] == "/big" else str(size).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    if scope["path"] == "/big":  # in pieces, as a file is sent
        for i in range(0, BIG, 1 << 16):
            await send({"type": "http.response.body", "body": bytes(body[i : i + (1 << 16)]), "more_body": True})
        body = b""
    await send({"type": "http.response.body", "body": body})


@contextlib.contextmanager
def serving(protocol: type[asyncio.Protocol]) -> Iterator[int]:
    port = free_port()
    config = uvicorn.Config(
        app, port=port, http=protocol, lifespan="off", log_level="critical", timeout_keep_alive=2, backlog=600
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield port
    server.should_exit = True
    server.force_exit = True
    thread.join()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving(Quick) as given:
        yield given


def opened(port: int, first: bytes = b"", *, small: bool = False) -> socket.socket:
    s = socket.socket()
    if small:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    s.connect(("127.0.0.1", port))
    s.sendall(first)
    return s


def is_closed(s: socket.socket) -> bool:
    """Say whether the other side has closed, without waiting."""
    s.settimeout(0.001)
    try:
        return s.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def closed_after(s: socket.socket, drip: bytes = b"", every: float = 0.1, limit: float = 6.0) -> float | None:
    """Return the seconds until the other side closes while `drip` is sent again and again; None beyond `limit`."""
    started = time.monotonic()
    with s:
        while time.monotonic() - started < limit:
            if is_closed(s):
                return time.monotonic() - started
            with contextlib.suppress(OSError):
                s.sendall(drip)
            time.sleep(every)
    return None


HEAD = b"POST / HTTP/1.1\r\nhost: x\r\n"
ATTACKS = {
    "silence": (b"", b"", QUICK.head_s),
    "dripped header": (HEAD, b"a: b\r\n", QUICK.head_s),
    "blank lines": (b"", b"\r\n", QUICK.head_s),
    "blank lines after a request": (HEAD + b"content-length: 0\r\n\r\n", b"\r\n", QUICK.head_s + 1),
    "dripped body": (HEAD + b"content-length: 1000000\r\n\r\n", b"x" * 100, QUICK.body_s),
    "dripped chunks": (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\nx\r\n", QUICK.body_s),
    "body never sent": (HEAD + b"content-length: 1000000\r\n\r\n", b"", QUICK.body_s),
    "body never sent though asked for": (
        HEAD + b"expect: 100-continue\r\ncontent-length: 1000000\r\n\r\n",
        b"",
        QUICK.body_s,
    ),
    "body of a request that is answered": (
        b"POST /deaf HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n",
        b"x",
        QUICK.body_s,
    ),
}


def drained(s: socket.socket) -> socket.socket:
    """Take what has been answered so far."""
    s.settimeout(0.3)
    with contextlib.suppress(TimeoutError):
        while s.recv(65_536):
            pass
    return s


@pytest.mark.parametrize(("first", "drip", "deadline"), ATTACKS.values(), ids=ATTACKS)
def test_a_client_that_gives_too_little_is_closed(port, first, drip, deadline):
    after = closed_after(drained(opened(port, first)) if first else opened(port), drip)

    assert after is not None
    assert after < deadline + LATE_S


@pytest.mark.parametrize("name", ["silence", "dripped header", "dripped body", "body never sent"])
def test_without_the_guard_they_would_stay(name):
    first, drip, _ = ATTACKS[name]
    with serving(HttpToolsProtocol) as unguarded:
        assert closed_after(opened(unguarded, first), drip, limit=3.0) is None


def unread(port: int) -> socket.socket:
    return opened(port, b"GET /big HTTP/1.1\r\nhost: x\r\n\r\n", small=True)


def ends_early(s: socket.socket) -> bool:
    """Say whether an answer that nobody read for some seconds breaks off."""
    time.sleep(QUICK.taken_s + LATE_S)
    return size_of(s) < BIG


def size_of(s: socket.socket) -> int:
    """Return how many bytes still come."""
    s.settimeout(5)
    size = 0
    with s, contextlib.suppress(ConnectionError):
        while size < BIG and (piece := s.recv(1 << 16)):
            size += len(piece)
    return size


def test_an_answer_that_nobody_takes_is_broken_off(port):
    assert ends_early(unread(port))


def test_without_the_guard_it_would_wait():
    with serving(HttpToolsProtocol) as unguarded:
        assert not ends_early(unread(unguarded))


def test_an_answer_that_is_taken_slowly_comes_whole(port):
    s = opened(port, b"GET /big HTTP/1.1\r\nhost: x\r\n\r\n")
    s.settimeout(5)
    size = 0
    started = time.monotonic()
    while size < BIG:
        piece = s.recv(1 << 14)
        assert piece, "broken off"
        size += len(piece)
        if time.monotonic() - started < 3 * QUICK.taken_s:
            time.sleep(0.02)
    s.close()

    assert time.monotonic() - started > 3 * QUICK.taken_s


@pytest.mark.parametrize("head", [b"a: " + b"x" * 600_000, b"a: b\r\n" * 100_000], ids=["one", "many"])
def test_headers_beyond_their_size_are_refused(port, head):
    s = opened(port, HEAD)
    with contextlib.suppress(ConnectionError):
        s.sendall(head)
    s.settimeout(3)
    with s:
        try:
            answer = s.recv(100)
        except ConnectionResetError:  # it was closed while we were still sending
            answer = b"HTTP/1.1 400 "

    assert answer.startswith(b"HTTP/1.1 400 ")


def post(port: int, path: str, body: bytes, *, pieces: int = 1, pause: float = 0.0) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("POST", path)
    connection.putheader("content-length", str(len(body)))
    connection.endheaders()
    step = -(-len(body) // pieces)
    for i in range(0, len(body), step):
        connection.send(body[i : i + step])
        time.sleep(pause)
    answer = connection.getresponse().read()
    connection.close()
    return answer


def test_a_slow_line_is_no_attack(port):
    body = bytes(60_000)

    assert post(port, "/", body, pieces=30, pause=0.1) == b"60000"  # three windows, 20 kB in each


@pytest.mark.parametrize("path", ["/disk", "/busy"])
def test_the_client_is_not_blamed_for_our_own_slowness(port, path):
    assert post(port, path, bytes(2_000_000)) == b"2000000"


def test_a_client_that_waits_to_be_asked_is_not_blamed(port):
    s = opened(port, b"POST /busy HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n")
    s.settimeout(10)
    with s:
        assert s.recv(100).startswith(b"HTTP/1.1 100 ")
        s.sendall(b"body")
        answer = b""
        while piece := s.recv(1000):  # until the connection has been idle for long enough
            answer += piece

    assert answer.endswith(b"\r\n\r\n4")


def test_requests_in_a_row_and_at_once_are_answered(port):
    s = opened(port, b"POST /busy HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\nx" * 2 + HEAD)
    time.sleep(5.4 * QUICK.body_s)  # the two have been answered by now
    s.sendall(b"content-length: 3\r\n\r\nabc")
    s.settimeout(5)
    answers = b""
    with s:
        while not answers.endswith(b"\r\n\r\n3") and (piece := s.recv(1000)):
            answers += piece

    assert answers.count(b"\r\n\r\n1") == 2
    assert answers.endswith(b"\r\n\r\n3")


def honest(port: int, took: list[float]) -> None:
    for _ in range(10):
        started = time.monotonic()
        assert post(port, "/", bytes(100_000)) == b"100000"
        took.append(time.monotonic() - started)


def twenty(port: int) -> float:
    """Return the 95th percentile of the seconds of 20 clients with ten uploads each."""
    took: list[float] = []
    threads = [threading.Thread(target=honest, args=(port, took)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(took) == 200
    return sorted(took)[190]


def test_twenty_honest_clients_among_hundreds_of_others_are_unharmed():
    """F27: `make soak` has as many others, and as much patience, as was agreed."""
    guard, count = (Guard, 500) if IS_SOAK else (Quick, 200)
    patience = guard.patience
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(4 * count, FILES[0]), FILES[1]))
    with serving(guard) as port:
        alone = twenty(port)
        kinds = [ATTACKS[name][:2] for name in ("silence", "dripped header", "dripped body", "body never sent")]
        others = [(opened(port, first), drip) for first, drip in kinds * (count // 5)]
        deaf = [unread(port) for _ in range(count // 5)]
        for s, drip in others:
            with contextlib.suppress(OSError):
                s.sendall(drip)
        time.sleep(patience.head_s / 5)  # hundreds who come in one moment cost that moment

        beside = twenty(port)

        time.sleep(patience.body_s + 2 * LATE_S)
        closed = [is_closed(s) for s, _ in others]
        time.sleep(max(patience.taken_s - patience.body_s, 0))
        taken = [size_of(s) for s in deaf]
    resource.setrlimit(resource.RLIMIT_NOFILE, FILES)
    for s, _ in others:
        s.close()

    assert all(closed)
    assert max(taken) < BIG
    sys.stdout.write(f"F27  p95 alone {alone:.3f} s, beside {count} others {beside:.3f} s\n")
    assert beside <= 2 * alone + 0.5  # what a busy machine adds
