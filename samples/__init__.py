"""Makes sample_docs/: whole fictional cases, drawn by each type and degraded as scanners, copiers and phones do."""
