"""Blobs in a bucket of an S3-compatible store: conditional puts, checked reads, a few patient tries."""

from __future__ import annotations

import hashlib
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from intake.domain.blob import Listed, Stored, place
from intake.domain.errors import DamagedBlob, MissingBlob, StoreUnavailable
from intake.store import spool

if TYPE_CHECKING:  # it exists for type checkers only
    from obstore.store import S3Config

T = TypeVar("T")
_ABSENT = (BaseError, FileNotFoundError)  # a store that says "not there" may say so only now

RETRIES = 4
TIMEOUT_S = 30.0  # of one request
CONNECT_S = 3.0
FIRST_WAIT_S = 0.2  # doubled with every retry: at most 3 seconds are waited in all
YOUNG_S = 600.0  # a blob that is found and younger than this is not written again: its age is as good as zero


class _Unlike(Exception):
    """What came is not what was asked for: the wire or the store bent it."""


@dataclass(frozen=True, slots=True)
class S3Blobs:
    """Keeps blobs in the bucket of `store`; see Blobs for what it promises.

    `store` comes from `bucket`. A blob is staged
    in a file of `staging` until its hash is known. `chance` returns 0..1 and spreads the tries of many clients.
    A bucket has no lock: a blob that is stored again within the milliseconds between the look and the deletion of
    `delete` goes with it, which the check of the store reports.
    """

    store: S3Store
    staging: Path
    chance: Callable[[], float]
    sleep: Callable[[float], None] = time.sleep
    young_s: float = YOUNG_S

    def writer(self, limit: int) -> spool.Spool:
        return spool.Spool(self.staging, limit, self._keep)

    def read(self, sha256: str) -> bytes:
        try:
            return self._patient(lambda: self._read(sha256), (*_ABSENT, _Unlike))
        except FileNotFoundError as error:
            raise MissingBlob(sha256=sha256) from error
        except _Unlike as error:
            raise DamagedBlob(sha256=sha256) from error

    def has(self, sha256: str) -> bool:
        key = place(sha256)
        try:
            if self._age(key) >= self.young_s:
                data = self.read(sha256)
                self._patient(lambda: obstore.put(self.store, key, data, use_multipart=False), _ABSENT)
        except (FileNotFoundError, MissingBlob, DamagedBlob):
            return False
        return True

    def delete(self, sha256: str, *, older_than_s: float = 0.0) -> bool:
        key = place(sha256)
        try:
            if self._age(key) < older_than_s:
                return False
        except FileNotFoundError:
            return False
        self._patient(lambda: obstore.delete(self.store, key))
        return True

    def listed(self) -> Iterator[Listed]:
        try:
            for batch in obstore.list(self.store):
                for meta in batch:
                    name = meta["path"].rpartition("/")[2]
                    yield Listed(name, meta["size"], meta["last_modified"].timestamp())
        except BaseError as error:
            raise StoreUnavailable from error

    def sweep(self, older_than_s: float) -> int:
        return spool.sweep(self.staging, older_than_s)

    def _keep(self, made: Path, stored: Stored) -> None:
        data, key = made.read_bytes(), place(stored.sha256)
        try:
            self._patient(lambda: obstore.put(self.store, key, data, mode="create"), _ABSENT)
        except AlreadyExistsError:
            if not self._is_good(stored.sha256):
                self._patient(lambda: obstore.put(self.store, key, data, use_multipart=False), _ABSENT)
        except FileNotFoundError as error:  # not the blob: the bucket
            raise StoreUnavailable from error

    def _is_good(self, sha256: str) -> bool:
        """Say whether what is there is whole and young: our own put whose answer was lost, or another's just now."""
        try:
            self.read(sha256)
            return self._age(place(sha256)) < self.young_s
        except (FileNotFoundError, MissingBlob, DamagedBlob):
            return False

    def _read(self, sha256: str) -> bytes:
        data = bytes(obstore.get(self.store, place(sha256)).bytes())
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _Unlike
        return data

    def _age(self, key: str) -> float:
        """Return the seconds since a blob was last written; FileNotFoundError where there is none."""
        return time.time() - self._patient(lambda: obstore.head(self.store, key))["last_modified"].timestamp()

    def _patient(self, call: Callable[[], T], passing: tuple[type[Exception], ...] = (BaseError,)) -> T:
        """Call until it succeeds, at most RETRIES times more; `passing` are the errors that another try may not meet.

        Of a store that fails to the end is said StoreUnavailable; other errors come out as they are.
        """
        for n in itertools.count():
            try:
                return call()
            except AlreadyExistsError:
                raise
            except passing as error:
                if n < RETRIES:
                    self.sleep(FIRST_WAIT_S * 2**n * (0.5 + self.chance() / 2))
                elif isinstance(error, BaseError):
                    raise StoreUnavailable from error
                else:
                    raise
        raise AssertionError("unreachable")


def bucket(name: str, config: S3Config, timeout_s: float = TIMEOUT_S) -> S3Store:
    """Return the store of a bucket as S3Blobs wants it: no tries of its own, short waits, uploads with a checksum."""
    return S3Store(
        name,
        config={**config, "checksum_algorithm": "SHA256"},
        client_options={
            "timeout": timedelta(seconds=timeout_s),
            "connect_timeout": timedelta(seconds=min(timeout_s, CONNECT_S)),
            "allow_http": config.get("endpoint", "").startswith("http://"),
        },
        retry_config={"max_retries": 0},
    )
