"""What all answers share: headers, problems, the description of the interface, and numbers that are hidden."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel
from served import Served, problem, served
from sqlalchemy import text

from intake.api.body import Answer
from intake.api.describe import described
from intake.api.errors import CODES, STATUSES, status_of
from intake.api.examples import EXAMPLES
from intake.api.problems import KINDS
from intake.domain import errors
from intake.domain.errors import IntakeError, Invalid, Unavailable
from intake.domain.messages import catalogue
from intake.service import cases, masks
from intake.service.access import Role

ROOT = Path(__file__).parents[3]
DECODERS = ("PIL", "cv2", "onnxruntime", "pypdfium2", "pikepdf", "pillow_heif", "rapidocr", "openvino")
HEADERS = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
}


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path)


@pytest.mark.parametrize("address", ["/api/v1/cases", "/healthz", "/api/v1/nowhere", "/api/v1/doctypes"])
def test_every_answer_keeps_browsers_from_guessing(here: Served, address: str):
    answer = here.client.get(address, headers=here.as_(Role.CLERK))

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    ("method", "address", "expected"),
    [
        ("GET", "/api/v1/nowhere", (404, "no_such_address")),
        ("GET", "/docs", (404, "no_such_address")),
        ("GET", "/openapi.json", (404, "no_such_address")),
        ("DELETE", "/api/v1/cases", (405, "wrong_method")),
        ("GET", "/api/v1/cases/00000000-0000-7000-8000-000000000000", (404, "no_such_thing")),
        ("GET", "/api/v1/cases/../../etc/passwd", (404, "no_such_address")),
        ("GET", "/api/v1/cases/%00", (422, "invalid_request")),
        ("GET", "/api/v1/cases?limit=201", (422, "invalid_request")),
        ("GET", "/api/v1/cases?limit=x", (422, "invalid_request")),
        ("GET", "/api/v1/cases?after=x", (422, "invalid_request")),
        ("GET", "/api/v1/scans?state=gone", (422, "invalid_request")),
    ],
)
def test_what_cannot_be_answered_is_a_problem(here: Served, method: str, address: str, expected):
    answer = here.client.request(method, address, headers=here.as_(Role.CLERK))

    assert problem(answer) == expected
    assert answer.json()["detail"]
    assert answer.json()["detail_en"]


def test_a_fault_of_ours_is_answered_without_a_word_about_it(here: Served, monkeypatch):
    told: list[object] = []
    here.restart(told=lambda event, **facts: told.append((event, facts)))
    monkeypatch.setattr(cases, "found", lambda *_args: 1 / 0)

    answer = here.client.get("/api/v1/cases", headers=here.as_(Role.CLERK))

    assert problem(answer) == (500, "internal_error")
    assert not re.search(r"Traceback|ZeroDivision|/work|\.py", answer.text)
    assert told == [("api_failed", {"route": "/cases", "error": "ZeroDivisionError"})]


def test_a_database_that_is_away_is_said_to_come_back(here: Served, monkeypatch):
    def away(*_args: object) -> None:
        raise Unavailable(part="database")

    monkeypatch.setattr(cases, "found", away)

    answer = here.client.get("/api/v1/cases", headers=here.as_(Role.CLERK))

    assert problem(answer) == (503, "unavailable")
    assert answer.headers["retry-after"] == "5"


def test_a_database_that_is_gone_makes_the_service_not_ready(here: Served, tmp_path: Path):
    here.context.database.engine.dispose()
    (tmp_path / "intake.db").unlink()
    (tmp_path / "intake.db").mkdir()

    assert problem(here.client.get("/readyz")) == (503, "unavailable")
    assert here.client.get("/healthz").status_code == 200


def test_the_service_is_ready_when_its_tables_are_of_this_version(tmp_path: Path):
    current = served(tmp_path, url=f"sqlite:///{tmp_path}/current.db")

    seen = current.client.get("/readyz").json()["status"]
    with current.context.database.write() as connection:
        connection.execute(text("delete from alembic_version"))

    assert seen == "degraded"  # nobody reads
    assert problem(current.client.get("/readyz")) == (503, "unavailable")


def test_metrics_count_answers_by_route_and_never_by_address(here: Served):
    here.client.get("/api/v1/cases/00000000-0000-7000-8000-000000000000", headers=here.as_(Role.CLERK))

    told = here.client.get("/metrics", headers=here.as_(Role.ADMIN)).text

    assert 'route="/cases/{case_id}",status="404"' in told
    assert "00000000" not in told


def test_document_types_are_told_with_their_fields(here: Served):
    types = here.client.get("/api/v1/doctypes", headers=here.as_(Role.PARTY)).json()

    card = next(each for each in types if each["name"] == "bank_card")
    assert (card["class"], card["fields"][0]["is_masked"]) == ("bank_account", True)
    assert len(types) == len(here.context.types)


def test_every_code_has_a_status_and_a_sentence():
    for code in (*CODES, *KINDS):
        assert code in catalogue()
    for status in {*STATUSES.values(), *CODES.values()}:
        assert f"problem_{status}" in catalogue()


def test_every_kind_of_error_is_answered_by_design():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, IntakeError)]

    ours = {kind.__name__ for kind in kinds if kind not in {Invalid, IntakeError} and _status(kind) == 500}

    assert ours == {"BadWeights", "EngineUnavailable", "MissingBlob", "DamagedBlob"}


def _status(kind: type[IntakeError]) -> int:
    try:
        return status_of(kind())
    except TypeError:
        return status_of(kind("some_code"))  # type: ignore[call-arg]  # kinds whose code is given


def test_the_description_of_the_interface_is_the_one_in_docs():
    assert (ROOT / "docs" / "openapi.json").read_text("utf-8") == described()


def test_every_route_is_described_with_what_may_go_wrong():
    paths = json.loads(described())["paths"]

    for address, routes in paths.items():
        for method, route in routes.items():
            assert route["description"], (method, address)
            assert "401" in route["responses"] or address in {"/healthz", "/readyz"}


@pytest.mark.parametrize(("model", "example"), EXAMPLES.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_every_example_is_what_it_is_an_example_of(model: type[BaseModel], example: Mapping[str, object]):
    whole = model.model_validate(example).model_dump(mode="json", by_alias=True, exclude_unset=True)

    assert whole == example
    if issubclass(model, Answer):
        assert set(example) == {field.alias or name for name, field in model.model_fields.items()}


def test_every_route_has_examples_of_what_it_takes_and_answers():
    told = json.loads(described())
    schemas = told["components"]["schemas"]

    for address, routes in told["paths"].items():
        for method, route in routes.items():
            answers = [answer for status, answer in route["responses"].items() if status.startswith("2")]
            for body in (route.get("requestBody", {}), *answers):
                schema = body.get("content", {}).get("application/json", {}).get("schema")
                if schema and address != "/api/v1/openapi.json":
                    name = schema.get("items", schema)["$ref"].rpartition("/")[2]
                    assert schemas[name].get("examples"), (method, address, name)


def test_the_process_that_faces_the_network_opens_no_pictures():
    program = f"import sys, intake.api.app; print([m for m in {DECODERS!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("卡号6222021234567890128", "卡号***************0128"),
        ("6222 0212 3456 7890 128", "******************0 128"),
        ("身份证11010519491231002X。", "身份证110***********002X。"),
        ("身份证110105194912310021。", "身份证**************0021。"),
        ("622202491231890", "***********1890"),
        ("１１０１０５１９４９１２３１００２Ｘ", "110***********002X"),
        ("护照E12345678", "护照*****5678"),
        ("电话13800138000", "电话*******8000"),
        ("（2026）浙0106执1234号", "（2026）浙0106执1234号"),
        ("2026-01-02 20260102", "2026-01-02 20260102"),
        ("486320.50 123456789.00 123456789元", "486320.50 123456789.00 123456789元"),
        ("6222O2l234567890l28", "***************0l28"),
        ("E123456784CHN4912310F2601019<<<<<<<<<<<<<<02", "*" * 26 + "19" + "<" * 14 + "02"),
        ("12345678", "********"),
        ("1234567", "1234567"),
        ("BANK OF CHINA", "BANK OF CHINA"),
        ("6222.0212.3456.7890", "***************7890"),
        ("6222/0212/3456/7890", "***************7890"),
        ("6222，0212，3456，7890", "***************7890"),
        ("6222—0212—3456—7890", "***************7890"),
        ("6222   0212   3456   7890", "*" * 21 + "7890"),
        ("6222021234567890元", "************7890元"),
        ("6222021234567890.12", "*" * 14 + "90.12"),
        ("486,320.50元 12,345,678元", "486,320.50元 12,345,678元"),
        ("2026.01.02 2026/1/2", "2026.01.02 2026/1/2"),
    ],
)
def test_numbers_in_running_text_are_hidden(text: str, hidden: str):
    assert masks.blurred(text) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("6222", "****"),
        ("0212 345", "********"),
        ("尾号7890", "尾号****"),
        ("123", "123"),
        ("2026年1月2日 2026-01-02", "2026年1月2日 2026-01-02"),
        ("486320.50 12345678元", "486320.50 12345678元"),
        ("（2026）浙0106执1234号 6222", "（2026）浙0106执1234号 ****"),
        ("622202123456789.00", "*" * 13 + "89.00"),
    ],
)
def test_parts_of_numbers_in_lines_of_a_page_are_hidden(text: str, hidden: str):
    assert masks.line_blurred(text) == hidden


@pytest.mark.parametrize("text", ["A" * 200_000, "<A" * 100_000, "1 " * 100_000, "1" * 200_000, "1,111" * 40_000])
def test_long_texts_are_blurred_in_a_time_that_grows_with_them(text: str):
    begun = time.process_time()

    masks.line_blurred(text)

    assert time.process_time() - begun < 2.0


def test_members_that_hold_numbers_are_hidden_however_short():
    shown = {"fields": {"id_number": {"value": "123", "raw": "1 2 3", "state": "read"}}, "document_id": "12345678"}

    assert masks.masked(shown) == {
        "fields": {"id_number": {"value": "***", "raw": "*****", "state": "read"}},
        "document_id": "12345678",
    }
