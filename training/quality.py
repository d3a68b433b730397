"""`python -m training.quality`: finds weights and thresholds of the quality labels on drawn pages with known faults.

A logistic model for each label over a few features that speak of it (ridge of RIDGE, by Newton's method), made honest
on pages of other seeds (Platt's two numbers), and a threshold above the good pages of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intake.pages.signs.features import features
from intake.pages.signs.scene import has_text
from intake.pages.signs.view import view_of
from samples.faults import Fault
from samples.faulty import COPY, SCENE, Example, examples

TARGET = Path(__file__).parents[1] / "intake/pages/signs/weights.toml"
LEARNT, HONED = range(700_000, 700_005), range(710_000, 710_005)
SPARED = range(720_000, 720_010)
"""Seeds of weights, calibration, and good pages for thresholds; samples use small ones, measures some below 700,000."""
STRENGTHS = (0.2, 0.4, 0.6, 0.8, 1.0)
RIDGE = 0.02
OTHERS = 0.2  # what a page with another fault counts against a label: they may look alike, and a person looks anyway
ROUNDS = 60
LOWEST = 0.5  # no label is claimed that is less likely than not
ABOVE = 0.4  # logits that the threshold is above the good page that looks worst
FALSE = 0.003  # share of good pages that may be above it all the same
SPEAKS = {
    COPY: ("chroma", "colour", "specks", "mottle", "ink", "paper", "halves"),
    Fault.SCREEN: ("grid", "grid_colour", "grid_lone", "grid_colour_lone"),
    Fault.EDITED: ("twice", "strange", "strangest"),
    Fault.CUT: ("cut_lines", "open"),
    Fault.COVERED: ("bite", "bite_area", "open"),
    Fault.GLARE: ("burnt",),
    Fault.BLUR: ("steep", "fine"),
    Fault.DARK: ("light",),
    SCENE: ("pale", "vivid", "rough", "shades", "steep"),
}
_Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """The features of pages, the fault of each (None where it has none), and whether something was read on it."""

    features: tuple[Mapping[str, float], ...]
    labels: tuple[str | None, ...]
    is_read: tuple[bool, ...]

    def of(self, label: str) -> Sample:
        """Return what speaks of a label, and which pages decide: about a scene those on which nothing was read."""
        x = np.array([[each[name] for name in SPEAKS[label]] for each in self.features])
        has = np.array([float(each == label) for each in self.labels])
        known = zip(self.labels, self.is_read, strict=True)
        decides = [each in {None, COPY, label} and not (is_read and label == SCENE) for each, is_read in known]
        return Sample(x, has, np.where(decides, 1.0, 0.0 if label == SCENE else OTHERS))


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What speaks of one label, (n, features), whether pages have it, (n,), and what they count, (n,)."""

    x: _Matrix
    has: _Matrix
    worth: _Matrix

    @property
    def is_good(self) -> NDArray[np.bool_]:
        """Say which pages a label must spare."""
        return np.asarray((self.has == 0) & (self.worth == 1), np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A model of one label, in the features as they are; `counts` are pages of the calibration that have it, or not."""

    threshold: float
    bias: float
    weights: Sequence[tuple[str, float, float, float]]
    counts: tuple[int, int]


def main() -> None:
    """Write the weights anew."""
    learnt, honed = (measure(examples(seeds, STRENGTHS)) for seeds in (LEARNT, HONED))
    spared = measure(examples(SPARED, ()))
    found = {label: fitted(label, learnt, honed, spared) for label in SPEAKS}
    TARGET.write_text(written(found, (learnt, honed, spared)), "utf-8")
    print(TARGET.read_text("utf-8"))


def measure(pages: Iterable[Example]) -> Measured:
    """Measure pages, one at a time."""
    rows = []
    for example in pages:
        view = view_of(example.page, example.lines)
        rows.append((features(view), example.label, has_text(view)))
    values, labels, is_read = zip(*rows, strict=True)
    return Measured(values, labels, is_read)


def fitted(label: str, learnt: Measured, honed: Measured, spared: Measured) -> Found:
    """Fit the model of one label on `learnt`, calibrate it on `honed`, and choose its threshold on `spared` as well."""
    pages, others, good = learnt.of(label), honed.of(label), spared.of(label)
    low, high = pages.x.min(axis=0), pages.x.max(axis=0)
    mean, spread = pages.x.mean(axis=0), np.maximum(pages.x.std(axis=0), 1e-6)
    raw = _logistic((pages.x - mean) / spread, pages, RIDGE)
    weights, bias = raw[:-1] / spread, raw[-1] - (raw[:-1] * mean / spread).sum()
    logits, spare = (np.clip(each.x, low, high) @ weights + bias for each in (others, good))
    slope, offset = _logistic(logits[:, None], others, RIDGE)
    clean = np.concatenate([logits[others.is_good], spare[good.is_good]])
    worst = np.sort(clean)[::-1][int(FALSE * len(clean))] * slope + offset
    threshold = max(float(_sigmoid(worst + ABOVE)), LOWEST)
    numbers = tuple(zip(SPEAKS[label], weights * slope, low, high, strict=True))
    counts = (int(others.has.sum()), int((1 - others.has).sum()))
    return Found(threshold, float(bias * slope + offset), numbers, counts)


def written(found: Mapping[str, Found], measured: Sequence[Measured]) -> str:
    """Return the file."""
    pages = " and ".join(str(len(each.labels)) for each in measured)
    lines = [
        "# Made by `python -m training.quality`; do not edit.",
        f"# Seeds {LEARNT.start}-{LEARNT.stop - 1} for weights, {HONED.start}-{HONED.stop - 1} for calibration,",
        f"# {SPARED.start}-{SPARED.stop - 1} for thresholds: {pages} pages. A weight is followed by the least and the",
        "# greatest value of its feature that training saw; what is beyond counts as they do.",
    ]
    for label, model in found.items():
        lines += [
            "",
            f"[labels.{label}]  # {model.counts[0]} of the calibration have it, {model.counts[1]} have not",
            f"threshold = {model.threshold:.3f}",
            f"bias = {model.bias:.4f}",
            "",
            f"[labels.{label}.weights]",
            *(f"{name} = [{weight:.4f}, {low:.3f}, {high:.3f}]" for name, weight, low, high in model.weights),
        ]
    return "\n".join(lines) + "\n"


def _logistic(x: _Matrix, pages: Sample, ridge: float) -> _Matrix:
    """Return the weights of x and the bias that fit best, by Newton's method; the bias is free of the ridge."""
    padded = np.hstack([x, np.ones((len(x), 1))])
    held = np.append(np.full(x.shape[1], ridge), 1e-9) * len(x) / 10
    weights = np.zeros(padded.shape[1])
    for _ in range(ROUNDS):
        chance = _sigmoid(padded @ weights)
        slope = padded.T @ (pages.worth * (chance - pages.has)) + held * weights
        bend = (padded * (pages.worth * chance * (1 - chance))[:, None]).T @ padded + np.diag(held + 1e-9)
        weights = weights - np.clip(np.linalg.solve(bend, slope), -2, 2)
    return weights


def _sigmoid(x: _Matrix) -> _Matrix:
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))


if __name__ == "__main__":
    main()
