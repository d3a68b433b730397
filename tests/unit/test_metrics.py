"""The metrics of a process: named in one place, nobody else's, at zero until something happens."""

from __future__ import annotations

from intake.metrics import metrics

NAMES = {
    "intake_pages",
    "intake_documents",
    "intake_corrections",
    "intake_stage_seconds",
    "intake_request_seconds",
    "intake_queue_age_seconds",
    "intake_handoff_age_seconds",
}


def test_these_metrics_there_are():
    assert {family.name for family in metrics().registry.collect()} == NAMES


def test_what_was_counted_is_told():
    m = metrics()
    m.pages.inc(3)
    m.documents.labels(outcome="accepted").inc()
    m.stage_seconds.labels(stage="ocr").observe(0.8)
    m.queue_age.labels(kind="read").set(4)

    told = m.exposition().decode()

    assert "intake_pages_total 3.0" in told
    assert 'intake_documents_total{outcome="accepted"} 1.0' in told
    assert 'intake_stage_seconds_bucket{le="1.0",stage="ocr"} 1.0' in told
    assert 'intake_queue_age_seconds{kind="read"} 4.0' in told


def test_two_processes_in_one_test_do_not_share():
    metrics().pages.inc()

    assert "intake_pages_total 0.0" in metrics().exposition().decode()
