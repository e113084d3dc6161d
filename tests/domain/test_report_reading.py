"""Reports of our own making in many layouts: what is read equals what was written, and nothing is invented."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.encoding import BadFile
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.report_reading import Doubt, Issue, Reading, Unreadable, as_document, read_report
from bot.domain.value import Fault, Figure
from tests.text_reports import LETTER, STRANGERS, TITLE, Layout, noise_of, random_figures, render

CATALOGUE = load_catalogue()
PERIODS = {"2021": Period.parse("2021-H1"), "2022": Period.parse("2022-Q3"), "2023": Period.parse("2023-Q1")}
LAYOUTS = {
    "plain": Layout(),
    "header on each page": Layout(page=9),
    "pages without a header": Layout(page=9, repeat_header=False),
    "one header row": Layout(header="one row"),
    "numbered columns": Layout(header="numbered", page=20),
    "no header at all": Layout(header="none"),
    "no STT column": Layout(with_stt=False),
    "first cells lost": Layout(short_rows=40),
    "last cells lost": Layout(trim=True),
    "both ends lost": Layout(trim=True, short_rows=40),
    "no section rows": Layout(section_rows=False),
    "a column of the last period": Layout(last_period=True, page=20),
    "figures before units": Layout(units_last=True),
    "HTML and Markdown": Layout(markup=True),
    "split rows": Layout(split_labels=12, page=9),
    "swapped rows": Layout(swapped=6),
    "narrative before": Layout(title=LETTER + TITLE),
    "letterhead only": Layout(title=LETTER),
    "unknown rows": Layout(strangers=6),
    "missing rows": Layout(dropped=40),
    "notes": Layout(notes=True, page=20),
    "English numbers": Layout(style="english"),
    "pipes": Layout(pipes=True),
    "UTF-16 from Windows": Layout(encoding="utf-16", line_end="\r\n"),
    "old form": Layout(form="2021", section_rows=False, split_labels=4),
    "newest form": Layout(form="2023", blank_lines=True, page=5),
}


def read(content: bytes, agency: str | None = None, period: str | None = None) -> Reading | Unreadable:
    return read_report(
        content,
        file_name="bao-cao.txt",
        catalogue=CATALOGUE,
        agency=AgencyCode(agency) if agency else None,
        period=Period.parse(period) if period else None,
    )


def report(layout: Layout, noise: random.Random, *, filled: float = 0.7) -> tuple[dict[IndicatorId, Decimal], bytes]:
    figures = random_figures(CATALOGUE, layout.form, noise, filled=filled)
    return figures, render(figures, CATALOGUE, period=PERIODS[layout.form], layout=layout, noise=noise)


def check(figures: dict[IndicatorId, Decimal], reading: Reading | Unreadable, layout: Layout) -> None:
    """Agency, period and every figure as written; no fault; every unknown row listed."""
    assert isinstance(reading, Reading)
    assert (reading.agency, reading.period) == ("SCT", PERIODS[layout.form])
    found = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    assert found == figures
    assert reading.values == len(figures)
    strangers = [row.label for row in reading.unread if row.raw]
    assert len(strangers) == layout.strangers
    assert all(any(label in strange for label, _ in STRANGERS) for strange in strangers)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_report_is_read_as_written_in_every_layout(layout: Layout) -> None:
    """All figures, no other."""
    figures, content = report(layout, noise_of(7))
    check(figures, read(content), layout)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Any mixture of what reports look like; slips of the fingers are tried apart."""
    pipes = draw(st.booleans())
    header = draw(st.sampled_from(["two rows", "one row", "numbered", "none"]))
    return Layout(
        form=draw(st.sampled_from(sorted(PERIODS))),
        title=TITLE if pipes else draw(st.sampled_from([TITLE, LETTER, LETTER + TITLE])),
        header=header,
        page=draw(st.sampled_from([0, 5, 9, 20])),
        repeat_header=draw(st.booleans()),
        with_stt=draw(st.booleans()),
        section_rows=draw(st.booleans()),
        last_period=header != "none" and draw(st.booleans()),
        units_last=draw(st.booleans()),
        markup=draw(st.booleans()),
        split_labels=draw(st.integers(0, 5)),
        swapped=draw(st.integers(0, 2)),
        blank_lines=draw(st.booleans()),
        trim=not pipes and draw(st.booleans()),
        short_rows=draw(st.sampled_from([0, 5, 40])),
        pipes=pipes,
        strangers=draw(st.integers(0, 3)),
        dropped=draw(st.sampled_from([0, 10])),
        notes=draw(st.booleans()),
        line_end=draw(st.sampled_from(["\n", "\r\n"])),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
        style=draw(st.sampled_from(["vietnamese", "english", "plain"])),
    )


