"""Fills the tables with as many documents as some years bring, by the database itself.

Five documents and two and a half scans a case, twenty courts. The newest were read well; what waits for a person, and
the rarest types, are old: that is the worst a list can be asked for.
"""

from __future__ import annotations

import json

from sqlalchemy import text

from intake.domain.document import Document, DocumentClass, Field, FieldState
from intake.domain.geometry import Quad
from intake.store import cases, schema
from intake.store.cases import NewCase
from intake.store.database import Database
from intake.store.machine import Machine, machine_json

COURTS = 20
FIELDS = ("card_number", "bank_name", "holder_name", "card_kind", "valid_to", "issuer_code")
ID = "'019a' || {h} || '-7000-8000-' || lpad(to_hex({n}::bigint), 12, '0')"
STEPS = {
    "case_": """
INSERT INTO case_ (id, court, number, kind, parties, sensitivity, links, papers, created_by, created_at, version)
SELECT {id}, 'court-' || n % 20, '（2023）浙0106执' || n || '号', 'enforcement',
  '[{{"name": "张三", "role": "applicant"}}]', '[]', '{{}}', 0, 'seed', 1790000000 + n, 1
FROM generate_series(0, {count} / 5 - 1) n""",
    "scan": """
INSERT INTO scan (id, case_id, court, sha256, name, size, state, error_facts, reading, turns, stage_ms, created_by,
  created_at, version)
SELECT {id}, {case}, 'court-' || (n * 2 / 5) % 20, encode(sha256(n::text::bytea), 'hex'), 'scan.jpg', 200000,
  CASE WHEN n < {count} / 200 AND n % 47 = 0 THEN 'quarantined' WHEN n % 53 = 0 THEN 'rejected' ELSE 'read' END,
  '{{}}', 1, '{{}}', '{{"ocr": 900}}', 'seed', 1790000000 + n, 1
FROM generate_series(0, {count} / 2 - 1) n""",
    "page": """
INSERT INTO page (scan_id, number, reading, reader, text, image, look, created_at)
SELECT {id}, 1, 1, 'seed', repeat('0', 64), repeat('0', 64), substr(md5(n::text), 1, 16), 1790000000
FROM generate_series(0, {count} / 2 - 1) n""",
    "document": """
INSERT INTO document (id, scan_id, case_id, court, place, klass, type, machine, state, forced, replaced_by, created_at,
  version)
SELECT {id}, {scan}, {case}, 'court-' || (n / 5) % 20, n % 2,
  CASE WHEN n < {count} / 500 THEN NULL ELSE (ARRAY['ruling', 'id_proof', 'bank_account', 'bank_account', 'id_proof'])
    [n % 5 + 1] END,
  CASE WHEN n < {count} / 500 THEN 'temporary_id' ELSE (ARRAY['ruling', 'resident_id_front', 'bank_card',
    'account_confirmation', 'resident_id_back'])[n % 5 + 1] END,
  CAST(:machine AS json),
  CASE WHEN n < {count} / 20 AND n % 7 = 0 THEN 'needs_review' WHEN n % 41 = 0 THEN 'replaced' ELSE 'accepted' END,
  false, '[]', 1790000000 + n, 1
FROM generate_series(0, {count} - 1) n""",
    "digest": """
INSERT INTO digest (document_id, field, court, digest, case_id)
SELECT {id}, 'card_number', 'court-' || (n / 5) % 20, encode(sha256(('d' || n)::bytea), 'hex'), {case}
FROM generate_series(0, {count} - 1) n""",
    "correction": """
INSERT INTO correction (id, document_id, what, field, before, after, why, who, undone, created_at)
SELECT {id}, {id}, 'value', 'bank_name', '"a"', '"b"', '', 'seed', false, 1790000000
FROM generate_series(0, {count} - 1, 10) n""",
    "request": """
INSERT INTO request (id, case_id, court, number, status, state, body, sha256, papers, made_on, created_by, created_at,
  version)
SELECT {id}, {id}, 'court-' || n % 20, 1, 'ready',
  CASE WHEN n < {count} / 500 AND n % 7 = 0 THEN 'needs_human' ELSE 'handed_over' END,
  convert_to(repeat('{{"schema_id": "release-request"}}', 100), 'UTF8'), repeat('0', 64), 0, '2026-07-01',
  'seed', 1790000000 + n, 1
FROM generate_series(0, {count} / 5 - 1) n""",
}
"""Each makes the rows of a table; `n` is a row's place, and gives its identifier."""

CASE = {"case_": "n", "scan": "(n * 2 / 5)", "document": "(n / 5)", "digest": "(n / 5)"}


def seed(database: Database, count: int) -> None:
    """Make the tables, and `count` documents with all that goes with them; then let the database look at them."""
    schema.migrate(database)
    with database.engine.begin() as connection:
        connection.execute(text("SET statement_timeout = 0"))
        for table, statement in STEPS.items():
            places = {"count": str(count), "id": id_of("n"), "scan": id_of("(n / 2)")}
            query = text(_bound(statement.format(**places, case=id_of(CASE.get(table, "n")))))
            connection.execute(query, {"machine": machine()} if table == "document" else {})
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))


def id_of(n: str) -> str:
    """Return the SQL of the identifier of the row of place `n`."""
    digits = f"lpad(to_hex(({n})::bigint), 8, '0')"
    return f"'019a' || substr({digits}, 1, 4) || '-' || substr({digits}, 5, 4) || '-7000-8000-000000000000'"


def identifier(n: int) -> str:
    """Return the identifier of the row of place `n`, as the database made it."""
    digits = f"{n:08x}"
    return f"019a{digits[:4]}-{digits[4:]}-7000-8000-000000000000"


def machine() -> str:
    """Return a bank card as it is kept once read."""
    box = Quad.of(((100.0, 100.0), (400.0, 100.0), (400.0, 140.0), (100.0, 140.0)))
    value = "6222021234567890128"
    fields = {name: Field(value, value, 0.99, FieldState.READ, 1, box, margin=9.5) for name in FIELDS}
    card = Document(DocumentClass.BANK_ACCOUNT, "bank_card", 0.99, (1,), fields=fields)
    return json.dumps(machine_json(Machine(card)))


def _bound(statement: str) -> str:
    """Keep colons of JSON and casts from being taken for names of values."""
    kept = statement.replace("CAST(:machine AS json)", "\0")
    return kept.replace(":", "\\:").replace("\0", "CAST(:machine AS json)")


def open_one(database: Database, court: str) -> str:
    """Open a case and return its id."""
    with database.write() as connection:
        return cases.add(connection, NewCase(court, "enforcement"), "load")
