"""The image and the compose file fit the code: what they copy, set and call is there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from intake.commands.later import PLACES
from intake.settings import Settings

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SERVICES: Mapping[str, Mapping[str, object]] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "intake"}
OLDEST = {"python_full_version": "3.11.0", "sys_platform": "linux", "platform_python_implementation": "CPython"}


def copied() -> set[str]:
    """Return what the image is built from."""
    lines = re.findall(r"^COPY (?!--from)(.+)", DOCKERFILE, re.MULTILINE)
    return {source for line in lines for source in line.split()[:-1]}


def needed(wants: Iterable[str], extra: str = "") -> Iterator[str]:
    """Yield the names of all that is installed for `wants` on the oldest Python that we run on."""
    for want in map(Requirement, wants):
        if want.marker is None or want.marker.evaluate({**OLDEST, "extra": extra}):
            yield canonicalize_name(want.name)
            with suppress(PackageNotFoundError):  # what only an older Python needs is not here to be asked
                for each in ("", *want.extras):
                    yield from needed(requires(want.name) or (), each)


def test_the_image_is_built_from_every_package_and_from_what_describes_them():
    packages = {pattern.rstrip("*") for pattern in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]}

    assert copied() == packages | {"pyproject.toml", PROJECT["project"]["readme"], "requirements-run.lock"}


def test_what_the_image_is_built_from_is_all_that_is_sent():
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}

    assert sent == copied()


def test_the_lock_has_all_that_the_oldest_python_needs():
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements-run.lock").read_text("utf-8"), re.MULTILINE))

    assert set(needed(PROJECT["project"]["dependencies"])) <= locked


def test_every_setting_of_the_containers_is_one():
    given = {name for service in OURS.values() for name in service["environment"]}
    given |= set(re.findall(r"\bINTAKE_\w+(?==)", DOCKERFILE))

    assert given <= {f"INTAKE_{name.upper()}" for name in Settings.model_fields}


def test_every_command_of_the_containers_is_one():
    assert {word for service in OURS.values() for word in service["command"]} <= set(PLACES)


def test_a_container_may_take_the_time_that_a_worker_takes_to_stop():
    grace_s = {int(str(service["stop_grace_period"]).rstrip("s")) for service in OURS.values()}

    assert min(grace_s) > Settings.model_fields["grace_s"].default


def test_nothing_of_ours_may_more_than_it_needs():
    for service in OURS.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
