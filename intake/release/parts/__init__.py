"""The parts of a release request as other programs read them: frozen pydantic models, nothing computed."""