@settings(max_examples=15, deadline=None)
@given(layout=layouts(), seed=st.integers(0, 2**32), filled=st.sampled_from([0.0, 0.2, 0.6, 1.0]))
def test_nothing_wrong_is_read_whatever_the_mixture(layout: Layout, seed: int, filled: float) -> None:
    """Figures, blanks and layout at random: a figure is read as written, kept aside or its row is listed as not read."""
    figures, content = report(layout, noise_of(seed), filled=filled)
    reading = read(content)
    assert isinstance(reading, Reading)
    found = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    assert {row: number for row, number in found.items() if figures.get(row) != number} == {}
    aside = {row.indicator.id for row in reading.rows if row.indicator and row.fault}  # "0" beside "12"
    assert aside & found.keys() == set()
    assert len(figures.keys() - aside) - len(found) <= sum(bool(row.raw) for row in reading.unread)
    assert len(found) + len(aside) >= 0.97 * len(figures)


@pytest.mark.parametrize("seed", range(3))
def test_slips_of_the_fingers_in_labels_lose_little_and_spoil_nothing(seed: int) -> None:
    """Thirty mistyped labels in a report: what is not sure is listed."""
    layout = Layout(slips=30, page=9)
    figures, content = report(layout, noise_of(seed))
    reading = read(content)
    assert isinstance(reading, Reading)
    found = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    assert found.items() <= figures.items()
    assert len(figures) - len(found) <= 3


def page(*rows: str, title: str = "PHỤ LỤC\nSỐ LIỆU CCHC QUÝ III NĂM 2022 CỦA SỞ CÔNG THƯƠNG\n\n") -> bytes:
    """A short table under a title."""
    return (title + "STT\tChỉ tiêu\tĐơn vị tính\tSố lượng\tGhi chú\n" + "\n".join(rows)).encode()


SHORT = (
    "2\tKiểm tra CCHC\t\t1\tKế hoạch số ...",
    "\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4*\t",
    "\tSố đơn vị trực thuộc đã kiểm tra\tCơ quan, đơn vị\t02\tQuyết định số 7/QĐ-ABC ngày 20/10/2022",
    "\tSố vấn đề phát hiện qua kiểm tra\tVấn đề\t\tPhát hiện 05 vấn đề",
    "\tSố cuộc giao ban tuần\tCuộc\t7\t",
    "6\tThực hiện khen thưởng về kết quả CCHC\tKhông = 0 Có = 1\t3\tGhi rõ văn bản khen thưởng",
    "7\tKhảo sát sự hài lòng của người dân, tổ chức\t\t\t",
    "\tTỷ lệ hài lòng trong kỳ báo cáo\t%\t96,80\t",
)


def test_every_row_is_told_with_its_value_note_line_and_gravest_issue() -> None:
    """As `--json` gives it: the number as a plain decimal string, the text as typed beside it."""
    reading = read(page(*SHORT))
    assert isinstance(reading, Reading)
    told = [tuple(row.values()) for row in as_document(reading)]
    assert told == [
        ("inspection", "1", "1", None, 5, "template_hint"),
        ("inspection.departments_inspected", "4", "4*", None, 6, "footnote"),
        ("inspection.subordinates_inspected", "2", "02", "Quyết định số 7/QĐ-ABC ngày 20/10/2022", 7, "note_after_period"),
        ("inspection.issues_found", None, "", "Phát hiện 05 vấn đề", 8, "conflicts_with_note"),
        (None, None, "7", None, 9, "no_row"),
        ("commendation", "3", "3", None, 10, "impossible_value"),
        ("satisfaction_survey", None, "", None, 11, None),
        ("satisfaction_survey.satisfaction_rate", "96.80", "96,80", None, 12, None),
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t2,5\t", Fault.FRACTION_IN_COUNT),
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t-2\t", Fault.NEGATIVE),
        ("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\tnhiều\t", Fault.NOT_A_NUMBER),
        ("\tTỷ lệ hài lòng trong kỳ báo cáo\t%\t120\t", Fault.OVER_LIMIT),
        ("6\tThực hiện khen thưởng về kết quả CCHC\tKhông = 0 Có = 1\t2\t", Fault.BAD_OPTION),
    ],
)
def test_a_value_that_cannot_be_a_figure_is_kept_aside(row: str, fault: Fault) -> None:
    """Visible with its fault, never a figure, and counted among what was read."""
    reading = read(page(*(line for line in SHORT if line.split("\t")[1] != row.split("\t")[1]), row))
    assert isinstance(reading, Reading)
    (aside,) = [each for each in reading.rows if each.issue is Issue.IMPOSSIBLE_VALUE and each.raw == row.split("\t")[3]]
    assert (aside.fault, aside.figure) == (fault, None)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("4*", "4"), ("4 (*)", "4"), ("4(1)", "4"), ("4<sup>1</sup>", "4"), ("4.968²", "4968"), ("0\\*", "0")],
)
def test_a_footnote_mark_is_no_part_of_the_figure(typed: str, number: str) -> None:
    """However it is written; the row says that there is one."""
    reading = read(page(SHORT[0], f"\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t{typed}\t", SHORT[2]))
    assert isinstance(reading, Reading)
    row = reading.rows[1]
    assert row.figure is not None
    assert (row.figure.number, row.issue) == (Decimal(number), Issue.FOOTNOTE)


