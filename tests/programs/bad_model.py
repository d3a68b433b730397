"""Runs the command line where one model file is broken: `missing`, `cut` off, or `other` by one bit.

`unchecked` is `other` without the comparison that keeps such a model from being used.
"""

from __future__ import annotations

import sys
from pathlib import Path

from intake.inference import weights


def main(folder: Path, fault: str) -> None:
    located = weights.located

    def broken(model: weights.Model) -> Path:
        data = located(model).read_bytes()
        path, middle = folder / f"{model.name}.onnx", len(data) // 2
        if fault == "cut":
            path.write_bytes(data[:middle])
        if fault in {"other", "unchecked"}:
            path.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
        return path

    weights.located = broken  # whoever imports it does so after this
    if fault == "unchecked":
        weights.verified = lambda _model, path: path.read_bytes()

    from intake.entry import main as cli  # noqa: PLC0415 it must meet what is broken

    sys.argv = ["intake", *sys.argv[3:]]
    cli()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
