"""Lookups go straight to their rows, however many there are: what SQLite says it would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.domain.outgoing import Outgoing
from bot.domain.report import ReportState
from storage import UnitOfWork
from storage.engine import open_engine
from tests.storage.office import CLERK, NOW, PRIVATE_CHAT, Q3, SCT, key

LOOKUPS: dict[str, tuple[Callable[[UnitOfWork], object], str]] = {
    "one value": (lambda unit: unit.value(key()), "PRIMARY KEY (period=? AND agency=? AND indicator=?)"),
    "a report": (lambda unit: unit.values(agencies=[SCT], periods=[Q3]), "PRIMARY KEY (period=? AND agency=?)"),
    "a period of all agencies": (lambda unit: unit.values(periods=[Q3]), "PRIMARY KEY (period=?)"),
    "one indicator of all agencies": (
        lambda unit: unit.values(periods=[Q3], indicators=[key().indicator]),
        "ix_value_period_indicator (period=? AND indicator=?)",
    ),
    "one indicator over time": (
        lambda unit: unit.values(agencies=[SCT], indicators=[key().indicator]),
        "ix_value_agency_indicator (agency=? AND indicator=?)",
    ),
    "the last years of one indicator": (
        lambda unit: unit.values(agencies=[SCT], indicators=[key().indicator], since=2022),
        "(agency=? AND indicator=? AND period>?)",
    ),
    "the periods that an agency has figures for": (
        lambda unit: unit.periods_filled(SCT),
        "ix_value_period_indicator (period>?)",
    ),
    "one indicator everywhere": (
        lambda unit: unit.values(indicators=[key().indicator]),
        "ix_value_agency_indicator (ANY(agency) AND indicator=?)",
    ),
    "a history": (lambda unit: unit.changes(key()), "(agency=? AND period=? AND indicator=?)"),
    "what changed in a report": (lambda unit: unit.report_changes(SCT, Q3, after=NOW), "(agency=? AND period=?)"),
    "what changed of one figure": (
        lambda unit: unit.report_changes(SCT, Q3, after=NOW, indicator=key().indicator),
        "(agency=? AND period=? AND indicator=?)",
    ),
    "a report's history": (lambda unit: unit.changes_of_report(SCT, Q3), "(agency=? AND period=?)"),
    "what somebody wrote": (lambda unit: unit.recent_batches(by=CLERK), "ix_value_history_by_id_id (by_id=?)"),
    "reasons of an agency": (lambda unit: unit.check_reasons([SCT]), "ix_check_reason_agency_id (agency=?)"),
    "a batch": (lambda unit: unit.batch("update-1"), "(batch=?)"),
    "waiting updates": (lambda unit: unit.waiting_updates(10), "ix_inbox_waiting"),
    "the next message": (lambda unit: unit.claim_out(NOW, by="sender", lease_seconds=60), "ix_outbox_order"),
    "an older message of a slot": (lambda unit: unit.put_out(Outgoing(PRIVATE_CHAT, "x", slot="card")), "ix_outbox_chat"),
    "the reports that wait": (lambda unit: unit.reports_in([ReportState.SUBMITTED]), "ix_report_state (state=?)"),
    "the reports whose time is up": (lambda unit: unit.expired_reports(NOW), "ix_report_state (state=?)"),
    "the version of the aliases": (lambda unit: unit.aliases_version(), "SEARCH alias"),
    "the next file": (lambda unit: unit.claim_file(NOW, by="worker", lease_seconds=20), "ix_received_file_to_read"),
    "the same file": (
        lambda unit: unit.same_file(CLERK, "x"),
        "ix_received_file_person_id_unique_id (person_id=? AND unique_id=?)",
    ),
    "a file that waits for a press": (
        lambda unit: unit.file_previewed(CLERK),
        "ix_received_file_person_id_unique_id (person_id=?)",
    ),
    "files to forget": (lambda unit: unit.forget_files(NOW), "ix_received_file_undecided"),
    "somebody": (lambda unit: unit.person(CLERK), "person USING INTEGER PRIMARY KEY"),
}


@pytest.fixture
def planned(address: str) -> Iterator[Callable[[Callable[[UnitOfWork], object]], str]]:
    """Runs something and tells how SQLite would find its rows."""
    engine = open_engine(address, connections=1)
    with engine.connect() as connection:
        statements: list[str] = []
        connection.connection.dbapi_connection.set_trace_callback(statements.append)  # type: ignore[union-attr]  sqlite3's

        def plan(lookup: Callable[[UnitOfWork], object]) -> str:
            lookup(UnitOfWork(connection))
            run = [statement for statement in statements if not statement.startswith("BEGIN")]
            steps = [step.detail for each in run for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}")]
            return "\n".join(steps)

        yield plan
    engine.dispose()


@pytest.mark.parametrize("lookup", LOOKUPS)
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_lookup_uses_the_index_made_for_it(planned: Callable[[Callable[[UnitOfWork], object]], str], lookup: str) -> None:
    run, index = LOOKUPS[lookup]
    assert index in planned(run)
