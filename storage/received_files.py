"""The queue of files to be read, and what became of each; see `bot.domain.received`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, func, insert, select, text, update

from bot.domain.received import BEING_READ, FileState, ReceivedFile
from storage.file_tables import ReceivedFileRow
from storage.prepared import Prepared
from storage.repository import Repository

_CLAIMS = 0x0F11E5  # the advisory lock under which PostgreSQL claims: one file of a person at a time
_TO_READ = text("received_file.state IN ('waiting', 'reading')")  # the words of the partial index
_HAS_OUTCOME = text("received_file.outcome IS NOT NULL")
_NOW: BindParameter[datetime] = bindparam("now")
_ADD = insert(ReceivedFileRow).returning(ReceivedFileRow.id)
_FILE = Prepared(select(ReceivedFileRow.__table__).where(ReceivedFileRow.id == bindparam("file_id")).with_for_update())
_IN_WORK = select(ReceivedFileRow.person_id).where(
    _TO_READ, ReceivedFileRow.claimed_by.is_not(None), ReceivedFileRow.held_until > _NOW
)
_NEXT = Prepared(
    select(ReceivedFileRow.__table__)
    .where(
        _TO_READ,
        ReceivedFileRow.held_until.is_(None) | (ReceivedFileRow.held_until <= _NOW),
        ReceivedFileRow.person_id.not_in(_IN_WORK),
    )
    .order_by(ReceivedFileRow.id)
    .limit(1)
)
_HELD = (
    ReceivedFileRow.id == bindparam("held_id"),
    ReceivedFileRow.state == FileState.READING.value,
    ReceivedFileRow.claimed_by == bindparam("holder"),
)
_OF_PERSON = select(ReceivedFileRow.__table__).where(ReceivedFileRow.person_id == bindparam("person"))
_SAME = Prepared(
    _OF_PERSON.where(ReceivedFileRow.unique_id == bindparam("unique")).order_by(ReceivedFileRow.id.desc()).limit(1)
)
_PREVIEWED = Prepared(
    _OF_PERSON.where(_HAS_OUTCOME, ReceivedFileRow.state == FileState.PREVIEWED.value)
    .order_by(ReceivedFileRow.id.desc())
    .limit(1)
)
_BACKLOG = select(func.count()).select_from(ReceivedFileRow).where(_TO_READ)
_OWN_BACKLOG = Prepared(_BACKLOG.where(ReceivedFileRow.person_id == bindparam("person")))


class ReceivedFiles(Repository):
    """Files of the unit of work; see `bot.domain.ports.Store`."""

    def add_file(self, file: ReceivedFile, at: datetime) -> int:
        """Keep a new file to be read; returns its id."""
        columns = {**_columns(file), "held_until": None, "claimed_by": None, "changed_at": at}
        return self._connection.execute(_ADD, columns).scalar_one()

    def received_file(self, file_id: int) -> ReceivedFile | None:
        """Where a file stands; nobody else changes it until this turn ends."""
        row = self._run(_FILE, {"file_id": file_id}).one_or_none()
        self._forget_reads()  # whoever we waited for may have changed it
        return None if row is None else _file(row)

    def save_file(self, file: ReceivedFile, at: datetime) -> None:
        """Store where it stands; a claim on it ends."""
        columns = {**_columns(file), "held_until": None, "claimed_by": None, "changed_at": at}
        self._connection.execute(update(ReceivedFileRow).where(ReceivedFileRow.id == file.id).values(columns))

    def same_file(self, person_id: int, unique_id: str) -> ReceivedFile | None:
        """The same file as the person sent it last, None when they never did."""
        row = self._run(_SAME, {"person": person_id, "unique": unique_id}).one_or_none()
        return None if row is None else _file(row)

    def file_previewed(self, person_id: int) -> ReceivedFile | None:
        """The file that the person last got a preview of and did not decide about yet, None when there is none."""
        row = self._run(_PREVIEWED, {"person": person_id}).one_or_none()
        return None if row is None else _file(row)

    def files_being_read(self, person_id: int) -> int:
        """How many of the person's files are not read yet."""
        return self._run(_OWN_BACKLOG, {"person": person_id}).scalar() or 0

    def file_held(self, file_id: int, by: str) -> ReceivedFile | None:
        """A file that is being read by that worker, None when the claim is another's by now or has ended."""
        row = self._connection.execute(
            select(ReceivedFileRow.__table__).where(*_HELD).with_for_update(), {"held_id": file_id, "holder": by}
        ).one_or_none()
        self._forget_reads()  # as above
        return None if row is None else _file(row)

    def claim_file(self, now: datetime, *, by: str, lease_seconds: float) -> ReceivedFile | None:
        """The oldest file to be read, held for the lease; None when there is none.

        One of a person's at a time: who sends ten lets others in between. An expired lease is taken again.
        `attempts` counts the claims, this one included.
        """
        if self._on_postgresql:
            # SKIP LOCKED alone would let two workers take two files of one person
            self._connection.execute(select(func.pg_advisory_xact_lock(_CLAIMS)))
        row = self._run(_NEXT, {"now": now}).one_or_none()
        if row is None:
            return None
        claim = update(ReceivedFileRow).where(ReceivedFileRow.id == row.id)
        until = now + timedelta(seconds=lease_seconds)
        attempts = row.attempts + 1
        self._connection.execute(
            claim.values(state=FileState.READING.value, attempts=attempts, claimed_by=by, held_until=until)
        )
        return _file(row, state=FileState.READING, attempts=attempts)

    def hold_file(self, file_id: int, *, by: str, until: datetime) -> bool:
        """Prolong a claim; False when it is another's by now."""
        prolong = update(ReceivedFileRow).where(*_HELD).values(held_until=until)
        return self._connection.execute(prolong, {"held_id": file_id, "holder": by}).rowcount == 1

    def put_back_file(self, file_id: int, *, by: str, not_before: datetime | None, counted: bool) -> None:
        """Let a claimed file be read later; `counted` False: as if this attempt had not been."""
        columns: dict[str, Any] = {"state": FileState.WAITING.value, "claimed_by": None, "held_until": not_before}
        if not counted:
            columns["attempts"] = ReceivedFileRow.attempts - 1
        self._connection.execute(update(ReceivedFileRow).where(*_HELD).values(columns), {"held_id": file_id, "holder": by})

    def forget_files(self, unchanged_since: datetime) -> int:
        """Give up what nobody decided about for so long, and what was read of it; returns how many."""
        old = update(ReceivedFileRow).where(
            _HAS_OUTCOME, ReceivedFileRow.changed_at < unchanged_since, ReceivedFileRow.state.not_in(BEING_READ)
        )
        given_up = old.values(state=FileState.DROPPED.value, outcome=None, decided=None)
        return self._connection.execute(given_up).rowcount

    def files_backlog(self) -> int:
        """How many files are to be read or being read."""
        return self._connection.scalar(_BACKLOG) or 0


def _columns(file: ReceivedFile) -> dict[str, Any]:
    return {
        "update_id": file.update_id,
        "chat_id": file.chat_id,
        "thread_id": file.thread_id,
        "person_id": file.person_id,
        "message_id": file.message_id,
        "file_id": file.file_id,
        "unique_id": file.unique_id,
        "file_name": file.file_name,
        "sent_at": file.sent_at,
        "agency": file.agency,
        "period": file.period,
        "partial": file.partial,
        "state": file.state.value,
        "attempts": file.attempts,
        "outcome": None if file.outcome is None else dict(file.outcome),
        "decided": None if file.decided is None else dict(file.decided),
    }


def _file(row: Row[Any], *, state: FileState | None = None, attempts: int | None = None) -> ReceivedFile:
    return ReceivedFile(
        id=row.id,
        update_id=row.update_id,
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        person_id=row.person_id,
        message_id=row.message_id,
        file_id=row.file_id,
        unique_id=row.unique_id,
        file_name=row.file_name,
        sent_at=row.sent_at,
        agency=row.agency,
        period=row.period,
        partial=row.partial,
        state=state or FileState(row.state),
        attempts=row.attempts if attempts is None else attempts,
        outcome=row.outcome,
        decided=row.decided,
    )
