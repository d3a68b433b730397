"""The one address that messages go to, as it was configured, and which machines may answer there."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from intake.domain.errors import IntakeError

PORTS = {"https": 443, "http": 80}
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")


class BadAddress(IntakeError):
    """The configured address is not one that money may be sent to."""

    code = "bad_core_address"


@dataclass(frozen=True, slots=True)
class Address:
    """Where messages are posted; `path` is that of the collection, a message lies below it under its key."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Return host and port as they stand in a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_here(self) -> bool:
        """Say whether this very machine was named; only then may it answer, and only then without TLS."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def admits(self, peer: str) -> bool:
        """Say whether a machine with the IP address `peer` may be spoken to: names can be made to point anywhere."""
        found = ipaddress.ip_address(peer.partition("%")[0])
        if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped
        if found.is_loopback:
            return self.is_here
        return not (self.is_here or found.is_link_local or found.is_multicast or found.is_unspecified)


def address(configured: str) -> Address:
    """Read the setting: https, or http to this machine; no user, query, fragment or odd path."""
    try:
        parts = urlsplit(configured)
        port = parts.port
    except ValueError:
        raise BadAddress(address=configured) from None
    host, path = parts.hostname or "", parts.path.rstrip("/")
    is_plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if not (parts.scheme in PORTS and _HOST.fullmatch(host) and _PATH.fullmatch(path) and is_plain):
        raise BadAddress(address=configured)
    made = Address(parts.scheme, host, port or PORTS[parts.scheme], path or "/")
    if {".", ".."} & set(path.split("/")) or (made.scheme == "http" and not made.is_here):
        raise BadAddress(address=configured)
    return made
