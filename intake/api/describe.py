"""Writes the description of the interface: `python -m intake.api.describe > docs/openapi.json`."""

from __future__ import annotations

import json
import sys

from intake.api.app import routed


def described() -> str:
    """Return OpenAPI as the text of docs/openapi.json."""
    return json.dumps(routed().openapi(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(described())
