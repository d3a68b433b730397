"""Papers drawn for evaluation only: layouts, wordings, typefaces and damage that training never saw."""
