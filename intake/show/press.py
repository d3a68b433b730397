"""Prints a notice in a child process: what writes PDFs loads a decoder of pictures, which has no place in who asks."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from intake.domain.errors import Unavailable
from intake.release.notice import Notice

SECONDS = 20.0
NOTICE = TypeAdapter(Notice)
_STARTER = (
    "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); from intake.show.paper import main; main(sys.argv[1])"
)


def printed(notice: Notice) -> bytes:
    """Return the notice as a PDF of A4 pages; see intake.show.paper. Raises Unavailable."""
    try:
        done = subprocess.run(  # noqa: S603 our own interpreter and module, a number as argument
            [sys.executable, "-I", "-S", "-c", _STARTER, _roots(), str(os.getpid())],
            input=json.dumps(asdict(notice)).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={},
            timeout=SECONDS,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise Unavailable(part="press") from error
    return done.stdout


@cache
def _roots() -> str:
    """Return where the child finds us and what it needs: it starts without `site`."""
    found = (importlib.util.find_spec(name) for name in ("reportlab", "PIL", "pydantic"))
    others = {str(Path(spec.origin).parents[1]) for spec in found if spec is not None and spec.origin is not None}
    return ":".join((str(Path(__file__).parents[2]), *sorted(others)))
