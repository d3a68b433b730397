"""Picks implementations: the only place that knows which engine stands behind a name."""

from __future__ import annotations

import time
from collections.abc import Mapping
from enum import StrEnum

from intake.doctypes.registry import registry
from intake.inference.weights import manifest
from intake.pipeline import ReadFile
from intake.ports import OcrEngine


class Engine(StrEnum):
    PPOCR = "ppocr"
    PADDLEOCR = "paddleocr"


def engine(name: Engine, *, threads: int) -> OcrEngine:
    """Start the OCR engine `name`; imports no other, so that a cold start pays for one only."""
    if name is Engine.PADDLEOCR:
        from intake.ocr.paddle import PaddleOcr  # noqa: PLC0415

        return PaddleOcr(threads)
    from intake.ocr.ppocr import ppocr  # noqa: PLC0415

    return ppocr(threads)


def reader(name: Engine, *, threads: int) -> ReadFile:
    """Build what reads files, with all document types."""
    return ReadFile(engine(name, threads=threads), registry(), time.perf_counter)


def model_versions() -> Mapping[str, str]:
    """Return the version of each pinned model: the head of its sha256."""
    return {name: model.sha256[:12] for name, model in manifest().items()}
