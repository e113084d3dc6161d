"""What is said when words behind a command could not be read: what was read, what was not, and what would work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.period import Period
from bot.replies.figures import ask_action
from bot.replies.reply import Button, Reply
from bot.replies.wording import agency_list

_SAID_MOST = 40  # characters shown back


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that name nothing known: as typed, the agencies whose names come nearest, and all there are."""

    said: str
    nearest: tuple[AgencyCode, ...]
    everyone: tuple[AgencyCode, ...]


def unclear_argument(unread: Unread, catalogue: Catalogue, *, example: str) -> Reply:
    """Words behind a command that name neither agency nor period. `example`: what works, `{}` where the agency stands."""
    lines = [f"Tôi không rõ «{quoted(unread.said)}» là đơn vị hay kỳ nào.", near_line(unread, catalogue)]
    return Reply("\n".join([*lines, f"Ví dụ: <code>{example_of(example, unread.nearest, catalogue)}</code>"]))


def unknown_agency_lines(unread: Unread, catalogue: Catalogue) -> list[str]:
    """No agency has that name; which there are."""
    return [f"Không có đơn vị nào là «{quoted(unread.said)}».", near_line(unread, catalogue)]


def outsider_asked(unread: Unread, asked: tuple[CatalogueRow, Period | None, str] | None, catalogue: Catalogue) -> Reply:
    """A figure of a body that does not report was asked for. `asked`: row, period and intent, for the agencies nearest."""
    buttons = tuple(
        Button(catalogue.agency(code).short, ask_action(asked[0], code, *asked[1:])) for code in unread.nearest if asked
    )
    return Reply("\n".join([_no_reporter(unread), near_line(unread, catalogue)]), (buttons,) if buttons else ())


def outsider_given(unread: Unread, catalogue: Catalogue) -> Reply:
    """A value of a body that does not report was given."""
    lines = [f"Chưa ghi số nào. {_no_reporter(unread)}", near_line(unread, catalogue)]
    return Reply("\n".join([*lines, "Nếu là số của đơn vị mình, anh/chị gửi lại, bỏ tên ấy đi."]))


def _no_reporter(unread: Unread) -> str:
    return f"Các đơn vị báo cáo CCHC không có «{quoted(unread.said)}»."


def near_line(unread: Unread, catalogue: Catalogue) -> str:
    """`Gần nhất: SCT (Sở Công Thương), SYT (Sở Y tế).`; where nothing is near, all short names."""
    if not unread.nearest:
        return f"Các đơn vị: {agency_list(catalogue, unread.everyone, most=len(unread.everyone))}."
    known = [catalogue.agency(code) for code in unread.nearest]
    names = [each.name if each.short == each.name else f"{each.short} ({each.name})" for each in known]
    return f"Gần nhất: {escape(', '.join(names), quote=False)}."


def example_of(example: str, agencies: Sequence[AgencyCode], catalogue: Catalogue) -> str:
    """The example with the short name of the first of these agencies, else of Sở Công Thương, escaped."""
    short = catalogue.agency(agencies[0]).short.lower() if agencies else "sct"
    return escape(example.format(short), quote=False)


def quoted(said: str) -> str:
    """As typed, escaped, cut where it is long."""
    said = " ".join(said.split())
    return escape(said if len(said) <= _SAID_MOST else said[: _SAID_MOST - 1] + "…", quote=False)
