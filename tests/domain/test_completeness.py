"""What counts as answered, and what is asked for at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, CatalogueRow, FormRow, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.completeness import Completeness, completeness, completeness_by_agency, completeness_of
from bot.domain.period import Period
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Fault, Figure, NewValue, SetAside, Source, ValueKey
from storage import Storage

CATALOGUE = load_catalogue()
Q3_2022 = Period.parse("2022-Q3")
SCT, STC, SYT = AgencyCode("SCT"), AgencyCode("STC"), AgencyCode("SYT")
NOW = datetime(2022, 9, 10, 2, 0, tzinfo=UTC)
YES, NO, SEVEN = Figure(Decimal(1)), Figure(Decimal(0)), Figure(Decimal(7))
EMPTY = completeness_of({}, CATALOGUE, Q3_2022)


def with_figures(**figures: Figure) -> Completeness:
    """A report of Quý III/2022 with these figures; `legal_docs__on_schedule` stands for `legal_docs.on_schedule`."""
    return completeness_of({IndicatorId(name.replace("__", ".")): it for name, it in figures.items()}, CATALOGUE, Q3_2022)


def ids(rows: Iterable[CatalogueRow | FormRow]) -> list[str]:
    """Ids of catalogue rows, in order."""
    return [row.id for row in rows]


def test_an_untouched_report_lacks_every_required_row() -> None:
    """Blank rows come in printed order, headings and optional rows are not among them."""
    assert (EMPTY.filled, EMPTY.entered, EMPTY.is_complete) == (0, 0, False)
    assert EMPTY.required == len(EMPTY.blank) > 100
    assert all(row.required for row in EMPTY.blank)
    assert "plan" not in ids(EMPTY.blank)  # a heading
    assert "plan.completion_rate" not in ids(EMPTY.blank)  # worked out from two others
    printed = ids(CATALOGUE.form_for(Q3_2022).rows)
    assert ids(EMPTY.blank) == sorted(ids(EMPTY.blank), key=printed.index)


def test_sections_add_up_to_the_whole() -> None:
    """Counts by section are a breakdown, nothing else."""
    done = with_figures(plan__tasks_planned=SEVEN, plan__tasks_done=SEVEN, documents__total_outgoing=SEVEN)
    assert sum(count.filled for count in done.by_section) == done.filled == 3
    assert sum(count.required for count in done.by_section) == done.required == EMPTY.required
    assert [count.section.id for count in done.by_section] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [count.filled for count in done.by_section] == [2, 0, 0, 0, 0, 0, 1]
    assert done.by_section[0].blank == done.by_section[0].required - 2


@pytest.mark.parametrize(
    "figure",
    [SEVEN, NO, NOTHING_OCCURRED, NO_DATA, Figure(Decimal(7), estimate=True)],
    ids=["7", "0", "none", "no data", "about 7"],
)
def test_every_kind_of_statement_answers_a_row(figure: Figure) -> None:
    """Zero, "không phát sinh", "chưa có số liệu" and an estimate are answers; only a blank is not."""
    done = with_figures(plan__tasks_planned=figure)
    assert done.filled == 1
    assert "plan.tasks_planned" not in ids(done.blank)


def test_an_answer_without_a_figure_is_listed() -> None:
    """The words "chưa có số liệu" answer the row, but somebody has to look at it before submitting."""
    done = with_figures(plan__tasks_planned=NO_DATA, plan__tasks_done=SEVEN)
    assert ids(done.no_data) == ["plan.tasks_planned"]
    assert done.filled == 2


def test_a_value_that_nobody_asked_for_does_not_count() -> None:
    """A heading's value and an optional rate are stored and shown, never required."""
    done = with_figures(plan=SEVEN, plan__completion_rate=SEVEN)
    assert (done.filled, done.required, done.entered) == (0, EMPTY.required, 2)


CHILDREN = {
    "legal_education": ["legal_education.documents_disseminated"],
    "simplification": ["simplification.time_shortened", "simplification.components_reduced", "simplification.other"],
    "feedback": ["feedback.received", "feedback.resolved"],
}


@pytest.mark.parametrize("parent", CHILDREN)
def test_below_a_flag_answered_no_nothing_is_asked(parent: str) -> None:
    """Không: there is nothing to count. Có, blank and "chưa có số liệu" keep the rows below."""
    children = set(CHILDREN[parent])
    assert children <= set(ids(EMPTY.blank))
    assert not children & set(ids(with_figures(**{parent: NO}).blank))
    assert with_figures(**{parent: NO}).required == EMPTY.required - len(children)
    assert children <= set(ids(with_figures(**{parent: YES}).blank))
    assert children <= set(ids(with_figures(**{parent: NO_DATA}).blank))


