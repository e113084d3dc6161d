"""/lichsu: who changed what, when, from what to what; by report, by indicator, by person; what stood on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import VIET_NAM
from bot.conversation import aside, memory, naming_rows, scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId
from bot.domain.history import Batch, standing_changes, state_at, takes_back, was_undone
from bot.domain.people import Action, may
from bot.domain.period import Period
from bot.domain.value import Change, ValueKey
from bot.replies import guide
from bot.replies import history as replies
from bot.understanding.periods import find_periods
from bot.understanding.request import Focus, Intent
from bot.understanding.text import words_of

_WHEN = r"(?:\b(?:tới|đến|vào|hết|lúc|toi|den|vao|het|luc)\s+)*"
_DAYS = (
    re.compile(
        rf"{_WHEN}(?:\b(?:ngày|ngay|hôm|hom)\s+)?(?<![\d/])(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})"
        r"(?:[/.-](?P<year>\d{4}))?(?![\d/])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHEN}\b(?:ngày|ngay)\s+(?P<day>\d{{1,2}})\s+(?:tháng|thang)\s+(?P<month>\d{{1,2}})"
        r"(?:\s+(?:năm|nam)\s+(?P<year>\d{4}))?(?![\d/])",
        re.IGNORECASE,
    ),
)
_BEFORE_TODAY = re.compile(rf"{_WHEN}\b(?:hôm|hom)\s+(?P<which>qua|kia|nay)\b", re.IGNORECASE)
_DAYS_AGO = {"nay": 0, "qua": 1, "kia": 2}
_HOUR = re.compile(r"(?:\blúc\s+)?(?<!\d)(?P<hour>\d{1,2})\s*(?:[:h]|giờ)\s*(?P<minute>\d{2})?(?!\d)", re.IGNORECASE)
_OWN = re.compile(r"\b(?:cua )?(?:toi|em|minh)\b")
_FILLERS = frozenset(
    word.folded
    for word in words_of(
        "lịch sử nhật ký báo cáo bc số liệu của đơn vị kỳ sửa đổi thay nhập ghi chỉnh các lần xem lại trước nay đã ở về ai"
        " gì nào những vừa mới là người"
    )
)
_BATCHES = 6  # a page of a report's or a person's history
_CHANGES = 12  # a page of one figure's


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an argument names. `rest`: the words that name an indicator, "" for none."""

    day: datetime | None
    own: bool
    rest: str
    scope: str  # the argument without day and hour, for agency and period


def look_back(argument: str, exchange: Exchange) -> None:
    """/lichsu, with an indicator, an agency, a period, a day, or "của tôi" behind it; in private."""
    here = aside.in_private(exchange)
    if here is None:
        return
    asked = _read(argument, here)
    if asked.own:
        _show_own(here, before=None)
        return
    named = scope.named_report(asked.scope, here)
    if named is None:
        here.answer(guide.name_the_agency("/lichsu sct quý 3"))
        return
    agency, period = named
    if not _is_shown(agency, period, here):
        return
    if not asked.rest and not _is_close(agency, here):
        here.answer(replies.others_history(agency, here.catalogue))
        return
    if asked.day is not None:
        _show_state(agency, period, min(asked.day, here.now), here)
    elif asked.rest:
        _show_named(asked.rest, agency, period, here)
    else:
        _show_report(agency, period, here, before=None)


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """A button under a history; the short text to answer with."""
    if action["do"] == "own_past":
        _show_own(exchange, before=action["before"])
        return None
    agency, period = exchange.known_agency(action["a"]), Period.parse(action["p"])
    if agency is None or (action.get("i") and action["i"] not in exchange.catalogue):
        return "Nút này đã cũ."
    here = aside.in_private(exchange)
    if here is None or not _is_shown(agency, period, here):
        return None
    if not action.get("i") and not _is_close(agency, here):
        here.answer(replies.others_history(agency, here.catalogue))
        return None
    if action["do"] == "past_file":
        changes = here.store.changes_of_report(agency, period)
        names = _names((change.by for change in changes), agency, here)
        here.answer(replies.whole_history(changes, agency, period, here.catalogue, names))
    elif action.get("i"):
        show_figure(IndicatorId(action["i"]), agency, period, here, before=action.get("before"))
    else:
        _show_report(agency, period, here, before=action.get("before"))
    return None


