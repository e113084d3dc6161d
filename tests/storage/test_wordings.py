"""Wordings that were not understood, and the aliases accepted from them."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.catalogue import IndicatorId
from storage import Storage
from storage.wordings import MOST_KEPT
from tests.storage.office import ADMINISTRATOR, NOW

DONE, PLANNED, FORMS = (
    IndicatorId("plan.tasks_done"),
    IndicatorId("plan.tasks_planned"),
    IndicatorId("satisfaction_survey.forms"),
)


def test_a_wording_is_counted_with_its_first_and_last_time(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.note_unmatched("viec xong", refused=True, nearest=None, at=NOW)
        unit.note_unmatched("viec xong", refused=False, nearest=DONE, at=NOW + timedelta(days=1))
        unit.commit()
    with storage.begin() as unit:
        (kept,) = unit.unmatched(10)
    assert (kept.wording, kept.refused, kept.asked, kept.times) == ("viec xong", 1, 1, 2)
    assert (kept.first_at, kept.last_at) == (NOW, NOW + timedelta(days=1))
    assert kept.suggested == kept.nearest == DONE


def test_the_most_frequent_come_first(storage: Storage) -> None:
    with storage.begin() as unit:
        for wording, times in (("mot", 1), ("ba", 3), ("hai", 2)):
            for _ in range(times):
                unit.note_unmatched(wording, refused=True, nearest=None, at=NOW)
        assert [kept.wording for kept in unit.unmatched(2)] == ["ba", "hai"]


def test_what_people_chose_goes_before_the_nearest(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.note_unmatched("viec xong", refused=False, nearest=PLANNED, at=NOW)
        for chosen in (FORMS, DONE, DONE):
            unit.note_choice("viec xong", chosen)
        (kept,) = unit.unmatched(10)
    assert dict(kept.chosen) == {DONE: 2, FORMS: 1}
    assert kept.suggested == DONE


def test_a_choice_for_a_wording_that_was_deleted_is_nothing(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.note_choice("viec xong", DONE)
        assert unit.unmatched(10) == []


def test_one_wording_or_all_can_be_deleted(storage: Storage) -> None:
    with storage.begin() as unit:
        for wording in ("mot", "hai", "ba"):
            unit.note_unmatched(wording, refused=True, nearest=None, at=NOW)
            unit.note_choice(wording, DONE)
        assert unit.forget_unmatched("mot") == 1
        assert unit.forget_unmatched("mot") == 0
        assert unit.forget_unmatched(None) == 2
        assert unit.unmatched(10) == []


def test_the_ones_not_met_for_longest_make_room(storage: Storage) -> None:
    with storage.begin() as unit:
        for number in range(MOST_KEPT + 3):
            unit.note_unmatched(f"loi {number}", refused=True, nearest=None, at=NOW + timedelta(minutes=number))
        kept = {each.wording for each in unit.unmatched(MOST_KEPT + 10)}
    assert kept == {f"loi {number}" for number in range(3, MOST_KEPT + 3)}


def test_each_change_of_the_aliases_has_a_higher_version(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.aliases_version() == 0
        first = unit.change_alias("viec xong", DONE, catalogue="abc", by=ADMINISTRATOR, at=NOW)
        second = unit.change_alias("phieu", FORMS, catalogue="abc", by=None, at=NOW)
        third = unit.change_alias("viec xong", None, catalogue="abc", by=ADMINISTRATOR, at=NOW)
        unit.commit()
    with storage.begin() as unit:
        assert 0 < first < second < third == unit.aliases_version()
        (alias,) = unit.accepted_aliases(to_change=True)
    assert (alias.wording, alias.indicator, alias.version, alias.catalogue, alias.by, alias.at) == (
        "phieu",
        FORMS,
        second,
        "abc",
        None,
        NOW,
    )


def test_a_wording_accepted_again_means_the_newest_row(storage: Storage) -> None:
    with storage.begin() as unit:
        for row in (DONE, None, FORMS):
            unit.change_alias("viec xong", row, catalogue="abc", by=None, at=NOW)
        assert [alias.indicator for alias in unit.accepted_aliases()] == [FORMS]
