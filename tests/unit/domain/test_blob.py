"""Where blobs lie."""

from __future__ import annotations

import pytest

from intake.domain.blob import place


def test_a_blob_lies_two_folders_deep_under_its_own_name():
    assert place("ab" * 32) == f"ab/ab/{'ab' * 32}"


def test_nothing_else_has_a_place():
    with pytest.raises(ValueError, match="hex digits"):
        place("../" + "a" * 61)
