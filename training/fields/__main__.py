"""`python -m training.fields [--papers N]`: learns how likely a value is wrong and writes sureness.toml."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from intake.validate.sureness import UNCERTAIN, Sureness
from training.fields.fit import curve, fitted, written
from training.fields.gather import FIRST_SEED, TYPES, Seen, gathered

TARGET = Path(__file__).parents[2] / "intake/validate/sureness.toml"
PAPERS = 2600
TESTED = 3  # every third round of types tells whether the fit is honest, and then is learnt from too
RULED = frozenset({"low_confidence", UNCERTAIN})  # findings that say no more than the confidence does


def main() -> None:
    """Learn, say what it is worth on papers that were kept back, and write what all papers teach."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--papers", type=int, default=PAPERS, help="papers drawn; what was read before is kept")
    options.add_argument("--out", type=Path, default=TARGET, help="where the weights go")
    chosen = options.parse_args()
    seen = [each for each in gathered(range(chosen.papers)) if set(each.codes) <= RULED]
    kept = [each for each in seen if each.paper // len(TYPES) % TESTED == 0]
    report(fitted([each for each in seen if each.paper // len(TYPES) % TESTED]), kept)
    wrong = sum(each.is_wrong for each in seen)
    head = (
        f"Made by `python -m training.fields --papers {chosen.papers}`; do not edit. See models/sureness.md.",
        f"Seeds {FIRST_SEED}-{FIRST_SEED + chosen.papers - 1}: {len(seen)} values without a finding, {wrong} wrong.",
    )
    chosen.out.write_text(written(fitted(seen), head), "utf-8")


def report(model: Sureness, kept: Sequence[Seen]) -> None:
    """Print what the model says of values that it was not taught, by tenths of rising error."""
    said = {i: (model.error(each.name, each.features), each.is_wrong) for i, each in enumerate(kept)}
    print(f"{len(kept)} values kept back")
    for count, expected, true in curve(said):
        print(f"{count} values: {expected:.3%} said to be wrong, {true:.3%} are")


if __name__ == "__main__":
    main()
