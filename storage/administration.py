"""Who answers for which rows, and the history of administrative acts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.domain.acts import Act, ActKind, Duty
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Person
from storage.administration_tables import ActRow, DutyRow
from storage.people import People
from storage.prepared import Prepared
from storage.repository import Upsert
from storage.tables import InviteRow, PersonRow

_RIGHTS = 0x9147C5  # the advisory lock under which PostgreSQL changes rights; on SQLite the write lock does it
_DUTIES = Prepared(select(DutyRow.__table__).where(DutyRow.agency == bindparam("of_agency")).order_by(DutyRow.row))
_ASSIGN = Upsert(DutyRow, key=("agency", "row"))
_ADD_ACT = insert(ActRow)
_ACTS = select(ActRow.__table__).order_by(ActRow.id.desc()).limit(bindparam("most"))


class Administration(People):
    """See `bot.domain.ports.Store`."""

    def person_to_change(self, person_id: int) -> Person | None:
        """Somebody registered, as they are when nobody else changes rights: until this turn ends, nobody else does."""
        if self._on_postgresql:
            self._connection.execute(select(func.pg_advisory_xact_lock(_RIGHTS)))
            self._forget_reads()  # whoever we waited for may have changed it
        return self.person(person_id)

    def rename_person(self, person_id: int, name: str) -> None:
        """Another name, whatever the grants are by now."""
        self._connection.execute(update(PersonRow).where(PersonRow.id == person_id).values(name=name))

    def withdraw_invite(self, token: str, at: datetime) -> bool:
        """Let an invite expire now; False when it was used, had expired or is unknown."""
        usable = (InviteRow.token == token, InviteRow.used_by.is_(None), InviteRow.expires_at > at)
        return self._connection.execute(update(InviteRow).where(*usable).values(expires_at=at)).rowcount == 1

    def duties(self, agency: AgencyCode) -> list[Duty]:
        """Who answers for which rows of an agency's report, by row id."""
        rows = self._run(_DUTIES, {"of_agency": agency})
        return [Duty(row.agency, IndicatorId(row.row), row.person_id) for row in rows]

    def assign(self, agency: AgencyCode, row: IndicatorId, person_id: int | None) -> None:
        """Give a row to a person instead of whoever had it, or (None) to nobody."""
        if person_id is None:
            self._connection.execute(delete(DutyRow).where(DutyRow.agency == agency, DutyRow.row == row))
        else:
            self._store(_ASSIGN, {"agency": agency, "row": row, "person_id": person_id})

    def add_act(self, act: Act) -> None:
        """Append to the history."""
        columns = {
            "kind": act.kind.value,
            "at": act.at,
            "by_id": act.by,
            "person_id": act.person_id,
            "role": act.role,
            "agency": act.agency,
            "before": act.before,
            "row": act.row,
            "chat_id": act.chat_id,
        }
        self._connection.execute(_ADD_ACT, columns)

    def acts(self, *, person_id: int | None = None, most: int = 50) -> list[Act]:
        """The newest acts, newest first; of one person: those that concerned them."""
        wanted = _ACTS if person_id is None else _ACTS.where(ActRow.person_id == person_id)
        return [
            Act(
                ActKind(row.kind),
                row.at,
                row.by_id,
                row.person_id,
                row.role,
                row.agency,
                row.before,
                IndicatorId(row.row) if row.row else None,
                row.chat_id,
            )
            for row in self._connection.execute(wanted, {"most": most})
        ]
