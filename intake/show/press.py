"""Prints a notice in a child process: what writes PDFs loads a decoder of pictures, which has no place in who asks."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict

from pydantic import TypeAdapter

from intake.domain.errors import Unavailable
from intake.isolated import command
from intake.release.notice import Notice

SECONDS = 20.0
NOTICE = TypeAdapter(Notice)


def printed(notice: Notice) -> bytes:
    """Return the notice as a PDF of A4 pages; see intake.show.paper. Raises Unavailable."""
    try:
        done = subprocess.run(  # noqa: S603 our own interpreter and module, a number as argument
            command("intake.show.paper", ("reportlab", "PIL", "pydantic"), (os.getpid(),)),
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
