"""Sample cases that are wrong on purpose are stopped for exactly that."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from intake.assembly import Said, request_of
from intake.batch import cores, read_path
from intake.bootstrap import Engine, reader
from intake.domain.finding import Severity
from intake.pages.source import sources
from intake.pipeline import ReadFile
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest

pytestmark = pytest.mark.integration

SAMPLES = Path(__file__).parent.parent.parent / "sample_docs"
TODAY = date(2025, 1, 6)  # after the newest sample, before its identity cards expire

STOPPED_BY = {
    "case-09-name-mismatch": {"account_not_payees"},
    "case-10-bad-id-number": {"id_number_wrong"},
    "case-11-bad-card-number": {"card_number_wrong"},
    "case-12-no-account": {"missing_material"},
    "case-13-amount-differs": {"amount_words_differ"},
    "case-14-other-case-number": {"case_numbers_differ"},
}


@pytest.fixture(scope="module")
def read() -> ReadFile:
    return reader(Engine.PPOCR, threads=cores())


def request(read: ReadFile, case: str) -> ReleaseRequest:
    readings = [read_path(read, path) for path in sources([SAMPLES / case])]
    return request_of(readings, Said(Kind.ENFORCEMENT), TODAY)


@pytest.mark.parametrize(("case", "codes"), STOPPED_BY.items(), ids=STOPPED_BY.keys())
def test_a_wrong_case_is_stopped_for_exactly_that(read: ReadFile, case: str, codes: set[str]):
    expected = json.loads((SAMPLES / case / "truth.json").read_text("utf-8"))["expect"]["status"]

    made = request(read, case)

    stopping = {f.code for f in made.findings if f.severity is Severity.BLOCK or f.code == "missing_material"}
    assert (made.status, stopping) == (expected, codes)
