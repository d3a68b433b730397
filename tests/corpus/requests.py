"""Class M: requests that no honest client sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.names import form

FILE = b'form-data; name="file"; filename="a.jpg"'
CLOSED = 0


@dataclass(frozen=True, slots=True)
class Address:
    """Where uploads go, and who sends them."""

    path: str
    token: str


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes of a request and the statuses that may answer them; CLOSED: the connection ends without an answer."""

    content: bytes
    statuses: frozenset[int]


def requests(to: Address) -> Mapping[str, Raw]:
    """Return class M."""
    return {**dict(_forms(to)), **dict(_heads(to)), **dict(_lengths(to))}


def _post(to: Address, *headers: bytes, body: bytes = b"", length: bytes | None = b"") -> bytes:
    """Write a request; `length` b"": that of the body, None: nothing is said of it."""
    said = [] if length is None else [b"Content-Length: " + (length or b"%d" % len(body))]
    head = [f"POST {to.path} HTTP/1.1".encode(), b"Host: a", f"Authorization: Bearer {to.token}".encode()]
    return b"\r\n".join([*head, *headers, *said, b"", b""]) + body


def _multipart(boundary: bytes = b"b0undary") -> bytes:
    return b"Content-Type: multipart/form-data; boundary=" + boundary


def _refused(content: bytes, *more: int) -> Raw:
    return Raw(content, frozenset({400, 411, 413, 415, 422, 431, *more}))


def _forms(to: Address) -> Iterator[tuple[str, Raw]]:
    good = form(FILE, b"x")
    bodies = {
        "no-end": good[:-6],
        "no-body": b"",
        "only-end": b"--b0undary--\r\n",
        "other-boundary": good.replace(b"b0undary", b"an0ther"),
        "no-disposition": good.replace(b"Content-Disposition", b"X-Other"),
        "no-filename": good.replace(b'; filename="a.jpg"', b""),
        "no-colon": good.replace(b"Content-Type: image/jpeg", b"Content-Type image/jpeg"),
        "no-blank-line": good.replace(b"\r\n\r\n", b"\r\n"),
        "bare-returns": good.replace(b"\r\n", b"\r"),
        "nul-in-header": good.replace(b"Content-Type", b"Content\0Type"),
        "rubbish": b"\xff" * 5000,
        "parts-1001": form(FILE, b"x")[:-14] * 1001 + b"--b0undary--\r\n",
        "fields-1001": (b'--b0undary\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 1001) + good,
        "part-header-long": good.replace(b"image/jpeg", b"a" * 2_000_000),
        "part-headers-many": good.replace(b"Content-Type: image/jpeg\r\n", b"X-A: b\r\n" * 100_000),
        "nested": form(FILE.replace(b"a.jpg", b""), good, b"b0undary")[:-20],
    }
    yield from ((name, _refused(_post(to, _multipart(), body=body))) for name, body in bodies.items())
    yield "no-boundary", _refused(_post(to, b"Content-Type: multipart/form-data", body=good))
    yield "empty-boundary", _refused(_post(to, _multipart(b'""'), body=good))
    yield "long-boundary", _refused(_post(to, _multipart(b"b" * 5000), body=good))
    yield "two-boundaries", _refused(_post(to, _multipart(b"a; boundary=b0undary"), body=good), 201)
    yield "no-type", _refused(_post(to, body=good))
    yield "json", _refused(_post(to, b"Content-Type: application/json", body=b'{"file": 1}'))
    yield "url-encoded", _refused(_post(to, b"Content-Type: application/x-www-form-urlencoded", body=b"file=1"))
    yield "mixed", _refused(_post(to, b"Content-Type: multipart/mixed; boundary=b0undary", body=good))
    yield "long-key", _refused(_post(to, _multipart(), b"Idempotency-Key: " + b"k" * 256, body=good))
    yield "odd-key", _refused(_post(to, _multipart(), b"Idempotency-Key: \xff\xfe", body=good))


def _heads(to: Address) -> Iterator[tuple[str, Raw]]:
    yield "headers-many", _refused(_post(to, *(b"X-%d: a" % n for n in range(20_000))), CLOSED)
    yield "header-long", _refused(_post(to, b"X: " + b"a" * 200_000), CLOSED)
    yield "no-colon-in-head", _refused(_post(to, b"Rubbish"), CLOSED)
    yield "no-http", _refused(b"\x16\x03\x01\x02\0\1\0\1\xfc\x03\x03" + bytes(200) + b"\r\n\r\n", CLOSED)
    yield "path-long", _refused(b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", CLOSED, 404, 414)
    yield "path-up", _refused(b"GET /api/v1/../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 404)
    yield "method", _refused(_post(to).replace(b"POST", b"BREW"), CLOSED, 405)


def _lengths(to: Address) -> Iterator[tuple[str, Raw]]:
    good, chunked = form(FILE, b"x"), b"Transfer-Encoding: chunked"
    yield "length-negative", _refused(_post(to, _multipart(), body=good, length=b"-1"), CLOSED)
    yield "length-no-number", _refused(_post(to, _multipart(), body=good, length=b"1e9"), CLOSED)
    yield "length-huge", _refused(_post(to, _multipart(), body=good, length=b"9" * 12), CLOSED)
    yield "length-twice", _refused(_post(to, _multipart(), b"Content-Length: 3", body=good), CLOSED)
    yield "length-and-chunks", _refused(_post(to, _multipart(), chunked, body=b"0\r\n\r\n"), CLOSED)
    yield "length-too-long", _refused(_post(to, _multipart(), body=good[:-6], length=b"4000"), CLOSED)
    yield "chunk-size", _refused(_post(to, _multipart(), chunked, body=b"zz\r\nx\r\n0\r\n\r\n", length=None), CLOSED)
