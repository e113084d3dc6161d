"""One person cannot keep the bot busy, and nobody who works as people do ever meets the limit."""

from datetime import UTC, datetime, timedelta

from bot.domain.personal_limit import PersonalLimit, Verdict

NOW = datetime(2023, 3, 15, 8, tzinfo=UTC)


def test_a_flood_is_told_once_and_then_left() -> None:
    """Five minutes' worth at once, then nothing but one word about it."""
    limit = PersonalLimit(60)
    verdicts = [limit.look(1, NOW + timedelta(milliseconds=number)) for number in range(1000)]
    assert verdicts[:300] == [Verdict.FREE] * 300
    assert verdicts[300] is Verdict.TOLD_NOW
    assert set(verdicts[301:]) == {Verdict.LEFT}


def test_after_a_while_it_is_answered_again_and_told_again_if_it_goes_on() -> None:
    """A minute gives a minute's worth."""
    limit = PersonalLimit(60)
    for _ in range(400):
        limit.look(1, NOW)
    later = NOW + timedelta(minutes=1)
    verdicts = [limit.look(1, later) for _ in range(62)]
    assert verdicts == [Verdict.FREE] * 60 + [Verdict.TOLD_NOW, Verdict.LEFT]


def test_others_are_not_touched() -> None:
    """Each has an account of their own."""
    limit = PersonalLimit(5)
    for _ in range(100):
        limit.look(1, NOW)
    assert limit.look(2, NOW) is Verdict.FREE


def test_whoever_writes_all_day_at_the_allowed_pace_is_never_stopped() -> None:
    """And a clock that is set back takes nothing away."""
    limit = PersonalLimit(60)
    assert all(limit.look(1, NOW + timedelta(seconds=second)) is Verdict.FREE for second in range(5000))
    assert limit.look(1, NOW - timedelta(days=1)) is Verdict.FREE


def test_memory_is_bounded() -> None:
    """A hundred thousand strangers."""
    limit = PersonalLimit(60)
    for person in range(100_000):
        limit.look(person, NOW)
    assert len(limit._accounts) == 10_000  # noqa: SLF001  the bound is the claim
