"""One update has its effects once, and what the catalogue no longer has breaks nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.people import Grant, Invite, Person, Role
from bot.domain.value import Fault, Figure, NewValue, SetAside, ValueKey
from bot.incoming import Chat, Command, Press, Text
from tests.conversation.office import ADMINISTRATOR, CLERK, DONE, GROUP, OUTSIDER, PLANNED, Q1, SCT, STC, Office, sure, unsure

STRANGER = 99


def texts(office: Office) -> list[str]:
    return [message.text for message in office.said]


def test_an_entry_delivered_twice_is_stored_and_answered_once(office: Office) -> None:
    """Telegram delivers again what was not confirmed in time."""
    for _ in range(2):
        office.turn(Text("quý 1/2023: nhiệm vụ đề ra 25"), update_id=7)
    with office.storage.begin() as work:
        assert len(work.changes(ValueKey(SCT, Q1, PLANNED))) == 1
    assert len(office.said) == 1


def test_a_press_delivered_twice_undoes_once(office: Office) -> None:
    """The second would otherwise say that there is nothing to undo."""
    office.enter(sure(PLANNED, 25))
    token = office.said[-1].buttons[0][-1].token
    toasts = [office.turn(Press(token), update_id=700).toast for _ in range(2)]
    assert toasts == [None, None]
    assert len(office.said) == 2
    assert office.stored(PLANNED) is None


def test_an_invite_delivered_twice_is_taken_up_once(office: Office) -> None:
    """And the person is not told that the link was used."""
    with office.storage.begin() as work:
        work.add_invite(Invite("token", Grant(Role.CLERK, STC), None, office.now, office.now.replace(year=2024)))
        work.commit()
    for _ in range(2):
        office.turn(Command("start", "token"), by=STRANGER, update_id=7)
    assert len(office.said) == 1
    assert "đã đăng ký xong. Anh/chị là: nhập số liệu của Sở Tài chính." in office.said[0].text


def test_a_clerk_of_one_office_who_is_invited_by_another_enters_for_both(office: Office) -> None:
    """And is asked which, since neither message nor focus says it."""
    with office.storage.begin() as work:
        work.add_invite(Invite("token", Grant(Role.CLERK, STC), None, office.now, office.now.replace(year=2024)))
        work.commit()
    office.command("start", "token")
    assert "nhập số liệu của Sở Công Thương, nhập số liệu của Sở Tài chính" in office.said[-1].text
    office.write("nhiệm vụ đề ra 25")
    assert office.said[-1].text == "Ghi cho đơn vị nào?"
    office.press("Sở Tài chính")
    assert (office.stored(PLANNED), office.stored(PLANNED, STC)) == (None, 25)


def test_a_clerk_of_two_offices_is_asked_which_report_to_submit(office: Office) -> None:
    """Until one of them owes nothing."""
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, SCT), Grant(Role.CLERK, STC))))
        work.commit()
    office.command("nop")
    assert office.said[-1].text == "Nộp báo cáo của đơn vị nào?"
    office.press("Sở Tài chính")
    office.press("Nộp báo cáo")
    office.press("Để trống cả 7 phần còn lại")
    office.press("Nộp báo cáo")
    with office.storage.begin() as work:
        assert (work.report(STC, Q1).is_locked, work.report(SCT, Q1).is_locked) == (True, False)
    office.command("nop")
    assert "của Sở Công Thương?" in office.said[-1].text


def test_an_invite_of_what_somebody_is_already_stays_for_whom_it_is_for(office: Office) -> None:
    """An administrator who tries the link does not use it up."""
    with office.storage.begin() as work:
        work.add_invite(Invite("token", Grant(Role.CLERK, SCT), None, office.now, office.now.replace(year=2024)))
        work.commit()
    office.command("start", "token")
    office.command("start", "token", by=STRANGER)
    assert "chưa dùng" in office.said[0].text
    assert "đã đăng ký xong" in office.said[1].text


def test_a_clerk_who_may_also_look_elsewhere_speaks_for_their_own_office(office: Office) -> None:
    """A question without an agency is about the one they enter for."""
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.VIEWER, STC), Grant(Role.CLERK, SCT))))
        work.commit()
    office.command("thieu")
    assert office.said[-1].text.startswith("Sở Công Thương · Quý I/2023")


@pytest.fixture
def changed(office: Office) -> Office:
    """Agency and rows that were there once, in values, memory, roles and groups."""
    gone, vanished = AgencyCode("GONE"), IndicatorId("vanished.row")
    with office.storage.begin() as work:
        values = [
            NewValue(ValueKey(SCT, Q1, vanished), Figure(Decimal(3), estimate=True), None, "3", None),
            NewValue(ValueKey(gone, Q1, PLANNED), Figure(Decimal(4)), None, "4", None),
        ]
        work.write_values(values, batch="old", by=CLERK, at=office.now, source=office.source)
        work.set_aside([SetAside(ValueKey(SCT, Q1, vanished), "3", Fault.BAD_OPTION, None, office.source, office.now)])
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, SCT), Grant(Role.VIEWER, gone))))
        work.save_person(Person(OUTSIDER, "Công chức khác", (Grant(Role.CLERK, gone),)))
        work.add_invite(Invite("token", Grant(Role.CLERK, gone), None, office.now, office.now.replace(year=2024)))
        choice = {
            "choices": [vanished],
            "replaces": [None],
            "note": None,
            "raw": "2",
            "figures": [{"number": "2", "state": "reported", "estimate": False}],
        }
        work.remember(CLERK, CLERK, "pending", {"id": "x", "a": SCT, "p": Q1.code, "queue": [choice]})
        work.remember(CLERK, CLERK, "focus", {"i": vanished, "a": gone, "p": Q1.code, "intent": "value"})
        work.commit()
    return office


@pytest.mark.parametrize(
    "said",
    [
        "/start",
        "/toi",
        "/thieu",
        "/nop",
        "/lich",
        "/huy",
        "2",
        "bỏ qua",
        "còn quý I?",
        "nhiệm vụ đề ra 25",
        "nhiệm vụ đề ra toàn tỉnh quý 1/2023",
        "sở nào chưa nộp",
    ],
)
def test_every_message_is_answered_after_the_catalogue_changed(changed: Office, said: str) -> None:
    """Nothing that was stored before it makes a turn fail, and no code of it is shown."""
    if said.startswith("/"):
        changed.command(said[1:])
    else:
        changed.write(said)
    assert changed.said
    assert not any("GONE" in text or "vanished" in text for text in texts(changed))


def test_a_role_of_an_agency_that_is_gone_is_none(changed: Office) -> None:
    """Its clerk is refused as anybody; its invite is not taken up."""
    changed.write("nhiệm vụ đề ra 25", by=OUTSIDER)
    assert "anh/chị xin Sở Nội vụ đường dẫn mời" in changed.said[-1].text
    changed.command("start", "token", by=STRANGER)
    assert "Đường dẫn mời này đã dùng, đã hết hạn hoặc không đúng" in changed.said[-1].text


def test_strangers_are_not_answered_in_groups(office: Office) -> None:
    """Not even to /start, which anybody could repeat."""
    office.command("start", by=STRANGER, chat=GROUP)
    office.command("help", by=STRANGER, chat=GROUP)
    office.write("nhiệm vụ đề ra", by=STRANGER, chat=GROUP)
    assert office.said == []


def test_an_invite_is_made_in_private_only(office: Office) -> None:
    """In a group it would be anybody's."""
    office.command("moi", "nhập sct", by=ADMINISTRATOR, chat=GROUP)
    assert not any("start" in said.text for said in office.said if said.chat_id == GROUP.id)
    assert [said.chat_id for said in office.said if "start" in said.text] == [ADMINISTRATOR]


def test_the_answer_of_a_press_never_depends_on_another_chat(office: Office) -> None:
    """A token is good in its chat and for its person only."""
    office.enter(unsure("2", "inspection.issues_resolved", "decentralization_inspection.issues_resolved"))
    token = office.said[-1].buttons[0][0].token
    assert office.turn(Press(token), by=OUTSIDER).toast == "Nút này dành cho người khác."
    assert office.turn(Press(token), chat=Chat(-5, is_private=False)).toast == "Nút này dành cho người khác."
    assert office.stored(DONE) is None


def test_the_first_administrator_is_named_by_a_setting(office: Office) -> None:
    """And registers by writing, before anybody could have invited them; nobody else does."""
    office.settings = replace(office.settings, admin_id=STRANGER)
    office.command("moi", "nhập stc", by=STRANGER)
    assert "Đường dẫn mời (nhập số liệu, Sở Tài chính)" in office.said[-1].text
    office.command("moi", "nhập stc", by=STRANGER + 1)
    assert "anh/chị xin Sở Nội vụ đường dẫn mời" in office.said[-1].text
