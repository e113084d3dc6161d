"""Charts of figures: what stands in them (as plain content), and that a picture comes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.catalogue import AgencyCode, CatalogueRow, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.lookup import Derivation, Derived, Figures, NotReported
from bot.domain.overview import Standing
from bot.domain.period import Period
from bot.domain.series import Point, series
from bot.domain.value import NO_DATA, RATE_OF_NOTHING, Figure, Source, StoredValue, ValueKey
from bot.making import make
from bot.replies.chart_contents import agencies_picture, period_label, title_of, trend_picture
from handlers.local.pictures import checked_photo

CATALOGUE = load_catalogue()
SCT = AgencyCode("SCT")
RETURNED, RATE, STAFF = (
    CATALOGUE.row(IndicatorId(code)) for code in ("dossiers.returned", "dossiers.on_time_rate", "staff.present")
)


def periods(*codes: str) -> list[Period]:
    """`22Q3` → the third quarter of 2022."""
    return [Period.parse(f"20{code[:2]}-{code[2:]}") for code in codes]


def point(code: str, number: str | None, *, derived: bool = False, estimate: bool = False) -> Point:
    """A point of a chart."""
    figure = None if number is None else Figure(Decimal(number), estimate=estimate)
    return Point(periods(code)[0], figure, derived)


def trend(*points: Point, percent: bool = False, provisional: tuple[str, ...] = ()) -> dict[str, Any]:
    """What stands in a chart over time."""
    row = RATE if percent else RETURNED
    picture = trend_picture(row, SCT, points, CATALOGUE, provisional=periods(*provisional), dark=False)
    return dict(picture.content)


def side_by_side(*numbers: str, percent: bool = False, silent: tuple[str, ...] = ()) -> dict[str, Any]:
    """What stands in a chart of agencies."""
    row = RATE if percent else RETURNED
    codes = [agency.code for agency in CATALOGUE.agencies[: len(numbers)]]
    nothing = NotReported(ValueKey(SCT, Period.parse("2022-Q3"), row.id), ())
    standings = [Standing(code, nothing, Figure(Decimal(number))) for code, number in zip(codes, numbers, strict=True)]
    picture = agencies_picture(row, Period.parse("2022-Q3"), standings, CATALOGUE, provisional=(SCT,), silent=silent, dark=True)
    return dict(picture.content)


def test_points_say_what_they_are() -> None:
    """Derived hollow, estimated and provisional marked, missing a gap that is no zero; each mark is explained once."""
    content = trend(
        point("21Q4", "4954"),
        point("22Q1", "5020", derived=True),
        point("22Q2", None),
        point("22Q3", "1200", estimate=True),
        point("22Q4", "0"),
        provisional=("22Q4",),
    )
    assert [(each["label"], each["year"], each["number"], each["text"], each["hollow"]) for each in content["points"]] == [
        ("Q4", 2021, 4954, "4.954", False),
        ("Q1", 2022, 5020, "5.020", True),
        ("Q2", 2022, None, "–", False),
        ("Q3", 2022, 1200, "ước 1.200", False),
        ("Q4", 2022, 0, "0*", False),
    ]
    assert content["title"] == "Hồ sơ trả kết quả"
    assert content["subtitle"] == "Sở Công Thương · theo quý · số trong kỳ"
    assert content["notes"] == [
        "ô rỗng: số suy ra · ước: số ước, chưa chốt · * số tạm, chưa nộp · – chưa có, hoặc chưa nộp nên chưa xem được"
    ]


@pytest.mark.parametrize(
    ("numbers", "percent", "ends", "ticks"),
    [
        (("4954", "15"), False, (0, 6000), ["0", "2.000", "4.000", "6.000"]),
        (("0", "0"), False, (0, 1), ["0", "1"]),
        (("3", "1"), False, (0, 3), ["0", "1", "2", "3"]),
        (("1234567", "9"), False, (0, 1_500_000), ["0", "500.000", "1.000.000", "1.500.000"]),
        (("43.75", "86.96"), True, (0, 100), ["0 %", "25 %", "50 %", "75 %", "100 %"]),
        (("100", "100"), True, (0, 100), ["0 %", "25 %", "50 %", "75 %", "100 %"]),
        (("99.99", "100"), True, (96, 100), ["96 %", "97 %", "98 %", "99 %", "100 %"]),
        (("95", "100"), True, (94, 100), ["94 %", "96 %", "98 %", "100 %"]),
        (("90", "140"), True, (0, 150), ["0 %", "50 %", "100 %", "150 %"]),
    ],
)
def test_axes_are_honest(numbers: tuple[str, ...], percent: bool, ends: tuple[float, float], ticks: list[str]) -> None:  # noqa: FBT001  a column
    """Bars start at zero; only rates that lie close together get an axis of their own, and then it is stated."""
    content = trend(*(point(f"22Q{place}", number) for place, number in enumerate(numbers, 1)), percent=percent)
    axis = content["axis"]
    assert (axis["from"], axis["to"]) == ends
    assert [tick["text"] for tick in axis["ticks"]] == ticks
    stated = [note for note in content["notes"] if note.startswith("Trục đứng")]
    assert stated == ([f"Trục đứng từ {ticks[0]} đến {ticks[-1]}"] if ends[0] else [])


def test_every_length_of_period_has_its_label() -> None:
    """A year says all by its number."""
    assert [period_label(period) for period in periods("22Q3", "22H1", "22H2", "229M", "22Y")] == [
        "Q3",
        "6T đầu",
        "6T cuối",
        "9T",
        "",
    ]


def test_a_name_that_several_rows_have_says_its_heading() -> None:
    """Charts are forwarded, without what stood around them."""
    titles = {title_of(CATALOGUE.row(IndicatorId(code)), CATALOGUE) for code in ("psu_staff_budget.present", "staff.present")}
    assert titles == {"Người làm việc có mặt (Người làm việc hưởng lương NSNN tại ĐVSN)", "Biên chế có mặt"}


def test_agencies_stand_in_order_with_those_missing_named() -> None:
    """A full bar is the highest count, or all of a hundred per cent."""
    content = side_by_side("4954", "15", silent=("Chưa báo cáo: SNV",))
    assert [(each["name"], each["text"]) for each in content["rows"]] == [
        ("Sở Công Thương", "4.954*"),
        ("Sở Kế hoạch và Đầu tư", "15"),
    ]
    assert content["to"] == 4954
    assert content["notes"] == ["* số tạm, chưa nộp", "Chưa báo cáo: SNV"]
    assert side_by_side("99.59", "98", percent=True)["to"] == 100
    assert side_by_side("0", "0")["to"] == 1


def test_what_was_worked_out_is_an_outline_among_agencies_too() -> None:
    """And said below."""
    key = ValueKey(SCT, Period.parse("2022-Q2"), RETURNED.id)
    worked_out = Standing(SCT, Derived(key, Figure(Decimal(7)), Derivation.PERIODS, ()), Figure(Decimal(7)))
    picture = agencies_picture(RETURNED, key.period, [worked_out], CATALOGUE, provisional=(), silent=(), dark=False)
    assert [row["hollow"] for row in picture.content["rows"]] == [True]
    assert picture.content["notes"] == ["thanh rỗng: số suy ra"]
    assert checked_photo(make(picture.maker, picture.content))[0] == 1080


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("maker", "content"),
    [
        ("trend_chart", trend(point("22Q1", "98.4"), point("22Q2", "100"), percent=True)),
        ("trend_chart", trend(point("22Q1", "0"), point("22Q2", None), point("22Q3", "0"))),
        ("trend_chart", trend(*(point(f"{year}Q{q}", f"{q * 123456}") for year in (20, 21, 22) for q in range(1, 5)))),
        ("agencies_chart", side_by_side("1", "100", "0", percent=True, silent=("Chưa báo cáo: SNV, STC " * 9,))),
        ("agencies_chart", side_by_side(*(str(n * 1_234_567) for n in range(19)))),
    ],
)
def test_a_picture_comes_of_it(maker: str, content: dict[str, Any], theme: str) -> None:
    """As wide as a phone shows it best, every letter known (a missing one is a warning, and warnings are errors)."""
    picture = make(maker, content | {"theme": theme})
    assert checked_photo(picture)[0] == 1080


def stored(row_id: IndicatorId, numbers: dict[str, str | None]) -> Figures:
    """Figures of SCT; None: known to be missing."""
    values = [
        StoredValue(
            ValueKey(SCT, periods(code)[0], row_id),
            NO_DATA if number is None else Figure(Decimal(number)),
            None,
            "",
            1,
            datetime(2023, 3, 15, 2, tzinfo=UTC),
            Source("message"),
            1,
        )
        for code, number in numbers.items()
    ]
    return Figures(CATALOGUE, values)


FLOW = {"21H1": "30", "21Y": "90", "22Q1": "10", "22H1": "25", "22Q3": "7"}


@pytest.mark.parametrize(
    ("row", "numbers", "named", "expected"),
    [
        (RETURNED, FLOW, (), "22Q1=10 22Q2=15' 22Q3=7"),  # the half and the year before give no quarter
        (RETURNED, FLOW, ("22Y",), "22Q1=10 22Q2=15' 22Q3=7 22Q4=-"),  # a year named stands for its quarters
        (RETURNED, FLOW, ("22H1",), "22Q1=10 22Q2=15'"),
        (RETURNED, FLOW, ("21H1", "22H1"), "21H1=30 22H1=25"),
        (RETURNED, FLOW, ("22Q1", "22H1", "22Q3"), "22Q1=10 22Q3=7"),  # never a half beside quarters
        (RETURNED, {"21Y": "90", "22Y": "95", "20Y": "80"}, (), "20Y=80 21Y=90 22Y=95"),
        (RETURNED, {"21Q1": "1", "22Q1": "2"}, (), "21Q1=1 21Q2=- 21Q3=- 21Q4=- 22Q1=2"),
        (RETURNED, {"22Q1": "1", "22Q2": None, "22Q3": "3"}, (), "22Q1=1 22Q2=- 22Q3=3"),
        (RETURNED, {"22Q1": "1", "22Q2": "2", "22Q3": "3"}, ("22Q2",), "22Q1=1 22Q2=2"),  # up to the quarter named
        (STAFF, {"22H1": "24", "22Q3": "27"}, (), "22Q2=24' 22Q3=27"),  # at the end of the half is at the end of Q2
        (RETURNED, {"22H1": "25"}, (), "22H1=25"),
        (RETURNED, {}, (), ""),
    ],
)
def test_only_periods_of_one_length_are_joined(
    row: CatalogueRow, numbers: dict[str, str | None], named: tuple[str, ...], expected: str
) -> None:
    """A quarter beside a year would be a chart that lies."""
    points = series(row, SCT, figures=stored(row.id, numbers), sees=lambda *_: True, named=periods(*named))
    shown = [
        f"{str(each.period).removeprefix('20').replace('-', '')}={each.figure.number if each.is_known and each.figure else '-'}"
        + ("'" if each.derived else "")
        for each in points
    ]
    assert " ".join(shown) == expected


def test_what_may_not_be_seen_is_a_gap() -> None:
    """And what was worked out from it too."""
    figures = stored(RETURNED.id, {"22Q1": "10", "22H1": "25", "22Q3": "7", "22Q4": "9"})
    hidden = Period.parse("2022-H1")
    points = series(RETURNED, SCT, figures=figures, sees=lambda _, period: period != hidden)
    assert [each.is_known for each in points] == [True, False, True, True]


def test_the_last_three_years_are_shown() -> None:
    """More cannot be read on a phone."""
    numbers: dict[str, str | None] = {f"{year}Q{quarter}": "1" for year in range(18, 23) for quarter in (1, 2, 3, 4)}
    points = series(RETURNED, SCT, figures=stored(RETURNED.id, numbers), sees=lambda *_: True)
    assert (len(points), str(points[0].period)) == (12, "2020-Q1")


def test_a_rate_of_nothing_is_no_zero() -> None:
    """Where nothing occurred there is no rate: no point at 0 %, a mark of its own that is explained."""
    content = trend(
        point("22Q1", "99.5"), Point(periods("22Q2")[0], RATE_OF_NOTHING, derived=False), point("22Q3", "100"), percent=True
    )
    assert [(each["number"], each["text"]) for each in content["points"]] == [(99.5, "99,5"), (None, "kps"), (100, "100")]
    assert "kps: không phát sinh" in content["notes"][0]
