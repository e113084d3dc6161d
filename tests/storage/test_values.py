"""Current values and their history."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from threading import Barrier

import pytest

from bot.domain.ports import ChangedMeanwhile
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Change, Fault, Figure, NewValue, SetAside, ValueKey
from storage import Storage
from tests.storage.office import CLERK, COLLEAGUE, FROM_FILE, FROM_MESSAGE, NOW, Q3, Q4, SCT, SYT, key, new_value, seconds


def write(storage: Storage, *values: NewValue, batch: str = "update-1", by: int = CLERK) -> list[Change]:
    """Write in a unit of work of its own."""
    with storage.begin() as unit:
        changes = unit.write_values(values, batch=batch, by=by, at=NOW, source=FROM_MESSAGE)
        unit.commit()
        return changes


def test_a_value_is_read_back_with_everything_that_was_said_about_it(storage: Storage) -> None:
    entry = NewValue(key(), Figure(Decimal("59.10"), estimate=True), "Kế hoạch 12/KH-SCT", raw="ước 59,10", replaces=None)
    (change,) = write(storage, entry)
    with storage.begin() as unit:
        stored = unit.value(key())
        assert unit.values() == [stored]
    assert stored is not None
    assert (stored.key, stored.figure, stored.note, stored.raw) == (entry.key, entry.figure, entry.note, entry.raw)
    assert (stored.entered_by, stored.entered_at, stored.source, stored.change_id) == (CLERK, NOW, FROM_MESSAGE, change.id)


@pytest.mark.parametrize("figure", [Figure(Decimal(0)), NOTHING_OCCURRED, NO_DATA, Figure(Decimal("0.5"), estimate=True)])
def test_zero_nothing_occurred_and_no_data_stay_three_things(storage: Storage, figure: Figure) -> None:
    write(storage, NewValue(key(), figure, None, "", None))
    with storage.begin() as unit:
        stored = unit.value(key())
        (change,) = unit.changes(key())
    assert stored is not None
    assert stored.figure == change.after == figure


def test_a_value_never_entered_is_none(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.value(key()) is None
        assert unit.changes(key()) == []
        assert unit.batch("update-1") == []


def test_values_are_found_by_any_part_of_their_key_in_order_of_agency_period_and_indicator(storage: Storage) -> None:
    keys = [key(name, agency, period) for agency in (SYT, SCT) for period in (Q4, Q3) for name in ("a_c", "a.b", "B")]
    write(storage, *(new_value("1", at=each) for each in keys))
    with storage.begin() as unit:

        def found(**wanted: Sequence[object]) -> list[ValueKey]:
            return [value.key for value in unit.values(**wanted)]  # type: ignore[arg-type]  the test's own keywords

        assert found() == sorted(keys, key=lambda each: (each.agency, each.period.code, each.indicator))
        assert found(agencies=[SCT], periods=[Q3]) == [key("B"), key("a.b"), key("a_c")]
        assert found(periods=[Q4], indicators=["B"]) == [key("B", SCT, Q4), key("B", SYT, Q4)]
        assert found(agencies={SCT, SYT}, periods={Q3}, indicators={"a.b"}) == [key("a.b"), key("a.b", SYT)]
        assert found(agencies=[]) == found(periods=[]) == found(indicators=[]) == []


def test_each_change_knows_the_figure_before_and_after(storage: Storage) -> None:
    (first,) = write(storage, new_value("25", note="cũ"))
    (second,) = write(storage, new_value("26", replaces=first.id, note="mới"), batch="update-2", by=COLLEAGUE)
    (third,) = write(storage, new_value(None, replaces=second.id), batch="update-3")
    with storage.begin() as unit:
        assert unit.changes(key()) == [first, second, third]
        assert unit.value(key()) is None
    assert (first.before, first.note_before, first.after, first.note_after) == (None, None, Figure(Decimal(25)), "cũ")
    assert (second.before, second.note_before, second.after, second.note_after) == (
        first.after,
        "cũ",
        Figure(Decimal(26)),
        "mới",
    )
    assert (third.before, third.note_before, third.after, third.note_after) == (second.after, "mới", None, None)
    assert [change.by for change in (first, second, third)] == [CLERK, COLLEAGUE, CLERK]


def test_a_value_taken_away_can_be_entered_again(storage: Storage) -> None:
    (first,) = write(storage, new_value("25"))
    write(storage, new_value(None, replaces=first.id), batch="update-2")
    (again,) = write(storage, new_value("25"), batch="update-3")
    with storage.begin() as unit:
        stored = unit.value(key())
    assert stored is not None
    assert stored.change_id == again.id > first.id


def test_a_batch_is_written_once_and_told_again(storage: Storage) -> None:
    values = [new_value("25"), new_value("20", at=key("da_xong")), new_value("3", at=key("xong_muon", SYT))]
    changes = write(storage, *values)
    assert write(storage, *values) == changes
    with storage.begin() as unit:
        assert unit.batch("update-1") == changes
        assert len(unit.changes(key())) == 1
    assert [change.key for change in changes] == [value.key for value in values]


@pytest.mark.parametrize("replaces", [None, 999])
def test_a_write_over_a_value_it_did_not_know_changes_nothing(storage: Storage, replaces: int | None) -> None:
    (standing,) = write(storage, new_value("25"), by=COLLEAGUE)
    with storage.begin() as unit:
        with pytest.raises(ChangedMeanwhile) as refused:
            unit.write_values(
                [new_value("1", at=key("da_xong")), new_value("26", replaces=replaces)],
                batch="update-2",
                by=CLERK,
                at=NOW,
                source=FROM_MESSAGE,
            )
        unit.commit()  # the turn goes on and asks
    assert refused.value.standing is not None
    assert (refused.value.standing.change_id, refused.value.standing.entered_by) == (standing.id, COLLEAGUE)
    with storage.begin() as unit:
        assert [value.figure for value in unit.values()] == [Figure(Decimal(25))]
        assert unit.batch("update-2") == []


def test_a_write_over_a_value_that_was_taken_away_says_that_none_stands(storage: Storage) -> None:
    with pytest.raises(ChangedMeanwhile) as refused:
        write(storage, new_value("26", replaces=41))
    assert refused.value.standing is None


def test_a_key_twice_in_a_batch_is_a_mistake_of_ours(storage: Storage) -> None:
    with pytest.raises(ValueError, match="only once"):
        write(storage, new_value("1"), new_value("2"))


def test_an_empty_batch_writes_nothing(storage: Storage) -> None:
    assert write(storage) == []


def test_a_whole_report_is_one_batch(storage: Storage) -> None:
    values = [new_value(str(number), at=key(f"chi_tieu_{number:03}")) for number in range(200)]
    changes = write(storage, *values)
    assert [change.after for change in changes] == [value.figure for value in values]
    with storage.begin() as unit:
        assert [value.change_id for value in unit.values(agencies=[SCT], periods=[Q3])] == [change.id for change in changes]


def test_each_value_of_a_file_remembers_its_own_row(storage: Storage) -> None:
    entries = [
        replace(new_value("1", at=key(name)), place=place) for name, place in (("a", "dòng 52"), ("b", "dòng 53"), ("c", None))
    ]
    with storage.begin() as unit:
        unit.write_values(entries, batch="bao_cao.txt", by=CLERK, at=NOW, source=FROM_FILE)
        unit.commit()
    with storage.begin() as unit:
        places = [value.source.place for value in unit.values()]
        assert (
            places == [change.source.place for change in unit.batch("bao_cao.txt")] == ["dòng 52", "dòng 53", FROM_FILE.place]
        )


def test_of_two_first_entries_at_the_same_moment_one_is_told_of_the_other(storage: Storage) -> None:
    start = Barrier(2)

    def enter(by: int) -> str:
        start.wait()
        try:
            write(storage, new_value(str(by)), batch=f"by-{by}", by=by)
        except ChangedMeanwhile as refused:
            return f"told of {refused.standing.entered_by}" if refused.standing else "told of nobody"
        return "written"

    with ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(enter, (CLERK, COLLEAGUE)))
    with storage.begin() as unit:
        stored = unit.value(key())
    assert stored is not None
    assert sorted(outcomes) == [f"told of {stored.entered_by}", "written"]


def test_the_same_batch_from_two_processes_at_once_is_written_once(storage: Storage) -> None:
    start = Barrier(4)

    def enter(_worker: int) -> list[Change]:
        start.wait()
        return write(storage, new_value("25"), new_value("20", at=key("da_xong", SYT)))

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(enter, range(4)))
    assert all(changes == told[0] for changes in told)
    with storage.begin() as unit:
        assert len(unit.changes(key())) == 1


def set_aside(raw: str, *, at: ValueKey, when: float = 0) -> SetAside:
    """A 3 in a Có/Không row."""
    return SetAside(at, raw, Fault.BAD_OPTION, "ghi chú", FROM_FILE, NOW + seconds(when))


def test_the_newest_value_set_aside_is_kept_for_each_key(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.set_aside([set_aside("3", at=key("b")), set_aside("4", at=key("a")), set_aside("9", at=key("a", SYT))])
        unit.set_aside([set_aside("5", at=key("a"), when=1)])
        unit.set_aside([])
        unit.commit()
    with storage.begin() as unit:
        kept = unit.values_set_aside(SCT, Q3)
        assert kept == [set_aside("5", at=key("a")), set_aside("3", at=key("b"))]
        assert kept[0].at == NOW + seconds(1)
        assert unit.values_set_aside(SCT, Q4) == []


def test_a_figure_entered_later_settles_what_was_set_aside_until_it_is_taken_back(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.set_aside([set_aside("3", at=key(), when=-60)])
        unit.commit()
    (entered,) = write(storage, new_value("1"))
    with storage.begin() as unit:
        assert unit.values_set_aside(SCT, Q3) == []
    write(storage, new_value(None, replaces=entered.id), batch="undo")
    with storage.begin() as unit:
        assert [aside.raw for aside in unit.values_set_aside(SCT, Q3)] == ["3"]


def test_a_value_set_aside_over_an_older_figure_is_shown_beside_it(storage: Storage) -> None:
    write(storage, new_value("1"))
    with storage.begin() as unit:
        unit.set_aside([set_aside("3", at=key(), when=60)])
        assert [aside.raw for aside in unit.values_set_aside(SCT, Q3)] == ["3"]
        assert unit.value(key()) is not None
