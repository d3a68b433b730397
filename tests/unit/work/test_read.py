"""Which reader reads for which court, and what is made of pages that another version read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from builders import page
from desk import COURT, context, filed, new_case, somebody
from release_cases import paper

from intake.domain.errors import UnknownCoding
from intake.domain.page import Quality
from intake.domain.reading import FileReading, PageReading
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Reading
from intake.service import review, uploads
from intake.service.access import Role
from intake.service.context import Context
from intake.service.review import Target
from intake.service.uploads import Arrived
from intake.store import documents, happenings, jobs, scans
from intake.store.blobs import LocalBlobs
from intake.store.codec import page_bytes
from intake.store.jobs import Lease
from intake.store.rows import Slice
from intake.store.scans import Page
from intake.work.lease import Held
from intake.work.read import Reader, extract_again, read_scan, stored

CLERK = somebody(Role.CLERK)
OLDER = b"\0 a page as a version before us kept it"


class Names:
    """Reads nothing and remembers what it was asked to read."""

    version, alphabet = "v", ()

    def __init__(self):
        self.asked: list[str] = []
        self.known: list[int] = []

    def __call__(self, name: str, _data: bytes, _keep: object, known: Mapping[int, object], *_rest: object):
        self.asked.append(name)
        self.known = sorted(known)
        return FileReading(name, "")


def uploaded(service: Context) -> str:
    sha256 = stored(service.blobs, b"scan")
    taken = uploads.take_in(service, CLERK, new_case(service), [Arrived("a.jpg", sha256, 4)], None)
    return taken[0].scan.id


def claimed(service: Context, subject: str) -> Lease:
    with service.database.write() as connection:
        lease = jobs.claim(connection, "worker", 60)
    assert lease
    assert lease.subject == subject
    return lease


def keep(service: Context, scan_id: str, number: int, text: bytes) -> None:
    """Keep a page of the first reading of a scan."""
    kept = Page(scan_id, number, 1, Names.version, stored(service.blobs, text), stored(service.blobs, b""), None)
    with service.database.write() as connection:
        scans.keep_page(connection, kept)


@pytest.mark.parametrize(("fields_only", "careful", "quick"), [(False, ["a.jpg"], []), (True, [], ["a.jpg"])])
def test_a_court_that_wants_its_fields_only_is_read_for_quickly(
    tmp_path: Path, *, fields_only: bool, careful: list[str], quick: list[str]
):
    own = default_policy().model_copy(update={"reading": Reading(fields_only=fields_only)})
    service = replace(
        context(tmp_path, LocalBlobs(tmp_path)), policy=lambda court: own if court == COURT else default_policy()
    )
    lease = claimed(service, uploaded(service))
    reader = Reader(Names(), Names(), lambda _page: b"", lambda _page: "")

    read_scan(service, reader, Held(lease))

    assert (reader.read.asked, reader.quick.asked) == (careful, quick)


class Doubtful(Names):
    """Reads a bank card off every file, and is not quite sure of it."""

    def __call__(self, name: str, *_rest: object):
        return FileReading(name, "", documents=(self.as_type(),))

    def as_type(self, *_asked: object):
        card = paper("bank_card").document
        number = replace(card.fields["card_number"], confidence=0.99)
        return replace(card, fields={**card.fields, "card_number": number})


@pytest.mark.parametrize(("percent", "state"), [("0.01", "needs_review"), ("0.1", "accepted")])
@pytest.mark.parametrize("anew", [False, True], ids=["a scan", "a document anew"])
def test_a_court_says_how_many_accepted_values_may_be_wrong(tmp_path: Path, percent: str, state: str, *, anew: bool):
    own = default_policy().model_copy(update={"reading": Reading(error_percent=Decimal(percent))})
    service = replace(context(tmp_path, LocalBlobs(tmp_path)), policy=lambda _court: own)
    reader = Reader(Doubtful(), Doubtful(), lambda _page: b"", lambda _page: "")
    if anew:
        (card,) = filed(service, new_case(service), [paper("bank_card").document])
        keep(service, card.scan_id, 1, page_bytes(PageReading(page(), 0, Quality(1.0))))
        review.reclassify(service, CLERK, Target(card.id, card.version), "bank_card")
        extract_again(service, reader, Held(claimed(service, card.id)))
    else:
        read_scan(service, reader, Held(claimed(service, uploaded(service))))

    with service.database.read() as connection:
        (found,) = documents.found(connection, CLERK.scope, Slice(10))
    assert found.state == state


def test_a_page_that_another_version_kept_is_read_again(tmp_path: Path):
    service = context(tmp_path, LocalBlobs(tmp_path))
    scan_id = uploaded(service)
    keep(service, scan_id, 1, page_bytes(PageReading(page(), 0, Quality(1.0))))
    keep(service, scan_id, 2, OLDER)
    reader = Reader(Names(), Names(), lambda _page: b"", lambda _page: "")

    read_scan(service, reader, Held(claimed(service, scan_id)))

    assert reader.read.known == [1]


class Cards(Names):
    """Reads a bank card off every file."""

    def __call__(self, name: str, *_rest: object):
        return FileReading(name, "", documents=(paper("bank_card").document,), ms={"ocr": 5})


def test_documents_are_counted_when_they_are_first_read_and_not_again(tmp_path: Path):
    service = context(tmp_path, LocalBlobs(tmp_path))
    reader = Reader(Cards(), Cards(), lambda _page: b"", lambda _page: "")
    scan_id = uploaded(service)
    read_scan(service, reader, Held(claimed(service, scan_id)))
    with service.database.read() as connection:
        version = scans.get(connection, scan_id).version
    uploads.read_again(service, CLERK, scan_id, version)

    read_scan(service, reader, Held(claimed(service, scan_id)))

    with service.database.read() as connection:
        told = [each.facts for each in happenings.after(connection, 0, ("scan_read",))]
    assert told == [{"pages": "0", "accepted": "1", "ocr_ms": "5"}, {"pages": "0", "ocr_ms": "5"}]


def test_fields_of_pages_that_another_version_kept_wait_until_these_are_read_again(tmp_path: Path):
    service = context(tmp_path, LocalBlobs(tmp_path))
    (card,) = filed(service, new_case(service), [paper("bank_card").document])
    keep(service, card.scan_id, 1, OLDER)
    review.reclassify(service, CLERK, Target(card.id, card.version), "passbook")
    reader = Reader(Names(), Names(), lambda _page: b"", lambda _page: "")
    held = Held(claimed(service, card.id))

    with pytest.raises(UnknownCoding):
        extract_again(service, reader, held)

    with service.database.read() as connection:
        assert scans.get(connection, card.scan_id).state == "queued"
        assert jobs.is_open(connection, [card.scan_id])
