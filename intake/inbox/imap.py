"""A mailbox on an IMAP server, over TLS: messages are looked at without being marked, by numbers that stay."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from intake.domain.errors import Unavailable

TIMEOUT_S = 20.0
_SIZE = re.compile(rb"RFC822\.SIZE ([0-9]{1,12})")


@dataclass(frozen=True, slots=True)
class ImapMailbox:
    """See Mailbox; each call is a connection of its own, so that a dead one is never waited for."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    largest: int
    tls: ssl.SSLContext

    def unread(self) -> Sequence[str]:
        with self._connected() as server:
            found = _answer(server.uid("SEARCH", "UNSEEN"))
        return [number.decode() for number in found.split()]

    def read(self, name: str) -> bytes | None:
        with self._connected() as server:
            size = _SIZE.search(_answer(server.uid("FETCH", name, "(RFC822.SIZE)")))
            if size is None or int(size[1]) > self.largest:
                return None
            return _answer(server.uid("FETCH", name, "(BODY.PEEK[])"))

    def mark(self, name: str) -> None:
        with self._connected() as server:
            _answer(server.uid("STORE", name, "+FLAGS", r"(\Seen)"))

    @contextmanager
    def _connected(self) -> Iterator[imaplib.IMAP4_SSL]:
        try:
            server = imaplib.IMAP4_SSL(self.host, self.port, ssl_context=self.tls, timeout=TIMEOUT_S)
        except (OSError, imaplib.IMAP4.error) as error:
            raise Unavailable(part="mailbox") from error
        try:
            server.login(self.user, self.password)
            server.select("INBOX")
            yield server
        except (OSError, imaplib.IMAP4.error) as error:
            raise Unavailable(part="mailbox") from error
        finally:
            _leave(server)


def _answer(given: tuple[str, Sequence[object]]) -> bytes:
    """Return the bytes of an answer: of a literal where there is one, else of the first line."""
    said, parts = given
    if said != "OK":
        raise imaplib.IMAP4.error(said)
    first = parts[0] if parts else None
    if isinstance(first, tuple):
        first = first[1]
    return first if isinstance(first, bytes) else b""


def _leave(server: imaplib.IMAP4_SSL) -> None:
    with suppress(OSError, imaplib.IMAP4.error):
        server.logout()
