"""Text of pages to documents: what each page is, and which pages belong together, or that nobody can tell."""
