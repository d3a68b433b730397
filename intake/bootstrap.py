"""Picks implementations: the only place that knows which engine stands behind a name."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.classifier.classify import Classify
from intake.classifier.learned import Learned, Settings
from intake.classifier.ngrams import LineNumbers
from intake.doctypes.registry import registry
from intake.inference.backend import EXACT, Backend, backends
from intake.inference.choice import machine, quickest
from intake.inference.session import session
from intake.inference.weights import manifest
from intake.needed import FieldLines
from intake.pages.look import Look
from intake.pages.nursery import nursery
from intake.pipeline import ReadFile, See
from intake.ports import OcrEngine, every_line


class Engine(StrEnum):
    PPOCR = "ppocr"
    PADDLEOCR = "paddleocr"


def able() -> tuple[Backend, ...]:
    """Return the backends that this machine can run, the usual one first."""
    return backends(machine())


def quickest_backend(threads: int) -> Backend:
    """Return the backend that is quickest on this machine; the first time that may take a second."""
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 never raises
    return quickest(threads, Path(caches, "intake"))


def engine(name: Engine, *, threads: int, backend: Backend | None = None) -> OcrEngine:
    """Start the OCR engine `name`; PaddleOCR is a process of its own.

    OpenCV is held to as many threads as the models, or several processes would fight for the cores.
    """
    cv2.setNumThreads(threads)
    if name is Engine.PADDLEOCR:
        from intake.ocr.paddle import PaddleOcr  # noqa: PLC0415

        return PaddleOcr(threads)
    from intake.ocr.ppocr import ppocr  # noqa: PLC0415

    return ppocr(threads, backend or quickest_backend(threads))


def reader(name: Engine, *, threads: int, backend: Backend | None = None, fields_only: bool = False) -> ReadFile:
    """Build what reads files, with all document types; `fields_only` reads with care only what these need."""
    nursery()  # it starts while the models are loaded
    types = registry()
    worth = FieldLines(types) if fields_only else every_line
    classify, see = classifier()
    return ReadFile(
        engine(name, threads=threads, backend=backend),
        types,
        time.perf_counter,
        worth=worth,
        classify=classify,
        see=see,
    )


def classifier() -> tuple[Classify, See]:
    """Load what says what a page is, and what judges its look; both are small and run on one thread."""
    says, looks = (session(name, EXACT, 1) for name in ("page-says", "page-looks"))

    def said(lines: LineNumbers) -> NDArray[np.float32]:
        return says.run(lines)[0].astype(np.float32, copy=False)

    return Learned(said, Settings.of(says.metadata)), Look(looks)


def model_versions() -> Mapping[str, str]:
    """Return the version of each pinned model: the head of its sha256."""
    return {name: model.sha256[:12] for name, model in manifest().items()}
