"""A token never reaches the log, by whatever way it comes."""

import json
import logging

import pytest
from telegram.error import InvalidToken

from bot.logs import Redact, redacted, set_up_logging

TOKEN = "123456789:" + "Ab-_9" * 7
WRITTEN = "ông A bị kỷ luật"


def formatted(record: logging.LogRecord) -> str:
    assert Redact(shows_all=False).filter(record)
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
        raise InvalidToken(TOKEN)  # noqa: TRY301  the traceback is what is tested
    except InvalidToken as error:
        info = (type(error), error, error.__traceback__)
    shown = formatted(logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), info))
    assert "<token>" in shown
    assert TOKEN not in shown
    assert "Traceback" in shown


def test_other_numbers_stay() -> None:
    """Figures, ids and times are what a log is for."""
    assert redacted("4.954 hồ sơ lúc 08:00, người 123456789: ok") == "4.954 hồ sơ lúc 08:00, người 123456789: ok"


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
def test_what_somebody_wrote_stays_out_of_tracebacks(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception's text may quote a message; kinds and places are enough to find a fault. DEBUG shows all."""
    set_up_logging(level)
    try:
        try:
            int(WRITTEN)
        except ValueError as cause:
            raise KeyError(WRITTEN) from cause
    except KeyError:
        logging.getLogger("bot").exception("update 17 failed")
    told = capsys.readouterr().err
    shown = level == "DEBUG"
    assert (WRITTEN in told) is shown
    assert "KeyError" in told
    assert "ValueError" in told
    assert "test_logs.py" in told


def test_what_is_wrong_with_the_world_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A full disk, a refused connection: whoever reads the log must know."""
    set_up_logging("INFO")
    try:
        raise OSError(28, "No space left on device")  # noqa: TRY301  the traceback is what is tested
    except OSError:
        logging.getLogger("bot").exception("this tick is lost")
    assert "No space left on device" in capsys.readouterr().err


def test_as_json_every_record_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """For whatever collects the logs of several machines."""
    set_up_logging("INFO", as_json=True)
    try:
        raise RuntimeError  # noqa: TRY301  the traceback is what is tested
    except RuntimeError:
        logging.getLogger("bot").exception("hai\ndòng %s", TOKEN)
    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "bot", "hai\ndòng <token>")
    assert "RuntimeError" in told["traceback"]
    assert told["time"].endswith("+00:00")
