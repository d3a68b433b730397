"""The page on how to add a document type is true: what it says is done in a copy, and the contract suite passes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration
ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/new-document-type.md"
NAME = "marriage_certificate"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the project, and write every block of the guide to the file that its first line names."""
    folder = tmp_path_factory.mktemp("project")
    for part in ("intake", "tests", "samples"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path, block in re.findall(r"```python\n# (\S+)\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL):
        target = folder / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(block, "utf-8")
    return folder


def _run(folder, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    environment.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_contract_suite_accepts_the_type_of_the_guide(copy):
    done = _run(copy, "-m", "pytest", "-q", "tests/contracts/test_doctypes.py", "-k", NAME)

    assert done.returncode == 0, done.stdout[-2000:]
    assert re.search(r"\b1[2-9] passed", done.stdout)


def test_a_page_of_the_new_type_is_known_before_any_training(copy):
    program = (
        "from intake.bootstrap import classifier\n"
        "from intake.classifier.split import documents\n"
        "from intake.doctypes.registry import registry\n"
        "from intake.domain.geometry import Quad, Rect\n"
        "from intake.domain.text import PageText, plain_line\n"
        "texts = ['结婚证', '持证人：张三', '登记日期：2023年6月15日']\n"
        "boxes = [Quad.of_rect(Rect(100, 100 + 80 * i, 500, 150 + 80 * i)) for i in range(3)]\n"
        "page = PageText(1, 1000, 1400, tuple(plain_line(t, b) for t, b in zip(texts, boxes)))\n"
        "print(documents([page], registry(), classifier()[0])[0].type)\n"
    )

    done = _run(copy, "-c", program)

    assert done.stdout.strip() == NAME, done.stderr[-2000:]
