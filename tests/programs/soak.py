"""Decodes the whole corpus and prints what came of each class: all 1,572 files, and of class D as many as it is told.

The arguments: how many changed files of each format (2,000 if none), and how many processes (as many as processors).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from corpus.mutation import mutated
from corpus.table import CLASSES, Tally, tally

SLICES = 20  # into which a class is cut, so that all processes have work


def part(name: str, number: int, each: int) -> Tally:
    items = mutated(each) if name == "D" else CLASSES[name][0]()
    return tally(name, items[number::SLICES])


def whole(name: str, parts: Iterator[Tally]) -> Tally:
    made = Tally(name)
    for each in parts:
        made.outcomes.update(each.outcomes)
        made.wrong.extend(each.wrong)
        made.cpu_s.extend(each.cpu_s)
    return made


def main(each: int = 2000, processes: int = 0) -> None:
    wrong = 0
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        for name in CLASSES:
            made = whole(name, pool.map(part, repeat(name), range(SLICES), repeat(each)))
            sys.stdout.write("\n".join((str(made), *made.wrong)) + "\n")
            sys.stdout.flush()
            wrong += len(made.wrong)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
