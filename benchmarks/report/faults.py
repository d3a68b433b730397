"""The section about the picture of a page: how many faults are seen, and how many good pages are suspected."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality import Signs
from benchmarks.report.table import table

LABELS = """\
Drawn pages of every type, scanned, copied, photographed and born digital, with one fault each of strengths from slight
to hopeless; seeds and strengths are not those of training. Found: pages with the fault that carry its label. Wrong:
other pages that do (among them good ones); pages with another fault count as wrong even where both are true, as of a
sheet so dark that its edge is lost. The precision is that of this mixture, in which each fault is as frequent as the
others; where faults are rarer it is less. `edited` here is told from JPEG traces alone, and only of files that were a
JPEG, were changed, and were saved more finely than before; a picture editor's signature is read, not estimated.
"""
ALARMS = "Good pages about which a person would be asked to look for the picture's sake (any `review` finding)."


def faults(found: Signs | None) -> Iterator[str]:
    """Yield the section; nothing where it was not measured."""
    if not found:
        return
    yield "## Faults of pictures"
    yield LABELS
    yield table(
        ("label", "threshold", "n", "found", "recall", "wrong", "on good pages", "precision"),
        [
            (
                s.label,
                f"{s.threshold:.2f}",
                s.n,
                s.found,
                f"{s.recall:.1%}",
                s.wrong,
                s.wrong_on_good,
                f"{s.precision:.1%}",
            )
            for s in found.labels
        ],
    )
    yield ALARMS
    n, false = (sum(getattr(row, name) for row in found.alarms) for name in ("n", "false"))
    rows = [(row.doctype, row.n, row.false, f"{row.false / row.n:.1%}") for row in found.alarms]
    yield table(("type", "good pages", "suspected", "share"), [*rows, ("all", n, false, f"{false / max(n, 1):.1%}")])
    yield f"Judging one of the {found.pages} pages takes {found.ms:.0f} ms in the middle."
