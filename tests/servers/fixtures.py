"""Servers that tests ask for by name: started when first asked for, emptied for every test, ended with the session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from servers.bucket import Bucket, Proxy


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


@pytest.fixture
def s3_proxy(s3_server) -> Iterator[Proxy]:
    """Return a proxy before the S3 that fails as it is told."""
    proxy = Proxy(s3_server.port)
    yield proxy
    proxy.close()
