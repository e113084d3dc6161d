"""Where somebody stands in guided entry, remembered between messages, restarts and days: one document a person.

It remembers where one is, never what there is: figures, rights and the report's state are looked at anew each time.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.guided import Extent, ExtentKind
from bot.domain.period import Period

_MEMORY = "guide"
_ANSWERS_UNTIL = timedelta(hours=12)  # a bare number written later hardly answers what was shown then
_KEPT_ANSWERS = 20  # messages whose edit still corrects what they answered
_KEPT_TRAIL = 200  # steps back


@dataclass(frozen=True, slots=True)
class Guide:
    """One round of guided entry.

    `row`: the step shown, None before the first and after the last; `listed`: the rows of a heading that one message may
    answer instead.
    `passed`: rows skipped, kept, or (in a review) answered; `trail`: steps shown before, for "quay lại"; `stands`: per row
    shown the change that stood then. `live`: whether a bare number answers; `shown_in`: the update that showed the step.
    `batches`: what this round stored, for Undo; `answers`: which rows a message answered, by its id.
    """

    id: str
    agency: AgencyCode
    period: Period
    extent: Extent
    shown_at: datetime
    row: IndicatorId | None = None
    listed: tuple[IndicatorId, ...] = ()
    passed: tuple[IndicatorId, ...] = ()
    trail: tuple[IndicatorId, ...] = ()
    stands: Mapping[str, int | None] = field(default_factory=dict)
    live: bool = True
    shown_in: int = 0
    batches: tuple[str, ...] = ()
    answers: Mapping[str, tuple[IndicatorId, ...]] = field(default_factory=dict)

    def is_live(self, now: datetime) -> bool:
        """Whether a bare number answers the step."""
        return self.live and self.row is not None and now - self.shown_at <= _ANSWERS_UNTIL

    def passing(self, row_id: IndicatorId) -> Guide:
        """With one more row passed over."""
        return replace(self, passed=(*(each for each in self.passed if each != row_id), row_id))


def new_guide(extent: Extent, agency: AgencyCode, period: Period, exchange: Exchange) -> Guide:
    """A round that has not shown anything yet."""
    return Guide(secrets.token_urlsafe(6), agency, period, extent, exchange.now)


def read_guide(exchange: Exchange) -> Guide | None:
    """The round remembered for this person; None when there is none, or its agency or part is no longer in the catalogue."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    if not document or not exchange.incoming.chat.is_private:
        return None
    agency = exchange.known_agency(document["a"])
    part = document["part"]
    if agency is None or (part is not None and part not in exchange.catalogue):
        return None
    known = exchange.catalogue
    return Guide(
        document["id"],
        agency,
        Period.parse(document["p"]),
        Extent(ExtentKind(document["kind"]), IndicatorId(part) if part else None),
        datetime.fromisoformat(document["at"]),
        row=IndicatorId(document["row"]) if document["row"] in known else None,
        listed=tuple(IndicatorId(each) for each in document["listed"])
        if all(each in known for each in document["listed"])
        else (),
        passed=tuple(IndicatorId(each) for each in document["passed"] if each in known),
        trail=tuple(IndicatorId(each) for each in document["trail"] if each in known),
        stands=document["stands"],
        live=document["live"],
        shown_in=document["update"],
        batches=tuple(document["batches"]),
        answers={
            message: tuple(IndicatorId(row) for row in rows)
            for message, rows in document["answers"].items()
            if all(row in known for row in rows)
        },
    )


def keep_guide(guide: Guide, exchange: Exchange) -> None:
    """Remember it."""
    document: dict[str, Any] = {
        "id": guide.id,
        "a": guide.agency,
        "p": guide.period.code,
        "kind": guide.extent.kind.value,
        "part": guide.extent.row,
        "at": guide.shown_at.isoformat(),
        "row": guide.row,
        "listed": list(guide.listed),
        "passed": list(guide.passed),
        "trail": list(guide.trail[-_KEPT_TRAIL:]),
        "stands": dict(guide.stands),
        "live": guide.live,
        "update": guide.shown_in,
        "batches": list(guide.batches[-_KEPT_TRAIL:]),
        "answers": {message: list(rows) for message, rows in list(guide.answers.items())[-_KEPT_ANSWERS:]},
    }
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, document)


def forget_guide(exchange: Exchange) -> bool:
    """End the round for good; whether it was at a step."""
    standing = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    return standing is not None and standing["row"] is not None


def is_live(exchange: Exchange) -> bool:
    """Whether a step waits for its answer in this chat."""
    guide = read_guide(exchange)
    return guide is not None and guide.is_live(exchange.now)


def let_rest(exchange: Exchange) -> None:
    """Something else was shown since the step: a bare number is no answer any more until the step is shown again."""
    guide = read_guide(exchange)
    if guide is not None and guide.live and guide.shown_in != exchange.incoming.update_id:
        keep_guide(replace(guide, live=False), exchange)
