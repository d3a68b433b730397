"""Speaks for PaddleOCR: run by the interpreter of `.venv-paddle` as a script, so it imports nothing of intake.

Standard input: questions, each a line of JSON and then the raw pixels (RGB) of the pictures whose `shapes` it names.
Standard output: one line of JSON for each. The first question sets the library up. The end of the input ends it.
"""

from __future__ import annotations

import json
import logging
import math
import os
import socket
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypedDict

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""(height, width, 3) uint8, blue first."""

TALL = 1.5  # the library turns crops that are higher than this many times their width (CropByPolys)


class Setup(TypedDict):
    threads: int
    weights: dict[str, str]
    alphabet: list[str]


class Ready(TypedDict):
    version: str


class Text(TypedDict):
    text: str
    score: float


class Found(Text):
    corners: list[list[float]]


Config = dict[str, object]

DETECTION: Config = {  # PaddleX's own settings for PP-OCRv6_small_det
    "Global": {"model_name": "PP-OCRv6_small_det"},
    "PreProcess": {
        "transform_ops": [
            {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
            {"DetResizeForTest": {"resize_long": 960}},
            {
                "NormalizeImage": {
                    "mean": [0.485, 0.456, 0.406],
                    "std": [0.229, 0.224, 0.225],
                    "scale": "1./255.",
                    "order": "hwc",
                }
            },
            {"ToCHWImage": None},
        ]
    },
    "PostProcess": {
        "name": "DBPostProcess",
        "thresh": 0.3,
        "box_thresh": 0.6,
        "max_candidates": 1000,
        "unclip_ratio": 1.5,
    },
}
RECOGNITION: Config = {  # PaddleX's own settings for PP-OCRv6_small_rec
    "Global": {"model_name": "PP-OCRv6_small_rec"},
    "PreProcess": {
        "transform_ops": [
            {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
            {"RecResizeImg": {"image_shape": [3, 48, 320]}},
        ]
    },
}
ORIENTATION: Config = {  # the library knows its newer model by this name; ours takes 192 x 48 pixels in -1..1
    "Global": {"model_name": "PP-LCNet_x1_0_textline_ori"},
    "PreProcess": {
        "transform_ops": [
            {"ResizeImage": {"size": [192, 48]}},
            {"NormalizeImage": {"mean": [0.5] * 3, "std": [0.5] * 3, "scale": 1 / 255, "order": "", "channel_num": 3}},
            {"ToCHWImage": None},
        ]
    },
    "PostProcess": {"Topk": {"topk": 1, "label_list": ["0_degree", "180_degree"]}},
}


class Reader:
    """PaddleOCR with the weights of `folder`; what has no part in reading lines of a page is left out."""

    def __init__(self, folder: Path, setup: Setup) -> None:
        from paddleocr import PaddleOCR, TextRecognition  # noqa: PLC0415 only after `_offline`

        logging.getLogger("paddlex").setLevel(logging.WARNING)
        engine = {
            "engine": "onnxruntime",
            "device": "cpu",
            "engine_config": {"intra_op_num_threads": setup["threads"], "inter_op_num_threads": 1},
        }
        decode = {"name": "CTCLabelDecode", "character_dict": setup["alphabet"]}
        strips = _model(folder, "recognition", RECOGNITION | {"PostProcess": decode}, setup)
        self._pages = PaddleOCR(
            text_detection_model_name="PP-OCRv6_small_det",
            text_detection_model_dir=_model(folder, "detection", DETECTION, setup),
            text_recognition_model_name="PP-OCRv6_small_rec",
            text_recognition_model_dir=strips,
            textline_orientation_model_name="PP-LCNet_x1_0_textline_ori",
            textline_orientation_model_dir=_model(folder, "orientation", ORIENTATION, setup),
            use_doc_orientation_classify=False,
            use_doc_unwarping=False,
            use_textline_orientation=True,
            **engine,
        )
        self._strips = TextRecognition(model_name="PP-OCRv6_small_rec", model_dir=strips, **engine)

    def read(self, picture: Picture) -> list[Found]:
        page = self._pages.predict(picture)[0]
        if not page["rec_texts"]:
            return []  # then the library leaves the angles out
        read = zip(
            page["rec_polys"], page["textline_orientation_angles"], page["rec_texts"], page["rec_scores"], strict=True
        )
        return [
            Found(text=text, score=float(score), corners=corners_as_read(np.asarray(poly), upside_down=angle == 1))
            for poly, angle, text, score in read
        ]

    def read_strips(self, strips: Sequence[Picture]) -> list[Text]:
        return [Text(text=r["rec_text"], score=float(r["rec_score"])) for r in self._strips.predict(list(strips))]


def corners_as_read(poly: NDArray[np.int16], *, upside_down: bool) -> list[list[float]]:
    """Start the corners (page: top left first, clockwise) where the text starts: the library turned what it read."""
    a, b, c, d = poly.astype(float)
    width = int(max(math.dist(a, b), math.dist(c, d)))
    height = int(max(math.dist(a, d), math.dist(b, c)))
    turned = height >= TALL * width  # a quarter turn counter-clockwise
    start = int(turned) + 2 * int(upside_down)
    corners: list[list[float]] = np.roll(poly, -start, axis=0).astype(float).tolist()
    return corners


def main() -> None:
    """Answer until the input ends."""
    questions, answers = sys.stdin.buffer, _private_output()
    with tempfile.TemporaryDirectory(prefix="intake-paddle-") as folder:
        _offline(Path(folder))
        setup: Setup = json.loads(questions.readline())
        reader = Reader(Path(folder), setup)
        from paddleocr import __version__  # noqa: PLC0415 only after `_offline`

        _say(answers, Ready(version=__version__))
        for question in questions:
            asked = json.loads(question)
            pictures = list(_pictures(questions, asked["shapes"]))
            _say(answers, reader.read(pictures[0]) if asked["do"] == "read" else reader.read_strips(pictures))


def _private_output() -> BinaryIO:
    """Return standard output and send what a library prints there to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _offline(folder: Path) -> None:
    """Let the library look for nothing outside, and write nothing outside `folder`."""
    os.environ["PADDLE_PDX_CACHE_HOME"] = str(folder / "cache")
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    os.environ["HF_HUB_OFFLINE"] = "1"
    socket.socket.connect = _refuse  # type: ignore[method-assign]  # the settings above are the library's word


def _refuse(*_: object) -> None:
    raise OSError("intake reads without a network")


def _model(folder: Path, name: str, config: Config, setup: Setup) -> str:
    """Make the folder that the library wants a model in: a link to the weights, and their settings."""
    place = folder / name
    place.mkdir()
    (place / "inference.onnx").symlink_to(setup["weights"][name])
    (place / "inference.yml").write_text(json.dumps(config, ensure_ascii=False), "utf-8")  # YAML reads JSON
    return str(place)


def _pictures(source: BinaryIO, shapes: Sequence[Sequence[int]]) -> Iterator[Picture]:
    for shape in shapes:
        pixels = np.frombuffer(source.read(math.prod(shape)), np.uint8).reshape(shape)
        yield np.ascontiguousarray(pixels[:, :, ::-1])


def _say(to: BinaryIO, answer: object) -> None:
    to.write(json.dumps(answer).encode() + b"\n")
    to.flush()


if __name__ == "__main__":
    main()
