"""Killed at random moments, cut off, locked out: every entry that was acknowledged is stored once, in order, and answered."""

import pytest

from tests.killing import run_and_kill
from tests.troubles import TROUBLES, run_through, telegram_answers_garbage, the_network_is_cut

PROCESSES = {"sqlite": 1, "postgresql": 2}


@pytest.mark.parametrize("engine", PROCESSES)
async def test_a_killed_bot_loses_nothing_and_does_nothing_twice(engine: str) -> None:
    """A few kills; the long run has two hundred."""
    counts = await run_and_kill(engine, entries=30, chats=6, kills=3, seed=7, processes=PROCESSES[engine])
    assert counts.is_right, counts.table()


async def test_cut_off_from_telegram_it_goes_on_afterwards() -> None:
    """Nobody is killed, so nothing is said twice."""
    counts = await run_through("sqlite", (telegram_answers_garbage, the_network_is_cut), entries=3, chats=3)
    assert counts.is_right, counts.table()


@pytest.mark.soak
@pytest.mark.parametrize("engine", PROCESSES)
async def test_two_hundred_kills(engine: str) -> None:
    """2,000 entries from 50 chats."""
    counts = await run_and_kill(engine, entries=2000, chats=50, kills=200, seed=1, processes=PROCESSES[engine])
    assert counts.is_right, counts.table()


@pytest.mark.soak
@pytest.mark.parametrize("engine", PROCESSES)
async def test_every_trouble(engine: str) -> None:
    """One after the other, entries before, during and after each."""
    counts = await run_through(engine, TROUBLES[engine], entries=10, chats=20)
    assert counts.is_right, counts.table()
