"""The clerks' guide holds: its examples are played from top to bottom as one chat of a clerk of Sở Công Thương."""

import re
from pathlib import Path

from bot.domain.catalogue import Catalogue
from bot.understanding.reader import Reader
from storage import Storage
from tests.dialogue import Dialogue, matches

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


async def test_the_guide_shows_what_the_bot_answers(sample_storage: Storage, catalogue: Catalogue, reader: Reader) -> None:
    """A guide that says something else than the bot is worse than none."""
    assert len(examples()) > 10
    async with Dialogue(sample_storage, catalogue=catalogue, reader=reader) as chat:
        for said, answer in examples():
            button = re.fullmatch(r"\[(.+)\]", said)
            await chat.play({"press": button[1]} if button else {"clerk": said})
            heard = await chat.play({"bot": "\0"}) or ""
            assert matches(re.sub(r"\*\*|`", "", heard), answer), f"{said}\n\nexpected:\n{answer}\n\nsaid:\n{heard}"
