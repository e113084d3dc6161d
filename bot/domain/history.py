"""What the append-only history says: how a batch stands after undos, and what any report looked like at any moment.

An undo is a batch of its own, named after the batch that it takes back; to take an undo back is to do the batch again. So a
name with an even number of marks in front wrote figures, one with an odd number took them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.ports import Store
from bot.domain.value import Change, Figure, ValueKey

_MARK = "undo:"


@dataclass(frozen=True, slots=True)
class Past:
    """A value as it stood: the change that led to it is `change`."""

    figure: Figure
    note: str | None
    change: Change


@dataclass(frozen=True, slots=True)
class Batch:
    """One write to the store. `undone`: taken back by now."""

    name: str
    changes: tuple[Change, ...]
    undone: bool

    @property
    def takes_back(self) -> bool:
        """Whether it took another one back."""
        return takes_back(self.name)

    @property
    def does_again(self) -> bool:
        """Whether it did again what had been taken back."""
        return self.name.startswith(_MARK) and not self.takes_back


def undo_of(batch: str) -> str:
    """The name of the batch that takes this one back."""
    return f"{_MARK}{batch}"


def takes_back(batch: str) -> bool:
    """Whether a batch of that name took another one back."""
    marks = 0
    while batch.startswith(_MARK):
        batch, marks = batch.removeprefix(_MARK), marks + 1
    return marks % 2 == 1


def state_at(changes: Iterable[Change], moment: datetime) -> dict[ValueKey, Past]:
    """Rebuild what stood at an aware moment, from all changes of the keys in question, in any order."""
    state: dict[ValueKey, Past] = {}
    for change in sorted(changes, key=lambda each: each.id):
        if change.at > moment:
            continue
        if change.after is None:
            state.pop(change.key, None)
        else:
            state[change.key] = Past(change.after, change.note_after, change)
    return state


def standing_changes(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Of one key's history (oldest first) the changes that were not taken back; the last of them made what stands now."""
    stack: list[Change] = []
    for change in changes:
        if not takes_back(change.batch):
            stack.append(change)
        elif stack:
            stack.pop()
    return tuple(stack)


def latest_form(batch: str, store: Store) -> str:
    """The last link of a batch's chain of undos: the batch itself, its undo, and so on."""
    while store.batch(undo_of(batch)):
        batch = undo_of(batch)
    return batch


def was_undone(batch: str, store: Store) -> bool:
    """Whether a batch that wrote figures is taken back now."""
    return takes_back(latest_form(batch, store))
