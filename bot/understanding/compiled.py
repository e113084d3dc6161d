"""What is compiled of a catalogue once and serves every report of a process: its labels and its agencies' names.

`Reader` holds both for messages; files are read by child processes and by the command line, which need no more than these.
"""

from __future__ import annotations

from functools import lru_cache

from bot.domain.catalogue import Catalogue
from bot.understanding.agencies import AgencyFinder
from bot.understanding.labels import LabelIndex


class _Same:
    """A catalogue as a key: itself and no other, because comparing two by content would take longer than compiling one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue


def label_index(catalogue: Catalogue) -> LabelIndex:
    """Its labels; the index also remembers what labels of reports were like."""
    return _label_index(_Same(catalogue))


def agency_finder(catalogue: Catalogue) -> AgencyFinder:
    """The names of its agencies."""
    return _agency_finder(_Same(catalogue))


@lru_cache(maxsize=2)
def _label_index(key: _Same) -> LabelIndex:
    return LabelIndex(key.catalogue)


@lru_cache(maxsize=2)
def _agency_finder(key: _Same) -> AgencyFinder:
    return AgencyFinder(key.catalogue)
