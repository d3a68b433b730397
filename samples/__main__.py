"""Draws all sample cases: `python -m samples sample_docs`."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from zlib import crc32

from intake.doctypes.registry import registry
from intake.domain.drawing import Drawing, DrawnPage
from samples.cases import CASES, Case, Layout, Paper, Scan
from samples.degrade import Variant, degrade, turned
from samples.files import write, write_digital
from samples.sheet import sheet_of
from samples.truth import Page, Written, truth_of


def main(folder: Path) -> None:
    """Draw every case anew into `folder`; what else lies there stays."""
    for case in CASES:
        sys.stderr.write(f"{case.name}\n")
        draw_case(case, folder / case.name)


def draw_case(case: Case, folder: Path) -> None:
    """Draw the files of one case and the truth about them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = [draw_scan(case, scan, folder) for scan in case.scans]
    truth = json.dumps(truth_of(case, files), ensure_ascii=False, indent=1)
    (folder / "truth.json").write_text(_boxes_on_one_line(truth) + "\n", "utf-8")


def draw_scan(case: Case, scan: Scan, folder: Path) -> Written:
    """Draw, degrade and write one file."""
    drawn: list[DrawnPage] = []
    documents: list[tuple[str, Drawing, tuple[int, ...]]] = []
    for paper in scan.papers:
        drawings = [(name, _draw(case, name, paper)) for name in paper.types]
        if paper.layout is Layout.SHEET:
            page, _ = sheet_of([drawing.pages[0] for _, drawing in drawings], case.seed)
            documents.extend((name, drawing, (len(drawn) + 1,)) for name, drawing in drawings)
            drawn.append(page)
            continue
        for name, drawing in drawings:
            numbers = tuple(range(len(drawn) + 1, len(drawn) + 1 + len(drawing.pages)))
            documents.append((name, drawing, numbers))
            drawn.extend(drawing.pages)
    pages = tuple(_photographed(case, scan, i, page) for i, page in enumerate(drawn))
    path = folder / scan.file
    if scan.variant is Variant.BORN_DIGITAL:
        write_digital(path, drawn, case.seed)
    else:
        write(path, [page.picture.pixels for page in pages], is_copy=scan.variant is Variant.PHOTOCOPY)
    return Written(scan, pages, tuple(documents))


def _draw(case: Case, name: str, paper: Paper) -> Drawing:
    draw = registry()[name].draw
    if draw is None:
        raise ValueError(f"the type {name} cannot be drawn")
    return draw(case.facts(name), case.seed if paper.seed is None else paper.seed)


def _photographed(case: Case, scan: Scan, index: int, page: DrawnPage) -> Page:
    seed = crc32(f"{case.name}/{scan.file}/{index}".encode())
    return Page(page, turned(degrade(page.pixels, scan.variant, seed), scan.turned))


def _boxes_on_one_line(text: str) -> str:
    """Return the JSON with every array of numbers on one line: boxes are for machines, the rest is for people."""
    flat = re.sub(r"\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]", r"[\1,\2]", text)
    return re.sub(
        r"\[\s+(\[[-\d.,]+\]),\s+(\[[-\d.,]+\]),\s+(\[[-\d.,]+\]),\s+(\[[-\d.,]+\])\s+\]", r"[\1,\2,\3,\4]", flat
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
