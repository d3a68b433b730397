"""Prints the figures of docs/benchmarks.md."""
