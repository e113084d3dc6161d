"""The outbox leaves in order, and each of Telegram's errors is answered by what it means."""

import asyncio
from datetime import timedelta

import pytest
from telegram.ext import ExtBot

from bot.clock import ShiftedClock
from bot.domain.people import Group
from bot.domain.ports import ButtonRecord, Outgoing, OutgoingButton
from handlers.local.faults import ApiError, Fault, FloodControl, flooded
from handlers.local.server import LocalTelegram
from handlers.pacing import Limits
from handlers.sending import Sender
from storage import Storage, UnitOfWork

AN, BINH, GROUP = 11, 12, -1001


@pytest.fixture(autouse=True)
def people(server: LocalTelegram) -> None:
    for person, name in ((AN, "An"), (BINH, "Bình")):
        server.world.add_person(person, name).has_started = True
    server.world.add_group(GROUP, "Nhóm CCHC", threads=[5])


class Office:
    """A sender with its outbox."""

    def __init__(
        self, bot: ExtBot[None], storage: Storage, clock: ShiftedClock, server: LocalTelegram, limits: Limits | None
    ) -> None:
        """Send to the local Telegram."""
        self.storage, self.clock, self.server = storage, clock, server
        self.filled = asyncio.Event()
        self.sender = Sender(bot, storage, clock, filled=self.filled, limits=limits)

    async def put_out(self, *messages: Outgoing) -> None:
        """Fill the outbox."""
        await self.storage.hop(lambda work: [work.put_out(message) for message in messages])

    async def send(self) -> int:
        """Send what may go now; how many attempts."""
        attempts = 0
        while await self.sender.send_one("test"):
            attempts += 1
            await self.sender.made()
        return attempts

    async def backlog(self) -> int:
        """What is still to be sent."""
        return await self.storage.hop(UnitOfWork.outbox_backlog)

    def texts(self, chat_id: int) -> list[str]:
        """What stands in a chat."""
        return [message["text"] for message in self.server.sent(chat_id)]

    def pass_time(self, seconds: float) -> None:
        """Move the frozen clock."""
        self.clock.stand_at(self.clock.now() + timedelta(seconds=seconds))


@pytest.fixture
def office(bot: ExtBot[None], storage: Storage, clock: ShiftedClock, server: LocalTelegram) -> Office:
    return Office(bot, storage, clock, server, None)


async def test_messages_go_in_order_with_their_buttons(office: Office) -> None:
    """And the buttons are bound to the message that carries them."""
    now = office.clock.now()
    record = ButtonRecord("t1", AN, AN, {"do": "drop"}, now + timedelta(days=1))
    await office.storage.hop(lambda work: work.add_button(record))
    await office.put_out(
        Outgoing(AN, "<b>một</b>"), Outgoing(AN, "hai", buttons=((OutgoingButton("Hoàn tác", "t1"),),), subject={"i": "x"})
    )
    await office.send()
    assert office.texts(AN) == ["một", "hai"]
    last = office.server.sent(AN)[-1]
    assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "Hoàn tác"
    with office.storage.begin() as work:
        bound = work.button("t1")
        assert bound is not None
        assert bound.message_id == last["message_id"]
        assert work.subject(AN, last["message_id"]) == {"i": "x"}


async def test_a_topic_and_the_question_are_answered_where_they_stand(office: Office) -> None:
    """In a group the answer hangs on the question; a question deleted meanwhile is answered all the same."""
    asked = office.server.world.say(AN, "/lich", chat_id=GROUP, thread_id=5)
    await office.put_out(
        Outgoing(GROUP, "17/3", thread_id=5, reply_to=asked["message_id"]), Outgoing(GROUP, "18/3", thread_id=5, reply_to=999)
    )
    await office.send()
    first, second = office.server.sent(GROUP)
    assert first["message_thread_id"] == 5
    assert first["reply_to_message"]["text"] == "/lich"
    assert second["text"] == "18/3"


async def test_a_slot_is_edited_and_sent_anew_when_its_message_is_gone(office: Office) -> None:
    """An edit that changes nothing is a success too."""
    for text in ("12/19 đã nộp", "13/19 đã nộp", "13/19 đã nộp"):
        await office.put_out(Outgoing(AN, text, slot="tally"))
        await office.send()
    (tally,) = office.server.sent(AN)
    assert tally["text"] == "13/19 đã nộp"
    del office.server.world.rooms[AN].messages[tally["message_id"]]
    await office.put_out(Outgoing(AN, "14/19 đã nộp", slot="tally"))
    await office.send()
    assert office.texts(AN) == ["14/19 đã nộp"]
    assert await office.backlog() == 0


async def test_a_text_over_the_limit_goes_as_several_messages(office: Office) -> None:
    """The last carries the buttons."""
    lines = "\n".join(f"<b>dòng {number}</b>" for number in range(1000))
    await office.put_out(Outgoing(AN, lines, buttons=((OutgoingButton("Xem", "t"),),)))
    await office.send()
    *first, last = office.server.sent(AN)
    assert len(first) >= 1
    assert all("reply_markup" not in message for message in first)
    assert "reply_markup" in last
    assert "\n".join(office.texts(AN)).count("dòng") == 1000