def show_figure(
    indicator: IndicatorId, agency: AgencyCode, period: Period, exchange: Exchange, *, before: int | None = None
) -> None:
    """The changes of one figure, newest first; the caller has looked whether the figure may be shown.

    Who may not read the report before it is submitted sees where the figure comes from, not what stood there as a draft.
    """
    changes = exchange.store.changes(ValueKey(agency, period, indicator))
    drafts, hidden = _is_close(agency, exchange), 0
    if not drafts:
        standing = list(standing_changes(changes)[-1:])
        changes, hidden = standing, len(changes) - len(standing)
    older = [change for change in changes if before is None or change.id < before]
    shown = older[-_CHANGES:]
    row = exchange.catalogue.row(indicator)
    memory.keep_focus(exchange, Focus(indicator, agency, period, Intent.HISTORY))
    exchange.answer(
        replies.figure_history(
            row,
            shown,
            agency,
            period,
            exchange.catalogue,
            names=_names((change.by for change in shown), agency, exchange),
            undone={change.batch for change in shown if _is_undone(change, exchange)},
            more=len(older) > len(shown),
            drafts=drafts,
            hidden=hidden,
        )
    )


def offer_figures(
    rows: Sequence[CatalogueRow], agency: AgencyCode, period: Period, exchange: Exchange, *, said: str = ""
) -> None:
    """Ask whose history of several that is; without rows, say that the words name none."""
    exchange.answer(replies.which_figure(said, rows, agency, period, exchange.catalogue))


def _read(argument: str, exchange: Exchange) -> _Asked:
    """Part an argument into its day, whose writes, and the words of an indicator."""
    found = next((found for pattern in _DAYS if (found := pattern.search(argument))), None)
    day = _day(found, exchange.today) if found else None
    if day is None and (found := _BEFORE_TODAY.search(argument)):
        day = exchange.today - timedelta(days=_DAYS_AGO[found["which"].lower()])
    moment = None
    if found is not None and day is not None:
        argument = f"{argument[: found.start()]} {argument[found.end() :]}"
        hour = _HOUR.search(argument)
        at = _time(hour) if hour else None
        if hour is not None and at is not None:
            argument = f"{argument[: hour.start()]} {argument[hour.end() :]}"
        end = datetime.combine(day, at, VIET_NAM) if at else datetime.combine(day + timedelta(days=1), time.min, VIET_NAM)
        moment = end if at else end - timedelta(microseconds=1)
    words = words_of(argument)
    agencies = exchange.reader.agencies.find(words, today=exchange.today)
    periods = find_periods(words, today=exchange.today, open_period=scope.usual_period(exchange))
    taken = {place for each in agencies for place in range(each.first, each.last)}
    taken |= {place for each in periods for place in range(each.first, each.last)}
    left = [word for place, word in enumerate(words) if place not in taken]
    own = bool(_OWN.search(" ".join(word.folded for word in left)))
    named = any(word.folded not in _FILLERS for word in left) and not own
    return _Asked(moment, own, " ".join(word.text for word in left) if named else "", argument)


def names_only_a_report(argument: str, exchange: Exchange) -> bool:
    """Whether an argument names nothing but a report, a day, or one's own writes: then no indicator is asked about."""
    return not _read(argument, exchange).rest


def _day(found: re.Match[str], today: date) -> date | None:
    """The day named; without a year the last such day."""
    try:
        if found["year"]:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        this_year = date(today.year, int(found["month"]), int(found["day"]))
        return this_year if this_year <= today else this_year.replace(year=today.year - 1)
    except ValueError:
        return None


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004  hours and minutes


