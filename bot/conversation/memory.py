"""What is remembered between messages, as documents: focus, pending choices, an entry that waits for its scope or a press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from bot.conversation.exchange import Exchange
from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.value import Fault, Figure, State
from bot.understanding.request import Candidate, Entry, EntryValue, Focus, Intent, PendingChoice

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OpenChoice:
    """One value whose row is to be chosen. Per choice: the change that stood when it was asked, and the figure it would get."""

    choices: tuple[IndicatorId, ...]
    replaces: tuple[int | None, ...]
    figures: tuple[Figure, ...]
    note: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class Pending:
    """The choices of one message still open, first one asked."""

    id: str
    agency: AgencyCode
    period: Period
    queue: tuple[OpenChoice, ...]

    @property
    def asked(self) -> str:
        """What ties buttons to the choice now asked, and not to an equal one that comes after it."""
        return f"{self.id}.{len(self.queue)}"


def read_focus(exchange: Exchange) -> Focus:
    """What the conversation was last about."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "focus")
    return focus_from(document, exchange) if document else Focus()


def focus_from(document: Document, exchange: Exchange) -> Focus:
    """A focus out of a remembered document or a message's subject; what the catalogue no longer has is dropped."""
    indicator = document.get("i")
    period = document.get("p")
    intent = document.get("intent")
    return Focus(
        IndicatorId(indicator) if indicator and indicator in exchange.catalogue else None,
        exchange.known_agency(document.get("a")),
        Period.parse(period) if period else None,
        Intent(intent) if intent else None,
        tuple(IndicatorId(row_id) for row_id in document.get("w", ()) if row_id in exchange.catalogue),
        IndicatorId(document["l"]) if document.get("l") and document["l"] in exchange.catalogue else None,
    )


def keep_focus(exchange: Exchange, focus: Focus) -> None:
    """Remember it; what is None keeps its former value."""
    standing = read_focus(exchange)
    focus = Focus(
        focus.indicator or standing.indicator,
        focus.agency or standing.agency,
        focus.period or standing.period,
        focus.intent or standing.intent,
        focus.written or (standing.written if _is_of_same_report(focus, standing) else ()),
        focus.latest if focus.written else standing.latest if _is_of_same_report(focus, standing) else None,
    )
    document = {
        "i": focus.indicator,
        "a": focus.agency,
        "p": focus.period.code if focus.period else None,
        "intent": focus.intent,
        "w": list(focus.written),
        "l": focus.latest,
    }
    exchange.store.remember(exchange.chat_id, exchange.person.id, "focus", document)


def _is_of_same_report(focus: Focus, standing: Focus) -> bool:
    return focus.agency in (None, standing.agency) and focus.period in (None, standing.period)


def read_pending(exchange: Exchange) -> Pending | None:
    """The choices still open."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, "pending")
    if not document:
        return None
    queue = tuple(choice_from(each) for each in document["queue"])
    agency = exchange.known_agency(document["a"])
    if agency is None or not all(row_id in exchange.catalogue for choice in queue for row_id in choice.choices):
        return None  # asked before the catalogue changed
    return Pending(document["id"], agency, Period.parse(document["p"]), queue)


def keep_pending(exchange: Exchange, pending: Pending | None) -> None:
    """Remember the open choices, or forget them."""
    document = None
    if pending is not None and pending.queue:
        document = {
            "id": pending.id,
            "a": pending.agency,
            "p": pending.period.code,
            "queue": [choice_document(choice) for choice in pending.queue],
        }
    exchange.store.remember(exchange.chat_id, exchange.person.id, "pending", document)


def as_context(pending: Pending | None) -> PendingChoice | None:
    """What understanding is told of the open question."""
    return PendingChoice(pending.queue[0].choices, pending.queue[0].raw) if pending else None


def choice_document(choice: OpenChoice) -> dict[str, Any]:
    """JSON-able."""
    return {
        "choices": list(choice.choices),
        "replaces": list(choice.replaces),
        "figures": [figure_document(figure) for figure in choice.figures],
        "note": choice.note,
        "raw": choice.raw,
    }


def choice_from(document: Document) -> OpenChoice:
    """Back from `choice_document`."""
    return OpenChoice(
        tuple(IndicatorId(each) for each in document["choices"]),
        tuple(document["replaces"]),
        tuple(figure_from(each) for each in document["figures"]),
        document["note"],
        document["raw"],
    )


def figure_document(figure: Figure) -> dict[str, Any]:
    """JSON-able, digits kept."""
    return {
        "number": None if figure.number is None else str(figure.number),
        "state": figure.state.value,
        "estimate": figure.estimate,
    }


def figure_from(document: Document) -> Figure:
    """Back from `figure_document`."""
    number = document["number"]
    return Figure(None if number is None else Decimal(number), State(document["state"]), document["estimate"])


def entry_document(entry: Entry) -> dict[str, Any]:
    """An entry to be stored later, JSON-able."""
    return {
        "agency": entry.agency,
        "period": entry.period.code if entry.period else None,
        "is_table": entry.is_table,
        "values": [_value_document(value) for value in entry.values],
    }


def entry_from(document: Document, exchange: Exchange) -> Entry:
    """Back from `entry_document`; values of rows that the catalogue no longer has are of no known row."""
    return Entry(
        exchange.known_agency(document["agency"]),
        Period.parse(document["period"]) if document["period"] else None,
        tuple(_value_from(each, exchange) for each in document["values"]),
        document["is_table"],
    )


def _value_document(value: EntryValue) -> dict[str, Any]:
    return {
        "indicator": value.indicator,
        "candidates": [[candidate.indicator, candidate.score] for candidate in value.candidates],
        "certain": value.certain,
        "figure": None if value.figure is None else figure_document(value.figure),
        "fault": value.fault,
        "note": value.note,
        "raw": value.raw,
        "text": value.text,
    }


def _value_from(document: Document, exchange: Exchange) -> EntryValue:
    indicator = document["indicator"]
    return EntryValue(
        IndicatorId(indicator) if indicator and indicator in exchange.catalogue else None,
        tuple(Candidate(IndicatorId(each), score) for each, score in document["candidates"] if each in exchange.catalogue),
        document["certain"],
        None if document["figure"] is None else figure_from(document["figure"]),
        Fault(document["fault"]) if document["fault"] else None,
        document["note"],
        document["raw"],
        document["text"],
    )


def scoped(entry: Entry, *, agency: AgencyCode | None = None, period: Period | None = None) -> Entry:
    """The entry with its agency or period settled."""
    return replace(entry, agency=agency or entry.agency, period=period or entry.period)


def without_first(pending: Pending) -> Pending | None:
    """The choices left after the first was settled."""
    return replace(pending, queue=pending.queue[1:]) if len(pending.queue) > 1 else None


def rows_of(choices: Sequence[Candidate]) -> tuple[IndicatorId, ...]:
    """The ids of candidates."""
    return tuple(candidate.indicator for candidate in choices)
