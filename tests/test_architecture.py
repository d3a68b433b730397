"""The shape of the tree is a test: file sizes, and no package re-exports."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE_CEILING = 400  # lines of a module
TEST_CEILING = 600  # lines of a test module


def _sources() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],  # noqa: S607 git is wherever it is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


@pytest.mark.parametrize("path", _sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_is_above_the_ceiling(path: Path):
    ceiling = TEST_CEILING if path.is_relative_to(ROOT / "tests") else CODE_CEILING

    assert len(path.read_text("utf-8").splitlines()) <= ceiling


@pytest.mark.parametrize("path", _sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
