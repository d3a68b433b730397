"""What is sent: bytes that were made once, the key they are known by, and what the core must say back."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import Literal
from urllib.parse import quote

import rfc8785
from pydantic import BaseModel, ConfigDict, ValidationError

from intake.domain.errors import IntakeError
from intake.release.canonical import canonical
from intake.release.request import ReleaseRequest, Status

MAX_KEY = 255  # characters as sent: what servers keep of an idempotency key


class NotReady(IntakeError):
    """A request with something left on its list was to be handed over."""

    code = "not_ready"


class Altered(Exception):
    """Stored bytes are not those that were stored: nothing may be sent, a person must look."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"the stored message {key} is not what was stored; look for who changed it, send nothing")


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid and where, as the core must have understood it."""

    account_name: str
    account_number: str
    id_number: str
    name: str

    def digest(self) -> str:
        """Return the SHA-256 of the four values' canonical JSON, in hex."""
        return hashlib.sha256(rfc8785.dumps(asdict(self))).hexdigest()


@dataclass(frozen=True, slots=True)
class Echo:
    """What an answer must repeat beside the key: it shows that the core read what we meant."""

    amount: str
    payee_sha256: str


@dataclass(frozen=True, slots=True)
class Message:
    """Bytes on their way, never made again; a notice has no echo, since nothing is paid because of it."""

    key: str
    body: bytes
    sha256: str
    echo: Echo | None

    def __post_init__(self) -> None:
        if hashlib.sha256(self.body).hexdigest() != self.sha256:
            raise Altered(self.key)
        if len(self.wire_key) > MAX_KEY:
            raise ValueError(f"a key of {len(self.wire_key)} characters cannot be sent; name court and request shorter")

    @property
    def wire_key(self) -> str:
        """Return the key as it stands in headers, paths and files: UTF-8 in percent signs (RFC 3986), ASCII only."""
        return quote(self.key, safe="")


def of_request(request: ReleaseRequest) -> Message:
    """Make the message of a ready request: once, in the transaction that decides to hand it over."""
    if request.status is not Status.READY or request.idempotency_key is None:
        raise NotReady(request=request.request_id)
    body = canonical(request)
    return of_stored(request.idempotency_key, body, hashlib.sha256(body).hexdigest())


def of_stored(key: str, body: bytes, sha256: str) -> Message:
    """Take up a stored message; Altered where key, bytes and digest do not belong together."""
    try:
        said = _Said.model_validate_json(body)
    except ValidationError:
        raise Altered(key) from None
    if said.idempotency_key != key:
        raise Altered(key)
    payee = Payee(said.account.name, said.account.number, said.payee.id_number, said.payee.name)
    return Message(key, body, sha256, Echo(said.amount.value, payee.digest()))


class _Read(BaseModel):
    """What is read of stored bytes: only what is compared, so that bytes of an older version are still sent."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class _Holder(_Read):
    name: str
    number: str


class _Person(_Read):
    name: str
    id_number: str


class _Sum(_Read):
    value: str


class _Said(_Read):
    status: Literal["ready"]
    idempotency_key: str
    account: _Holder
    payee: _Person
    amount: _Sum
