"""Takes pages that people corrected into the training: `corrected.jsonl` in a folder, beside the files it names.

Each line is one page: {"file": "scan-17.pdf", "page": 2, "type": "bank_card"}. The files are read with our own engine,
so that the classifier learns from what it will see; nothing of them is kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from intake.bootstrap import Engine, engine
from intake.pages.decode import decode
from intake.pipeline import read_page
from training.classifier.gather import Seen, labels, seen

LISTED = "corrected.jsonl"
WEIGHT = 5  # times that a corrected page counts as much as a drawn one


def corrections(folder: Path) -> Mapping[str, Mapping[int, str]]:
    """Return file -> page -> type; ValueError, with the line, for what is no correction."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for number, line in enumerate((folder / LISTED).read_text("utf-8").splitlines(), 1):
        said = json.loads(line)
        if set(said) != {"file", "page", "type"} or said["type"] not in labels():
            raise ValueError(f"{LISTED}, line {number}: wanted is a file, a page and a known type, given is {line}")
        found[said["file"]][int(said["page"])] = said["type"]
    return found


def corrected(folder: Path) -> Iterator[Seen]:
    """Read the corrected pages of a folder, each as often as it counts."""
    reader = engine(Engine.PPOCR, threads=1)
    for file, types in corrections(folder).items():
        for page in decode((folder / file).read_bytes()):
            if page.number in types:
                upright, reading = read_page(reader, page)
                yield from [seen(types[page.number], file, upright.pixels, reading.text, labels())] * WEIGHT
