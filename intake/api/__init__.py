"""HTTP: parse, call the service, answer."""
