"""Measures the service under load."""
