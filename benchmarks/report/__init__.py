"""Writes docs/benchmarks.md: every figure with its number of cases, and the command that makes the file."""
