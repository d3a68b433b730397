"""Whole drawn cases, read once and kept: whether every key field is right or flagged."""