@pytest.mark.parametrize("typed", ["", "-", "–", "…", "...", " "])
def test_a_dash_is_a_blank_cell(typed: str) -> None:
    """Never zero."""
    reading = read(page(SHORT[0], f"\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t{typed}\t", SHORT[2]))
    assert isinstance(reading, Reading)
    assert (reading.rows[1].figure, reading.rows[1].fault, reading.rows[1].raw) == (None, None, "")


def test_of_two_periods_side_by_side_the_reports_own_is_read() -> None:
    """The header names them; "25 (vượt)" is 25."""
    content = page("\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t3\t25 (vượt)\tx", *SHORT[2:4]).decode()
    reading = read(content.replace("Số lượng\t", "Quý III/2021\tQuý III/2022\t").encode())
    assert isinstance(reading, Reading)
    assert reading.rows[0].figure == Figure(Decimal(25))


def test_a_figure_in_the_unit_column_is_read() -> None:
    """No unit is a number."""
    reading = read(page(SHORT[0], "\tSố phòng ban đã kiểm tra\t4\t\t", SHORT[2]))
    assert isinstance(reading, Reading)
    assert reading.rows[1].raw == "4"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", BadFile.EMPTY),
        (page("01\tNgười Thứ Nhất\tChuyên viên\t\t"), Doubt.NO_REPORT_TABLE),
        (page(*SHORT, title="Bảng\n\n"), Doubt.UNKNOWN_AGENCY),
        (page(*SHORT, title="PHỤ LỤC QUÝ I NĂM 2022 CỦA SỞ Y TẾ VÀ SỞ TÀI CHÍNH\n\n"), Doubt.SEVERAL_AGENCIES),
        (page(*SHORT, title="PHỤ LỤC SỐ LIỆU CỦA SỞ Y TẾ\n\n"), Doubt.UNKNOWN_PERIOD),
        (page(*SHORT, title="BÁO CÁO\nQuý II năm 2022\n\nPHỤ LỤC QUÝ I NĂM 2022 CỦA SỞ Y TẾ\n\n"), Doubt.SEVERAL_PERIODS),
        (
            page(*SHORT).replace("Số lượng\t".encode(), "Quý I/2022\tQuý II/2022\t".encode()),
            Doubt.UNCLEAR_COLUMNS,
        ),
    ],
    ids=lambda value: value.name if not isinstance(value, bytes) else "",
)
def test_a_document_in_doubt_is_not_taken(content: bytes, why: BadFile | Doubt) -> None:
    """Each reason told apart."""
    reading = read(content)
    assert isinstance(reading, Unreadable)
    assert reading.why is why


def test_a_given_agency_and_period_go_before_the_title() -> None:
    """Whoever imports knows better; the title stays known for a remark."""
    reading = read(page(*SHORT), "STC", "2022-H1")
    assert isinstance(reading, Reading)
    assert (reading.agency, reading.period.code, reading.stated.agencies) == ("STC", "2022-H1", ("SCT",))


def test_half_a_report_is_seen() -> None:
    """The table stops before its last section, or begins after its first; a missing section between is only told."""
    layout = Layout()
    _, content = report(layout, noise_of(1))
    lines = content.decode().split("\n")
    starts = {
        line.split("\t")[0]: place for place, line in enumerate(lines) if line.split("\t")[0] in {"I", "III", "IV", "VII"}
    }

    def reading(kept: list[str]) -> Reading:
        found = read("\n".join(kept).encode())
        assert isinstance(found, Reading)
        return found

    assert not reading(lines).is_cut_off
    assert reading(lines[: starts["VII"]]).is_cut_off
    assert reading(lines[: starts["I"]] + lines[starts["III"] :]).is_cut_off
    without_middle = reading(lines[: starts["III"]] + lines[starts["IV"] :])
    assert (without_middle.is_cut_off, [row.id for row in without_middle.missing_sections]) == (False, ["III"])
    assert reading(lines[:-4]).rows_missing_at_end == 4


def test_two_agencies_in_the_narrative_do_not_confuse() -> None:
    """The letter names its receiver and another office; the title tells whose figures these are."""
    _, content = report(replace(Layout(), title=LETTER + TITLE), noise_of(2))
    assert "Sở Nội vụ" in content.decode()
    reading = read(content)
    assert isinstance(reading, Reading)
    assert reading.agency == "SCT"
