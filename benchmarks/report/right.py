"""The sections about what was read: characters, documents and fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.accuracy import Accuracy
from benchmarks.fields import Fields
from benchmarks.figures import Figures
from benchmarks.report.table import table
from benchmarks.slow import Beside

CHARACTERS = """\
Wrong, missing and superfluous characters by the characters of the truth, whatever the order and the cutting of lines
(`benchmarks/cer.py` defines it), after NFKC and without blanks; the text of seals does not count. Ours is the whole
pipeline, RapidOCR runs with its defaults on the same decoded pages in the same run.
"""
FIELDS = """\
Exact: the value is the truth, character for character. Accepted: no finding asks a person to look. A field that was
found where the paper has none counts as accepted and wrong.
"""


def right(figures: Figures) -> Iterator[str]:
    yield from _characters(figures.accuracy)
    yield from _beside(figures.beside)
    yield from _needed(figures.needed)
    yield from _fields("Documents and fields of sample_docs", figures.samples)
    yield from _fields("Documents and fields of held-out seeds", figures.held_out)


def _characters(rows: Sequence[Accuracy]) -> Iterator[str]:
    if not rows:
        return
    yield "## Characters"
    yield CHARACTERS
    yield table(
        ("pages", "n", "characters", "intake", "RapidOCR"),
        [(r.variant, r.pages, r.ours.length, f"{r.ours.rate:.2%}", f"{r.peer.rate:.2%}") for r in rows],
    )


def _fields(title: str, scores: Fields | None) -> Iterator[str]:
    if not scores:
        return
    yield f"## {title}"
    types = [(t.type, t.n, f"{t.right / t.n:.1%}", _counted(t.taken_for)) for t in scores.types]
    yield table(("type", "n", "recognised", "taken for"), types)
    yield FIELDS
    rows = [
        (f.type, f.field, f.n, f"{f.right / f.n:.1%}" if f.n else "-", f.accepted, f.accepted_wrong)
        for f in scores.fields
    ]
    yield table(("type", "field", "n", "exact", "accepted", "accepted and wrong"), rows)
    yield (
        f"All fields: {scores.exact:.1%} exact. Accepted and wrong: {scores.accepted_wrong} of {scores.accepted}, "
        f"so with 95 % confidence at most {scores.bound:.2%}."
    )


def _beside(found: Beside | None) -> Iterator[str]:
    if found:
        yield "## Key fields of the fast and the slow path"
        yield (
            f"The slow path reads every line once, at full width, with the published weights. Of {found.n} key fields "
            f"of the samples both read {found.same} the same; the fast one reads {found.fast_right} exactly, the slow "
            f"one {found.slow_right}."
        )


def _needed(found: Beside | None) -> Iterator[str]:
    if found:
        yield "## Key fields with `--fields-only`"
        yield (
            f"Only lines that fields stand in are looked at again. Of {found.n} key fields of the samples {found.same} "
            f"are read as with the full text; {found.fast_right} are exact, with the full text {found.slow_right}."
        )


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in Counter(names).items())
