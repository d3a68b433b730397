"""A worker that reads pages of every size holds no more memory after many of them than after a few."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.integration

# Heat maps of pages in every shape, in a process of its own: megabytes at most after the first round, and after four.
PROGRAM = """
import re
from pathlib import Path
import numpy as np
from intake.inference.backend import EXACT
from intake.inference.session import session
from intake.ocr.detect import heated

detection = session("detection", EXACT, 1)
sides = [(1472, 1056), (1024, 736), (704, 512), (800, 512), (736, 1024), (1472, 640)]
for _ in range(4):
    for height, width in sides:
        heated(detection, np.full((height, width, 3), 255, np.uint8))
    print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1000)
"""


def test_large_pages_take_no_more_memory_than_a_worker_may_have():
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True)

    most = [int(line) for line in done.stdout.split()]
    assert most[0] <= 380  # with the whole look at once: 440
    assert most[-1] <= most[0] + 10  # with an arena of its own shapes: 70 more
