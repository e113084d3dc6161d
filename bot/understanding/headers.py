"""Header rows of a statistics table: which column holds what, by the words offices print above their columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum

from bot.domain.period import Period
from bot.understanding.periods import find_periods
from bot.understanding.text import fold, words_of


class Role(Enum):
    """What a column holds. OTHER: something that is not read, such as the figures of the period before."""

    STT = "stt"
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    NOTE = "note"
    OTHER = "other"


ROLES = (Role.STT, Role.LABEL, Role.UNIT, Role.VALUE, Role.NOTE)  # in the order that every known form prints them

_LONGEST = 60  # characters of a header cell; a longer one is a label or note that begins with such a word
_PERIOD_NAMED = r"(quy|q) ?(i{1,3}|iv|[1-4])|(6|9|12) thang( dau nam)?|(nam )?20\d\d"
_OF_WHAT = rf"(( |/)(thong ke|thuc hien|dat duoc|bao cao|(trong )?(ky|quy)( nay| bao cao)?|trong|{_PERIOD_NAMED}))*"
_WORDS: dict[
    Role, tuple[str, ...]
] = {  # asked in this order: "Số liệu kỳ trước" is not the value, "Đơn vị thực hiện" not the unit
    Role.OTHER: (
        r".*\b(ky|quy|nam|thang) (bao cao )?(lien )?truoc.*",
        r"([a-z ]{0,20} )?(cung ky|so sanh|luy ke|cong don|so voi)( [a-z/0-9% ()]{0,40})?",
        r"(chi tieu|ke hoach|nhiem vu|muc tieu) (duoc )?giao( [a-z/0-9 ]+)?|muc tieu( [a-z/0-9 ]+)?",
        r"(tinh )?tu dau nam( den nay)?",
        r"(thuc hien )?thang ?\d{1,2}([ /.-]+(nam )?20\d\d)?",
        r"tang|giam|tang ?[/,] ?giam|ke hoach( nam)?",
        r"(co quan|don vi) .*thuc hien",
    ),
    Role.STT: (r"(so )?tt|stt|so thu tu|thu tu|muc",),
    Role.UNIT: (r"don vi( tinh| do)?|dvt|dv tinh",),
    Role.NOTE: (
        r"(ghi chu|giai trinh|dien giai|thuyet minh|minh chung)( [a-z/, ]+)?",
        r"(van ban|tai lieu) (minh chung|kiem chung|can cu|lien quan)",
    ),
    Role.VALUE: (
        rf"(so lieu|so luong|ket qua|gia tri|ty le|so|so luong ?/ ?ty le|(da )?thuc hien){_OF_WHAT}",
        r"(ky|quy|nam|thang) nay|ky bao cao|.*\b(ky nay|ky bao cao)|(phat sinh )?trong (ky|quy)( nay| bao cao)?",
        r"(quy|q) ?(i{1,3}|iv|[1-4])\b.*|(6|9|12) thang\b.*|(nam )?20\d\d",
        r"tong( cong| so)?( ca)?( quy| nam| ky)?",
    ),
    Role.LABEL: (r"(cac |ten )?(chi tieu|tieu chi|noi dung|danh muc|chi so|hang muc)( [a-z(][a-z (),:]*)?",),
}
_PATTERNS = tuple((role, re.compile("|".join(words))) for role, words in _WORDS.items())
_PERIOD_NOW = re.compile(r"(ky|quy|thang) nay|ky bao cao|hien tai|trong (ky|quy)")
_YEAR = re.compile(r"\b20\d\d\b")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-h])\)?(?:\s*=.*)?")
_SURE_WITH_A_SLIP = 3  # kinds of columns, the unknown one counted
_MOST_UNKNOWN = 2  # columns that an office may add
_HAS_FIGURE = re.compile(r"\s*[-+]?\d")
_MIN_NUMBERED = 3
_WORDS_OF_A_NAME = 5


def header_role(cell: str) -> Role | None:
    """What a header cell announces, or None for a cell that is not one."""
    folded = fold(cell).strip(" .:;()*")
    if not folded or len(folded) > _LONGEST:
        return None
    return next((role for role, words in _PATTERNS if words.fullmatch(folded)), None)


def is_header(cells: Sequence[str], *, after_header: bool) -> bool:
    """Whether a row only names columns. One cell alone does so only below a header row ("Số lượng/tỷ lệ")."""
    named = [cell for cell in cells if cell]
    if len(named) < (1 if after_header else 2):
        return False
    roles = {header_role(cell) for cell in named}
    if after_header:
        return None not in roles or (Role.VALUE in roles and not any(_HAS_FIGURE.match(cell) for cell in named))
    unknown = [cell for cell in named if header_role(cell) is None]
    if not unknown:
        return len(roles) > 1
    if Role.LABEL not in roles or any(_HAS_FIGURE.match(cell) for cell in unknown):
        return len(unknown) == 1 and len(roles) > _SURE_WITH_A_SLIP  # one cell may be mistyped
    return len(unknown) <= _MOST_UNKNOWN and len(roles) > _SURE_WITH_A_SLIP  # an office's own columns beside the usual ones


def roles_in(line: str) -> set[Role]:
    """What a line names when all its words name columns, else nothing: "STT Chỉ tiêu Đơn vị tính Số lượng"."""
    words = fold(line).split()
    roles: set[Role] = set()
    at = 0
    while at < len(words):
        ends = range(min(at + _WORDS_OF_A_NAME, len(words)), at, -1)
        named = next(((role, end) for end in ends if (role := header_role(" ".join(words[at:end])))), None)
        if named is None:
            return set()
        roles.add(named[0])
        at = named[1]
    return roles


def is_column_numbering(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or A B 1 2 3."""
    named = [fold(cell) for cell in cells]
    if len(named) < _MIN_NUMBERED or not all(_NUMBERING.fullmatch(cell) for cell in named):
        return False
    marks = [cell.strip("()").split("=")[0].strip(" )") for cell in named]
    return marks[0] in {"1", "a"} and len(set(marks)) == len(marks)


