"""Values to findings: rules of one document, and confidence."""
