"""`python -m training.fields [--papers N]`: learns how likely a value is wrong and writes sureness.toml."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from training.fields.fit import curve, fitted, limits, written
from training.fields.gather import FIRST_SEED, TYPES, Seen, gathered

TARGET = Path(__file__).parents[2] / "intake/validate/sureness.toml"
PAPERS = 1612
TESTED = 3  # parts of the rounds of types, each of which tells whether what the others teach is honest
RULED = frozenset({"low_confidence"})  # findings that say no more than the confidence does


def main() -> None:
    """Learn, say what it is worth on papers that were not learnt from, and write what all papers teach."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--papers", type=int, default=PAPERS, help="papers drawn; what was read before is kept")
    options.add_argument("--out", type=Path, default=TARGET, help="where the weights go")
    chosen = options.parse_args()
    seen = [each for each in gathered(range(chosen.papers)) if set(each.codes) <= RULED]
    said = dict(crossed(seen))
    report(said, seen)
    wrong = sum(each.is_wrong for each in seen)
    head = (
        f"Made by `python -m training.fields --papers {chosen.papers}`; do not edit. See models/sureness.md.",
        f"Seeds {FIRST_SEED}-{FIRST_SEED + chosen.papers - 1}: {len(seen)} values without a finding, {wrong} wrong.",
    )
    model = replace(fitted(seen), limits=limits(list(said.values())))
    chosen.out.write_text(written(model, head), "utf-8")


def crossed(seen: Sequence[Seen]) -> Iterator[tuple[int, float]]:
    """Yield of each value, by its place, what a model says that was taught without its round of types."""
    rounds = [each.paper // len(TYPES) % TESTED for each in seen]
    for held in range(TESTED):
        model = fitted([each for each, own in zip(seen, rounds, strict=True) if own != held])
        for i, (each, own) in enumerate(zip(seen, rounds, strict=True)):
            if own == held:
                yield i, model.error(each.name, each.features)


def report(said: Mapping[int, float], seen: Sequence[Seen]) -> None:
    """Print what is said of values that were not taught, by tenths of rising error, and what each limit accepts."""
    for count, expected, true in curve({i: (error, seen[i].is_wrong) for i, error in said.items()}):
        print(f"{count} values: {expected:.3%} said to be wrong, {true:.3%} are")
    for share, chance in limits(list(said.values())):
        taken = [i for i, error in said.items() if error <= chance]
        wrong = sum(seen[i].is_wrong for i in taken)
        print(f"{share:.2%} may be wrong: {len(taken)} of {len(seen)} values up to {chance:.2%}, {wrong} are")


if __name__ == "__main__":
    main()
