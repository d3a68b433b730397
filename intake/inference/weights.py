"""Finds the model files that the manifest pins, and lets nothing else through.

The manifest is package data (`models/manifest.toml` of the checkout is a link to it): so an editable checkout, a wheel
and an image all find the same file without knowing where they stand.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from intake.domain.errors import BadWeights

OWN = "intake"  # the distribution of the models that `make train` made


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the manifest: a file inside an installed wheel, and what it must be."""

    name: str
    distribution: str
    version: str
    file: str
    sha256: str
    tensor: str


@cache
def manifest() -> dict[str, Model]:
    """Return the pinned models by name."""
    entries = tomllib.loads((files("intake.inference") / "manifest.toml").read_text("utf-8"))["model"]
    fields = ("distribution", "version", "file", "sha256", "tensor")
    return {name: Model(name, *(str(entry[f]) for f in fields)) for name, entry in entries.items()}


def located(model: Model) -> Path:
    """Return where the file is: beside us, or where a wheel put it.

    The wheel's own code is not imported, which takes longer than reading.
    """
    if model.distribution == OWN:
        return Path(str(files("intake.inference") / model.file))
    try:
        wheel = distribution(model.distribution)
    except PackageNotFoundError as e:
        raise BadWeights(name=model.name, reason=f"{model.distribution} is not installed") from e
    return Path(str(wheel.locate_file(model.file)))


def verified(model: Model, path: Path) -> bytes:
    """Read a model file once and return its bytes, or raise BadWeights: what was hashed is what is run."""
    try:
        content = path.read_bytes()
    except OSError as e:
        raise BadWeights(name=model.name, reason=e.strerror or "unreadable") from e
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise BadWeights(name=model.name, reason="sha256")
    return content
