"""The outbox leaves in order, and each of Telegram's errors is answered by what it means."""

import asyncio
from datetime import timedelta

import pytest
from telegram.ext import ExtBot

from bot.clock import ShiftedClock
from bot.domain.outgoing import ButtonRecord, Medium, Outgoing, OutgoingButton, Recipe
from bot.domain.people import Group
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
    now = office.clock.now()
    record = ButtonRecord("t1", AN, AN, {"do": "drop"}, now + timedelta(days=1))
    await office.storage.hop(lambda work: work.add_buttons([record]))
    await office.put_out(
        Outgoing(AN, "<b>một</b>"), Outgoing(AN, "hai", buttons=((OutgoingButton("Hoàn tác", "t1"),),), subject={"i": "x"})
    )
    await office.send()
    assert office.texts(AN) == ["một", "hai"]
    last = office.server.sent(AN)[-1]
    assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "Hoàn tác"
    with office.storage.begin() as work:
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


async def test_the_parts_of_a_long_text_are_paced_and_none_is_said_twice(
    bot: ExtBot[None], storage: Storage, clock: ShiftedClock, server: LocalTelegram
) -> None:
    """Flood control in the middle holds up the rest only; a second a part, as Telegram wants it."""
    server.flood_control = FloodControl()
    office = Office(bot, storage, clock, server, Limits())
    await office.put_out(Outgoing(AN, "\n".join(f"dòng {number}" for number in range(1000)), slot="list"))
    await office.send()
    assert len(office.texts(AN)) == 1
    server.faults.append(Fault("sendMessage", flooded(30), chat_id=AN))
    for _ in range(40):
        office.pass_time(1)
        await office.send()
    assert "\n".join(office.texts(AN)) == "\n".join(f"dòng {number}" for number in range(1000))
    assert [call.status for call in server.calls if call.method == "sendMessage"] == [200, 429, 200, 200]


async def test_a_text_of_many_messages_goes_as_a_file_under_which_it_begins(office: Office) -> None:
    """Nobody scrolls through ten messages; a file is kept and searched. The buttons stay with it."""
    lines = [f"<b>dòng {number}</b> &amp; thêm" for number in range(2000)]
    await office.put_out(Outgoing(AN, "\n".join(lines), buttons=((OutgoingButton("Xem", "t"),),)), Outgoing(AN, "hai"))
    await office.send()
    listing, after = office.server.sent(AN)
    content = office.server.file(listing["document"]["file_id"]).decode("utf-8-sig")
    assert content.split("\r\n") == [f"dòng {number} & thêm" for number in range(2000)]
    assert listing["caption"].startswith("dòng 0 & thêm\ndòng 1 & thêm\n")
    assert listing["caption"].endswith("… Danh sách dài, xem đầy đủ trong tệp kèm theo.")
    assert listing["document"]["file_name"] == "danh-sach.txt"
    assert "reply_markup" in listing
    assert after["text"] == "hai"


PICTURE = Recipe("completeness_chart", Medium.PICTURE, "cchc.png", {"title": "Quý III/2022", "subtitle": "", "rows": []})
LIST = Recipe("list", Medium.DOCUMENT, "danh-sach.txt", {"text": "một"})


async def test_a_picture_goes_with_its_text_and_is_edited_in_its_slot(office: Office) -> None:
    """Another picture, another text, another button: the same message."""
    await office.put_out(Outgoing(AN, "<b>12/19</b> đã nộp", recipe=PICTURE, slot="summary"))
    await office.send()
    later = Outgoing(AN, "13/19", recipe=LIST, slot="summary", buttons=((OutgoingButton("Xem", "t"),),))
    await office.put_out(later)
    await office.send()
    (message,) = office.server.sent(AN)
    assert (message["caption"], message["document"]["file_name"]) == ("13/19", "danh-sach.txt")
    assert "photo" not in message
    assert "reply_markup" in message
    assert [call.method for call in office.server.calls][-2:] == ["sendPhoto", "editMessageMedia"]


async def test_a_text_gets_a_picture_and_a_picture_another_text(office: Office) -> None:
    """Telegram lets a text become a picture; a picture stays one, and the text under it changes."""
    for message in (Outgoing(AN, "một", slot="s"), Outgoing(AN, "hai", slot="s", recipe=PICTURE), Outgoing(AN, "ba", slot="s")):
        await office.put_out(message)
        await office.send()
    (message,) = office.server.sent(AN)
    assert message["caption"] == "ba"
    assert message["photo"]
    await office.put_out(Outgoing(AN, "x" * 1100, slot="s"))
    await office.send()
    assert [len(message.get("text", "")) for message in office.server.sent(AN)] == [0, 1100]  # too long for a caption: anew


async def test_what_does_not_fit_under_a_picture_follows_it(office: Office) -> None:
    """1,024 characters stand there; the buttons come last."""
    text = "\n".join(f"dòng {number}" for number in range(200))
    await office.put_out(Outgoing(AN, text, recipe=PICTURE, buttons=((OutgoingButton("Xem", "t"),),)))
    await office.send()
    picture, rest = office.server.sent(AN)
    assert f"{picture['caption']}\n{rest['text']}" == text
    assert "reply_markup" not in picture
    assert "reply_markup" in rest


async def test_a_picture_that_cannot_be_made_does_not_keep_its_text_back(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """The figures matter more; the log tells us."""
    await office.put_out(Outgoing(AN, "12/19 đã nộp", recipe=Recipe("nobody", Medium.PICTURE, "x.png", {})))
    await office.send()
    assert office.texts(AN) == ["12/19 đã nộp"]
    assert "x.png was not made" in caplog.text


async def test_a_picture_that_telegram_refuses_does_not_keep_its_text_back(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """A list is no picture."""
    await office.put_out(Outgoing(AN, "12/19", recipe=Recipe("list", Medium.PICTURE, "x.png", {"text": "một"})))
    await office.send()
    assert office.texts(AN) == ["12/19"]
    assert "IMAGE_PROCESS_FAILED" in caplog.text.upper()


async def test_answers_go_on_while_a_picture_is_made(office: Office) -> None:
    """Making takes a second; the chat that waits for it keeps its order, others do not wait."""
    await office.put_out(Outgoing(AN, "hình", recipe=PICTURE), Outgoing(AN, "sau hình"), Outgoing(BINH, "ba"))
    while await office.sender.send_one("test"):
        pass
    assert (office.server.sent(AN), office.texts(BINH)) == ([], ["ba"])
    await office.sender.made()
    await office.send()
    assert [message.get("text") or message["caption"] for message in office.server.sent(AN)] == ["hình", "sau hình"]


async def test_many_pictures_wait_their_turn(office: Office) -> None:
    """A claim lasts a minute: what would not be made by then is not claimed yet."""
    for chat in range(101, 107):
        office.server.world.add_person(chat, "Ai đó").has_started = True
        await office.put_out(Outgoing(chat, "hình", recipe=PICTURE))
    while await office.sender.send_one("test"):
        pass
    await office.sender.made()
    assert len(office.server.sent()) == 4
    office.pass_time(1)
    await office.send()
    assert len(office.server.sent()) == 6


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
