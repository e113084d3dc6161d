"""Whatever is typed, pasted or forwarded: an answer, soon, and nothing stored out of noise."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Chosen, Context, Entry, Focus, PendingChoice, Question, Unknown
from bot.understanding.syllables import all_syllables, spell
from bot.understanding.understand import understand
from tests.message_table import load_messages

NORMAL, LONG = 5_000, 200_000  # messages
PARTS = 8  # of the long run, for several processes
MESSAGE = 4096  # characters, Telegram's limit
SLOWEST_SECONDS = 5.0  # of CPU for one message: a bound on the work, far above what the slowest takes
USUAL_SECONDS = 0.2  # and for 99 of 100

CLERK = Context(today=date(2022, 12, 20), agency=AgencyCode("SCT"), open_period=Period.parse("2022-Q4"))
OFFICIAL = Context(today=date(2022, 11, 1))
CONTROLS = "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029\ufeff\u00ad\u200b\u200d\ufffd\ud800\udfff"
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
EMOJI = ["😀", "👍🏽", "👨‍👩‍👧‍👦", "🇻🇳", "❤️", "1️⃣", "#️⃣", "💯", "🆗", "🔢", "📈", "ⓘ", "①", "½", "²", "٣", "๔", "𝟙𝟚", "Ⅳ", "％"]
PIECES = [
    "\n",
    "\t",
    " | ",
    ": ",
    "- ",
    ", ",
    "; ",
    " và ",
    "/",
    "%",
    "(",
    ")",
    '"',
    "  ",
    "\r\n",
    "…",
    "=",
    "*",
    "0*",
    "q3/22",
    "Quý IV",
]
JOINTS = [" ", ": ", " - ", "\t", " là ", "\n"]
ANSWERS = ["7", "323", "4.968", "59,09 %", "1/2", "có", "chưa", "mười ba"]
BY_CHANCE = 0.002  # of random syllables that may sound like a name with a slip; "trư hẳn" is nearly "trễ hạn"


@cache
def _reader() -> Reader:
    return Reader(load_catalogue())


@pytest.fixture(scope="module")
def reader() -> Reader:
    return _reader()


@pytest.fixture(scope="module")
def real() -> list[str]:
    return [message["text"] for message in load_messages()]


def _context(row_ids: tuple[IndicatorId, ...], random: Random) -> Context:
    """A clerk or official; sometimes with a focus, an open choice or a message replied to."""
    context = random.choice((CLERK, OFFICIAL))
    ids = tuple(random.choices(row_ids, k=3))
    about = Focus(ids[0], AgencyCode("STC"), Period.parse("2022-Q3"))
    return random.choices(
        (
            context,
            replace(context, focus=about),
            replace(context, pending=PendingChoice(ids, "3")),
            replace(context, replied_to=about),
        ),
        weights=(7, 1, 1, 1),
    )[0]


def _spliced(real: list[str], random: Random) -> str:
    """The head of a real message and the tail of another."""
    one, other = random.choice(real), random.choice(real)
    return one[: random.randrange(len(one) + 1)] + random.choice(["", *PIECES]) + other[random.randrange(len(other) + 1) :]


def _mutated(real: list[str], random: Random) -> str:
    """A real message with letters, marks, emoji or pieces put in, taken out, doubled or swapped."""
    chars = list(random.choice(real))
    for _ in range(random.randrange(1, 8)):
        place = random.randrange(len(chars) + 1)
        change = random.choice(("insert", "insert", "delete", "double", "swap"))
        if change == "insert":
            chars.insert(place, random.choice([*CONTROLS, *DIRECTIONS, *EMOJI, *PIECES, *"0123456789.,-+aeiouđớ\u0300"]))
        elif change == "delete":
            del chars[place : place + random.randrange(1, 6)]
        elif change == "double":
            chars[place:place] = chars[place : place + random.randrange(1, 12)] * random.randrange(1, 4)
        else:
            chars[place : place + 2] = reversed(chars[place : place + 2])
    return "".join(chars)


def _pasted(real: list[str], random: Random) -> str:
    """As much as one message of Telegram holds: real messages, one piece over and over, or symbols, with odd joints."""
    kind, joint = random.randrange(4), random.choice(["\n", "\t", " ", ",", "", "\n\n", ": 5\n", "\t7\n", " 1/2 "])
    if kind == 0:
        parts = [random.choice(real) for _ in range(60)]
    elif kind == 1:
        parts = [random.choice(real).split(" ")[0]] * MESSAGE
    elif kind == 2:
        parts = [random.choice([*PIECES, *EMOJI, *CONTROLS, *DIRECTIONS, "1", "22", "4.968"]) for _ in range(MESSAGE)]
    else:
        parts = [random.choice("0123456789.,/% \n\tabcđquy") for _ in range(MESSAGE)]
    return joint.join(parts)[:MESSAGE]


def _symbols(_real: list[str], random: Random) -> str:
    """Emoji, marks of direction, control characters and digits."""
    return "".join(random.choices([*EMOJI, *CONTROLS, *DIRECTIONS, *PIECES[:-2], *"0123456789"], k=random.randrange(1, 40)))


def _gibberish(random: Random) -> str:
    """Words that no language has, with a number or an answer behind them."""
    words = ["".join(random.choices("bcfghjklmnpqrstvwxz", k=random.randrange(5, 12))) for _ in range(random.randrange(1, 8))]
    return " ".join(words) + random.choice(JOINTS) + random.choice(ANSWERS)


def _syllables(random: Random, spelt: list[str]) -> str:
    """Syllables that spelling allows, put together by chance, with a number or an answer behind them."""
    return " ".join(random.choices(spelt, k=random.randrange(1, 8))) + random.choice(JOINTS) + random.choice(ANSWERS)


def _is_stored(request: object) -> bool:
    return isinstance(request, Entry) and any(value.certain for value in request.values)


def _read_all(count: int, seed: int, real: list[str], reader: Reader) -> None:
    """No exception, and time within bounds: CPU seconds of this process, so that a busy machine changes little."""
    random = Random(seed)  # noqa: S311  chance that repeats itself, no secret
    ids = tuple(row.id for row in reader.catalogue.rows)
    taken = []
    for _ in range(count):
        make = random.choices((_spliced, _mutated, _symbols, _pasted), weights=(480, 480, 35, 5))[0]
        text, context = make(real, random), _context(ids, random)
        begun = time.process_time()
        request = understand(text, context, reader=reader)
        taken.append((time.process_time() - begun, text))
        assert isinstance(request, Question | Entry | Chosen | Unknown)
    taken.sort(reverse=True)
    slowest, usual = taken[0], taken[len(taken) // 100]
    print(f"slowest {slowest[0] * 1e3:.0f} ms, 99 of 100 within {usual[0] * 1e3:.1f} ms: {slowest[1][:60]!r}")  # noqa: T201  shown with -s
    assert slowest[0] < SLOWEST_SECONDS, slowest[1]
    assert usual[0] < USUAL_SECONDS, usual[1]


def _read_noise(count: int, seed: int, reader: Reader) -> None:
    """Nothing is stored out of symbols and gibberish; hardly anything out of syllables that chance put together."""
    random = Random(seed)  # noqa: S311  chance that repeats itself, no secret
    spelt = [spell(*syllable) for syllable in all_syllables()]
    stored = 0
    for _ in range(count):
        for text in (_symbols([], random), _gibberish(random)):
            assert not _is_stored(understand(text, CLERK, reader=reader)), text
        stored += _is_stored(understand(_syllables(random, spelt), CLERK, reader=reader))
    assert stored <= max(2, count * BY_CHANCE)


@pytest.mark.parametrize("part", range(2))
def test_odd_and_broken_messages_are_answered_in_bounded_time(part: int, real: list[str], reader: Reader) -> None:
    """Real messages spliced and mutated, control characters, emoji, marks of direction, whole pastes."""
    _read_all(NORMAL // 2, part, real, reader)


def test_nothing_is_stored_out_of_noise(reader: Reader) -> None:
    """A certain write needs words that name its row."""
    _read_noise(60, 1, reader)


@pytest.mark.parametrize(
    "text",
    [
        "Üd\x02Ö\x90H\x94Ó\x155",
        "6\U00090e34hL",  # a character that stands for nothing
        "\x15\x8d GP\x17\x9d1",
        "hợp đồng \ud800 9",
        "biên chế được giao \x00 9",
        "biên chế được giao 2½",
        "biên chế được giao ٣",
        "Ô,2cN³",
        '9hl"7>ym[<[=` ;',
        "p\\i%(*rl$w#-c,}4 z[qh",
        "đã duyệt",  # a report may be what was accepted
        "Sở Nội vụ đã duyệt báo cáo",
        "báo cáo đã được duyệt rồi",
        "một chỉ tiêu",
        "Còn 125 chỉ tiêu.",
        "đã nhập 5 chỉ tiêu",
        "số không hợp lệ",
        "phieu giay",
    ],
)
def test_what_may_be_something_else_is_asked_about(text: str, reader: Reader) -> None:
    """Broken characters among the words, and words that are said of reports and figures as well."""
    assert not _is_stored(understand(text, CLERK, reader=reader))


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("biên chế được giao: 9 👍🏽🫨", "staff.quota_assigned"),
        ("\uf0b7 biên chế được giao 9", "staff.quota_assigned"),  # a bullet of Word, copied
        ("bie\u0302n che\u0302\u0301 được giao\u200b 9\x07", "staff.quota_assigned"),
        ("① biên chế được giao 9", "staff.quota_assigned"),
        ("Quý Ⅳ: biên chế được giao ９", "staff.quota_assigned"),
        ("\x01\x02\nbiên chế được giao 9", "staff.quota_assigned"),  # another line
        ("| *biên chế được giao* | 9 |", "staff.quota_assigned"),
        ("[1] #sct biên chế được giao 8 => 9", "staff.quota_assigned"),
        ("đề án vtvl đã duyệt", "job_positions.approved"),
        ("chuyển đổi vị trí: chỉ tiêu 5", "rotation.target"),
    ],
)
def test_what_people_type_and_copy_is_stored_as_before(text: str, indicator: str, reader: Reader) -> None:
    """Emoji, bullets, marks nobody sees: none of them makes a message doubtful."""
    request = understand(text, CLERK, reader=reader)
    assert isinstance(request, Entry)
    assert [(value.indicator, value.certain) for value in request.values] == [(indicator, True)]


@given(text=st.text(max_size=300), context=st.sampled_from([CLERK, OFFICIAL]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_characters_are_answered_and_never_stored(text: str, context: Context) -> None:
    """Whatever Unicode holds."""
    assert not _is_stored(understand(text, context, reader=_reader()))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10, 10 + PARTS))
def test_odd_and_broken_messages_in_the_long_run(part: int, real: list[str], reader: Reader) -> None:
    """The same 200,000 times."""
    _read_all(LONG // PARTS, part, real, reader)


@pytest.mark.soak
def test_nothing_is_stored_out_of_noise_in_the_long_run(reader: Reader) -> None:
    """The same 10,000 times."""
    _read_noise(10_000, 2, reader)


@pytest.mark.soak
@given(text=st.text(max_size=MESSAGE), context=st.sampled_from([CLERK, OFFICIAL]))
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_characters_in_the_long_run(text: str, context: Context) -> None:
    """Whatever Unicode holds, as long as a message can be; different characters each time."""
    assert not _is_stored(understand(text, context, reader=_reader()))
