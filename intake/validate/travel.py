"""Rules about travel documents: the check digits of the machine-readable zone, and that the print above it agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from intake.domain import mrz
from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.domain.text import Source
from intake.validate.fields import written

_CHINESE_PASSPORT = re.compile("[A-Z][0-9]{8}|[A-Z]{2}[0-9]{7}")
_PERMIT = re.compile("[HM][0-9]{8}(?:[0-9]{2})?|[0-9]{8}")


def valid_zone(field: str) -> Rule:
    """Check the check digits of a machine-readable zone."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        zone = mrz.parse(written(fields, field) or "")
        if zone and zone.failing:
            yield Finding("mrz_check_digit", Severity.REVIEW, field, {"value": zone.text})

    return rule


def zone_agrees(field: str, *names: str) -> Rule:
    """Check that these fields say what the zone in `field` says.

    Where the zone proves its part by a check digit the paper contradicts itself; else one of both may be misread.
    """

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        zone = mrz.parse(written(fields, field) or "")
        for name in names if zone else ():
            printed = written(fields, name)
            if zone and printed is not None and not _repeats(zone, name, printed):
                severity = Severity.BLOCK if zone.proved(name) else Severity.REVIEW
                yield Finding("mrz_differs", severity, name, {"mrz": zone.part(name), "value": printed})

    return rule


def sure_or_repeated(threshold: float, field: str) -> Rule:
    """Ask about every field read with less confidence than `threshold`, unless the zone in `field` proves its value.

    The zone itself is not asked about: its check digits tell how well it was read.
    """

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        zone = mrz.parse(written(fields, field) or "")
        for name, found in fields.items():
            if name == field or found.state is not FieldState.READ or found.confidence >= threshold:
                continue
            is_proved = zone is not None and zone.proved(name) and _repeats(zone, name, str(found.value))
            if not is_proved or found.source is Source.MRZ:
                yield Finding("low_confidence", Severity.REVIEW, name)

    return rule


def valid_passport_number(field: str, nation: str) -> Rule:
    """Check the form of a passport's number where it is one of China."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value and written(fields, nation) == "CHN" and not _CHINESE_PASSPORT.fullmatch(value):
            yield Finding("passport_number_form", Severity.REVIEW, field, {"value": value})

    return rule


def valid_permit_number(field: str) -> Rule:
    """Check the form of a travel permit's number: H or M with 8 or 10 digits, or 8 digits for Taiwan."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value and not _PERMIT.fullmatch(value):
            yield Finding("travel_permit_form", Severity.REVIEW, field, {"value": value})

    return rule


def _repeats(zone: mrz.Zone, name: str, printed: str) -> bool:
    """Say whether a part of the zone is what is printed; of a name that fills its line the end may be cut off."""
    if name == "name_latin":
        letters, read = re.sub("[^A-Z]", "", printed.upper()), zone.part(name).replace(mrz.FILL, "")
        is_full = not zone.part(name).endswith(mrz.FILL)
        return letters == read or (is_full and letters.startswith(read))
    if name in {"birth_date", "valid_to"}:
        return zone.part(name) == printed.replace("-", "")[2:]
    return zone.value(name) == printed
