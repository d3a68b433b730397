"""Teaches how likely a value is wrong by how it was read, on papers drawn as the samples are."""
