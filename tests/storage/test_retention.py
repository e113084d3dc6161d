"""Old queue rows go; what still has something to do, and everything that was reported, stays."""

from datetime import UTC, datetime, timedelta

from bot.domain.outgoing import ButtonRecord, Outgoing
from storage import Storage, UnitOfWork
from storage.inbox import MAX_ATTEMPTS

NOW = datetime(2023, 3, 15, 8, tzinfo=UTC)
OLD, RECENT = NOW - timedelta(days=100), NOW - timedelta(days=2)
BEFORE = NOW - timedelta(days=90)


def forget(work: UnitOfWork) -> int:
    """All batches; how many rows."""
    total = 0
    while rows := work.forget_before(BEFORE, NOW):
        total += rows
    return total


def test_an_update_is_forgotten_once_it_ended_long_ago(storage: Storage) -> None:
    """Done or given up; a waiting one stays however old it is, and a recent one is still known again."""
    with storage.begin() as work:
        for update_id, at in ((1, OLD), (2, OLD), (3, OLD), (4, RECENT)):
            work.take_in(update_id, 7, "{}", at)
        work.finish_update(1)
        for _ in range(MAX_ATTEMPTS):
            work.fail_update(2, "ValueError", OLD)
        work.finish_update(4)
        assert forget(work) == 2
        assert [item.update_id for item in work.waiting_updates(10)] == [3]
        assert not work.take_in(4, 7, "{}", NOW)
        assert work.take_in(1, 7, "{}", NOW)


def test_messages_that_ended_go_and_those_to_be_sent_stay(storage: Storage) -> None:
    """Sent, dropped for a newer one, given up and reported: gone. To be sent, or given up and not reported: kept."""
    with storage.begin() as work:
        work.put_out(Outgoing(1, "dropped", slot="s"))
        sent, unreported = (work.put_out(Outgoing(chat, "text", slot="s")) for chat in (1, 2))
        work.undeliverable(unreported, "blocked")
        work.sent(sent, 11, OLD)
        reported = work.put_out(Outgoing(3, "text"))
        work.undeliverable(reported, "kicked")
        late = work.put_out(Outgoing(1, "text"))
        work.sent(late, 12, OLD)
        waiting = work.put_out(Outgoing(4, "waits"))
        recent = work.put_out(Outgoing(5, "recent"))
        work.sent(recent, 13, RECENT)
        assert forget(work) == 3  # dropped, sent, late
        told = {each.chat_id for each in work.take_undelivered(NOW)}
        assert told == {2, 3}
        assert forget(work) == 2
        claimed = work.claim_out(NOW, by="me", lease_seconds=30)
        assert claimed is not None
        assert claimed.id == waiting


def test_the_reminders_of_days_long_past_are_forgotten(storage: Storage) -> None:
    """Whoever had today's still had it."""
    today, past = NOW.date(), OLD.date()
    with storage.begin() as work:
        assert work.claim_reminder(1, past)
        assert work.claim_reminder(1, today)
        assert forget(work) == 1
        assert not work.claim_reminder(1, today)
        assert work.claim_reminder(1, past)


def test_what_fills_a_slot_can_still_be_edited(storage: Storage) -> None:
    """A year's summary is one message, edited as things change."""
    with storage.begin() as work:
        work.sent(work.put_out(Outgoing(1, "summary", slot="summary")), 11, OLD)
        work.sent(work.put_out(Outgoing(1, "an answer", subject={"i": "I.1"})), 12, OLD)
        forget(work)
        assert work.subject(1, 12) is None
        work.put_out(Outgoing(1, "summary, newer", slot="summary"))
        claimed = work.claim_out(NOW, by="me", lease_seconds=30)
        assert claimed is not None
        assert claimed.message.edits == 11


def test_buttons_go_once_they_have_expired(storage: Storage) -> None:
    """Pressing one later says that it is old, as for any button that is not known."""
    with storage.begin() as work:
        for token, expires in (("a", NOW - timedelta(seconds=1)), ("b", NOW + timedelta(days=1))):
            work.add_buttons([ButtonRecord(token, 1, None, {"do": "x"}, expires)])
        forget(work)
        assert work.button("a") is None
        assert work.button("b") is not None


def test_more_rows_than_a_batch_all_go(storage: Storage) -> None:
    """Batch by batch."""
    with storage.begin() as work:
        for update_id in range(2500):
            work.take_in(update_id, 7, "{}", OLD)
            work.finish_update(update_id)
        assert work.forget_before(BEFORE, NOW) == 1000
        assert forget(work) == 1500
