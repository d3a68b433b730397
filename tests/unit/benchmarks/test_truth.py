"""The samples as the benchmarks see them."""

from __future__ import annotations

import json

from benchmarks.truth import Sample, TrueDocument, TruePage, samples_in, spread

ENTRY = {
    "file": "a.jpg",
    "pages": [{"number": 1, "variant": "photo", "rotation": 90, "lines": ["样本"], "boxes": [], "seal_text": None}],
    "documents": [{"class": "other", "type": "other", "pages": [1], "fields": {"cause": "借款"}}],
}


def sample(name: str, variant: str) -> Sample:
    return Sample(name, b"", (TruePage(1, variant, ()),), ())


def test_samples_in_reads_every_case(tmp_path):
    for case in ("b", "a"):
        (tmp_path / case).mkdir()
        (tmp_path / case / "a.jpg").write_bytes(b"jpeg")
        (tmp_path / case / "truth.json").write_text(json.dumps({"files": [ENTRY]}), "utf-8")

    samples = list(samples_in(tmp_path))

    assert [s.name for s in samples] == ["a/a.jpg", "b/a.jpg"]
    assert samples[0].data == b"jpeg"
    assert samples[0].pages == (TruePage(1, "photo", ("样本",)),)
    assert samples[0].documents == (TrueDocument("other", (1,), {"cause": "借款"}),)


def test_spread_takes_the_variants_in_turns():
    samples = [sample("a", "clean"), sample("b", "clean"), sample("c", "photo")]

    assert [s.name for s in spread(samples, 3)] == ["a", "c", "b"]
    assert [s.name for s in spread(samples, 2)] == ["a", "c"]
