"""The fields by which money may go to somebody else."""

from __future__ import annotations

KEY_FIELDS = (
    "id_number", "name", "card_number", "account_number", "account_name", "case_number", "amount", "uscc",
)  # fmt: skip
