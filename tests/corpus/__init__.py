"""The corpus of bad input: sixteen classes of files, names and requests, each item with what must come of it."""
