"""Text and type to values with evidence: finders and parsers."""
