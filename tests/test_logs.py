"""A token never reaches the log, by whatever way it comes."""

import logging

import pytest

from bot.logs import RedactTokens, redacted

TOKEN = "123456789:" + "Ab-_9" * 7


def formatted(record: logging.LogRecord) -> str:
    assert RedactTokens().filter(record)
    return logging.Formatter("%(message)s").format(record)


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", ()),
        ("POST %s", (f"https://api.telegram.org/bot{TOKEN}/getMe",)),
        ("%r", ({"url": f"/file/bot{TOKEN}/x"},)),
    ],
)
def test_a_token_is_struck_out_of_message_and_arguments(message: str, arguments: tuple[object, ...]) -> None:
    """httpx, python-telegram-bot and our own code log addresses."""
    shown = formatted(logging.LogRecord("x", logging.INFO, "", 0, message, arguments, None))
    assert TOKEN not in shown
    assert "<token>" in shown


def test_a_token_is_struck_out_of_a_traceback() -> None:
    """InvalidToken's text holds it."""
    try:
        raise ValueError(TOKEN)  # noqa: TRY301  the traceback is what is tested
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    shown = formatted(logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), info))
    assert TOKEN not in shown
    assert "Traceback" in shown


def test_other_numbers_stay() -> None:
    """Figures, ids and times are what a log is for."""
    assert redacted("4.954 hồ sơ lúc 08:00, người 123456789: ok") == "4.954 hồ sơ lúc 08:00, người 123456789: ok"
