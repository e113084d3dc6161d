"""Reading YAML nodes with every fault collected: unknown, missing and repeated keys, values of the wrong kind.

Nothing here stops at a fault: it is noted with line and key, a neutral value is given back, and reading goes on, so that a
civil servant who edits indicators.yaml sees all faults at once. Lines count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from bot.domain.period import Period
from bot.understanding.text import words_of

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_OF_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})")
_LEAP_YEAR = 2024  # any leap year: a deadline may be 29/2
_LAST_DAY_OF_YEAR = (12, 31)
NO_PERIOD = Period.parse("0002-Y")  # stands where none could be read

_Value = TypeVar("_Value")
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """One fault of indicators.yaml, in words for its editor. Line 0 or key "": it is not about one line or key."""

    line: int
    key: str
    text: str

    def __str__(self) -> str:
        """As shown: `dòng 412, khoá aliases: …`."""
        place = [f"dòng {self.line}"] * bool(self.line) + [f"khoá {self.key}"] * bool(self.key)
        return f"{', '.join(place)}: {self.text}" if place else self.text


def name_key(name: str) -> str:
    """What two names have in common when people cannot tell them apart: folded words without punctuation."""
    return " ".join(word.folded for word in words_of(name))


def line_of(node: Node) -> int:
    """Line that a node begins on."""
    return node.start_mark.line + 1


@dataclass(slots=True)
class Flaws:
    """The faults found so far."""

    found: list[Flaw] = field(default_factory=list)

    def add(self, place: Node | int, key: str, text: str) -> None:
        """Note a fault at a node or line."""
        self.found.append(Flaw(place if isinstance(place, int) else line_of(place), key, text))

    def fields(self, node: Node, key: str, *, required: Collection[str], optional: Collection[str] = ()) -> Fields:
        """The fields of a mapping that stands under `key`; keys outside required and optional are faults."""
        fields = Fields(self, line_of(node), {}, {})
        if not isinstance(node, MappingNode):
            self.add(node, key, "phải gồm các dòng “khoá: giá trị”")
            return fields
        known = {*required, *optional}
        for key_node, value in node.value:
            name = str(key_node.value)
            if name not in known:
                self.add(key_node, name, f"khoá lạ; ở đây chỉ có {', '.join([*required, *optional])}")
            elif name in fields.nodes:
                self.add(key_node, name, f"viết hai lần (lần đầu ở dòng {fields.lines[name]})")
            else:
                fields.nodes[name], fields.lines[name] = value, line_of(key_node)
        for name in required:
            if name not in fields.nodes:
                self.add(node, name, "thiếu khoá này")
        return fields

    def items(self, node: Node, key: str) -> list[Node]:
        """The items of a list that stands under `key`."""
        if isinstance(node, SequenceNode):
            return list(node.value)
        self.add(node, key, "phải là một danh sách, mỗi mục mở bằng “- ”")
        return []

    def text(self, node: Node, key: str) -> str:
        """The words of a scalar; "" with a fault for anything else or nothing."""
        if not isinstance(node, ScalarNode):
            self.add(node, key, "phải là một dòng chữ")
            return ""
        words = " ".join(str(node.value).split())
        if not words:
            self.add(node, key, "để trống; điền giá trị hoặc bỏ hẳn khoá này")
        return words


@dataclass(slots=True)
class Fields:
    """Values of one mapping by key, and the line of each key. `line` is where the mapping begins."""

    flaws: Flaws
    line: int
    nodes: dict[str, Node]
    lines: dict[str, int]

    def __contains__(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self.nodes

    def line_of(self, key: str) -> int:
        """Line of a key, or of the whole mapping when the key is not written."""
        return self.lines.get(key, self.line)

    def add(self, key: str, text: str) -> None:
        """Note a fault of this key."""
        self.flaws.add(self.line_of(key), key, text)

    def text(self, key: str) -> str:
        """Words of a key; "" when it is not written."""
        return self.flaws.text(self.nodes[key], key) if key in self.nodes else ""

    def items(self, key: str) -> list[Node]:
        """Items of a list; empty when it is not written."""
        return self.flaws.items(self.nodes[key], key) if key in self.nodes else []

    def texts(self, key: str) -> Iterator[tuple[str, int]]:
        """Texts of a list with the line of each; empty ones are faults and left out."""
        for node in self.items(key):
            if words := self.flaws.text(node, key):
                yield words, line_of(node)

    def yes_no(self, key: str) -> bool:
        """Yes or no; no when it is not written."""
        return self._read(key, lambda words: _YES_NO[words.lower()], default=False, expected="yes hoặc no")

    def choice(self, key: str, kind: type[_Word], default: _Word) -> _Word:
        """One of an enumeration's words."""
        return self._read(key, kind, default=default, expected=", ".join(kind))

    def decimal(self, key: str) -> Decimal | None:
        """A number of at least 0."""
        return self._read(key, _decimal, default=None, expected="một số không âm, như 100")

    def period(self, key: str) -> Period:
        """A period code; NO_PERIOD when it cannot be read."""
        return self._read(key, Period.parse, default=NO_PERIOD, expected="mã kỳ như 2022-Q1, 2022-H1, 2022-9M, 2022-Y")

    def day(self, key: str) -> date | None:
        """A day such as 28/2/2025; None when it is not written."""
        return self._read(key, day_of, default=None, expected="ngày như 28/2/2025") if key in self else None

    def days(self, key: str) -> Iterator[date]:
        """A list of days."""
        for words, line in self.texts(key):
            try:
                yield day_of(words)
            except ValueError:
                self.flaws.add(line, key, f"“{words}” không phải ngày có thật; viết như 28/2/2025")

    def day_of_year(self, key: str) -> tuple[int, int]:
        """A day such as 17/3, as (month, day)."""
        return self._read(key, _day_of_year, default=_LAST_DAY_OF_YEAR, expected="ngày/tháng như 17/3")

    def _read(self, key: str, read: Callable[[str], _Value], *, default: _Value, expected: str) -> _Value:
        words = self.text(key)
        if not words:
            return default
        try:
            return read(words)
        except (ValueError, KeyError, InvalidOperation):
            self.add(key, f"“{words}” không hợp lệ; viết {expected}")
            return default


def day_of(words: str) -> date:
    """A day written 28/2/2025; ValueError for anything else."""
    found = _DAY.fullmatch(words)
    if not found:
        raise ValueError(words)
    return date(int(found[3]), int(found[2]), int(found[1]))


def _day_of_year(words: str) -> tuple[int, int]:
    found = _DAY_OF_YEAR.fullmatch(words)
    if not found:
        raise ValueError(words)
    day = date(_LEAP_YEAR, int(found[2]), int(found[1]))
    return day.month, day.day


def _decimal(words: str) -> Decimal:
    number = Decimal(words)
    if not number.is_finite() or number < 0:
        raise ValueError(words)
    return number
