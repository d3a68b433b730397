"""How the tables came to be what they are, one step a file; a step that is out is never changed."""
