"""Make the tables of the service."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _case()
    _duty()
    _happening()
    _idempotency()
    _job()
    _outbox()
    _token()
    _request()
    _scan()
    _upload()
    _document()
    _page()
    _payment()
    _correction()
    _digest()
    _quality_check()


def _case() -> None:
    op.create_table(
        "case_",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_amount", sa.String(length=20), nullable=True),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("sensitivity", sa.JSON(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("pk_case_")),
    )
    op.create_index("ix_case_court_id", "case_", ["court", "id"], unique=False)
    op.create_index("ix_case_number_id", "case_", ["number", "id"], unique=False)
    op.create_index("ix_case_court_number_kind", "case_", ["court", "number", "kind"], unique=True)


def _duty() -> None:
    op.create_table(
        "duty",
        sa.Column("name", sa.String(length=96), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=("pk_duty")),
    )


def _happening() -> None:
    op.create_table(
        "happening",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=True),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=True),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=("pk_happening")),
    )
    op.create_index("ix_happening_case_seq", "happening", ["case_id", "seq"], unique=False)


def _idempotency() -> None:
    op.create_table(
        "idempotency",
        sa.Column("scope", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("response", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=("pk_idempotency")),
    )


def _job() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("input_version", sa.Integer(), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("run_at", sa.Double(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("max_attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("lease_owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.Double(), nullable=True),
        sa.Column("last_error", sa.String(length=64), nullable=True),
        sa.Column("done_at", sa.Double(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.CheckConstraint("state in ('ready', 'running', 'done', 'rejected', 'quarantined')", name=("ck_job_state")),
        sa.PrimaryKeyConstraint("id", name=("pk_job")),
        sa.UniqueConstraint("subject", "kind", "input_version", name=("uq_job_subject_kind_input_version")),
    )
    op.create_index(
        "ix_job_court",
        "job",
        ["court", "turn"],
        unique=False,
        postgresql_where=sa.text("state in ('ready', 'running')"),
        sqlite_where=sa.text("state in ('ready', 'running')"),
    )
    op.create_index(
        "ix_job_open",
        "job",
        ["priority", "turn", "id"],
        unique=False,
        postgresql_where=sa.text("state in ('ready', 'running')"),
        sqlite_where=sa.text("state in ('ready', 'running')"),
    )
    op.create_index(
        "ix_job_turn",
        "job",
        ["turn"],
        unique=False,
        postgresql_where=sa.text("state in ('ready', 'running')"),
        sqlite_where=sa.text("state in ('ready', 'running')"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("move", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reached_at", sa.Double(), nullable=True),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("lease_until", sa.Double(), nullable=True),
        sa.Column("last_outcome", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.CheckConstraint("state in ('pending', 'sent', 'dead')", name=("ck_outbox_state")),
        sa.PrimaryKeyConstraint("id", name=("pk_outbox")),
        sa.UniqueConstraint("key", name=("uq_outbox_key")),
    )
    op.create_index("ix_outbox_due", "outbox", ["state", "next_at"], unique=False)


def _token() -> None:
    op.create_table(
        "token",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=True),
        sa.Column("cases", sa.JSON(), nullable=True),
        sa.Column("expires_at", sa.Double(), nullable=True),
        sa.Column("revoked_at", sa.Double(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("pk_token")),
        sa.UniqueConstraint("digest", name=("uq_token_digest")),
    )


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("payment", sa.String(length=64), nullable=True),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=True),
        sa.Column("made_on", sa.String(length=10), nullable=False),
        sa.Column("sent_on", sa.String(length=10), nullable=True),
        sa.Column("key", sa.String(length=255), nullable=True),
        sa.Column("reference", sa.String(length=255), nullable=True),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state in ('draft', 'handing_over', 'unknown', 'handed_over', 'refused', 'needs_human', 'replaced')",
            name=("ck_request_state"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=("fk_request_case_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_request")),
        sa.UniqueConstraint("case_id", "number", name=("uq_request_case_id_number")),
        sa.UniqueConstraint("key", name=("uq_request_key")),
    )
    op.create_index("ix_request_court_state_id", "request", ["court", "state", "id"], unique=False)
    op.create_index("ix_request_court_account", "request", ["court", "account"], unique=False)
    op.create_index("ix_request_state_id", "request", ["state", "id"], unique=False)


def _scan() -> None:
    op.create_table(
        "scan",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_facts", sa.JSON(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("turns", sa.JSON(), nullable=False),
        sa.Column("stage_ms", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state in ('queued', 'read', 'rejected', 'quarantined')", name=("ck_scan_state")),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=("fk_scan_case_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_scan")),
    )
    op.create_index("ix_scan_case_id", "scan", ["case_id", "id"], unique=False)
    op.create_index("ix_scan_court_state_id", "scan", ["court", "state", "id"], unique=False)
    op.create_index("ix_scan_state_id", "scan", ["state", "id"], unique=False)
    op.create_index("ix_scan_sha256", "scan", ["sha256"], unique=False)


def _upload() -> None:
    op.create_table(
        "upload",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("offset_", sa.BigInteger(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("scan_id", sa.String(length=36), nullable=True),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=("fk_upload_case_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_upload")),
    )


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("scan_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("klass", sa.String(length=16), nullable=True),
        sa.Column("type", sa.String(length=64), nullable=True),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("forced", sa.Boolean(), nullable=False),
        sa.Column("replaced_by", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state in ('needs_review', 'accepted', 'replaced')", name=("ck_document_state")),
        sa.ForeignKeyConstraint(["case_id"], ["case_.id"], name=("fk_document_case_id")),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=("fk_document_scan_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_document")),
    )
    op.create_index("ix_document_case_id", "document", ["case_id", "id"], unique=False)
    op.create_index("ix_document_court_state_id", "document", ["court", "state", "id"], unique=False)
    op.create_index("ix_document_court_type_id", "document", ["court", "type", "id"], unique=False)
    op.create_index("ix_document_court_klass_id", "document", ["court", "klass", "id"], unique=False)
    op.create_index("ix_document_state_id", "document", ["state", "id"], unique=False)
    op.create_index("ix_document_type_id", "document", ["type", "id"], unique=False)
    op.create_index("ix_document_klass_id", "document", ["klass", "id"], unique=False)
    op.create_index(("ix_document_scan_id"), "document", ["scan_id"], unique=False)


def _page() -> None:
    op.create_table(
        "page",
        sa.Column("scan_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(length=64), nullable=False),
        sa.Column("image", sa.String(length=64), nullable=False),
        sa.Column("look", sa.String(length=16), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=("fk_page_scan_id")),
        sa.PrimaryKeyConstraint("scan_id", "number", "reading", name=("pk_page")),
    )


def _payment() -> None:
    op.create_table(
        "payment",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=("fk_payment_request_id")),
        sa.PrimaryKeyConstraint("digest", name=("pk_payment")),
    )
    op.create_index(("ix_payment_request_id"), "payment", ["request_id"], unique=False)


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("confirmed_by", sa.String(length=64), nullable=True),
        sa.Column("confirmed_at", sa.Double(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.CheckConstraint("confirmed_by is null or confirmed_by <> who", name=("ck_correction_four_eyes")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=("fk_correction_document_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_correction")),
    )
    op.create_index(("ix_correction_document_id"), "correction", ["document_id"], unique=False)


def _digest() -> None:
    op.create_table(
        "digest",
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=("fk_digest_document_id")),
        sa.PrimaryKeyConstraint("document_id", "field", name=("pk_digest")),
    )
    op.create_index("ix_digest_court_digest", "digest", ["court", "digest"], unique=False)


def _quality_check() -> None:
    op.create_table(
        "quality_check",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("court", sa.String(length=64), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=True),
        sa.Column("verdicts", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=("fk_quality_check_document_id")),
        sa.PrimaryKeyConstraint("id", name=("pk_quality_check")),
        sa.UniqueConstraint(
            "court", "month", "seed", "document_id", "who", name=("uq_quality_check_court_month_seed_document_id_who")
        ),
    )
    op.create_index(("ix_quality_check_document_id"), "quality_check", ["document_id"], unique=False)
