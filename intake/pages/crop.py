"""Cuts a part out of a picture in a child process, so that who asks needs no decoder of pictures."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Quad

SECONDS = 20.0
_STARTER = (
    "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); from intake.pages.cutter import main; main(sys.argv[1:])"
)


def crop(picture: bytes, width: int, height: int, box: Quad) -> bytes:
    """Return the part around `box` as PNG; the box is in pixels of a page of `width` x `height`.

    Raises UnreadableSource `decoder_crashed`, `decoder_timeout`.
    """
    bounds = box.bounds
    sides = (int(bounds.left), int(bounds.top), int(bounds.right) + 1, int(bounds.bottom) + 1)
    arguments = map(str, (os.getpid(), width, height, *sides))
    try:
        done = subprocess.run(  # noqa: S603 our own interpreter and module, numbers as arguments
            [sys.executable, "-I", "-S", "-c", _STARTER, _roots(), *arguments],
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource("decoder_timeout") from error
    if done.returncode != 0 or not done.stdout:
        raise UnreadableSource("decoder_crashed")
    return done.stdout


@cache
def _roots() -> str:
    """Return where the child finds us and Pillow: it starts without `site`, which alone costs 20 ms."""
    spec = importlib.util.find_spec("PIL")
    other = [str(Path(spec.origin).parents[1])] if spec is not None and spec.origin is not None else []
    return ":".join((str(Path(__file__).parents[2]), *other))
