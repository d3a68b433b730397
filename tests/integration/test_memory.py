"""Freed memory stays with the process: pages that were filled once are not filled again."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.integration

LOOP = """
import resource, numpy
from intake.inference.memory import keep_freed_memory
{before}
for _ in range(30):
    numpy.ones(12_000_000, numpy.float32)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


def faults(before: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", LOOP.format(before=before)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_freed_memory_is_used_again_without_page_faults():
    nothing, usual, kept = faults("import sys; range = lambda _: ()"), faults(""), faults("keep_freed_memory()")

    assert (kept - nothing) * 3 < usual - nothing
