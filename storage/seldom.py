"""What every turn has to ask for and what is hardly ever there: looked for once, in one statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, or_, select

from bot.domain.report import ReportState
from storage.notice_tables import DeadlineRow
from storage.prepared import Prepared
from storage.queue_tables import UnreachableChatRow
from storage.repository import Repository
from storage.tables import ReportRow
from storage.wording_tables import AliasRow

GIVEN_BACK = frozenset({ReportState.RETURNED, ReportState.REOPENED})
_IS_GIVEN_BACK = or_(*(ReportRow.state == state for state in sorted(GIVEN_BACK)))
_SELDOM = Prepared(
    select(
        select(func.max(AliasRow.version)).scalar_subquery().label("aliases_version"),
        select(ReportRow.agency).where(_IS_GIVEN_BACK).exists().label("given_back"),
        select(DeadlineRow.id).exists().label("moved_deadlines"),
        select(UnreachableChatRow.chat_id).exists().label("unreachable_chats"),
    )
)


class Seldom(Repository):
    """Who writes one of these tables calls `_forget_reads`."""

    def _seldom(self) -> Any:  # noqa: ANN401  a row of the statement's columns
        """The newest alias (None: there is none), and whether there is any row at all of the other kinds."""
        if self._common.seldom_there is None:
            self._common.seldom_there = self._run(_SELDOM).one()
        return self._common.seldom_there
