"""Keep with a case which of its scans a person set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("case_", sa.Column("set_aside", sa.JSON(), nullable=False, server_default="{}"))
