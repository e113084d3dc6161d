"""What a message leaves unsaid: which agency, which period, which reports are open, what may be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import islice

from bot.conversation import guide_memory, memory
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, CatalogueRow
from bot.domain.lookup import Figures, Finding, figure_of
from bot.domain.overview import Standing, is_visible
from bot.domain.people import Role
from bot.domain.period import Period, Span
from bot.domain.report import ReportState
from bot.domain.value import ValueKey
from bot.understanding.periods import find_periods
from bot.understanding.request import Question
from bot.understanding.text import words_of

Sees = Callable[[AgencyCode, Period], bool]  # whether a report may be used
GIVEN_BACK = (ReportState.RETURNED, ReportState.REOPENED)
_NEAREST = 5  # periods named where the one asked for has no figure
_LATE = timedelta(days=30)  # how long an overdue report still counts as the one being entered


def open_periods(exchange: Exchange, agency: AgencyCode | None) -> tuple[Period, ...]:
    """The reports that an entry without a period may mean: those given back, the overdue one not submitted, the one due next.

    Only those of periods in which the agency existed.
    """
    due = exchange.calendar.open_period(exchange.today)
    found = [report.period for report in exchange.store.reports_in(GIVEN_BACK) if report.agency == agency]
    for period in exchange.calendar.overdue_periods(exchange.today)[:1]:
        recent = exchange.today - exchange.calendar.deadline(period) <= _LATE
        if agency is not None and recent and period not in found and not exchange.store.report(agency, period).is_locked:
            found.append(period)
    if due is not None and due not in found:
        found.append(due)
    return tuple(period for period in found if agency is None or existed(agency, period, exchange))


def existed(agency: AgencyCode, period: Period, exchange: Exchange) -> bool:
    """Whether the agency had any day in the period's window."""
    named = exchange.catalogue.agency(agency)
    begun = named.valid_from is None or named.valid_from <= period.last_day
    return begun and (named.valid_to is None or period.first_day <= named.valid_to)


def usual_period(exchange: Exchange) -> Period | None:
    """The report that "kỳ này" means for the writer."""
    periods = open_periods(exchange, exchange.own_agency)
    chosen = chosen_period(exchange)
    return chosen if chosen in periods else next(iter(periods), None)


def chosen_period(exchange: Exchange) -> Period | None:
    """The report that the writer chose when several were open: the one whose step waits for them, or the one picked last."""
    guide = guide_memory.read_guide(exchange)
    if guide is not None and guide.is_live(exchange.now):
        return guide.period
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "period")
    return Period.parse(document["p"]) if document else None


def asked_agencies(question: Question, exchange: Exchange) -> tuple[AgencyCode, ...]:
    """The agencies a question is about: named ones, else the asker's own, else the focus, else all."""
    if question.agencies:
        return question.agencies
    if exchange.own_agency is not None:
        return (exchange.own_agency,)
    focus = memory.read_focus(exchange)
    return (focus.agency,) if focus.agency is not None else (ALL_AGENCIES,)


def asked_period(
    question: Question, rows: Sequence[CatalogueRow], agency: AgencyCode, figures: Figures, exchange: Exchange
) -> Period:
    """The period named, else the focus, else the latest with a figure that may be shown, else the last one due."""
    if question.period is not None:
        return question.period
    if question.periods:
        return question.periods[-1]
    focus = memory.read_focus(exchange)
    if focus.period is not None and focus.agency in (agency, None) and question.follow_up:
        return focus.period
    latest = _latest_shown(rows, agency, figures, exchange)
    return latest or focus.period or latest_collected(exchange)


def _latest_shown(rows: Sequence[CatalogueRow], agency: AgencyCode, figures: Figures, exchange: Exchange) -> Period | None:
    """The latest period with a figure that may be shown; older years are looked through only if the last two have none."""
    for since in (exchange.today.year - 1, None):
        known = {period for row in rows for period in figures.periods_with(row.id, agency, since=since)}
        latest_first = sorted(known, reverse=True)
        found = next((period for period in latest_first if exchange.sees(agency, period)), None)
        if found is not None:
            return found
    return None


