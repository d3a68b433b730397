"""One folder a document type, found by being there."""
