"""All document types there are: found by walking this package, so that a new one changes no other file."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

import intake.doctypes
from intake.domain.doctype import DocType


@cache
def registry() -> Mapping[str, DocType]:
    """Return every document type by its name, in the order of their names."""
    return MappingProxyType(types_in(intake.doctypes))


def types_in(package: ModuleType) -> dict[str, DocType]:
    """Return the types declared by the folders of a package; a folder must be called like its type."""
    folders = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.ispkg)
    types = {folder: _declared(f"{package.__name__}.{folder}") for folder in folders}
    misnamed = [folder for folder, doctype in types.items() if doctype.name != folder]
    if misnamed:
        raise ValueError(f"document types in folders of another name: {misnamed}")
    return types


def _declared(module: str) -> DocType:
    doctype = import_module(module).DOCTYPE
    if not isinstance(doctype, DocType):
        raise TypeError(f"{module}.DOCTYPE is not a DocType")
    return doctype
