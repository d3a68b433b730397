"""Reading again meets what people did: nothing of theirs is lost, nothing slips past the second person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk import COURT, filed, new_case, somebody
from release_cases import READY, TODAY, paper

from intake.domain.document import Document
from intake.domain.finding import Finding, Severity
from intake.domain.reading import FileReading
from intake.domain.states import DocumentState
from intake.pipeline import ReadFile
from intake.service import requests, review, uploads
from intake.service.access import Role
from intake.service.context import Context
from intake.service.papers import KEYS
from intake.service.review import Change, Target
from intake.store import documents, jobs, scans
from intake.store.jobs import Kind
from intake.store.machine import Machine, machine_json, machine_of
from intake.store.rows import Slice
from intake.store.tables import job
from intake.work import read
from intake.work.lease import Held
from intake.work.read import Reader
from intake.work.sweep import quarantine

CLERK, REVIEWER = somebody(Role.CLERK), somebody(Role.REVIEWER)
OTHER = "6222021234567890136"  # of the same bank, so that no rule asks about it


@pytest.fixture
def papers(service: Context) -> dict[str, documents.Stored]:
    case_id = new_case(service)
    return {each.type or "": each for each in filed(service, case_id, [paper(kind).document for kind in READY])}


def now(service: Context, stored: documents.Stored) -> documents.Stored:
    with service.database.read() as connection:
        return documents.get(connection, stored.id)


def reads(service: Context, stored: documents.Stored, **fields: str) -> None:
    """Let the machine read other values than before."""
    machine = machine_of(now(service, stored).machine)
    changed = {name: replace(machine.document.fields[name], value=value) for name, value in fields.items()}
    document = replace(machine.document, fields={**machine.document.fields, **changed})
    with service.database.write() as connection:
        review.settle(
            service, connection, now(service, stored), machine=machine_json(replace(machine, document=document))
        )


def read_anew(service: Context, stored: documents.Stored, *found: Document) -> tuple[documents.Stored, ...]:
    """Let the scan of a document be read as these documents."""
    with service.database.write() as connection:
        scan = scans.get(connection, stored.scan_id)
        read._keep_documents(service, connection, scan, FileReading("f", scan.sha256, (), found))
        return documents.of_scan(connection, scan.id)


def codes(service: Context, stored: documents.Stored) -> set[str]:
    return {finding.code for finding in review.look_at(service, CLERK, stored.id).document.findings}


class Fields:
    """Reads fields of pages that are kept, and no scan."""

    version = "v"
    alphabet = ()

    def __init__(self, service: Context):
        self.as_type = ReadFile(None, service.types, lambda: 0.0).as_type  # type: ignore[arg-type]  # not asked


def extracted(service: Context) -> None:
    with service.database.write() as connection:
        lease = jobs.claim(connection, "worker", 60, [Kind.EXTRACT])
    assert lease
    read.extract_again(service, Reader(Fields(service), Fields(service), None, None), Held(lease))  # type: ignore[arg-type]  # not asked


def test_what_a_person_wrote_is_compared_with_what_is_read_now(service: Context, papers: dict[str, documents.Stored]):
    form = papers["account_confirmation"]
    true = machine_of(form.machine).document.fields["account_number"].value
    reads(service, form, account_number=OTHER)
    fresh = now(service, form)
    review.correct(service, CLERK, Target(form.id, fresh.version), [Change("account_number", OTHER)])
    assert "needs_confirmation" not in codes(service, form)

    reads(service, form, account_number=str(true))

    assert review.look_at(service, CLERK, form.id).document.fields["account_number"].value == OTHER
    assert "needs_confirmation" in codes(service, form)


def test_every_value_of_payee_account_and_amount_needs_a_second_person():
    from intake.release.sources import SOURCES  # noqa: PLC0415 beside what it is compared with

    spots = {
        spot.field
        for path, named in SOURCES.items()
        if path.startswith(("/payee", "/account", "/amount"))
        for spot in named
    }

    assert spots - KEYS == set()


def test_the_state_and_the_search_follow_the_new_reading(service: Context, papers: dict[str, documents.Stored]):
    card = papers["bank_card"]
    machine = machine_of(card.machine)
    fields = {**machine.document.fields, "card_number": replace(machine.document.fields["card_number"], value=OTHER)}
    doubtful = (Finding("low_confidence", Severity.REVIEW, "card_number"),)
    with service.database.write() as connection:
        document = replace(machine.document, fields=fields, findings=doubtful)
        read._update(service, connection, now(service, card), replace(machine, document=document))

    assert now(service, card).state == DocumentState.NEEDS_REVIEW
    assert [each.stored.id for each in review.found_by_number(service, REVIEWER, COURT, OTHER, Slice())][:1] == [
        card.id
    ]


def test_fields_wait_for_the_scan_that_is_read_again(service: Context, papers: dict[str, documents.Stored]):
    card = papers["bank_card"]
    review.reclassify(service, CLERK, Target(card.id, card.version), "passbook")
    with service.database.read() as connection:
        scan = scans.get(connection, card.scan_id)
    uploads.read_again(service, CLERK, scan.id, scan.version)

    extracted(service)

    assert machine_of(now(service, card).machine).document.pages == (1,)
    with service.database.read() as connection:
        assert jobs.is_open(connection, [card.id])


def test_a_type_that_nobody_could_read_asks_for_a_person(service: Context, papers: dict[str, documents.Stored]):
    card = papers["bank_card"]
    review.reclassify(service, CLERK, Target(card.id, card.version), "bank_reply")
    with service.database.write() as connection:
        connection.execute(job.update().values(attempts=3, state="running", lease_until=0.0))
    quarantine(service, lambda *_a, **_k: None)

    assert "not_read_as_type" in codes(service, card)
    assert requests.make(service, CLERK, card.case_id, TODAY).status != "ready"


def test_what_a_person_cut_stays_cut(service: Context):
    both = replace(paper("resident_id_front").document, pages=(1, 2))
    (joined,) = filed(service, new_case(service), [both])
    ids = review.split(service, CLERK, Target(joined.id, joined.version), [[1], [2]])

    left = read_anew(service, joined, both)

    assert {each.id for each in left} == set(ids)
    with service.database.read() as connection:
        assert jobs.is_open(connection, ids)


def test_a_type_that_a_person_gave_is_read_again_from_the_new_pages(
    service: Context, papers: dict[str, documents.Stored]
):
    card = papers["bank_card"]
    with service.database.write() as connection:
        documents.move(connection, card, DocumentState(card.state), forced=True)

    read_anew(service, card, replace(machine_of(card.machine).document, type="passbook", fields={}))

    with service.database.read() as connection:
        assert jobs.is_open(connection, [card.id])


def test_a_corrected_document_whose_pages_went_elsewhere_asks_for_a_person(
    service: Context, papers: dict[str, documents.Stored]
):
    card = papers["bank_card"]
    review.correct(service, CLERK, Target(card.id, card.version), [Change("card_type", "借记卡")])

    read_anew(service, card, replace(machine_of(card.machine).document, pages=(1, 2)))

    assert "superseded_reading" in codes(service, card)
    assert now(service, card).state == DocumentState.NEEDS_REVIEW


def test_a_document_without_pages_can_still_be_looked_at(service: Context):
    stored = filed(service, new_case(service), [replace(paper("bank_card").document, fields={})])[0]
    with service.database.write() as connection:
        machine = Machine(replace(machine_of(stored.machine).document, pages=()))
        documents.move(connection, stored, DocumentState.NEEDS_REVIEW, machine=machine_json(machine))
    fresh = now(service, stored)

    corrected = review.correct(service, CLERK, Target(stored.id, fresh.version), [Change("card_number", OTHER)])

    assert corrected.document.fields["card_number"].value == OTHER
