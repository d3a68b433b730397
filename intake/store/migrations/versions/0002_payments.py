"""Keep with a case which part of its grant is paid next, and with a request which case its papers say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("case_", sa.Column("instalment", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("request", sa.Column("case_number", sa.String(64), nullable=True))
    op.create_index("ix_request_court_case_number", "request", ["court", "case_number"])
