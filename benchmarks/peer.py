"""RapidOCR 3.10 with its defaults: the reader that we are measured against."""

from __future__ import annotations

from collections.abc import Callable

from intake.domain.page import Pixels


def rapidocr(threads: int) -> Callable[[Pixels], tuple[str, ...]]:
    """Start RapidOCR, which reads a picture to lines; only threads and logging are not its defaults."""
    from rapidocr import RapidOCR  # noqa: PLC0415 takes a second that the report's tests need not spend

    engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": threads, "Global.log_level": "warning"})

    def read(pixels: Pixels) -> tuple[str, ...]:
        return tuple(engine(pixels[:, :, ::-1]).txts or ())

    return read