def test_below_nothing_occurred_nothing_is_asked() -> None:
    """Entering "VBQPPL đã tham mưu: không phát sinh" answers for its two parts; a plain 0 leaves them to be entered."""
    parts = {"legal_docs.on_schedule", "legal_docs.procedure_compliant"}
    assert not parts & set(ids(with_figures(legal_docs=NOTHING_OCCURRED).blank))
    assert parts <= set(ids(with_figures(legal_docs=NO).blank))


def test_nothing_occurred_under_a_heading_rules_out_its_rows() -> None:
    """A whole heading can be answered at once."""
    below = {row.id for row in CATALOGUE.below("inspection") if row.required}
    done = with_figures(inspection=NOTHING_OCCURRED)
    assert below
    assert not below & set(ids(done.blank))
    assert done.required == EMPTY.required - len(below)


def test_a_row_ruled_out_is_not_counted_even_when_filled() -> None:
    """Filled never exceeds required: a figure under a flag answered Không stands, but nobody asked for it."""
    done = with_figures(feedback=NO, feedback__received=SEVEN)
    assert (done.filled, done.entered) == (1, 2)


def test_zero_is_not_no_when_its_word_says_otherwise() -> None:
    """In "Tốt = 1, Có vi phạm = 0" the 0 is a finding, not a No."""
    row = CATALOGUE.row("discipline_directives")
    assert [option.word for option in row.options if option.number == 0] == ["Có vi phạm"]
    assert with_figures(discipline_directives=NO).required == EMPTY.required


def test_each_period_is_measured_by_its_own_form() -> None:
    """The form of 2021 asks for fewer rows than that of 2022, and none that it does not print."""
    h1_2021 = completeness_of({}, CATALOGUE, Period.parse("2021-H1"))
    printed = {row.id for row in CATALOGUE.form_for(Period.parse("2021-H1")).rows}
    assert set(ids(h1_2021.blank)) <= printed
    assert h1_2021.required < EMPTY.required
    later = Period.parse("2029-Q1")
    assert completeness_of({}, CATALOGUE, later).required == completeness_of({}, CATALOGUE, Period.parse("2023-Q1")).required


def test_a_report_with_all_required_rows_is_complete() -> None:
    """Nothing blank, all counts full."""
    done = completeness_of({row.id: YES for row in EMPTY.blank}, CATALOGUE, Q3_2022)
    assert done.is_complete
    assert (done.filled, done.required, done.blank) == (EMPTY.required, EMPTY.required, ())
    assert all(count.blank == 0 for count in done.by_section)


@given(
    st.dictionaries(st.sampled_from([row.id for row in CATALOGUE.rows]), st.sampled_from([YES, NO, NOTHING_OCCURRED, NO_DATA]))
)
def test_counts_always_agree(figures: dict[IndicatorId, Figure]) -> None:
    """Whatever is entered: filled and blank make up what is required, and entering more never leaves more blank."""
    done = completeness_of(figures, CATALOGUE, Q3_2022)
    assert done.filled + len(done.blank) == done.required <= EMPTY.required
    assert done.filled <= done.entered == len(figures)
    assert not {row.id for row in done.blank} & set(figures)
    assert len(done.blank) <= len(EMPTY.blank)


def enter(storage: Storage, agency: AgencyCode, period: Period, **figures: Figure) -> None:
    """Store figures as a clerk's message would."""
    values = [
        NewValue(ValueKey(agency, period, IndicatorId(name.replace("__", "."))), it, None, "", None)
        for name, it in figures.items()
    ]
    with storage.begin() as work:
        work.write_values(values, batch=f"{agency}:{period}", by=1, at=NOW, source=Source("message"))
        work.commit()


def test_only_the_stored_values_of_that_agency_and_period_count(storage: Storage) -> None:
    """Neither another agency's figures nor another period's fill this report."""
    enter(storage, SCT, Q3_2022, plan__tasks_planned=SEVEN, plan__tasks_done=SEVEN)
    enter(storage, SCT, Period.parse("2022-H1"), documents__total_outgoing=SEVEN)
    enter(storage, STC, Q3_2022, plan__tasks_planned=SEVEN)
    with storage.begin() as work:
        assert completeness(work, CATALOGUE, SCT, Q3_2022).filled == 2
        assert completeness(work, CATALOGUE, STC, Q3_2022).filled == 1
        together = completeness_by_agency(work, CATALOGUE, (SCT, STC, SYT), Q3_2022)
    assert {agency: done.filled for agency, done in together.items()} == {SCT: 2, STC: 1, SYT: 0}


def test_a_value_set_aside_leaves_its_row_blank(storage: Storage) -> None:
    """A 3 in a Có/Không row is kept visible, but answers nothing."""
    key = ValueKey(SCT, Q3_2022, IndicatorId("feedback"))
    with storage.begin() as work:
        work.set_aside([SetAside(key, "3", Fault.BAD_OPTION, None, Source("file"), NOW)])
        work.commit()
    with storage.begin() as work:
        assert "feedback" in ids(completeness(work, CATALOGUE, SCT, Q3_2022).blank)
