"""A message of the bot as lines of a terminal."""

from pathlib import Path
from typing import Any

import pytest

from handlers.local.entities import parse_html
from handlers.local.screen import message_lines


def message(text: str, *rows: list[str]) -> dict[str, Any]:
    plain, entities = parse_html(text)
    keyboard = [[{"text": label} for label in row] for row in rows]
    return {"text": plain, "entities": entities, "reply_markup": {"inline_keyboard": keyboard}}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>4.954</b> hồ sơ", "\x1b[1m4.954\x1b[0m hồ sơ"),
        ("😀 <i>nghiêng <b>đậm</b></i>", "😀 \x1b[3mnghiêng \x1b[0m\x1b[3;1mđậm\x1b[0m"),
        ("gõ <code>nhiệm vụ 25</code>", "gõ \x1b[36mnhiệm vụ 25\x1b[0m"),
        ("không có gì", "không có gì"),
    ],
)
def test_markup_becomes_styles(text: str, shown: str) -> None:
    """Also behind an emoji, which counts two for Telegram."""
    assert message_lines(message(text), colour=True) == shown


def test_buttons_are_numbered_through_all_rows() -> None:
    """The number is what one types to press it."""
    shown = message_lines(message("<b>Chọn</b>", ["Các quý", "Căn cứ"], ["Bỏ qua"]), colour=False)
    assert shown == "Chọn\n[1] Các quý  [2] Căn cứ\n[3] Bỏ qua"


def test_a_file_is_named() -> None:
    """With its caption."""
    shown = message_lines({"caption": "Phụ lục", "document": {"file_name": "phu_luc.docx"}}, colour=True)
    assert shown == "[tệp: phu_luc.docx]\nPhụ lục"


def test_a_picture_is_named_by_the_file_to_open(tmp_path: Path) -> None:
    """A terminal shows no pictures; above its caption, as on a phone."""
    shown = message_lines({"caption": "Tổng hợp", "photo": [{}]}, colour=False, file=tmp_path / "anh.png")
    assert shown == f"[ảnh: {tmp_path / 'anh.png'}]\nTổng hợp"
