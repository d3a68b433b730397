"""Loads what reads: the only kind of process that opens pictures and runs models."""

from __future__ import annotations

from dataclasses import replace

from intake.bootstrap import Engine, reader
from intake.needed import FieldLines
from intake.pages.keep import look, picture
from intake.settings import Settings
from intake.work.read import Reader


def reading(settings: Settings) -> Reader:
    """Load what reads. Raises BadWeights where a model is missing or another than the one that is pinned."""
    read = reader(Engine.PPOCR, threads=settings.threads)
    return Reader(read, replace(read, worth=FieldLines(read.types)), picture, look)
