"""An S3 of a test's own, and a proxy before it that fails in the ways networks and stores do."""

from __future__ import annotations

import http.client
import sys
import threading
import time
import urllib.request
from collections import deque
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from obstore.store import S3Store
from servers.process import Process, answers, free_port, own_folder

from intake.store.s3 import bucket

TIMEOUT_S = 1.0  # of a client under test: "slow" is slower
HOP = {"connection", "transfer-encoding", "content-length", "server", "date"}


class Bucket:
    """An S3-compatible server with one bucket, made anew by `clear`."""

    def __init__(self):
        self.port = free_port()
        command = (sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port))
        self.process = Process(command, own_folder("s3"), lambda: answers(self.port))

    def clear(self) -> None:
        self.process.start()
        _ask(self.port, "POST", "/moto-api/reset")
        _ask(self.port, "PUT", "/blobs")


def store_at(port: int, timeout_s: float = TIMEOUT_S) -> S3Store:
    """Return the store of the bucket at a port."""
    config = {
        "endpoint": f"http://127.0.0.1:{port}",
        "region": "us-east-1",
        "access_key_id": "test",
        "secret_access_key": "test",
    }
    return bucket("blobs", config, timeout_s)


class Proxy:
    """Passes requests on; each takes the next of `faults` first, and none once they are used up.

    `503` `500` `404`: answered so. `slow`: passed on, answered after the client has gone. `reset`: passed on, the
    connection closed without an answer. `half`: half of the body. `flip`: one bit of the body is another.
    """

    def __init__(self, target: int):
        self.faults: deque[str | None] = deque()
        self.seen: list[tuple[str, str | None]] = []
        proxy, lock = self, threading.Lock()

        class Handler(_Handler):
            port = target

            def fault(self):
                with lock:
                    fault = proxy.faults.popleft() if proxy.faults else None
                    proxy.seen.append((self.command, fault))
                    return fault

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def plan(self, *faults: str | None) -> None:
        self.faults = deque(faults)
        self.seen.clear()

    def plan_all(self, faults: Iterable[str | None]) -> None:
        self.plan(*faults)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    port = 0

    def fault(self) -> str | None:
        raise NotImplementedError

    def _pass(self) -> None:
        fault = self.fault()
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.close_connection = True
        if fault in {"503", "500", "404"}:
            self.send_response(int(fault))
            self.send_header("content-length", "0")
            self.end_headers()
            return
        answer, content = self._asked(body)
        if fault == "reset":
            return
        if fault == "slow":
            time.sleep(TIMEOUT_S * 1.5)
        if fault == "flip" and content:
            content = bytes([content[0] ^ 1]) + content[1:]
        self._answer(answer, content, half=fault == "half")

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = _pass  # noqa: N815 names that the library asks for

    def _asked(self, body: bytes) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def _answer(self, answer: http.client.HTTPResponse, content: bytes, *, half: bool) -> None:
        length = answer.headers.get("content-length") if self.command == "HEAD" else str(len(content))
        try:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if name.lower() not in HOP:
                    self.send_header(name, value)
            self.send_header("content-length", length or "0")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if half else content)
        except ConnectionError:
            return  # the client did not wait

    def log_message(self, *_args) -> None:
        return


def _ask(port: int, method: str, path: str) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    request.add_header("Host", f"127.0.0.1:{port}")
    urllib.request.urlopen(request, timeout=10).close()  # noqa: S310 the same
