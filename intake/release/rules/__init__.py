"""The rules between the papers of a case."""
