"""Every backend that this machine runs reads the same page, and the command line offers it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from intake.bootstrap import able
from intake.domain.page import PageImage
from intake.inference.backend import EXACT, Backend, Precision, Runtime
from intake.inference.choice import seconds, usual
from intake.inference.session import session
from intake.ocr.ppocr import ppocr

pytestmark = pytest.mark.integration

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_docs/case-03-phone-photos/IMG_0384.jpg"
TEXTS = ("杭州市西湖区人民法院", "执行裁定书", "账号6222021204001234567", "划拨被执行人银行存款486320.50元")
VINO = Backend(Runtime.OPENVINO, Precision.FP32)  # runs on any x86 or ARM processor


def page():
    picture = Image.new("RGB", (1000, 640), "white")
    for i, text in enumerate(TEXTS):
        font = ImageFont.truetype(FONT, 40)
        ImageDraw.Draw(picture).text((90, 60 + i * 120), text, fill="black", font=font)
    return PageImage(1, np.asarray(picture))


@pytest.mark.parametrize("backend", [EXACT, usual(), VINO, *able()], ids=str)
def test_a_drawn_page_is_read_by_every_backend(backend):
    engine = ppocr(1, backend)

    lines = engine.read(page())

    assert tuple(line.text.replace(" ", "") for line in lines) == TEXTS
    assert all(line.lattice is not None and line.lattice.classes.shape[1] == 5 for line in lines)
    assert f"-{backend}-" in engine.version


def test_openvino_finds_the_same_text_lines():
    batch = np.zeros((1, 3, 320, 320), np.float32)
    batch[:, :, 140:170, 60:260] = 1

    (ours,), (theirs,) = (session("detection", backend, 1).run(batch) for backend in (EXACT, VINO))

    assert np.abs(ours - theirs).max() < 0.01


def test_a_backend_can_be_timed():
    assert 0 < seconds(usual(), 1) < 10


def test_the_command_line_takes_a_backend_and_reads_only_fields():
    command = [sys.executable, "-m", "intake", "read", SAMPLE, "--backend", str(EXACT), "--fields-only"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=True)

    read = json.loads(done.stdout)
    assert read["documents"][0]["fields"]["card_number"]["accepted"]
    assert "lines" not in read["pages"][0]


def test_a_backend_of_another_engine_is_wrong_usage():
    command = [sys.executable, "-m", "intake", "read", SAMPLE, "--backend", str(EXACT), "--engine", "paddleocr"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    assert done.returncode == 2


def test_an_unknown_backend_is_wrong_usage():
    command = [sys.executable, "-m", "intake", "read", SAMPLE, "--backend", "abacus"]

    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    assert done.returncode == 2
    assert str(EXACT) in done.stderr


def test_loading_models_leaves_nothing_behind_and_names_this_machine_to_nobody(tmp_path: Path):
    """Else onnxruntime keeps an id of the machine in a file and looks for its maker's server."""
    loads = "import intake.inference.onnx, onnxruntime; onnxruntime.SessionOptions()"
    own = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME")}
    env = {**{k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}, **own, "PYTHONPATH": str(ROOT)}

    subprocess.run([sys.executable, "-c", loads], env=env, check=True)

    assert list(tmp_path.iterdir()) == []
