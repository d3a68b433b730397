"""Measures what the classifier says of pages and files whose layouts, fonts and damages nobody trained on."""
