"""`python -m training.quantise`: makes the 8-bit recogniser of models/ from the pinned weights and drawn pages.

Convolutions and weight products are computed with 8-bit numbers (activations unsigned, weights signed with a scale a
channel). What stays in floats: the first layer, the convolutions on pooled values, attention, and the head's output.
Ranges are the 99.99th percentile of what drawn pages give (ONNX Runtime's static quantisation). The head is then
replaced by one that leaves out the steps that are surely blank (`training/head.py`).
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static

from intake.inference.weights import located, manifest
from intake.ocr.recognise import BEST, BLANK
from training import head
from training.blanks import blanks
from training.examples import Batch, strips
from training.graph import first_convolutions, pooled_convolutions, prepared, products_of_activations

TARGET = Path(__file__).parents[1] / "intake/inference/recognition-int8.onnx"
SEED = 1
STRIPS = 120  # that ranges are measured on
MORE = 1200  # that the blanks are fitted on
PERCENTILE = 99.99
NARROW = ("Conv", "MatMul", "MaxPool", "Concat")


class Examples(CalibrationDataReader):  # type: ignore[misc]  # the library is untyped
    """Hands examples to the library, one at a time."""

    def __init__(self, batches: Iterable[Batch]) -> None:
        self._batches: Iterator[Batch] = iter(batches)

    def get_next(self) -> dict[str, Batch] | None:
        batch = next(self._batches, None)
        return None if batch is None else {"x": batch}


def main() -> None:
    """Make the model and print its hash for the manifest."""
    examples = list(strips(SEED, MORE))
    quantise(located(manifest()["recognition"]), examples[:STRIPS], TARGET)
    shorten(TARGET, examples)
    print(f"{TARGET.name} {TARGET.stat().st_size} bytes sha256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")


def quantise(source: Path, batches: Iterable[Batch], target: Path) -> None:
    """Write the 8-bit model of `source`, with ranges measured on `batches`."""
    with tempfile.TemporaryDirectory() as folder:
        wide = prepared(source, Path(folder))
        graph = onnx.load(wide).graph
        quantize_static(
            wide,
            target,
            Examples(batches),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=list(NARROW),
            nodes_to_exclude=[
                *first_convolutions(graph),
                *pooled_convolutions(graph),
                *products_of_activations(graph),
            ],
            calibrate_method=CalibrationMethod.Percentile,
            extra_options={"CalibPercentile": PERCENTILE, "OpTypesToExcludeOutputQuantization": ["MatMul"]},
        )


def shorten(target: Path, batches: Iterable[Batch]) -> None:
    """Give the model at `target` a head that leaves out what is surely blank, as fitted on `batches`."""
    model = onnx.load(target)
    watched = onnxruntime.InferenceSession(head.watched(model).SerializeToString())
    found = [watched.run(None, {"x": batch}) for batch in batches]
    features, classes = (np.concatenate([each[i][0] for each in found]) for i in (0, 1))
    weights, least = blanks(features, classes[:, BLANK])
    onnx.save(head.sparse(model, weights, least, BEST), target)


if __name__ == "__main__":
    main()
