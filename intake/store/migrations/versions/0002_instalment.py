"""Keep with a case which part of its grant is paid next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("case_", sa.Column("instalment", sa.JSON(none_as_null=True), nullable=True))
