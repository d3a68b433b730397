"""Cuts a part out of a picture in a child process, so that who asks needs no decoder of pictures."""

from __future__ import annotations

import os
import subprocess

from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Quad
from intake.isolated import command

SECONDS = 20.0


def crop(picture: bytes, width: int, height: int, box: Quad) -> bytes:
    """Return the part around `box` as PNG; the box is in pixels of a page of `width` x `height`.

    Raises UnreadableSource `decoder_crashed`, `decoder_timeout`.
    """
    bounds = box.bounds
    sides = (int(bounds.left), int(bounds.top), int(bounds.right) + 1, int(bounds.bottom) + 1)
    try:
        done = subprocess.run(  # noqa: S603 our own interpreter and module, numbers as arguments
            command("intake.pages.cutter", ("PIL",), (os.getpid(), width, height, *sides)),
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
