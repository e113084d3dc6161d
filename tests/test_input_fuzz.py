"""Every door through which people's words come in, with words that nobody meant: an answer, and nothing changed by it."""

from __future__ import annotations

import string
from random import Random

import pytest

from bot.conversation.commands import NAMES
from bot.understanding.syllables import all_syllables, spell
from tests.fed_office import ADMINISTRATOR, CLERK, GROUP, STRANGER, Office

SHORT, LONG = 4, 300  # rounds, each once through every door
_SIGNS = "\u202e\u200b\u0000\t\n\r\u2028<>&;\"'`*_[](){}|\\/%$#@!?=+-–—:,.·•«»…½²①٣🇻🇳👨‍👩‍👧😀﷽\u0301\ufeff\x07\x1b"
_LETTERS = string.ascii_letters + string.digits + "ăâđêôơưÀẾỘứỹ"
_ENDINGS = ("docx", "xlsx", "pdf", "csv", "txt", "doc", "exe", "", "DOCX", "xlsx.exe", "tar.gz", "\u202exslx")
_ANSWERS = {"sendMessage", "sendDocument", "sendPhoto", "editMessageText"}
# words that mean something, so that the noise gets past the first look
_WORDS = ("sct", "SNV", "quý", "q1", "2022", "1/2023", "tháng", "năm", "xoá", "bỏ", "tất", "cả", "hết", "-", "0", "9" * 30)


def noise(random: Random, *, most: int = 60) -> str:
    """Letters, signs, syllables, words of ours, by chance; never a whole sentence."""
    kind = random.randrange(6)
    if kind == 0:
        return "".join(random.choices(_SIGNS, k=random.randrange(most)))
    if kind == 1:
        return "".join(random.choices(_LETTERS + _SIGNS, k=random.randrange(most)))
    if kind == 2:
        spelt = random.choices(_SPELT, k=random.randrange(1, 8))
        return " ".join(spelt)
    if kind == 3:
        return " ".join(random.choices([*_WORDS, *random.choices(_SIGNS, k=3)], k=random.randrange(1, 5)))
    if kind == 4:
        return random.choice(["", " ", "\u200b", "\u202e" * 50, "x" * 4000, "a " * 1900, "9" * 4000, "🇻🇳" * 900, "\n" * 500])
    return "".join(chr(random.choice((random.randrange(32, 0x2000), random.randrange(0x10000, 0x30000)))) for _ in range(20))


_SPELT = [spell(*syllable) for syllable in all_syllables()]


def _heard(office: Office, who: int, what: object) -> None:
    """All is answered, nothing failed, nothing that counts was stored."""
    office.take()
    assert office.complaints.told == [], (who, what)
    assert office.stored() == office.before, (who, what)


def _commands(office: Office, random: Random) -> None:
    for name in NAMES:
        who = random.choice((CLERK, CLERK, ADMINISTRATOR, STRANGER))
        chat = random.choice((who, who, who, GROUP))
        text = f"/{name}{random.choice((' ', ' ', '@cchc_bot ', chr(10)))}{noise(random)}"[:4096]
        office.world.say(who, text, chat_id=chat)
        _heard(office, who, text)
        if chat == who != STRANGER:
            assert any(call["method"] in _ANSWERS and call["status"] == 200 for call in office.said), text


def _links(office: Office, random: Random) -> None:
    for payload in (noise(random, most=64).replace(" ", "")[:64], "".join(random.choices(_LETTERS + "_-", k=64)), "inline"):
        office.world.say(random.choice((CLERK, STRANGER)), f"/start {payload}")
        _heard(office, CLERK, payload)


def _presses(office: Office, random: Random) -> None:
    for who in (CLERK, ADMINISTRATOR):
        shown = [message for message in office.world.rooms[who].messages.values() if message["from"]["is_bot"]]
        if shown:
            data = random.choice((noise(random)[:64], random.randbytes(64).decode("latin-1")[:32], '{"do":"store"}', "undo:1"))
            office.world.press(who, random.choice(shown)["message_id"], data)
            _heard(office, who, data)


def _queries(office: Office, random: Random) -> None:
    who, text = random.choice((CLERK, STRANGER)), noise(random)[:256]
    query = office.world.ask_inline(who, text, chat_type=random.choice(("sender", "group", "private", "channel")))
    _heard(office, who, text)
    assert office.world.inline_answers[query] is not None, text


def _files(office: Office, random: Random) -> None:
    """Names and captions; what is in the files is noise as well."""
    name = random.choice(("", "../", "C:\\", "a/b/", "\u202e")) + noise(random, most=200)[:250] + "." + random.choice(_ENDINGS)
    kind = random.choice(("document", "document", "photo", "voice", "sticker"))
    caption = noise(random)[:1024]
    office.world.upload(
        CLERK, name, random.randbytes(20), caption=caption, kind=kind, mime=random.choice(("", "text/plain", "\0"))
    )
    _heard(office, CLERK, (name, caption))


def _replies_and_edits(office: Office, random: Random) -> None:
    said = office.world.say(CLERK, noise(random)[:4096] or "?", chat_id=CLERK)
    _heard(office, CLERK, said["text"])
    text = noise(random)[:4096] or "!"
    office.world.edit(CLERK, said["message_id"], text, chat_id=CLERK)
    _heard(office, CLERK, text)
    shown = [message for message in office.world.rooms[CLERK].messages.values() if message["from"]["is_bot"]]
    if shown:
        text = "".join(random.choices(_SIGNS, k=20))
        office.world.say(CLERK, text, reply_to=random.choice(shown[-5:])["message_id"])
        _heard(office, CLERK, text)


def _through_all_doors(office: Office, rounds: int, seed: int) -> None:
    random = Random(seed)  # noqa: S311  chance that repeats itself, no secret
    for _ in range(rounds):
        for door in (_commands, _links, _presses, _queries, _files, _replies_and_edits):
            door(office, random)


def test_noise_through_any_door_is_answered_and_changes_nothing(office: Office) -> None:
    """Commands with any argument, deep links, presses, inline queries, files' names and captions, replies and edits."""
    _through_all_doors(office, SHORT, 1)


@pytest.mark.soak
def test_noise_through_any_door_in_the_long_run(office: Office) -> None:
    """The same, three hundred rounds."""
    _through_all_doors(office, LONG, 2)
