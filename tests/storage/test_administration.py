"""Rights are changed one at a time, each change leaves its line for ever, and duties go with the right."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.domain.acts import Act, ActKind, Duty
from bot.domain.administration import (
    AdministratorKept,
    KeepReason,
    NothingToChange,
    RightsChanged,
    grant_right,
    move,
    new_invite,
    revoke,
    take_up,
)
from bot.domain.catalogue import IndicatorId
from bot.domain.duties import assign
from bot.domain.people import Grant, Invite, Person, Role
from storage import Storage, UnitOfWork
from tests.storage.office import ADMINISTRATOR, CLERK, COLLEAGUE, NOW, OUTSIDER, SCT, SYT, seconds

OF_SCT, OF_SYT = Grant(Role.CLERK, SCT), Grant(Role.CLERK, SYT)
CHIEF = Grant(Role.ADMINISTRATOR)
ROW, OTHER_ROW = IndicatorId("plan.tasks_done"), IndicatorId("I")


@pytest.fixture(autouse=True)
def set_up_office(storage: Storage) -> None:
    """A clerk, a colleague and an administrator."""
    with storage.begin() as unit:
        unit.save_person(Person(CLERK, "Lan", (OF_SCT,)))
        unit.save_person(Person(COLLEAGUE, "Hùng", (OF_SCT,)))
        unit.save_person(Person(ADMINISTRATOR, "Hoa", (CHIEF,)))
        unit.commit()


def grants(unit: UnitOfWork, person_id: int) -> tuple[Grant, ...]:
    person = unit.person(person_id)
    assert person is not None
    return person.grants


def test_a_right_is_revoked_once_with_its_duties_and_its_line(storage: Storage) -> None:
    with storage.begin() as unit:
        assign((ROW, OTHER_ROW), SCT, CLERK, store=unit, by=ADMINISTRATOR, at=NOW)
        outcome = revoke(CLERK, OF_SCT, store=unit, by=ADMINISTRATOR, at=NOW, first_administrator=None)
        assert outcome == RightsChanged(Person(CLERK, "Lan"), taken=OF_SCT, rows=2)
        again = revoke(CLERK, OF_SCT, store=unit, by=ADMINISTRATOR, at=NOW, first_administrator=None)
        assert again == NothingToChange(Person(CLERK, "Lan"))
        unit.commit()
    with storage.begin() as unit:
        assert grants(unit, CLERK) == ()
        assert unit.duties(SCT) == []
        newest, *others = unit.acts()
        assert newest == Act(ActKind.REVOKED, NOW, ADMINISTRATOR, person_id=CLERK, role=Role.CLERK, agency=SCT)
        assert [act.kind for act in others] == [ActKind.ASSIGNED, ActKind.ASSIGNED]


def test_a_move_keeps_the_role_and_lets_go_of_the_duties(storage: Storage) -> None:
    with storage.begin() as unit:
        assign((ROW,), SCT, CLERK, store=unit, by=ADMINISTRATOR, at=NOW)
        outcome = move(CLERK, OF_SCT, SYT, store=unit, by=ADMINISTRATOR, at=NOW)
        assert outcome == RightsChanged(Person(CLERK, "Lan", (OF_SYT,)), taken=OF_SCT, given=OF_SYT, rows=1)
        assert isinstance(move(CLERK, OF_SCT, SYT, store=unit, by=ADMINISTRATOR, at=NOW), NothingToChange)
        assert unit.acts(person_id=CLERK, most=1)[0].before == SCT


def test_a_right_is_given_once(storage: Storage) -> None:
    with storage.begin() as unit:
        assert isinstance(grant_right(CLERK, OF_SYT, store=unit, by=ADMINISTRATOR, at=NOW), RightsChanged)
        assert isinstance(grant_right(CLERK, OF_SYT, store=unit, by=ADMINISTRATOR, at=NOW), NothingToChange)
        assert isinstance(grant_right(OUTSIDER, OF_SYT, store=unit, by=ADMINISTRATOR, at=NOW), NothingToChange)
        assert grants(unit, CLERK) == (OF_SCT, OF_SYT)


def test_the_last_administrator_and_the_one_of_the_settings_stay(storage: Storage) -> None:
    with storage.begin() as unit:
        kept = revoke(ADMINISTRATOR, CHIEF, store=unit, by=ADMINISTRATOR, at=NOW, first_administrator=None)
        assert isinstance(kept, AdministratorKept)
        assert kept.reason is KeepReason.LAST
        grant_right(CLERK, CHIEF, store=unit, by=ADMINISTRATOR, at=NOW)
        kept = revoke(ADMINISTRATOR, CHIEF, store=unit, by=CLERK, at=NOW, first_administrator=ADMINISTRATOR)
        assert isinstance(kept, AdministratorKept)
        assert kept.reason is KeepReason.SETTING
        assert isinstance(revoke(ADMINISTRATOR, CHIEF, store=unit, by=CLERK, at=NOW, first_administrator=None), RightsChanged)


def test_two_administrators_who_revoke_each_other_at_once_do_not_both_succeed(storage: Storage) -> None:
    with storage.begin() as unit:
        grant_right(CLERK, CHIEF, store=unit, by=ADMINISTRATOR, at=NOW)
        unit.commit()
    start = Barrier(2)

    def revoke_other(by: int, other: int) -> None:
        start.wait()
        with storage.begin() as unit:
            revoke(other, CHIEF, store=unit, by=by, at=NOW, first_administrator=None)
            unit.commit()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(revoke_other, (CLERK, ADMINISTRATOR), (ADMINISTRATOR, CLERK)))
    with storage.begin() as unit:
        assert len(unit.people(role=Role.ADMINISTRATOR)) == 1


def test_a_new_name_does_not_bring_back_what_was_revoked(storage: Storage) -> None:
    with storage.begin() as unit:
        revoke(CLERK, OF_SCT, store=unit, by=ADMINISTRATOR, at=NOW, first_administrator=None)
        unit.rename_person(CLERK, "Lan Anh")
        assert unit.person(CLERK) == Person(CLERK, "Lan Anh")


def test_an_invite_for_several_agencies_gives_them_all_once(storage: Storage) -> None:
    with storage.begin() as unit:
        made = new_invite(Role.CLERK, (SYT, SCT), by=ADMINISTRATOR, at=NOW, days=7, store=unit)
        unit.commit()
    with storage.begin() as unit:
        invite = unit.invite(made.token)
        assert invite == made
        assert invite is not None
        assert invite.grants == (OF_SCT, OF_SYT)
        joined = take_up(invite, Person(CLERK, "Lan", (OF_SCT,)), store=unit, at=NOW)
        assert joined == Person(CLERK, "Lan", (OF_SCT, OF_SYT))
        assert take_up(invite, Person(OUTSIDER, "Lạ"), store=unit, at=NOW) is None
        assert unit.person(OUTSIDER) is None
        kinds = [act.kind for act in unit.acts()]
        assert kinds == [ActKind.JOINED, ActKind.INVITED, ActKind.INVITED]


def test_a_withdrawn_invite_lets_nobody_in(storage: Storage) -> None:
    invite = Invite("t", OF_SCT, ADMINISTRATOR, NOW, NOW + seconds(3600))
    with storage.begin() as unit:
        unit.add_invite(invite)
        assert unit.withdraw_invite("t", NOW + seconds(1))
        assert not unit.withdraw_invite("t", NOW + seconds(2))
        assert not unit.use_invite("t", by=OUTSIDER, at=NOW + seconds(2))
        unit.add_invite(Invite("used", OF_SCT, None, NOW, NOW + seconds(3600)))
        assert unit.use_invite("used", by=OUTSIDER, at=NOW)
        assert not unit.withdraw_invite("used", NOW)


def test_a_row_has_one_owner_and_giving_it_again_replaces_them(storage: Storage) -> None:
    with storage.begin() as unit:
        assert assign((ROW,), SCT, CLERK, store=unit, by=ADMINISTRATOR, at=NOW) == (None,)
        assert assign((ROW,), SCT, CLERK, store=unit, by=ADMINISTRATOR, at=NOW) == (Duty(SCT, ROW, CLERK),)
        assert assign((ROW,), SCT, COLLEAGUE, store=unit, by=CLERK, at=NOW) == (Duty(SCT, ROW, CLERK),)
        assert unit.duties(SCT) == [Duty(SCT, ROW, COLLEAGUE)]
        assert unit.duties(SYT) == []
        assign((ROW,), SCT, None, store=unit, by=CLERK, at=NOW)
        assert unit.duties(SCT) == []
        kinds = [act.kind for act in unit.acts()]
        assert kinds == [ActKind.UNASSIGNED, ActKind.ASSIGNED, ActKind.ASSIGNED]


def test_acts_can_only_be_added_and_are_found_by_whom_they_concern(storage: Storage) -> None:
    with storage.begin() as unit:
        for number in range(3):
            unit.add_act(Act(ActKind.GROUP_LOST, NOW + seconds(number), None, agency=SCT, chat_id=-100 - number))
        unit.add_act(Act(ActKind.ASSIGNED, NOW, CLERK, person_id=COLLEAGUE, agency=SCT, row=ROW))
        assert [act.chat_id for act in unit.acts(most=3)] == [None, -102, -101]
        assert [act.row for act in unit.acts(person_id=COLLEAGUE)] == [ROW]


def test_a_group_where_the_bot_is_silenced_keeps_its_registration(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.may_write_to(-5)
        unit.mark_chat_silenced(-5)
        assert not unit.may_write_to(-5)
        unit.mark_chat_reachable(-5)
        assert unit.may_write_to(-5)
