"""Shows what the corpus is like: `python -m training.corpus --seed 1 --count 96 --out out/corpus`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from intake.drawing.fonts import Face, font
from training.corpus.pages import Example, pages

ACROSS = 12
TILE = 260  # pixels
CAPTION = 40


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw examples into sheets for people to look at, and print how many there are of what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=96)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    examples = list(pages(asked.seed, asked.count))
    contact_sheet(examples).save(asked.out / f"corpus-{asked.seed}.png")
    (asked.out / f"corpus-{asked.seed}.txt").write_text(listing(examples), "utf-8")
    print(counts(examples))


def contact_sheet(examples: Sequence[Example]) -> Image.Image:
    """Put all pictures on one sheet, each with its family and what was done to it."""
    rows = -(-len(examples) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * TILE, rows * (TILE + CAPTION)), (70, 70, 74))
    pen, face = ImageDraw.Draw(sheet), font(Face.HEI, 13)
    for i, example in enumerate(examples):
        x, y = i % ACROSS * TILE, i // ACROSS * (TILE + CAPTION)
        picture = Image.fromarray(example.picture)
        picture.thumbnail((TILE - 6, TILE - 6))
        sheet.paste(picture, (x, y))
        pen.text((x, y + TILE - 2), f"{example.klass}: {example.family} p{example.page}"[:40], (255, 255, 255), face)
        pen.text((x, y + TILE + 15), f"{example.degradation} {example.rotation}"[:42], (200, 220, 160), face)
    return sheet


def listing(examples: Sequence[Example]) -> str:
    """Write what would be read of every page."""
    return "\n".join(
        f"== {i} {example.family} p{example.page} {example.degradation} {example.rotation}\n"
        + "\n".join(line.text for line in example.text.lines)
        for i, example in enumerate(examples)
    )


def counts(examples: Sequence[Example]) -> str:
    """Count the examples of each class and family."""
    classes = Counter(example.klass.value for example in examples)
    families = Counter(f"{example.klass.value:13} {example.type or '-':24} {example.family}" for example in examples)
    lines = [f"{name:13} {n}" for name, n in sorted(classes.items())]
    return "\n".join((*lines, "", *(f"{name}  {n}" for name, n in sorted(families.items()))))


if __name__ == "__main__":
    main()
