"""Which reader reads for which court."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk import COURT, context, new_case, somebody

from intake.domain.reading import FileReading
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Reading
from intake.service import uploads
from intake.service.access import Role
from intake.service.uploads import Arrived
from intake.store import jobs
from intake.store.blobs import LocalBlobs
from intake.work.lease import Held
from intake.work.read import Reader, read_scan, stored


class Names:
    """Reads nothing and remembers what it was asked to read."""

    version, alphabet = "v", ()

    def __init__(self):
        self.asked: list[str] = []

    def __call__(self, name: str, *_rest: object) -> FileReading:
        self.asked.append(name)
        return FileReading(name, "")


@pytest.mark.parametrize(("fields_only", "careful", "quick"), [(False, ["a.jpg"], []), (True, [], ["a.jpg"])])
def test_a_court_that_wants_its_fields_only_is_read_for_quickly(
    tmp_path: Path, *, fields_only: bool, careful: list[str], quick: list[str]
):
    own = default_policy().model_copy(update={"reading": Reading(fields_only=fields_only)})
    service = replace(
        context(tmp_path, LocalBlobs(tmp_path)), policy=lambda court: own if court == COURT else default_policy()
    )
    sha256 = stored(service.blobs, b"scan")
    uploads.take_in(service, somebody(Role.CLERK), new_case(service), [Arrived("a.jpg", sha256, 4)], None)
    with service.database.write() as connection:
        lease = jobs.claim(connection, "worker", 60)
    assert lease
    reader = Reader(Names(), Names(), lambda _page: b"", lambda _page: "")

    read_scan(service, reader, Held(lease))

    assert (reader.read.asked, reader.quick.asked) == (careful, quick)
