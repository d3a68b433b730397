"""Servers that tests ask for by name: started when first asked for, emptied for every test, ended with the session.

A test may freeze, kill or stop what it is given: the next one finds it running again.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from servers.bucket import Bucket, Proxy
from servers.dovecot import Dovecot
from servers.postgres import Postgres
from servers.redis import Redis
from servers.weed import Weed


@pytest.fixture(scope="session")
def postgres_session() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.process.kill()


@pytest.fixture
def postgres(postgres_session) -> Postgres:
    """Return a running PostgreSQL; `postgres.database()` makes a fresh database."""
    postgres_session.start()
    return postgres_session


@pytest.fixture
def postgres_url(postgres) -> Iterator[str]:
    """Return the SQLAlchemy URL of a database that is empty and this test's own."""
    name = postgres.database()
    yield postgres.url(name)
    postgres.start()
    postgres.drop(name)


@pytest.fixture(scope="session")
def redis_session() -> Iterator[Redis]:
    server = Redis()
    yield server
    server.process.kill()


@pytest.fixture
def redis(redis_session) -> Redis:
    """Return a running and empty Redis."""
    redis_session.start()
    redis_session.clear()
    return redis_session


@pytest.fixture(scope="session")
def imap_session() -> Iterator[Dovecot]:
    server = Dovecot()
    yield server
    server.process.kill()


@pytest.fixture
def imap(imap_session) -> Dovecot:
    """Return a running IMAP server with an empty mailbox."""
    imap_session.clear()
    return imap_session


@pytest.fixture(scope="session")
def s3_session() -> Iterator[Bucket]:
    server = Bucket()
    yield server
    server.process.kill()


@pytest.fixture
def s3_server(s3_session) -> Bucket:
    """Return a running S3 with the empty bucket `blobs`."""
    s3_session.clear()
    return s3_session


@pytest.fixture(scope="session")
def weed_session() -> Iterator[Weed]:
    server = Weed()
    yield server
    server.process.kill()


@pytest.fixture
def weed(weed_session) -> Weed:
    """Return a running SeaweedFS with the empty bucket `intake`."""
    weed_session.clear()
    return weed_session


@pytest.fixture
def s3_proxy(s3_server) -> Iterator[Proxy]:
    """Return a proxy before the S3 that fails as it is told."""
    proxy = Proxy(s3_server.port)
    yield proxy
    proxy.close()
