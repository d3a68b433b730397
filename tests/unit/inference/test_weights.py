"""Only the file that the manifest pins is let through."""

import hashlib
from dataclasses import replace

import pytest

from intake.domain.errors import BadWeights
from intake.inference.weights import Model, located, manifest, verified

CONTENT = b"weights"
MODEL = Model("detection", "numpy", "1", "numpy/none.onnx", hashlib.sha256(CONTENT).hexdigest(), "y")


def test_the_pinned_bytes_are_given_out(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(CONTENT)

    assert verified(MODEL, path) == CONTENT


def test_one_flipped_bit_is_refused(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"weighus")

    with pytest.raises(BadWeights) as refused:
        verified(MODEL, path)

    assert refused.value.facts == {"name": "detection", "reason": "sha256"}


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadWeights) as refused:
        verified(MODEL, tmp_path / "none.onnx")

    assert refused.value.facts["name"] == "detection"


def test_a_missing_wheel_is_refused():
    with pytest.raises(BadWeights):
        located(replace(MODEL, distribution="no-such-wheel"))


def test_the_manifest_pins_the_published_models_and_ours():
    models = manifest()

    published, ours = (
        {"detection", "recognition", "orientation"},
        {"recognition-int8", "figures", "page-says", "page-looks"},
    )
    assert set(models) == published | ours
    assert all(len(m.sha256) == 64 for m in models.values())


def test_our_model_lies_beside_the_code_and_is_the_pinned_one():
    model = manifest()["recognition-int8"]

    assert verified(model, located(model))