class Layout:
    """The columns that the last header rows named; empty until there is a header."""

    def __init__(self, period: Period | None = None) -> None:
        """Know nothing yet. `period`: the report's, which may be written above its column."""
        self._period = period
        self.roles: list[Role | None] = []
        self._names: list[str] = []
        self.has_unclear_values = False

    def begin(self, cells: Sequence[str]) -> None:
        """Take the first header row of a table."""
        self.roles = [header_role(cell) for cell in cells]
        self._names = [fold(cell) for cell in cells]
        self._settle()

    def take_for_granted(self, roles: Sequence[Role | None]) -> None:
        """Take what the columns hold from elsewhere than a header."""
        self.roles = list(roles)
        self._names = [""] * len(roles)

    def takes(self, cells: Sequence[str]) -> bool:
        """Whether a row can be a second header row: it names no label or number column otherwise than the first did.

        What it names in words of its own stands under a heading over several columns.
        """
        fixed = {Role.LABEL, Role.STT}
        return len(cells) == len(self.roles) and all(
            not cell
            or header_role(cell) is role
            or (role not in fixed and (header_role(cell) or role is Role.VALUE or not name))
            for cell, role, name in zip(cells, self.roles, self._names, strict=True)
        )

    def refine(self, cells: Sequence[str]) -> None:
        """Take a second header row: it names the columns under a heading over several ("Kết quả thống kê")."""
        for place, cell in enumerate(cells[: len(self.roles)]):
            role = header_role(cell)
            if role is None and cell and self.roles[place] is Role.VALUE:
                role = Role.OTHER  # the heading is over this column and the one that is named as the figures'
            if cell and (role is not None or not self._names[place]):
                self.roles[place] = role
                self._names[place] = f"{self._names[place]} {fold(cell)}"
        self._settle()

    def _settle(self) -> None:
        """Of several columns of figures keep the one of this period; when none says so, none can be told to be it."""
        values = [place for place, role in enumerate(self.roles) if role is Role.VALUE]
        now = [place for place in values if _PERIOD_NOW.search(self._names[place]) or self._names_period(self._names[place])]
        now = now or [place for place in values if self._is_only_year(place, values)]
        rest = [place for place in values if not self._names_other_period(self._names[place])]
        kept = now if len(now) == 1 else rest if len(rest) == 1 else values
        has_only_others = not values and Role.LABEL in self.roles and Role.OTHER in self.roles
        has_unknown = any(role is None and name for role, name in zip(self.roles, self._names, strict=True))
        self.has_unclear_values = len(kept) > 1 or (has_only_others and not has_unknown)
        for place in values:
            if place not in kept:
                self.roles[place] = Role.OTHER

    def _names_period(self, name: str) -> bool:
        """Whether a name says the report's period: "Quý III/2022", or "Quý III" alone."""
        if self._period is None:
            return False
        found = find_periods(words_of(name), today=self._period.last_day, open_period=None)
        return any(mention.value == self._period for mention in found)

    def _names_other_period(self, name: str) -> bool:
        """Whether a name says a period, and not the report's."""
        if self._period is None:
            return False
        found = find_periods(words_of(name), today=self._period.last_day, open_period=None)
        return bool(found) and all(mention.value != self._period for mention in found)

    def _is_only_year(self, place: int, values: Sequence[int]) -> bool:
        """Whether of the columns, each with a year above it, this one alone has the report's: "Năm 2021", "Năm 2022"."""
        years = {each: set(_YEAR.findall(self._names[each])) for each in values}
        year = str(self._period.year) if self._period else ""
        return all(years.values()) and [each for each in values if year in years[each]] == [place]

    def roles_for(self, cells: Sequence[str], is_unit: Callable[[str], bool]) -> list[Role | None]:
        """The roles of a row's cells where columns have names that nobody knows: those beside the named figures are not read.

        A label may go on in the nameless column behind it. Without names for label and figures, the roles as they are.
        """
        roles = list(self.roles)
        if len(cells) != len(roles) or not {Role.LABEL, Role.VALUE} <= set(roles):
            return roles
        for place, cell in enumerate(cells):
            if roles[place] is not None or not cell:
                continue
            if self._names[place]:
                roles[place] = self._role_beside(cell, place, is_unit(cell))
            elif (
                place
                and roles[place - 1] is Role.LABEL
                and Role.UNIT in roles
                and not (_HAS_FIGURE.match(cell) or is_unit(cell))
            ):
                roles[place] = Role.LABEL
        return roles

    def _role_beside(self, cell: str, place: int, is_unit: bool) -> Role:  # noqa: FBT001
        if is_unit and Role.UNIT not in self.roles:
            return Role.UNIT
        if place == 0 and Role.STT not in self.roles:
            return Role.STT
        return Role.OTHER if Role.NOTE in self.roles or _HAS_FIGURE.match(cell) else Role.NOTE

    @property
    def order(self) -> tuple[Role, ...]:
        """Roles left to right as named, with the usual ones that the header does not name in their usual place."""
        order = [role for role in self.roles if role is not None]
        named = [role for role in order if role is not Role.OTHER]
        if len(set(named)) != len(named) or not {Role.LABEL, Role.VALUE} <= set(named):
            return ROLES
        for place, role in enumerate(ROLES):
            if role not in order:
                before: Role | None = ROLES[place - 1] if place else None
                order.insert(order.index(before) + 1 if before in order else 0, role)
        return tuple(order)
