"""A small subset of the samples reaches the floors of benchmarks/floors.toml, so that accuracy cannot fall unseen."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from benchmarks.accuracy import ALL, ReadSample, accuracy, read_samples
from benchmarks.fields import fields
from benchmarks.truth import samples_in, spread
from intake.doctypes.registry import registry
from intake.ocr.ppocr import ppocr
from intake.pipeline import ReadFile

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf-8"))
FILES = 8


@pytest.fixture(scope="module")
def read() -> list[ReadSample]:
    samples = spread(list(samples_in(ROOT / "sample_docs")), FILES)
    return list(read_samples(samples, ReadFile(ppocr(1), registry(), time.perf_counter)))


def test_every_file_is_read(read):
    assert [each.sample.name for each in read if each.reading.error] == []


def test_characters_reach_their_floors(read):
    rates = {row.variant: 1 - row.ours.rate for row in accuracy(read) if row.variant != ALL}

    assert rates.keys() == FLOORS["characters"].keys()
    assert {v: rate for v, rate in rates.items() if rate < FLOORS["characters"][v]} == {}


def test_documents_reach_their_floors(read):
    scores = fields(read)

    assert scores.recognised >= FLOORS["documents"]["recognised"]
    assert scores.exact >= FLOORS["documents"]["exact"]
    assert scores.accepted_wrong <= FLOORS["documents"]["accepted_and_wrong"]
