"""`cchc-bot chat --dark`: pictures as a phone set to dark gets them."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.test_chat import chat


@pytest.mark.parametrize(("arguments", "is_dark"), [((), False), (("--dark",), True)])
def test_the_ground_of_pictures_can_be_chosen(tmp_path: Path, arguments: tuple[str, ...], *, is_dark: bool) -> None:
    """Both grounds can be looked at without a token."""
    shown = chat(tmp_path, "/tonghop", arguments=arguments)
    named = re.search(r"\[ảnh: (.+?\.png)\]", shown)
    assert named is not None
    with Image.open(named[1]) as picture:
        brightness = picture.convert("L").getpixel((2, 2))
    assert isinstance(brightness, int)
    assert (brightness < 128) is is_dark
