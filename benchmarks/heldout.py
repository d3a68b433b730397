"""Papers drawn with seeds that no sample uses, as scans, copies and photographs, never written to disk."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image

from benchmarks.truth import Sample, TrueDocument, TruePage
from intake.doctypes.registry import registry
from intake.domain.drawing import Drawing
from intake.domain.page import Pixels
from intake.drawing.facts import facts_of
from intake.show.json import value_json
from samples.degrade import Variant, degrade

FIRST_SEED = 90_000  # sample_docs counts its seeds from nought
VARIANTS = (Variant.CLEAN, Variant.PHOTOCOPY, Variant.PHOTO)


def held_out(cases: int) -> tuple[Sample, ...]:
    """Draw every type once for each case; the variant changes from case to case."""
    return tuple(sample for i in range(cases) for sample in _case(FIRST_SEED + i, VARIANTS[i % len(VARIANTS)]))


def _case(seed: int, variant: Variant) -> Iterator[Sample]:
    facts = facts_of(seed)
    for doctype in registry().values():
        if doctype.draw:
            drawing = doctype.draw(facts, seed)
            pictures = [degrade(p.pixels, variant, seed + i).pixels for i, p in enumerate(drawing.pages)]
            yield _sample(f"{doctype.name}-{seed}-{variant}", doctype.name, drawing, pictures)


def _sample(name: str, type_: str, drawing: Drawing, pictures: Sequence[Pixels]) -> Sample:
    variant = name.rsplit("-", 1)[-1]
    pages = tuple(
        TruePage(number, variant, tuple(line.text for line in page.lines), page.seal_text)
        for number, page in enumerate(drawing.pages, start=1)
    )
    fields = {key: value_json(value) for key, value in drawing.fields.items()}
    return Sample(name, _tiff(pictures), pages, (TrueDocument(type_, tuple(p.number for p in pages), fields),))


def _tiff(pictures: Sequence[Pixels]) -> bytes:
    out = io.BytesIO()
    first, *rest = (Image.fromarray(p) for p in pictures)
    first.save(out, "TIFF", save_all=True, append_images=rest, compression="jpeg", quality=85)
    return out.getvalue()
