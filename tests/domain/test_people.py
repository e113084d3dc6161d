"""The whole matrix of who may do what: roles against actions, own agency and another's."""

import pytest

from bot.domain.catalogue import AgencyCode
from bot.domain.people import Action, Grant, Person, Role, may

SCT, STC = AgencyCode("SCT"), AgencyCode("STC")
ADMINISTRATOR = Person(1, "Quản trị", (Grant(Role.ADMINISTRATOR),))
CLERK = Person(2, "Cán bộ SCT", (Grant(Role.CLERK, SCT),))
OFFICIAL = Person(3, "Lãnh đạo", (Grant(Role.VIEWER),))
AGENCY_VIEWER = Person(5, "Lãnh đạo SCT", (Grant(Role.VIEWER, SCT),))
KNOWN_WITHOUT_RIGHTS = Person(6, "Người đã thôi việc")

READS, ENTERS = Action.READ, Action.ENTER
EVERYTHING = set(Action)


@pytest.mark.parametrize(
    ("person", "at_sct", "at_stc"),
    [
        (ADMINISTRATOR, EVERYTHING, EVERYTHING),
        (CLERK, {Action.READ, Action.READ_UNSUBMITTED, Action.ENTER, Action.SUBMIT, Action.ASSIGN}, {Action.READ}),
        (OFFICIAL, {Action.READ, Action.READ_UNSUBMITTED}, {Action.READ, Action.READ_UNSUBMITTED}),
        (AGENCY_VIEWER, {Action.READ, Action.READ_UNSUBMITTED}, {Action.READ}),
        (KNOWN_WITHOUT_RIGHTS, set(), set()),
        (None, set(), set()),
    ],
    ids=["administrator", "clerk", "province viewer", "agency viewer", "without rights", "unknown"],
)
def test_everybody_may_do_exactly_this(person: Person | None, at_sct: set[Action], at_stc: set[Action]) -> None:
    """Nothing is granted that is not listed, for one's own agency and for another's."""
    assert {action for action in Action if may(person, action, SCT)} == at_sct
    assert {action for action in Action if may(person, action, STC)} == at_stc


def test_a_clerk_of_two_agencies_enters_for_both() -> None:
    """Grants add up, and clerk's agencies come first."""
    person = Person(7, "Cán bộ", (Grant(Role.VIEWER, AgencyCode("SYT")), Grant(Role.CLERK, SCT), Grant(Role.CLERK, STC)))
    assert may(person, ENTERS, SCT)
    assert may(person, ENTERS, STC)
    assert not may(person, ENTERS, AgencyCode("SYT"))
    assert person.agencies == (SCT, STC, "SYT")
