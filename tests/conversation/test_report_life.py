"""A report's life in the chat: whatever is pressed by whomever and whenever, only legal steps are taken, and who is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.outgoing import ButtonRecord
from bot.domain.people import Grant, Group, Person, Role
from bot.domain.report import Report, ReportState
from bot.domain.value import Figure, NewValue, State, ValueKey
from bot.incoming import Chat, Press
from tests.conversation.office import (
    ADMINISTRATOR,
    CLERK,
    COLLEAGUE,
    DONE,
    GROUP,
    OUTSIDER,
    PLANNED,
    Q1,
    SCT,
    STC,
    Office,
    sure,
)

AGENCY_VIEWER, PROVINCE_VIEWER, STRANGER = 6, 7, 99
ROLES = {
    "administrator": ADMINISTRATOR,
    "clerk": CLERK,
    "clerk of another agency": OUTSIDER,
    "viewer of the agency": AGENCY_VIEWER,
    "viewer of the province": PROVINCE_VIEWER,
    "stranger": STRANGER,
}
SUBMITTERS, REVIEWERS = {"administrator", "clerk"}, {"administrator"}
WHERE = {"a": SCT, "p": Q1.code}
LEGAL: dict[str, tuple[set[str], set[str], str]] = {
    "submit": (SUBMITTERS, {"open", "on_paper", "returned", "reopened"}, "submitted"),
    "on_paper": (SUBMITTERS, {"open", "returned"}, "on_paper"),
    "accept": (REVIEWERS, {"submitted", "on_paper"}, "accepted"),
    "take_return": (REVIEWERS, {"submitted", "on_paper"}, "returned"),
    "take_reopen": (REVIEWERS, {"submitted", "accepted"}, "reopened"),
}
ACTIONS: dict[str, Mapping[str, Any]] = {
    "submit": {"do": "submit", "sub": "x", **WHERE},
    "on_paper": {"do": "on_paper", **WHERE},
    "accept": {"do": "accept", "sure": True, **WHERE},
    "take_return": {"do": "take_return", "review": "x"},
    "take_reopen": {"do": "take_reopen", "review": "x", "until": "2023-03-17"},
}


@pytest.fixture(autouse=True)
def everybody(office: Office) -> None:
    """The viewers too."""
    with office.storage.begin() as work:
        work.save_person(Person(AGENCY_VIEWER, "Người xem", (Grant(Role.VIEWER, SCT),)))
        work.save_person(Person(PROVINCE_VIEWER, "Lãnh đạo", (Grant(Role.VIEWER),)))
        work.commit()


def stand(office: Office, state: ReportState) -> None:
    """Bring the report of Sở Công Thương, Quý I/2023, to a state."""
    until = office.now + timedelta(days=2) if state is ReportState.REOPENED else None
    with office.storage.begin() as work:
        work.save_report(Report(SCT, Q1, state, office.now, CLERK, office.now, open_until=until), by=CLERK, at=office.now)
        work.commit()


def report_of(office: Office) -> Report:
    with office.storage.begin() as work:
        return work.report(SCT, Q1)


def press_made(office: Office, action: Mapping[str, Any], *, by: int, chat: Chat | None = None) -> None:
    """A button of that action, as an older message of that person may still carry."""
    chat_id = chat.id if chat is not None else by
    with office.storage.begin() as work:
        token = f"{by}-{action['do']}-{office.last_update}"
        work.add_buttons([ButtonRecord(token, chat_id, by, action, office.now + timedelta(days=1))])
        work.commit()
    office.turn(Press(token), by=by, chat=chat)


def fill_documents(office: Office, person: int, chat_id: int) -> None:
    """As if the person had answered every question before."""
    everything = [row.id for row in office.catalogue.rows]
    with office.storage.begin() as work:
        submission = {"id": "x", **WHERE, "passed": everything, "estimates": [], "checks": [], "reason": None}
        work.remember(chat_id, person, "submission", submission)
        review = {"id": "x", "step": "return", **WHERE, "reason": "chưa khớp", "rows": [DONE]}
        work.remember(chat_id, person, "review", review)
        work.commit()


@pytest.mark.parametrize(("state", "role", "step"), list(product(ReportState, ROLES, LEGAL)))
def test_a_button_takes_its_step_only_where_it_is_legal(office: Office, state: ReportState, role: str, step: str) -> None:
    """Every state, every role, every step: buttons live for thirty days, rights and states do not."""
    stand(office, state)
    person = ROLES[role]
    fill_documents(office, person, person)
    press_made(office, ACTIONS[step], by=person)
    roles, begins, ends = LEGAL[step]
    legal = role in roles and state.value in begins
    assert report_of(office).state.value == (ends if legal else state.value)
    told = {message.chat_id for message in office.said} - {person}
    assert told == ({CLERK, COLLEAGUE, ADMINISTRATOR} - {person} if legal else set())


@pytest.mark.parametrize("step", ["accept", "take_return", "take_reopen"])
def test_reviewing_is_done_in_private(office: Office, step: str) -> None:
    """Not even by an administrator in the agency's own group."""
    office.register_group(SCT)
    state = ReportState.SUBMITTED
    stand(office, state)
    fill_documents(office, ADMINISTRATOR, GROUP.id)
    said = len(office.said)
    press_made(office, ACTIONS[step], by=ADMINISTRATOR, chat=GROUP)
    assert report_of(office).state is state
    assert len(office.said) == said


