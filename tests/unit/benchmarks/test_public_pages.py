"""Pages that others made: what cannot be decoded is left out, as some files are broken on purpose."""

from __future__ import annotations

from benchmarks.classify.public import pages_of


def test_a_broken_file_has_no_pages(tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\nnothing")

    assert pages_of(broken) == []