async def test_markup_that_telegram_cannot_read_is_sent_as_plain_text(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """The figure matters more than the bold; the log tells us to mend it."""
    await office.put_out(Outgoing(AN, "<b>4.954"))
    await office.send()
    assert office.texts(AN) == ["4.954"]
    assert "markup" in caplog.text


async def test_flood_control_holds_up_that_chat_only(office: Office) -> None:
    """RetryAfter means: this chat, for so long."""
    office.server.faults.append(Fault("sendMessage", flooded(30), chat_id=AN))
    await office.put_out(Outgoing(AN, "một"), Outgoing(AN, "hai"), Outgoing(BINH, "ba"))
    await office.send()
    assert (office.texts(AN), office.texts(BINH)) == ([], ["ba"])
    office.pass_time(29)
    await office.send()
    assert office.texts(AN) == []
    office.pass_time(1)
    await office.send()
    assert office.texts(AN) == ["một", "hai"]


@pytest.mark.parametrize(
    "error",
    [
        ApiError(500, "Internal Server Error"),
        ApiError(502, "Bad Gateway"),
        ApiError(401, "Unauthorized"),
        ApiError(409, "Conflict"),
    ],
)
async def test_trouble_that_passes_is_tried_again_later(office: Office, error: ApiError) -> None:
    """With growing pauses, and nothing overtakes within the chat."""
    office.server.faults.append(Fault("sendMessage", error, times=2))
    await office.put_out(Outgoing(AN, "một"), Outgoing(AN, "hai"))
    assert await office.send() == 1
    office.pass_time(1)
    assert await office.send() == 1
    office.pass_time(2)
    await office.send()
    assert office.texts(AN) == ["một", "hai"]


async def test_a_network_that_stays_down_gives_up_in_the_end(office: Office) -> None:
    """After about an hour a message is no news any more, and the next gets its chance."""
    office.server.faults.append(Fault("sendMessage", ApiError(502, "Bad Gateway"), times=50))
    await office.put_out(Outgoing(AN, "cũ"), Outgoing(AN, "mới"))
    for _ in range(60):
        office.pass_time(60)
        await office.send()
    assert office.texts(AN) == ["mới"]


async def test_who_blocked_the_bot_gets_nothing_more(office: Office) -> None:
    """The chat is marked, what waits for it is given up, others go on."""
    office.server.world.block(AN)
    await office.put_out(Outgoing(AN, "một"), Outgoing(AN, "hai"), Outgoing(BINH, "ba"), Outgoing(404, "bốn"))
    await office.send()
    assert office.texts(BINH) == ["ba"]
    assert await office.backlog() == 0
    unreachable = await office.storage.hop(UnitOfWork.unreachable_chats)
    assert set(unreachable) == {AN, 404}


async def test_a_message_that_telegram_will_never_take_is_given_up(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """It must not hold up its chat for ever."""
    await office.put_out(Outgoing(AN, "một", buttons=((OutgoingButton("x", "đ" * 40),),)), Outgoing(AN, "hai"))
    await office.send()
    assert office.texts(AN) == ["hai"]
    assert "BUTTON_DATA_INVALID" in caplog.text.upper()


async def test_a_group_is_followed_to_its_new_id(office: Office) -> None:
    """With its registration and everything that was to be said there."""
    office.server.world.add_group(-7, "Nhóm nhỏ", kind="group")
    await office.storage.hop(lambda work: work.save_group(Group(-7, None, "Nhóm nhỏ", None, AN)))
    await office.put_out(Outgoing(-7, "một"), Outgoing(-7, "hai"))
    office.server.world.migrate(-7, -1007, by=AN)
    await office.send()
    assert office.texts(-1007) == ["một", "hai"]
    with office.storage.begin() as work:
        assert work.group(-1007, None) is not None
        assert work.group(-7, None) is None


async def test_an_answer_overtakes_a_broadcast(office: Office) -> None:
    """Somebody waits for it."""
    await office.put_out(*(Outgoing(AN if number % 2 else BINH, f"nhắc {number}", answers=False) for number in range(6)))
    await office.put_out(Outgoing(BINH, "trả lời"))
    await office.send()
    assert office.texts(BINH)[0] == "trả lời"


async def test_pacing_never_makes_telegram_say_no(
    bot: ExtBot[None], storage: Storage, clock: ShiftedClock, server: LocalTelegram
) -> None:
    """With Telegram's limits enforced strictly: no 429, a group gets its twenty a minute, nothing is lost."""
    server.flood_control = FloodControl()
    office = Office(bot, storage, clock, server, Limits())
    await office.put_out(*(Outgoing(GROUP, f"tin {number}") for number in range(25)), Outgoing(AN, "một"), Outgoing(AN, "hai"))
    for _ in range(100):
        await office.send()
        office.pass_time(1)
    assert [call.status for call in server.calls if call.method == "sendMessage"] == [200] * 27
    assert office.texts(GROUP) == [f"tin {number}" for number in range(25)]


async def test_told_to_stop_the_sender_sends_what_may_still_go(office: Office) -> None:
    """The last answers go out; what Telegram asked to wait with stays for the next start."""
    office.server.faults.append(Fault("sendMessage", flooded(30), chat_id=BINH))
    await office.put_out(Outgoing(AN, "một"), Outgoing(BINH, "hai"), Outgoing(AN, "ba"))
    async with asyncio.timeout(5):
        office.sender.stop()
        await office.sender.run()
    assert (office.texts(AN), office.texts(BINH)) == (["một", "ba"], [])
    assert await office.backlog() == 1


async def test_the_sender_wakes_when_the_outbox_is_filled(office: Office) -> None:
    """Nobody waits for its next look."""
    running = asyncio.ensure_future(office.sender.run())
    await asyncio.sleep(0.05)  # it has looked and waits now
    await office.put_out(Outgoing(AN, "một"))
    office.filled.set()
    async with asyncio.timeout(0.5):
        while await office.backlog():  # noqa: ASYNC110  the state is in the database
            await asyncio.sleep(0.01)
    office.sender.stop()
    await running
    assert office.texts(AN) == ["một"]