@pytest.mark.parametrize("agency", [STC, None])
@pytest.mark.parametrize("step", ["submit", "on_paper"])
def test_nothing_is_submitted_in_a_group_that_is_not_the_agencys(office: Office, step: str, agency: Any) -> None:  # noqa: ANN401  code or none
    office.register_group(agency)
    fill_documents(office, CLERK, GROUP.id)
    press_made(office, ACTIONS[step], by=CLERK, chat=GROUP)
    assert report_of(office).state is ReportState.OPEN


@pytest.mark.parametrize("state", ReportState)
def test_entries_are_taken_by_reports_that_are_not_locked(office: Office, state: ReportState) -> None:
    stand(office, state)
    office.enter(sure(PLANNED, 25))
    assert (office.stored(PLANNED) is None) is (state.value in {"submitted", "accepted"})


def test_a_locked_report_says_who_can_reopen_it(office: Office) -> None:
    """By name in private, by office in a group."""
    stand(office, ReportState.ACCEPTED)
    office.enter(sure(PLANNED, 25))
    assert "đã được duyệt nên đã khóa" in office.said[-1].text
    assert office.said[-1].text.endswith("mở lại: Quản trị.")
    office.register_group(SCT)
    office.enter(sure(PLANNED, 25), chat=GROUP)
    assert office.said[-1].text.endswith("nhờ quản trị của Sở Nội vụ mở lại.")


def test_everyone_concerned_is_told_once_and_nobody_else(office: Office) -> None:
    """Clerks, the submitter who has moved on but may still look, administrators, the agency's groups; not the actor."""
    other_group, topic, silent = -201, 7, -202
    with office.storage.begin() as work:
        work.save_person(Person(AGENCY_VIEWER, "Người nộp cũ", (Grant(Role.VIEWER, SCT),)))
        work.save_person(Person(8, "Quản trị hai", (Grant(Role.ADMINISTRATOR), Grant(Role.CLERK, SCT))))
        work.save_group(Group(GROUP.id, topic, "Nhóm", SCT, ADMINISTRATOR))
        work.save_group(Group(other_group, None, "Nhóm sở khác", STC, ADMINISTRATOR))
        work.save_group(Group(silent, None, "Nhóm cũ", SCT, ADMINISTRATOR, active=False))
        work.save_report(Report(SCT, Q1, ReportState.SUBMITTED, office.now, AGENCY_VIEWER), by=AGENCY_VIEWER, at=office.now)
        work.commit()
    press_made(office, ACTIONS["accept"], by=ADMINISTRATOR)
    answer, *told = office.said
    assert answer.chat_id == ADMINISTRATOR
    assert sorted(message.chat_id for message in told) == [GROUP.id, CLERK, COLLEAGUE, AGENCY_VIEWER, 8]
    assert next(message for message in told if message.chat_id == GROUP.id).thread_id == topic
    assert "Quản trị" not in next(message for message in told if message.chat_id == GROUP.id).text
    assert not any(message.answers for message in told)


def test_a_submitter_without_rights_is_not_told(office: Office) -> None:
    """A reason is the agency's own affair."""
    with office.storage.begin() as work:
        work.save_person(Person(AGENCY_VIEWER, "Đã chuyển", (Grant(Role.CLERK, STC),)))
        work.save_report(Report(SCT, Q1, ReportState.SUBMITTED, office.now, AGENCY_VIEWER), by=AGENCY_VIEWER, at=office.now)
        work.commit()
    press_made(office, ACTIONS["accept"], by=ADMINISTRATOR)
    assert AGENCY_VIEWER not in {message.chat_id for message in office.said}


def test_a_press_delivered_twice_takes_one_step(office: Office) -> None:
    stand(office, ReportState.SUBMITTED)
    for _ in range(2):
        press_made(office, ACTIONS["accept"], by=ADMINISTRATOR)
    with office.storage.begin() as work:
        assert [step.state.value for step in work.report_steps(SCT, Q1)] == ["submitted", "accepted"]


