"""The tables. Times are seconds since 1970 by the database's clock; identifiers are UUIDs that grow with time."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from intake.domain.states import DocumentState, JobState, RequestState, ScanState
from intake.store.clock import NOW
from intake.store.ids import new_id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
MAX_ATTEMPTS = 3  # of a job, before it waits for a person
ID, SHA256, CODE, WHO = String(36), String(64), String(64), String(64)
metadata = MetaData(naming_convention=NAMES)


def _id() -> Column[str]:
    return Column("id", ID, primary_key=True, default=new_id)


def _at(name: str = "created_at") -> Column[float]:
    return Column(name, Double, nullable=False, default=NOW)


def _version() -> Column[int]:
    """Return what ETags are made of: counted up by every change that a person may collide with."""
    return Column("version", Integer, nullable=False, default=1)


def _state(states: type[StrEnum], first: StrEnum) -> tuple[Column[str], CheckConstraint]:
    names = ", ".join(f"'{state}'" for state in states)
    column = Column("state", String(16), nullable=False, default=first.value)
    return column, CheckConstraint(f"state in ({names})", name="state")


def _of(table: str, *, nullable: bool = False) -> Column[str]:
    return Column(f"{table}_id", ID, ForeignKey(f"{table}.id"), nullable=nullable, index=True)


token = Table(
    "token",
    metadata,
    _id(),
    Column("digest", SHA256, nullable=False, unique=True),
    Column("person", WHO, nullable=False),
    Column("role", String(16), nullable=False),
    Column("court", CODE),
    Column("cases", JSON),
    Column("expires_at", Double),
    Column("revoked_at", Double),
    _at(),
)
"""Who may come in: `digest` is the SHA-256 of the secret, `cases` the only ones a party sees."""

case = Table(
    "case_",
    metadata,
    _id(),
    Column("court", CODE, nullable=False),
    Column("number", String(64)),
    Column("kind", String(16), nullable=False),
    Column("subject_amount", String(20)),
    Column("parties", JSON, nullable=False, default=list),
    Column("sensitivity", JSON, nullable=False, default=list),
    Column("links", JSON, nullable=False, default=dict),
    Column("instalment", JSON(none_as_null=True)),
    Column("set_aside", JSON, nullable=False, default=dict, server_default="{}"),
    Column("papers", Integer, nullable=False, default=0),
    Column("created_by", WHO, nullable=False),
    _at(),
    _version(),
    Index("ix_case_court_id", "court", "id"),
    Index("ix_case_number_id", "number", "id"),
    Index("ix_case_court_number_kind", "court", "number", "kind", unique=True),
)

"""`papers` counts every change of what a request would be made of: a request of an earlier count is stale."""

scan = Table(
    "scan",
    metadata,
    _id(),
    Column("case_id", ID, ForeignKey("case_.id"), nullable=False),
    Column("court", CODE, nullable=False),
    Column("sha256", SHA256, nullable=False),
    Column("name", String(255), nullable=False),
    Column("size", BigInteger, nullable=False),
    *_state(ScanState, ScanState.QUEUED),
    Column("error_code", CODE),
    Column("error_facts", JSON, nullable=False, default=dict),
    Column("reading", Integer, nullable=False, default=1),
    Column("turns", JSON, nullable=False, default=dict),
    Column("stage_ms", JSON, nullable=False, default=dict),
    Column("created_by", WHO, nullable=False),
    _at(),
    _version(),
    Index("ix_scan_case_id", "case_id", "id"),
    Index("ix_scan_sha256", "sha256"),
    Index("ix_scan_court_state_id", "court", "state", "id"),
    Index("ix_scan_state_id", "state", "id"),
)
"""An uploaded file. `reading` counts how often it was to be read, `turns` are degrees a person turned pages by."""

upload = Table(
    "upload",
    metadata,
    _id(),
    Column("case_id", ID, ForeignKey("case_.id"), nullable=False),
    Column("court", CODE, nullable=False),
    Column("name", String(255), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("offset_", BigInteger, nullable=False, default=0),
    Column("parts", JSON, nullable=False, default=list),
    Column("scan_id", ID),
    Column("created_by", WHO, nullable=False),
    _at(),
)
"""A file that comes in parts, each a blob of its own until all are there; then `scan_id` says what became of it."""

page = Table(
    "page",
    metadata,
    Column("scan_id", ID, ForeignKey("scan.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, primary_key=True),
    Column("reader", String(64), nullable=False),
    Column("text", SHA256, nullable=False),
    Column("image", SHA256, nullable=False),
    Column("look", String(16)),
    _at(),
)
"""A page that was read: `text` and `image` name blobs, `reader` what read it, `look` finds near copies."""

document = Table(
    "document",
    metadata,
    _id(),
    Column("scan_id", ID, ForeignKey("scan.id"), nullable=False, index=True),
    Column("case_id", ID, ForeignKey("case_.id"), nullable=False),
    Column("court", CODE, nullable=False),
    Column("place", Integer, nullable=False),
    Column("klass", String(16)),
    Column("type", CODE),
    Column("machine", JSON, nullable=False),
    *_state(DocumentState, DocumentState.NEEDS_REVIEW),
    Column("forced", Boolean, nullable=False, default=False),
    Column("replaced_by", JSON, nullable=False, default=list),
    _at(),
    _version(),
    Index("ix_document_case_id", "case_id", "id"),
    Index("ix_document_court_state_id", "court", "state", "id"),
    Index("ix_document_court_type_id", "court", "type", "id"),
    Index("ix_document_court_klass_id", "court", "klass", "id"),
    Index("ix_document_state_id", "state", "id"),
    Index("ix_document_type_id", "type", "id"),
    Index("ix_document_klass_id", "klass", "id"),
)
"""`machine` is what was read; what people changed is in `correction`. `forced`: a person said what type it is."""

correction = Table(
    "correction",
    metadata,
    _id(),
    _of("document"),
    Column("what", String(16), nullable=False),
    Column("field", CODE),
    Column("before", JSON),
    Column("after", JSON),
    Column("why", Text, nullable=False, default=""),
    Column("who", WHO, nullable=False),
    Column("seconds", Double),
    Column("confirmed_by", WHO),
    Column("confirmed_at", Double),
    Column("undone", Boolean, nullable=False, default=False),
    _at(),
    CheckConstraint("confirmed_by is null or confirmed_by <> who", name="four_eyes"),
)
"""What a person changed: `what` is value, class, split, join, rotate or link; `seconds` were spent
at the screen, by who changed it and by who confirmed it."""

digest = Table(
    "digest",
    metadata,
    Column("document_id", ID, ForeignKey("document.id"), primary_key=True),
    Column("field", CODE, primary_key=True),
    Column("court", CODE, nullable=False),
    Column("digest", SHA256, nullable=False),
    Column("case_id", ID, nullable=False),
    Index("ix_digest_court_digest", "court", "digest"),
)
"""Keyed digests of numbers, so that they can be searched and are not stored where a search looks."""

IS_OPEN = "state in ('ready', 'running')"
"""Of a job, as it stands in indexes and, letter for letter, in queries: a bound value would not find these indexes."""

job = Table(
    "job",
    metadata,
    _id(),
    Column("kind", String(16), nullable=False),
    Column("subject", ID, nullable=False),
    Column("input_version", Integer, nullable=False),
    Column("court", CODE, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("turn", BigInteger, nullable=False),
    *_state(JobState, JobState.READY),
    Column("run_at", Double, nullable=False, default=NOW),
    Column("attempts", Integer, nullable=False, default=0),
    Column("max_attempts", Integer, nullable=False, default=MAX_ATTEMPTS),
    Column("fence", BigInteger, nullable=False, default=0),
    Column("lease_owner", String(64)),
    Column("lease_until", Double),
    Column("last_error", CODE),
    Column("done_at", Double),
    _at(),
    UniqueConstraint("subject", "kind", "input_version"),
    Index("ix_job_open", "priority", "turn", "id", postgresql_where=text(IS_OPEN), sqlite_where=text(IS_OPEN)),
    Index("ix_job_court", "court", "turn", postgresql_where=text(IS_OPEN), sqlite_where=text(IS_OPEN)),
    Index("ix_job_turn", "turn", postgresql_where=text(IS_OPEN), sqlite_where=text(IS_OPEN)),
)
"""The queue. `turn` shares it between courts: see intake.store.jobs."""

idempotency = Table(
    "idempotency",
    metadata,
    Column("scope", String(128), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("body_sha256", SHA256, nullable=False),
    Column("response", JSON),
    _at(),
)

request = Table(
    "request",
    metadata,
    _id(),
    Column("case_id", ID, ForeignKey("case_.id"), nullable=False),
    Column("court", CODE, nullable=False),
    Column("number", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    *_state(RequestState, RequestState.DRAFT),
    Column("body", LargeBinary, nullable=False),
    Column("sha256", SHA256, nullable=False),
    Column("payment", SHA256),
    Column("papers", Integer, nullable=False, default=0),
    Column("account", SHA256),
    Column("case_number", String(64)),
    Column("made_on", String(10), nullable=False),
    Column("sent_on", String(10)),
    Column("key", String(255), unique=True),
    Column("reference", String(255)),
    Column("reason", CODE),
    Column("created_by", WHO, nullable=False),
    _at(),
    _version(),
    UniqueConstraint("case_id", "number"),
    Index("ix_request_court_state_id", "court", "state", "id"),
    Index("ix_request_court_account", "court", "account"),
    Index("ix_request_court_case_number", "court", "case_number"),
    Index("ix_request_state_id", "state", "id"),
)
"""`status` is what the papers give, `state` where the hand-off stands; `body` are the bytes that are sent, never made
again. `papers` is what its case's counter was, `account` the keyed digest of the account, `case_number`
what the papers say, `made_on` and `sent_on` are the days it was assembled and went."""

payment = Table(
    "payment",
    metadata,
    Column("digest", SHA256, primary_key=True),
    _of("request"),
    _at(),
)
"""Payments that were handed over or may have been: one row each, so that two at once cannot both go."""

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("topic", String(16), nullable=False),
    Column("subject", ID, nullable=False),
    Column("key", String(255), nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("body_sha256", SHA256, nullable=False),
    Column("state", String(16), nullable=False, default="pending"),
    Column("move", String(8), nullable=False, default="send"),
    Column("attempts", Integer, nullable=False, default=0),
    Column("reached_at", Double),
    Column("next_at", Double, nullable=False, default=NOW),
    Column("fence", BigInteger, nullable=False, default=0),
    Column("lease_until", Double),
    Column("last_outcome", CODE),
    _at(),
    CheckConstraint("state in ('pending', 'sent', 'dead')", name="state"),
    Index("ix_outbox_due", "state", "next_at"),
)
"""What is to be sent, and what was: `move` is send or ask, `reached_at` when a core may first have had it."""

happening = Table(
    "happening",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", Double, nullable=False, default=NOW),
    Column("court", CODE),
    Column("case_id", ID),
    Column("kind", CODE, nullable=False),
    Column("subject", ID),
    Column("who", WHO, nullable=False),
    Column("facts", JSON, nullable=False, default=dict),
    Index("ix_happening_case_seq", "case_id", "seq"),
)
"""What happened, in order: progress that people watch, webhooks, and who did what. Never what papers say."""

quality_check = Table(
    "quality_check",
    metadata,
    _id(),
    Column("court", CODE, nullable=False),
    Column("month", String(7), nullable=False),
    Column("seed", Integer, nullable=False),
    _of("document"),
    Column("who", WHO),
    Column("verdicts", JSON),
    _at(),
    UniqueConstraint("court", "month", "seed", "document_id", "who"),
)
"""Documents drawn by lot, and what each checker says of their fields."""

duty = Table(
    "duty",
    metadata,
    Column("name", String(96), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("until", Double, nullable=False),
)
"""What one process at a time sees to, and until when it is trusted to."""
