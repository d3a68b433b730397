"""Drawings of papers that are of no type of ours, a module a family, found by being there."""
