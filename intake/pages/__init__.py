"""Bytes to clean page images: sniff, decode in a child process, turn upright, judge quality, find seals."""
