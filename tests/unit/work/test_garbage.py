"""The collection: it takes no bytes of an upload that is still under way, and no upload outlives its bytes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from desk import context, new_case, somebody
from served import files, problem, served
from sqlalchemy import func, select

from intake.domain.blob import place
from intake.service.access import Role
from intake.service.context import MEBIBYTE, Context
from intake.service.uploads import Arrived, take_in
from intake.store.blobs import LocalBlobs
from intake.store.tables import scan
from intake.work.garbage import DAY_S, SLOWEST, age, collect

HOUR_S = 3600.0


@pytest.fixture
def service(tmp_path: Path) -> Context:
    return context(tmp_path, LocalBlobs(tmp_path))


def arrived(service: Context, folder: Path, hours: float) -> Arrived:
    """Return the first file of a form, which became a blob so many hours ago."""
    with service.blobs.writer(10) as writer:
        writer.write(b"first")
        stored = writer.finish()
    then = time.time() - hours * HOUR_S
    os.utime(folder / "blobs" / place(stored.sha256), (then, then))
    return Arrived("1.jpg", stored.sha256, stored.size)


@pytest.mark.parametrize("mebibytes", [1, 200, 5000])
def test_the_slowest_upload_ends_long_before_its_first_file_is_collected(mebibytes: int):
    assert age(mebibytes * MEBIBYTE) >= 3 * mebibytes * MEBIBYTE / SLOWEST
    assert age(mebibytes * MEBIBYTE) >= DAY_S


def test_the_first_file_of_a_slow_form_outlives_the_form(service: Context, tmp_path: Path):
    first = arrived(service, tmp_path, hours=7.5)

    assert collect(service) == 0
    assert service.blobs.read(first.sha256) == b"first"


def test_what_belongs_to_nothing_is_collected_after_a_day(service: Context, tmp_path: Path):
    arrived(service, tmp_path, hours=25)

    assert collect(service) == 1


def test_what_is_taken_in_is_as_if_it_came_just_now(service: Context, tmp_path: Path):
    first = arrived(service, tmp_path, hours=25)

    take_in(service, somebody(Role.CLERK), new_case(service), [first], None)

    assert time.time() - next(service.blobs.listed()).modified < HOUR_S


def test_an_upload_whose_bytes_went_is_refused_and_to_be_sent_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    here = served(tmp_path)
    address, headers = f"/api/v1/cases/{here.case()}/scans", here.as_(Role.CLERK)
    real = take_in

    def after_a_collection(service, *given):
        for blob in list(service.blobs.listed()):
            service.blobs.delete(blob.sha256)
        return real(service, *given)

    with monkeypatch.context() as patch:
        patch.setattr("intake.api.uploads.uploads.take_in", after_a_collection)
        assert problem(here.client.post(address, headers=headers, files=files(b"one"))) == (503, "upload_lost")
    with here.context.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(scan)).scalar_one() == 0
    assert here.client.post(address, headers=headers, files=files(b"one")).status_code == 201
