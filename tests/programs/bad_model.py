"""Runs the command line where one model file is broken: `missing`, `cut` off, or `other` by one bit."""

from __future__ import annotations

import sys
from pathlib import Path

from intake.inference import weights


def main(folder: Path, fault: str) -> None:
    located = weights.located

    def broken(model: weights.Model) -> Path:
        data = located(model).read_bytes()
        path = folder / f"{model.name}.onnx"
        if fault == "cut":
            path.write_bytes(data[: len(data) // 2])
        if fault == "other":
            path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
        return path

    weights.located = broken
    for module in list(sys.modules.values()):
        if getattr(module, "located", None) is located:
            module.located = broken

    from intake.entry import main as cli  # noqa: PLC0415 it must meet what is broken

    for module in list(sys.modules.values()):
        if getattr(module, "located", None) is located:
            module.located = broken
    sys.argv = ["intake", *sys.argv[3:]]
    cli()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
