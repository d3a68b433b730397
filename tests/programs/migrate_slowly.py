"""Migrates, and stays in the middle of it until somebody kills it; "piecewise": with a transaction for each table."""

from __future__ import annotations

import os
import sys
import time

from alembic import op

from intake.store import schema
from intake.store.database import open_database


def main(url: str, tables: int, how: str = "whole") -> None:
    make, made = op.create_table, []

    def slowly(*given: object, **more: object) -> object:
        if len(made) == tables:
            os.write(1, b"half-way\n")
            time.sleep(600)
        made.append(given[0])
        table = make(*given, **more)
        if how == "piecewise":
            for end in ("COMMIT", "BEGIN"):
                op.get_bind().exec_driver_sql(end)
        return table

    op.create_table = slowly
    schema.migrate(open_database(url))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
