"""The clockwork: one tick a minute. What is due stands in the calendar and the database, never in the scheduler."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.clock import VIET_NAM
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import give_due_notices
from bot.services import Services
from storage import UnitOfWork

_log = logging.getLogger(__name__)


def scheduler(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """Runs `tick` at every full minute once started; a late tick is run, several missed ones as one."""
    clockwork = AsyncIOScheduler(timezone=VIET_NAM)
    every_minute = CronTrigger(second=0, timezone=VIET_NAM)
    clockwork.add_job(tick, every_minute, misfire_grace_time=None, coalesce=True, max_instances=1)
    return clockwork


async def give_notices(services: Services) -> int:
    """Put what is due now into the outbox; returns how many messages."""

    def give(work: UnitOfWork) -> int:
        calendar, now = standing_calendar(work, services.catalogue), services.clock.now()
        return give_due_notices(work, services.catalogue, calendar, policy=services.settings.policy, now=now)

    given = await services.storage.hop(give)
    if given:
        services.outbox_filled.set()
        _log.info("%s notices given", given)
    return given
