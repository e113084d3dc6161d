"""A reading as plain JSON and back: a worker process hands it over, then it waits in the database for the press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.documents.encoding import BadFile
from bot.documents.row import Flaw, FlawKind, Row
from bot.domain.catalogue import AgencyCode, Catalogue, IndicatorId
from bot.domain.narrative import NarrativeFigure, Verdict
from bot.domain.period import Period
from bot.domain.report_reading import Doubt, Issue, Reading, ReadRow, Unreadable
from bot.domain.report_title import Heading
from bot.domain.value import Fault, Figure, State

_READ, _UNREADABLE = "reading", "unreadable"


class OutOfDate(Exception):  # noqa: N818  named after what happened
    """The document names what this catalogue (or this version of the program) does not know: the file is to be read anew."""


def as_json(read: Reading | Unreadable) -> dict[str, Any]:
    """JSON-able; figures keep their digits. The cells of a row are not kept, only what was read from them."""
    if isinstance(read, Unreadable):
        return {
            "kind": _UNREADABLE,
            "file": read.file_name,
            "bad": read.why.value if isinstance(read.why, BadFile) else None,
            "doubt": None if isinstance(read.why, BadFile) else read.why.value,
            "heading": None if read.heading is None else _heading_document(read.heading),
            "rows": read.rows,
        }
    return {
        "kind": _READ,
        "file": read.file_name,
        "agency": read.agency,
        "period": read.period.code,
        "form": read.form.code,
        "heading": _heading_document(read.stated),
        "rows": [_row_document(row) for row in read.rows],
        "sections": [row.id for row in read.sections],
        "missing": [row.id for row in read.missing_sections],
        "narrative": [_told_document(each) for each in read.narrative],
    }


def from_json(document: Mapping[str, Any], catalogue: Catalogue) -> Reading | Unreadable:
    """Back from `as_json`. OutOfDate when the catalogue has changed since in what matters here."""
    try:
        return _unreadable(document) if document["kind"] == _UNREADABLE else _reading(document, catalogue)
    except (KeyError, ValueError, StopIteration) as problem:
        raise OutOfDate(str(problem)) from problem


def _unreadable(document: Mapping[str, Any]) -> Unreadable:
    why = BadFile(document["bad"]) if document["bad"] else Doubt(document["doubt"])
    heading = None if document["heading"] is None else _heading(document["heading"])
    return Unreadable(document["file"], why, heading, document["rows"])


def _reading(document: Mapping[str, Any], catalogue: Catalogue) -> Reading:
    return Reading(
        document["file"],
        next(agency.code for agency in catalogue.agencies if agency.code == document["agency"]),
        Period.parse(document["period"]),
        next(form for form in catalogue.forms if form.code == document["form"]),
        _heading(document["heading"]),
        tuple(_row(row, catalogue) for row in document["rows"]),
        tuple(catalogue.row(IndicatorId(each)) for each in document["sections"]),
        tuple(catalogue.row(IndicatorId(each)) for each in document["missing"]),
        tuple(_told(each, catalogue) for each in document["narrative"]),
    )


def _heading_document(heading: Heading) -> dict[str, Any]:
    return {
        "agencies": list(heading.agencies),
        "periods": [period.code for period in heading.periods],
        "on": None if heading.reported_on is None else heading.reported_on.isoformat(),
        "guessed": heading.period_is_guessed,
    }


def _heading(document: Mapping[str, Any]) -> Heading:
    return Heading(
        tuple(AgencyCode(each) for each in document["agencies"]),
        tuple(Period.parse(each) for each in document["periods"]),
        None if document["on"] is None else date.fromisoformat(document["on"]),
        document["guessed"],
    )


def _row_document(row: ReadRow) -> dict[str, Any]:
    """What is not there is left out: most rows have neither fault nor issue."""
    told = {
        "line": row.row.line,
        "place": row.row.place,
        "label": row.label,
        "i": None if row.indicator is None else row.indicator.id,
        "candidates": list(row.candidates),
        "raw": row.raw,
        **_figure_document(row.figure),
        "fault": row.fault,
        "note": row.note,
        "issue": row.issue,
        "flaw": None if row.flaw is None else [row.flaw.text, row.flaw.kind.value, row.flaw.place],
    }
    return {name: value for name, value in told.items() if value}


def _row(document: Mapping[str, Any], catalogue: Catalogue) -> ReadRow:
    get = document.get
    return ReadRow(
        Row((), document["line"], document["place"]),
        get("label", ""),
        catalogue.row(IndicatorId(document["i"])) if get("i") else None,
        tuple(catalogue.row(IndicatorId(each)).id for each in get("candidates", ())),
        get("raw", ""),
        _figure(document),
        Fault(document["fault"]) if get("fault") else None,
        get("note"),
        Issue(document["issue"]) if get("issue") else None,
        _flaw(*document["flaw"]) if get("flaw") else None,
    )


def _figure_document(figure: Figure | None) -> dict[str, Any]:
    return {
        "number": None if figure is None or figure.number is None else str(figure.number),
        "state": None if figure is None else figure.state.value,
        "estimate": figure is not None and figure.estimate,
    }


def _figure(document: Mapping[str, Any]) -> Figure | None:
    number, state = document.get("number"), document.get("state")
    if state is None:
        return None
    return Figure(None if number is None else Decimal(number), State(state), bool(document.get("estimate")))


def _told_document(told: NarrativeFigure) -> dict[str, Any]:
    return {
        "i": told.row.id,
        "told": str(told.number),
        **_figure_document(told.in_table),
        "verdict": told.verdict.value,
        "line": told.line,
        "quote": told.quote,
        "raw": told.raw,
        "about": None if told.about is None else told.about.code,
        "parts": None if told.parts is None else str(told.parts),
    }


def _told(document: Mapping[str, Any], catalogue: Catalogue) -> NarrativeFigure:
    return NarrativeFigure(
        catalogue.row(IndicatorId(document["i"])),
        Decimal(document["told"]),
        _figure(document),
        Verdict(document["verdict"]),
        document["line"],
        document["quote"],
        document["raw"],
        Period.parse(document["about"]) if document["about"] else None,
        Decimal(document["parts"]) if document["parts"] else None,
    )


def _flaw(text: str, kind: str, place: str) -> Flaw:
    return Flaw(text, FlawKind(kind), place)
