"""Documents of a case to a release request, or the one list of what is missing."""
