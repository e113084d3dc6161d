"""The clerks' guide holds: its examples are played from top to bottom as one chat of a clerk of Sở Công Thương."""

import re
from pathlib import Path

from bot.clock import ShiftedClock
from bot.domain.catalogue_file import load_catalogue
from bot.sample import load_sample
from bot.understanding.reader import Reader
from storage import Storage
from tests.dialogue import FIRST_MOMENT, Dialogue, matches, moment_of

GUIDE = Path(__file__).parents[1] / "docs" / "huong-dan.md"


def examples() -> list[tuple[str, str]]:
    """Each message with the answer that the guide shows."""
    lines = [line[4:] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
    pairs: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("› "):
            pairs.append((line[2:], []))
        else:
            pairs[-1][1].append(line)
    return [(said, "\n".join(answer)) for said, answer in pairs]


async def test_the_guide_shows_what_the_bot_answers(tmp_path: Path) -> None:
    """A guide that says something else than the bot is worse than none."""
    catalogue = load_catalogue()
    storage = Storage(f"sqlite:///{tmp_path / 'cchc.sqlite3'}")
    storage.migrate()
    with storage.begin() as work:
        load_sample(work, catalogue, ShiftedClock(frozen_at=moment_of(FIRST_MOMENT)).now())
        work.commit()
    assert len(examples()) > 10
    async with Dialogue(storage, catalogue=catalogue, reader=Reader(catalogue)) as chat:
        for said, answer in examples():
            button = re.fullmatch(r"\[(.+)\]", said)
            await chat.play({"press": button[1]} if button else {"clerk": said})
            heard = await chat.play({"bot": "\0"}) or ""
            assert matches(re.sub(r"\*\*|`", "", heard), answer), f"{said}\n\nexpected:\n{answer}\n\nsaid:\n{heard}"
    storage.close()
