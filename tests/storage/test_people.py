"""People, invites and groups."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from bot.domain.people import Grant, Group, Invite, Person, Role
from storage import Storage
from tests.storage.office import ADMINISTRATOR, CLERK, COLLEAGUE, GROUP_CHAT, NOW, OUTSIDER, SCT, SYT, seconds

CLERK_OF_TWO = Person(CLERK, "Nguyễn Thị Lan", (Grant(Role.VIEWER, SYT), Grant(Role.CLERK, SCT)))
CHIEF = Person(ADMINISTRATOR, "Trần Văn Hùng", (Grant(Role.ADMINISTRATOR),))
VIEWER = Person(OUTSIDER, "Lê Minh", (Grant(Role.VIEWER, SCT),))
WITHOUT_RIGHTS = Person(COLLEAGUE, "Phạm Hoa")
INVITE = Invite("mot-lan_1", Grant(Role.CLERK, SCT), ADMINISTRATOR, NOW, NOW + seconds(3600))
GROUP = Group(GROUP_CHAT, None, "Nhóm Sở Công Thương", SCT, ADMINISTRATOR)


def keep(storage: Storage, *things: Person | Invite | Group) -> None:
    """Store in a unit of work of its own."""
    with storage.begin() as unit:
        for thing in things:
            match thing:
                case Person():
                    unit.save_person(thing)
                case Invite():
                    unit.add_invite(thing)
                case Group():
                    unit.save_group(thing)
        unit.commit()


@pytest.mark.parametrize("person", [CLERK_OF_TWO, CHIEF, WITHOUT_RIGHTS, Person(7_999_999_999, "mã lớn")])
def test_a_person_is_known_with_grants_in_their_order(storage: Storage, person: Person) -> None:
    keep(storage, CLERK_OF_TWO, CHIEF, WITHOUT_RIGHTS, person)
    with storage.begin() as unit:
        assert unit.person(person.id) == person
        assert unit.person(OUTSIDER) is None


def test_saving_a_person_again_replaces_name_and_grants(storage: Storage) -> None:
    moved = Person(CLERK, "Nguyễn Lan", (Grant(Role.CLERK, SYT),))
    keep(storage, CLERK_OF_TWO, moved)
    with storage.begin() as unit:
        assert unit.person(CLERK) == moved
        assert unit.people() == [moved]
    keep(storage, replace(moved, grants=()))
    with storage.begin() as unit:
        assert unit.person(CLERK) == Person(CLERK, "Nguyễn Lan")


def test_people_are_found_by_a_single_grant_and_come_with_all_of_theirs(storage: Storage) -> None:
    keep(storage, VIEWER, CLERK_OF_TWO, CHIEF, WITHOUT_RIGHTS)
    with storage.begin() as unit:
        assert unit.people() == [CLERK_OF_TWO, WITHOUT_RIGHTS, VIEWER, CHIEF]
        assert unit.people(role=Role.VIEWER) == [CLERK_OF_TWO, VIEWER]
        assert unit.people(agency=SCT) == [CLERK_OF_TWO, VIEWER]
        assert unit.people(role=Role.CLERK, agency=SCT) == [CLERK_OF_TWO]
        assert unit.people(role=Role.CLERK, agency=SYT) == []


def test_an_invite_is_read_back_and_used_once(storage: Storage) -> None:
    keep(storage, INVITE)
    with storage.begin() as unit:
        assert unit.invite(INVITE.token) == INVITE
        assert unit.use_invite(INVITE.token, by=CLERK, at=NOW)
        assert not unit.use_invite(INVITE.token, by=COLLEAGUE, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert unit.invite(INVITE.token) == replace(INVITE, used_by=CLERK, used_at=NOW)


def test_an_expired_or_unknown_invite_is_of_no_use(storage: Storage) -> None:
    keep(storage, replace(INVITE, created_by=None, grant=Grant(Role.ADMINISTRATOR)))
    with storage.begin() as unit:
        assert not unit.use_invite(INVITE.token, by=CLERK, at=INVITE.expires_at)
        assert not unit.use_invite("khong-co", by=CLERK, at=NOW)
        assert unit.invite("khong-co") is None
        assert unit.use_invite(INVITE.token, by=CLERK, at=INVITE.expires_at - seconds(0.000001))


def test_two_people_who_open_one_invite_at_once_cannot_both_get_in(storage: Storage) -> None:
    keep(storage, *(replace(INVITE, token=f"moi-{number}") for number in range(20)))
    start = Barrier(2)

    def open_all(person: int) -> list[bool]:
        won = []
        for number in range(20):
            start.wait()
            with storage.begin() as unit:
                won.append(unit.use_invite(f"moi-{number}", by=person, at=NOW))
                unit.commit()
        return won

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(open_all, (CLERK, OUTSIDER))
    assert [one + other for one, other in zip(first, second, strict=True)] == [1] * 20


def test_a_group_and_its_topics_are_registered_apart(storage: Storage) -> None:
    topic = replace(GROUP, thread_id=5, title="Chủ đề CCHC", agency=None)
    keep(storage, topic, GROUP)
    with storage.begin() as unit:
        assert unit.group(GROUP_CHAT, None) == GROUP
        assert unit.group(GROUP_CHAT, 5) == topic
        assert unit.group(GROUP_CHAT, 6) is None
        assert unit.groups() == [GROUP, topic]


def test_registering_again_replaces_the_registration(storage: Storage) -> None:
    inactive = replace(GROUP, agency=SYT, active=False)
    keep(storage, GROUP, inactive)
    with storage.begin() as unit:
        assert unit.groups() == [inactive]