def test_what_came_up_since_the_questions_is_asked_before_the_report_goes_in(office: Office) -> None:
    """A colleague broke a check after the last question."""
    fill_documents(office, CLERK, CLERK)
    office.enter(sure(PLANNED, 20), sure(DONE, 30), by=COLLEAGUE)
    press_made(office, ACTIONS["submit"], by=CLERK)
    assert "chỗ chưa khớp" in office.said[-1].text
    assert report_of(office).state is ReportState.OPEN
    office.write("vì gộp nhiệm vụ của năm trước")
    office.press("Nộp báo cáo")
    assert report_of(office).reason == "vì gộp nhiệm vụ của năm trước"


def test_a_reason_is_for_the_checks_that_were_shown(office: Office) -> None:
    """Another check that fails later wants its own."""
    office.enter(sure(PLANNED, 20), sure(DONE, 30))
    office.command("nop")
    office.press("Nộp báo cáo")
    office.press("Để trống cả 7 phần còn lại")
    office.write("vì gộp nhiệm vụ của năm trước")
    confirmation = office.said[-1]
    inspected, found = IndicatorId("inspection.issues_resolved"), IndicatorId("inspection.issues_found")
    office.enter(sure(found, 1), sure(inspected, 5))
    office.press("Nộp báo cáo", message=confirmation)
    assert "<b>2</b> chỗ chưa khớp" in office.said[-1].text
    assert report_of(office).state is ReportState.OPEN


def test_blank_rows_that_somebody_filled_meanwhile_are_not_overwritten(office: Office) -> None:
    """The preview stores what it shows or nothing."""
    office.command("nop")
    office.press("Nộp báo cáo")
    office.press("Chưa có số liệu (21)")
    preview = office.said[-1]
    office.enter(sure(PLANNED, 25), by=COLLEAGUE)
    toast = office.press("Ghi 21 chỉ tiêu", message=preview).toast
    assert toast == "Số liệu vừa có thay đổi, tôi hỏi lại."
    assert (office.stored(PLANNED), office.stored(DONE)) == (25, None)
    office.press("Chưa có số liệu (20)")
    office.press("Ghi 20 chỉ tiêu")
    with office.storage.begin() as work:
        value = work.value(ValueKey(SCT, Q1, DONE))
    assert value is not None
    assert value.figure.state is State.NO_DATA


def test_nothing_occurred_is_never_stored_for_staff_rates_or_flags(office: Office) -> None:
    """0 would say that nobody works there, or "Có vi phạm"."""
    office.command("nop")
    office.press("Nộp báo cáo")
    while any(button.label.startswith("Chưa có số liệu (") for row in office.said[-1].buttons for button in row):
        labels = [button.label for row in office.said[-1].buttons for button in row]
        nothing = next((label for label in labels if label.startswith("Không phát sinh")), None)
        office.press(nothing or "Để trống", message=office.said[-1])
        stores = [button.label for row in office.said[-1].buttons for button in row if button.label.startswith("Ghi ")]
        if stores:
            office.press(stores[0], message=office.said[-1])
    with office.storage.begin() as work:
        stored = work.values(agencies=(SCT,), periods=(Q1,))
    rows = [office.catalogue.row(value.key.indicator) for value in stored]
    assert len(rows) > 30
    assert {(row.type.value, row.measure.value) for row in rows} <= {("count", "flow"), ("count", "cumulative")}


def test_estimates_that_are_final_lose_their_mark_and_get_it_back(office: Office) -> None:
    with office.storage.begin() as work:
        figure = Figure(Decimal(25), estimate=True)
        estimate = NewValue(ValueKey(SCT, Q1, PLANNED), figure, None, "ước 25", None)
        work.write_values([estimate], batch="estimate", by=CLERK, at=office.now, source=office.source)
        work.commit()
    office.command("nop")
    office.press("Nộp báo cáo")
    office.press("Để trống cả 7 phần còn lại")
    office.press("Đã là số chính thức")
    settled = next(message for message in reversed(office.said) if "Đã bỏ chữ" in message.text)
    assert not _is_estimate(office)
    office.press("Hoàn tác", message=settled)
    assert _is_estimate(office)


def _is_estimate(office: Office) -> bool:
    with office.storage.begin() as work:
        value = work.value(ValueKey(SCT, Q1, PLANNED))
    assert value is not None
    return value.figure.estimate


@pytest.mark.parametrize("text", ["ok", "?", "...", "12", "cảm ơn em"])
def test_what_says_nothing_is_no_reason(office: Office, text: str) -> None:
    stand(office, ReportState.SUBMITTED)
    press_made(office, {"do": "return", **WHERE}, by=ADMINISTRATOR)
    office.write(text, by=ADMINISTRATOR)
    assert not any("Lý do: «" in message.text for message in office.said)
    assert report_of(office).state is ReportState.SUBMITTED


