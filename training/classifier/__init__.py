"""Teaches the classifier what pages say and look like, on drawn pages and on pages that people corrected."""
