"""What the recogniser is shown: strips of sample cases drawn with seeds that no sample and no measure uses."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.truth import samples_in
from intake.domain.page import PageImage
from intake.inference.backend import EXACT
from intake.inference.session import session
from intake.ocr import detect, orient
from intake.ocr.crop import HEIGHT, cut
from intake.ocr.recognise import padded
from intake.pages.decode import decode
from samples.__main__ import draw_case
from samples.cases import CASES

Batch = NDArray[np.float32]

SHIFT = 500_000  # the samples use small seeds, held-out figures 90,000 and up by 90,000
STRIP = 384  # pixels of width: histograms of activations need batches of one shape
SQUEEZES = (0.7, 0.85, 1.0)


def pages() -> Iterator[PageImage]:
    """Yield the pages of every sample case, drawn for other people, courts and banks."""
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            scans = tuple(replace(scan, file=f"{Path(scan.file).stem}.pdf") for scan in case.scans)
            draw_case(replace(case, seed=case.seed + SHIFT, scans=scans), Path(folder) / case.name)
        for sample in samples_in(Path(folder)):
            yield from decode(sample.data)


def strips(seed: int, most: int) -> Iterator[Batch]:
    """Yield strips of text as the recogniser sees them: (1, 3, HEIGHT, STRIP), grey behind the short ones."""
    chance = Random(seed)
    exact = session("detection", EXACT, 1)
    found = [
        cut(page.pixels, corners)
        for page in pages()
        for corners in orient.along(np.concatenate(detect.look(exact, page.pixels)))
        if chance.random() < 0.3
    ]
    chance.shuffle(found)
    for strip in [s for s in found if s.shape[1] > STRIP / 2][:most]:
        width = round(strip.shape[1] * chance.choice(SQUEEZES))
        narrow = np.asarray(cv2.resize(strip, (width, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)
        yield padded([narrow[:, :STRIP]], STRIP)
