"""Runs steps in the transaction that `intake.store.schema` opened: all of them happen, or none."""

from __future__ import annotations

from alembic import context

from intake.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
