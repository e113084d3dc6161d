"""Options that several commands share, read with errors for people."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.people import Grant, Role

ROLE_WORDS = "official, viewer:MÃ, clerk:MÃ, admin, stranger"
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to speak as. `grant` None: a stranger."""

    name: str
    grant: Grant | None


def day(text: str) -> date:
    """A day typed as 2023-03-15 or 15/3/2023; ValueError for anything else."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(text.strip())
    except ValueError:
        problem = f"«{text}» không phải ngày, ví dụ 2023-03-15 hoặc 15/3/2023"
        raise ValueError(problem) from None


def day_option(text: str) -> date:
    """`day` for argparse, which shows this error's own words."""
    try:
        return day(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def persona(text: str, catalogue: Catalogue) -> Persona:
    """Somebody named as `official`, `clerk:SCT`, `viewer:SCT`, `admin` or `stranger`; ValueError says what is wrong."""
    role, _, code = (part.strip() for part in text.replace(" ", ":").partition(":"))
    agency = agency_named(code, catalogue) if code.strip(":") else None
    name = catalogue.agency(agency).name if agency else ""
    match role.lower(), agency:
        case "official", _:
            return _OFFICIAL
        case "admin" | "administrator", _:
            return Persona("Quản trị Sở Nội vụ", Grant(Role.ADMINISTRATOR))
        case "stranger", _:
            return Persona("Người lạ", None)
        case "clerk", None:
            raise ValueError("cần mã đơn vị, ví dụ clerk:SCT")
        case "clerk", _:
            return Persona(f"Công chức {name}", Grant(Role.CLERK, agency))
        case "viewer", None:
            return _OFFICIAL
        case "viewer", _:
            return Persona(f"Người xem {name}", Grant(Role.VIEWER, agency))
        case _:
            problem = f"không có vai «{role}»; dùng được: {ROLE_WORDS}"
            raise ValueError(problem)


_OFFICIAL = Persona("Lãnh đạo tỉnh", Grant(Role.VIEWER))


def agency_named(code: str, catalogue: Catalogue) -> AgencyCode:
    """The agency of a code or short name, in any case; ValueError lists the codes."""
    for agency in catalogue.agencies:
        if code.strip(":").upper() in {agency.code.upper(), agency.short.upper()}:
            return agency.code
    problem = f"không có đơn vị «{code}»; các mã: {', '.join(agency.code for agency in catalogue.agencies)}"
    raise ValueError(problem)
