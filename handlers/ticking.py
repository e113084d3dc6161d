"""The clockwork: one tick a minute. What is due stands in the calendar and the database, never in the scheduler."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.clock import VIET_NAM
from bot.conversation.telling import lock_and_tell
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import give_due_notices
from bot.domain.summarising import give_due_summaries
from bot.domain.undelivered import report_undelivered
from bot.services import Services
from storage import UnitOfWork

_FORGETTING_MINUTE = 41  # reminders and summaries are due at full and half hours
_FILES_KEPT = timedelta(days=7)  # previews that nobody decided about
_log = logging.getLogger(__name__)


def scheduler(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """Runs `tick` at every full minute once started; a late tick is run, several missed ones as one."""
    clockwork = AsyncIOScheduler(timezone=VIET_NAM)
    every_minute = CronTrigger(second=0, timezone=VIET_NAM)
    clockwork.add_job(tick, every_minute, misfire_grace_time=None, coalesce=True, max_instances=1)
    return clockwork


async def lock_expired_reports(services: Services) -> None:
    """Lock the reopened reports whose time is up and tell everyone concerned; before notices, which ask who owes."""
    if await services.storage.hop(lambda work: lock_and_tell(work, services.catalogue, services.clock.now())):
        services.outbox_filled.set()


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


async def give_summaries(services: Services) -> int:
    """Put the summaries that are due now into the outbox; returns how many groups get one."""
    settings, now = services.settings, services.clock.now()

    def give(work: UnitOfWork) -> int:
        calendar = standing_calendar(work, services.catalogue)
        return give_due_summaries(
            work, services.catalogue, calendar, policy=settings.policy, now=now, dark=settings.dark_pictures
        )

    given = await services.storage.hop(give)
    if given:
        services.outbox_filled.set()
        _log.info("%s summaries given", given)
    return given


async def forget_old(services: Services) -> int:
    """Once an hour, delete what is kept only for a while, a batch at a time; returns how many rows."""
    now = services.clock.now()
    if now.minute != _FORGETTING_MINUTE:
        return 0
    before = now - timedelta(days=services.settings.keep_days)
    forgotten = 0
    while rows := await services.storage.hop(lambda work: work.forget_before(before, now)):
        forgotten += rows
    if forgotten:
        _log.info("%s old rows forgotten", forgotten)
    _give_memory_back()
    return forgotten


def _give_memory_back() -> None:
    """Hand the system what lies free between what stays: the C library would keep it, and a process of months grow by it."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, others need none
        if trim is not None:
            trim(0)


async def report_failures(services: Services) -> int:
    """Tell administrators, once a day, what could not be delivered; returns how many are told."""
    settings, now = services.settings, services.clock.now()

    def report(work: UnitOfWork) -> int:
        calendar = standing_calendar(work, services.catalogue)
        return report_undelivered(work, services.catalogue, calendar, remind_at=settings.remind_at, now=now)

    told = await services.storage.hop(report)
    if told:
        services.outbox_filled.set()
    return told


async def forget_old_files(services: Services) -> None:
    """Forget what was read of files that nobody decided about for a week."""
    unchanged_since = services.clock.now() - _FILES_KEPT
    await services.storage.hop(lambda work: work.forget_files(unchanged_since))