def _is_shown(agency: AgencyCode, period: Period, exchange: Exchange) -> bool:
    """Whether the report's figures may be shown here; if not, that is said."""
    if exchange.sees(agency, period):
        return True
    exchange.answer(guide.not_yet_shown(agency, period, exchange.catalogue))
    return False


def _show_named(rest: str, agency: AgencyCode, period: Period, exchange: Exchange) -> None:
    """The history of the indicator that the words name; several readings are buttons."""
    named = naming_rows.read_rows(rest, period, today=exchange.today, reader=exchange.reader)
    candidates = [*named.rows, *(row for _, rows in named.unclear for row in rows)]
    if len(named.rows) == 1 and not named.unclear:
        show_figure(named.rows[0], agency, period, exchange)
    else:
        rows = [exchange.catalogue.row(row) for row in dict.fromkeys(candidates)]
        offer_figures(rows, agency, period, exchange, said=rest)


def _show_report(agency: AgencyCode, period: Period, exchange: Exchange, *, before: int | None) -> None:
    found = exchange.store.recent_batches(agency=agency, period=period, before=before, most=_BATCHES + 1)
    batches = _batches(found[:_BATCHES], exchange)
    names = _names((batch.changes[0].by for batch in batches), agency, exchange)
    memory.keep_focus(exchange, Focus(None, agency, period))
    more = len(found) > _BATCHES
    exchange.answer(replies.report_history(batches, agency, period, exchange.catalogue, names=names, more=more))


def _show_own(exchange: Exchange, *, before: int | None) -> None:
    """What the person wrote, in whatever report; only what they may still see."""
    found = exchange.store.recent_batches(by=exchange.person.id, before=before, most=_BATCHES + 1)
    shown = [changes for changes in found[:_BATCHES] if exchange.sees(changes[0].key.agency, changes[0].key.period)]
    oldest = max(change.id for change in found[:_BATCHES][-1]) if len(found) > _BATCHES else None
    exchange.answer(replies.own_history(_batches(shown, exchange), exchange.catalogue, before=oldest))


def _show_state(agency: AgencyCode, period: Period, moment: datetime, exchange: Exchange) -> None:
    """What stood at a moment, rebuilt from the history."""
    past = state_at(exchange.store.changes_of_report(agency, period), moment)
    now = {value.key: value.figure for value in exchange.store.values(agencies=(agency,), periods=(period,))}
    figures = {key.indicator: each.figure for key, each in past.items() if key.indicator in exchange.catalogue}
    others = sum(now.get(key) != each.figure for key, each in past.items()) + sum(key not in past for key in now)
    memory.keep_focus(exchange, Focus(None, agency, period))
    exchange.answer(replies.past_state(figures, moment, len(now), others, agency, period, exchange.catalogue))


def _batches(found: Iterable[list[Change]], exchange: Exchange) -> list[Batch]:
    """With whether they are taken back by now; rows that the catalogue no longer has are left out."""
    batches = []
    for changes in found:
        known = tuple(change for change in changes if change.key.indicator in exchange.catalogue)
        if known:
            batches.append(Batch(known[0].batch, known, _is_undone(known[0], exchange)))
    return batches


def _is_undone(change: Change, exchange: Exchange) -> bool:
    return not takes_back(change.batch) and was_undone(change.batch, exchange.store)


def _is_close(agency: AgencyCode, exchange: Exchange) -> bool:
    """Whether drafts may be shown: in private to who may read them, in a group to the agency's own."""
    if exchange.incoming.chat.is_private:
        return may(exchange.person, Action.READ_UNSUBMITTED, agency)
    return exchange.group is not None and exchange.group.agency == agency


def _names(people: Iterable[int], agency: AgencyCode, exchange: Exchange) -> dict[int, str]:
    """Who wrote, by name: for people of the agency and administrators, in private."""
    if not (exchange.incoming.chat.is_private and may(exchange.person, Action.READ_UNSUBMITTED, agency)):
        return {}
    return {person: scope.name_of(person, exchange) for person in people}
