"""What a document type declares; the stages interpret it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from intake.domain.definition import ANYTHING, Definition
from intake.domain.document import DocumentClass, Field
from intake.domain.drawing import Drawing, Facts
from intake.domain.finding import Finding
from intake.domain.text import PageText

Finder = Callable[[Sequence[PageText]], Field | None]
"""Find one field in the pages of a document; None means that the paper does not have it."""

Rule = Callable[[Mapping[str, Field]], Iterable[Finding]]
"""Check the fields of one document."""

Draw = Callable[[Facts, int], Drawing]
"""Draw a sample of the facts; layout and fonts follow the seed, and nothing else does."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a type: what people call it, and how it is found."""

    label: str
    """Simplified Chinese, as on the paper or on a form: 公民身份号码."""
    label_en: str
    find: Finder
    required: bool = False
    """A document without it gets the finding `missing` of severity `review`."""


@dataclass(frozen=True, slots=True)
class DocType:
    """A document type: its class, what gives it away, its fields, its rules, and how to draw one."""

    name: str
    title: str
    """Simplified Chinese: 执行裁定书."""
    title_en: str
    klass: DocumentClass
    cues: Mapping[str, float]
    """Regular expressions over a page's text without blanks, each with the weight it adds; negative speaks against."""
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    draw: Draw | None = None
    defined: Definition = ANYTHING
    """What every first page of such a paper has; what lacks it is accepted as such by a person only, but for those of
    class `other`, on which no money is paid."""
    continues: tuple[str, ...] = ()
    """Regular expressions that mark a page as the continuation of such a document."""
    is_two_sided: bool = False
    """Both sides of it are one document, where a sheet shows them as two cards."""


def drawn_by(package: str) -> Draw:
    """Return what draws with `package`.draw, which is imported when something is drawn and not before.

    The processes that only decide (the API, which faces the network) so never load a library of pictures.
    """

    def draw(facts: Facts, seed: int) -> Drawing:
        drawing = import_module(f"{package}.draw").draw(facts, seed)
        if not isinstance(drawing, Drawing):
            raise TypeError(f"{package}.draw returned no Drawing")
        return drawing

    return draw
