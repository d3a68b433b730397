"""HTTP: parse, ask the service, answer; nothing here decides or touches the database."""