def nearest_shown(key: ValueKey, figures: Figures, exchange: Exchange) -> tuple[tuple[Period, ...], bool]:
    """The nearest periods with a figure that may be shown here, oldest first; and whether there are others."""
    asked = key.period.last_day
    known = sorted(figures.periods_with(key.indicator, key.agency), key=lambda each: abs((each.last_day - asked).days))
    shown = list(islice((each for each in known if exchange.sees(key.agency, each)), _NEAREST + 1))
    return tuple(sorted(shown[:_NEAREST])), len(shown) > _NEAREST


def latest_collected(exchange: Exchange) -> Period:
    """The collected period whose window ended last."""
    year = exchange.today.year
    ended = [
        period
        for period in (Period(at, span) for at in (year - 1, year) for span in (Span.Q1, Span.H1, Span.Q3, Span.YEAR))
        if period.last_day < exchange.today
    ]
    return max(ended)


def standing_of(row: CatalogueRow, agency: AgencyCode, period: Period, figures: Figures, exchange: Exchange) -> Standing:
    """One agency's figure as it may be shown here."""
    finding = figures.find(row.id, agency, period)
    return Standing(agency, finding, figure_of(finding) if is_visible(finding, exchange.sees) else None)


def summed_here(exchange: Exchange) -> Sees:
    """Whose reports go into totals and rankings here: as `Exchange.sums`, the reports of a period read at once."""
    settled: dict[Period, set[AgencyCode]] = {}
    everyone = [agency.code for agency in exchange.catalogue.agencies]

    def sums(agency: AgencyCode, period: Period) -> bool:
        if not exchange.shows(agency):
            return False
        if period not in settled:
            reports = exchange.store.reports(period, agencies=everyone)
            settled[period] = {report.agency for report in reports if report.is_locked}
        return agency in settled[period] or exchange.calendar_is_silent_on(period)

    return sums


def rests_on_unsubmitted(finding: Finding, exchange: Exchange) -> bool:
    """Whether a report that the figure comes from is still open, so that it may change any day."""
    return not is_visible(finding, exchange.is_settled)


def valid_agencies(exchange: Exchange, period: Period) -> tuple[AgencyCode, ...]:
    """The agencies that exist at the end of a period, in the catalogue's order."""
    return tuple(agency.code for agency in exchange.catalogue.agencies if agency.is_valid_on(period.last_day))


def agencies_of_today(exchange: Exchange) -> tuple[AgencyCode, ...]:
    """The agencies that exist now, in the catalogue's order."""
    return tuple(agency.code for agency in exchange.catalogue.agencies if agency.is_valid_on(exchange.today))


def name_of(person_id: int, exchange: Exchange) -> str:
    """Somebody's name as registered."""
    person = exchange.store.person(person_id)
    return person.name if person is not None else "hệ thống"


def named_agency(argument: str, exchange: Exchange) -> AgencyCode | None:
    """The agency that a command's argument names."""
    found = exchange.reader.agencies.find(words_of(argument), today=exchange.today)
    return next((mention.value for mention in found if mention.value != ALL_AGENCIES), None)


def named_period(argument: str, exchange: Exchange) -> Period | None:
    """The period that a command's argument names."""
    found = find_periods(words_of(argument), today=exchange.today, open_period=usual_period(exchange))
    return found[0].value if found else None


def named_report(argument: str, exchange: Exchange) -> tuple[AgencyCode, Period] | None:
    """The report that a command is about: what is named, one's own, or the last spoken of; None: whose is to be asked."""
    focus = memory.read_focus(exchange)
    own = exchange.own_agency or (focus.agency if focus.agency in exchange.person.agencies else None)
    agency = named_agency(argument, exchange) or own
    if agency is None:
        return None
    periods = open_periods(exchange, agency)
    chosen = chosen_period(exchange)
    usual = chosen if chosen in periods else next(iter(periods), None)
    return agency, named_period(argument, exchange) or usual or latest_collected(exchange)


def who_reopens(exchange: Exchange) -> tuple[str, ...]:
    """The administrators by name, in private only."""
    if not exchange.incoming.chat.is_private:
        return ()
    return tuple(person.name for person in exchange.store.people(role=Role.ADMINISTRATOR))
