"""A client of the protocol tus that is not ours sends a large file, past an API that was killed on the way."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from random import Random

import pytest
from front import Front
from tusclient.client import TusClient
from world import World

from intake.store import scans
from intake.work.check import check

pytestmark = pytest.mark.integration

SIZE, PART = 5_000_000, 1 << 20  # bytes
NAME = "裁定书.pdf"


@pytest.mark.parametrize("has_checksums", [False, True], ids=["plain", "each part with its checksum"])
def test_a_client_of_the_protocol_goes_on_where_the_api_was_killed(world: World, has_checksums: bool):  # noqa: FBT001 a column
    content, front = Random(1).randbytes(SIZE), Front(world)
    client = TusClient(f"http://127.0.0.1:{front.port}/api/v1/cases/{world.case}/uploads", headers=front.headers)

    def sender(url: str | None = None):
        given = {"metadata": {"filename": NAME}, "upload_checksum": has_checksums}
        return client.uploader(file_stream=BytesIO(content), url=url, chunk_size=PART, **given)

    with front:
        first = sender()
        first.upload(stop_at=2 * PART)
    with front:
        second = sender(first.url)
        came_on_at = second.offset
        second.upload()
        said = second.request.response_headers["upload-scan"]

    with world.context.database.read() as connection:
        held = scans.get(connection, said)
    assert came_on_at == 2 * PART
    assert (held.sha256, held.size, held.name) == (sha256(content).hexdigest(), SIZE, NAME)
    assert not check(world.context, deep=True).is_wrong