def test_a_question_asked_instead_of_a_reason_is_answered(office: Office) -> None:
    """And the reason is still expected."""
    stand(office, ReportState.SUBMITTED)
    press_made(office, {"do": "return", **WHERE}, by=ADMINISTRATOR)
    office.write("hồ sơ trả kết quả sct quý 3/2022 là bao nhiêu?", by=ADMINISTRATOR)
    assert "4.954" in office.said[-1].text
    office.write("đề nghị kiểm tra lại", by=ADMINISTRATOR)
    assert "Lý do: «đề nghị kiểm tra lại»" in office.said[-1].text


def test_a_reason_is_not_expected_for_ever(office: Office) -> None:
    """What is written after lunch is about something else."""
    stand(office, ReportState.SUBMITTED)
    press_made(office, {"do": "return", **WHERE}, by=ADMINISTRATOR)
    office.now += timedelta(minutes=31)
    office.write("sở nào chưa nộp", by=ADMINISTRATOR)
    assert "Lý do" not in office.said[-1].text


def test_cancelling_takes_the_question_back(office: Office) -> None:
    stand(office, ReportState.SUBMITTED)
    press_made(office, {"do": "return", **WHERE}, by=ADMINISTRATOR)
    office.command("huy", by=ADMINISTRATOR)
    assert "Đã bỏ câu hỏi đang chờ" in office.said[-1].text
    office.write("đề nghị kiểm tra lại", by=ADMINISTRATOR)
    assert "Lý do" not in office.said[-1].text


def test_a_reason_may_look_like_markup(office: Office) -> None:
    """Telegram would refuse the message."""
    stand(office, ReportState.SUBMITTED)
    press_made(office, {"do": "return", **WHERE}, by=ADMINISTRATOR)
    office.write("mục III.7 <b>sai & thiếu</b>", by=ADMINISTRATOR)
    assert "«mục III.7 &lt;b&gt;sai &amp; thiếu&lt;/b&gt;»" in office.said[-1].text


def test_a_report_that_was_given_back_is_what_entries_may_mean(office: Office) -> None:
    """Two reports are open then: which one is asked, never guessed."""
    old = Q1.same_last_year
    with office.storage.begin() as work:
        work.save_report(Report(SCT, old, ReportState.RETURNED, office.now, CLERK, office.now), by=5, at=office.now)
        work.commit()
    office.write("nhiệm vụ đề ra 25")
    assert office.said[-1].text == "Ghi cho kỳ nào?"
    office.command("nop")
    assert office.said[-1].text == "Nộp báo cáo kỳ nào?"


def test_a_reply_to_an_opened_row_mends_that_report(office: Office) -> None:
    """Not the one that is due now."""
    old = Q1.same_last_year
    with office.storage.begin() as work:
        work.save_report(Report(SCT, old, ReportState.RETURNED, office.now, CLERK, office.now), by=5, at=office.now)
        work.commit()
    press_made(office, {"do": "row", "i": PLANNED, "a": SCT, "p": old.code}, by=CLERK)
    assert office.said[-1].subject == {"i": PLANNED, "a": SCT, "p": old.code}


def test_time_locks_a_reopened_report_before_the_next_message_is_read(office: Office) -> None:
    """The clockwork comes once a minute; an entry in between must not slip in."""
    stand(office, ReportState.REOPENED)
    office.now += timedelta(days=2)
    office.write("quý 1/2023: nhiệm vụ đề ra 25")
    assert office.stored(PLANNED) is None
    assert {message.chat_id for message in office.said if "Hết thời gian mở lại" in message.text} == {
        CLERK,
        COLLEAGUE,
        ADMINISTRATOR,
    }


@pytest.mark.parametrize("who", ["clerk of another agency", "viewer of the agency", "viewer of the province", "stranger"])
def test_rows_of_a_returned_report_open_for_its_clerks_only(office: Office, who: str) -> None:
    office.enter(sure(PLANNED, 37))
    press_made(office, {"do": "row", "i": PLANNED, **WHERE}, by=ROLES[who])
    assert "37" not in office.said[-1].text


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("administrator", True),
        ("clerk", True),
        ("viewer of the agency", True),
        ("viewer of the province", True),
        ("clerk of another agency", False),
        ("stranger", False),
    ],
)
def test_the_steps_of_a_report_are_the_agencys_and_the_provinces(office: Office, who: str, *, sees: bool) -> None:
    stand(office, ReportState.RETURNED)
    press_made(office, {"do": "steps", **WHERE}, by=ROLES[who])
    assert any("<b>trả lại</b>" in message.text for message in office.said) is sees
