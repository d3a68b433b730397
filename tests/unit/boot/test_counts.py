"""What happened is counted once, whoever did it."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import COURT, context, filed, new_case, somebody
from release_cases import paper

from intake.boot.counts import counting
from intake.domain.errors import Unavailable
from intake.metrics import Metrics, metrics
from intake.service import review
from intake.service.access import Role
from intake.service.context import Context
from intake.service.review import Change, Target
from intake.store import happenings
from intake.store.happenings import Happened


@pytest.fixture
def service(tmp_path: Path) -> Context:
    return context(tmp_path)


def read(service: Context, **facts: str) -> None:
    with service.database.write() as connection:
        happenings.note(connection, Happened("scan_read", "worker", COURT, None, None, facts))


def told(counted: Metrics) -> str:
    return counted.exposition().decode()


def test_a_scan_that_was_read_is_counted_once(service: Context):
    counted = counting(metrics(), service.database)
    read(service, pages="2", accepted="1", needs_review="1", ocr_ms="1600")

    text = [told(counted) for _ in range(2)][-1]

    assert "intake_pages_total 2.0" in text
    assert 'intake_documents_total{outcome="accepted"} 1.0' in text
    assert 'intake_stage_seconds_sum{stage="ocr"} 0.8' in text


def test_corrections_are_counted_by_field(service: Context):
    counted = counting(metrics(), service.database)
    card = filed(service, new_case(service), [paper("bank_card").document])[0]
    changes = [Change("card_type", "借记卡"), Change("bank_name", "中国农业银行")]
    review.correct(service, somebody(Role.CLERK), Target(card.id, card.version), changes)

    assert 'intake_corrections_total{field="bank_name"} 1.0' in told(counted)


def test_what_happened_before_the_process_began_is_not_its_own(service: Context):
    read(service, pages="2")

    assert "intake_pages_total 0.0" in told(counting(metrics(), service.database))


class Away:
    """A database that does not answer."""

    def read(self) -> None:
        raise Unavailable(part="database")


def test_a_database_that_is_away_counts_nothing_and_fails_nobody():
    assert "intake_pages_total 0.0" in told(counting(metrics(), Away()))
