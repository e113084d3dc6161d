"""What becomes of the values of one message: each is stored once, asked or refused; none is lost unsaid."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.domain.catalogue import IndicatorId
from bot.domain.people import Grant, Person, Role
from bot.domain.period import Period
from bot.domain.reporting import Assignment, ChangedByOther, record
from bot.domain.value import Fault, Figure
from tests.conversation.office import CLERK, COLLEAGUE, DONE, PLANNED, Q1, SCT, STC, STTTT, Office, faulty, sure, unsure

INSPECTION = "inspection.issues_resolved"
DECENTRALIZATION = "decentralization_inspection.issues_resolved"
RATE = "dossiers.on_time_rate"


def test_a_value_said_twice_is_stored_once_beside_the_others(office: Office) -> None:
    """Both go into one batch: a second batch of the same message would be taken for a repetition."""
    office.enter(sure(PLANNED, 25), sure(DONE, 20), sure(DONE, 20))
    assert (office.stored(PLANNED), office.stored(DONE)) == (25, 20)
    assert len(office.said) == 1
    office.press("Hoàn tác")
    assert (office.stored(PLANNED), office.stored(DONE)) == (None, None)


def test_a_value_said_twice_with_two_figures_is_refused_and_the_others_stored(office: Office) -> None:
    """Which figure is right cannot be known."""
    office.enter(sure(PLANNED, 25), sure(DONE, 20), sure(DONE, 21))
    assert (office.stored(PLANNED), office.stored(DONE)) == (25, None)
    assert "được nêu 2 lần với số khác nhau (20, 21)" in office.said[-1].text


def test_a_value_that_fits_no_row_is_said_not_to_be_stored(office: Office) -> None:
    """Never silently half of a message."""
    office.enter(sure(PLANNED, 25), unsure("7"))
    assert office.stored(PLANNED) == 25
    assert "không rõ «7» là của chỉ tiêu nào" in office.said[-1].text


def test_an_old_preview_never_stores_a_newer_entry(office: Office) -> None:
    """Its buttons are for what it shows."""
    office.enter(sure(PLANNED, 25), preview=True)
    old = office.said[-1]
    office.enter(sure(PLANNED, 99), preview=True)
    assert office.press("Ghi tất cả (1)", message=old).toast == "Nút này đã cũ."
    assert office.press("Bỏ", message=old).toast == "Nút này đã cũ."
    assert office.stored(PLANNED) is None
    office.press("Ghi tất cả (1)")
    assert office.stored(PLANNED) == 99


def test_putting_off_a_submission_leaves_a_preview_alone(office: Office) -> None:
    """The button that puts it off belongs to /nop alone."""
    office.enter(sure(PLANNED, 25), preview=True)
    preview = office.said[-1]
    office.command("nop")
    assert office.press("Để sau").toast == "Chưa nộp."
    office.press("Ghi tất cả (1)", message=preview)
    assert office.stored(PLANNED) == 25


def test_a_preview_says_what_it_will_not_store_and_stores_the_rest(office: Office) -> None:
    """Refused, contradictory and unplaced values are named before the press."""
    office.enter(
        sure(PLANNED, 25),
        faulty(DONE, "2,5", Fault.FRACTION_IN_COUNT),
        sure(IndicatorId(INSPECTION), 1),
        sure(IndicatorId(INSPECTION), 2),
        unsure("7"),
        preview=True,
    )
    shown = office.said[-1].text
    assert "là số nguyên, không nhận 2,5" in shown
    assert "số khác nhau (1, 2)" in shown
    assert "không rõ «7»" in shown
    office.press("Ghi tất cả (1)")
    assert (office.stored(PLANNED), office.stored(DONE)) == (25, None)


def test_a_preview_is_stored_whole_or_not_at_all(office: Office) -> None:
    """A colleague changed one of its values meanwhile."""
    office.enter(sure(PLANNED, 25), sure(DONE, 20), preview=True)
    preview = office.said[-1]
    office.enter(sure(DONE, 19), by=COLLEAGUE)
    office.press("Ghi tất cả (2)", message=preview)
    assert (office.stored(PLANNED), office.stored(DONE)) == (None, 19)
    assert "vừa có người sửa (Đồng nghiệp), hiện là <b>19</b>" in office.said[-1].text


def test_one_figure_goes_into_one_row(office: Office) -> None:
    """A second press on the same question is told to take the first back."""
    office.enter(unsure("2", INSPECTION, DECENTRALIZATION))
    question = office.said[-1]
    office.press("I.2 Kiểm tra CCHC", message=question)
    toast = office.press("IV.6 Kiểm tra nhiệm vụ phân cấp QLNN", message=question).toast
    assert toast == "Đã chọn rồi. Nếu nhầm, anh/chị bấm Hoàn tác rồi chọn lại."
    assert office.stored(IndicatorId(DECENTRALIZATION)) is None
    office.press("Hoàn tác")
    office.press("IV.6 Kiểm tra nhiệm vụ phân cấp QLNN", message=question)
    assert (office.stored(IndicatorId(INSPECTION)), office.stored(IndicatorId(DECENTRALIZATION))) == (None, 2)


def test_two_equal_values_are_two_questions(office: Office) -> None:
    """An answer to the first is none to the second."""
    rows = (INSPECTION, DECENTRALIZATION)
    office.enter(unsure("2", *rows), unsure("2", *rows))
    first = office.said[-1]
    assert first.text.endswith("Sau đó hỏi tiếp: 2")
    office.press("I.2 Kiểm tra CCHC", message=first)
    office.press("I.2 Kiểm tra CCHC", message=first)
    office.press("IV.6 Kiểm tra nhiệm vụ phân cấp QLNN")
    assert (office.stored(IndicatorId(INSPECTION)), office.stored(IndicatorId(DECENTRALIZATION))) == (2, 2)


def test_a_chosen_row_reads_the_number_its_own_way(office: Office) -> None:
    """4.968 read as a percent is no count, and the row that cannot take it is not offered."""
    value = unsure("4.968", RATE, "dossiers.received")
    office.enter(value)
    office.press(next(b.label for row in office.said[-1].buttons for b in row if "tiếp nhận" in b.label.lower()))
    assert office.stored(IndicatorId("dossiers.received")) == 4968


def test_nothing_is_asked_about_a_report_that_takes_no_entries(office: Office) -> None:
    """The refusal comes first, not after the choice."""
    office.submit()
    office.enter(unsure("2", INSPECTION, DECENTRALIZATION))
    assert "đã khóa" in office.said[-1].text
    assert [button.label for row in office.said[-1].buttons for button in row] == ["Xin mở lại"]


def test_rights_are_checked_again_at_every_press(office: Office) -> None:
    """A clerk who was moved to another office neither chooses, stores, submits nor undoes."""
    office.enter(sure(PLANNED, 25))
    stored = office.said[-1]
    office.enter(unsure("2", INSPECTION, DECENTRALIZATION))
    question = office.said[-1]
    office.enter(sure(DONE, 20), preview=True)
    preview = office.said[-1]
    office.command("nop")
    submission = office.said[-1]
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, STC),)))
        work.commit()
    office.press("I.2 Kiểm tra CCHC", message=question)
    office.press("Ghi tất cả (1)", message=preview)
    office.press("Nộp báo cáo", message=submission)
    assert office.press("Hoàn tác", message=stored).toast == "Anh/chị không còn quyền nhập của đơn vị này."
    assert office.stored(PLANNED) == 25
    assert office.stored(DONE) is None
    assert office.stored(IndicatorId(INSPECTION)) is None
    with office.storage.begin() as work:
        assert not work.report(SCT, Q1).is_locked


def test_a_value_taken_away_meanwhile_is_named(office: Office) -> None:
    """Not the first of the message, but the one that is gone."""
    with office.storage.begin() as work:
        outcome = record(
            [
                Assignment(PLANNED, Figure(Decimal(25)), None, "25"),
                Assignment(DONE, Figure(Decimal(20)), None, "20", replaces=12345),
            ],
            SCT,
            Q1,
            store=work,
            batch="b",
            by=CLERK,
            at=datetime(2023, 3, 15, tzinfo=UTC),
            today=office.now.date(),
            source=office.source,
        )
    assert isinstance(outcome, ChangedByOther)
    assert outcome.key.indicator == DONE


def test_an_agency_reports_no_period_in_which_it_was_not(office: Office) -> None:
    """Sở Thông tin và Truyền thông was merged in 2025: its clerk still corrects old reports, but begins no new one."""
    with office.storage.begin() as work:
        work.save_person(Person(CLERK, "Công chức", (Grant(Role.CLERK, STTTT),)))
        work.commit()
    office.now = datetime(2026, 7, 1, 2, tzinfo=UTC)
    office.write("nhiệm vụ đề ra 25")
    assert "Sở Thông tin và Truyền thông không báo cáo" in office.said[-1].text
    assert "do Sở Khoa học và Công nghệ báo cáo" in office.said[-1].text
    office.write("quý 1/2024: nhiệm vụ đề ra 25")
    assert office.stored(PLANNED, STTTT, Period.parse("2024-Q1")) == 25


def test_the_deadline_of_a_report_that_is_in_is_told_as_met(office: Office) -> None:
    """Nobody has to wonder whether the button had worked."""
    office.submit()
    office.command("lich")
    due, *_others = office.said[-1].text.split("Tiếp theo:")
    assert due.endswith("Báo cáo <b>Quý I/2023</b> của Sở Công Thương đã nộp lúc 15/3/2023 09:00.\n")


def test_an_overdue_report_is_told_with_where_it_stands(office: Office) -> None:
    """One that is there on paper is not called missing."""
    office.command("nop")
    office.press("Đã nộp bản giấy")
    office.press("Đúng, đã nộp bản giấy")
    office.now += timedelta(days=5)
    office.command("lich")
    assert office.said[-1].text.startswith(
        "Báo cáo <b>Quý I/2023</b> <b>đã quá hạn</b>: hạn thứ Sáu 17/3, đã qua 3 ngày.\n"
        "Báo cáo <b>Quý I/2023</b> của Sở Công Thương đã nộp bản giấy ngày 15/3/2023, chờ Sở Nội vụ đối chiếu.\n"
    )


def test_what_is_submitted_is_not_undone(office: Office) -> None:
    """And the refusal speaks of the undoing."""
    office.enter(sure(PLANNED, 25))
    stored = office.said[-1]
    office.submit()
    office.press("Hoàn tác", message=stored)
    assert office.said[-1].text.startswith("Không hoàn tác được: báo cáo <b>Quý I/2023</b> của Sở Công Thương đã nộp")
    assert office.stored(PLANNED) == 25
