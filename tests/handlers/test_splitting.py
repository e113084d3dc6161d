"""Long texts are cut at line ends; every part is complete markup that Telegram accepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.local.entities import parse_html, utf16_length
from handlers.splitting import split_html, visible_length, without_markup

LINES = st.lists(
    st.one_of(
        st.text(alphabet="aế 9😀", max_size=30),
        st.text(alphabet="bđ ", min_size=1, max_size=12).map(lambda text: f"<b>{text}</b>"),
        st.just("<i>mở"),
        st.just("đóng</i>"),
        st.just("a &lt; b &amp; c"),
    ),
    min_size=1,
    max_size=40,
)


def test_a_text_that_fits_is_left_alone() -> None:
    """Almost all are."""
    assert split_html("<b>4.954</b> hồ sơ") == ["<b>4.954</b> hồ sơ"]


def test_markup_does_not_count_and_entities_count_as_one() -> None:
    """Telegram limits what is seen."""
    assert visible_length("<b>1 &lt; 2</b> 😀") == len("1 < 2 ") + 2
    assert split_html(f"<b>{'x' * 4096}</b>") == [f"<b>{'x' * 4096}</b>"]


def test_a_tag_open_at_a_cut_is_closed_and_opened_again() -> None:
    """Else Telegram refuses both parts."""
    assert split_html("<b>một\nhai</b> ba", limit=7) == ["<b>một</b>", "<b>hai</b> ba"]


def test_a_line_over_the_limit_is_cut_at_spaces() -> None:
    """As a last resort."""
    assert all(visible_length(part) <= 20 for part in split_html("số liệu " * 20, limit=20))


@given(lines=LINES, limit=st.integers(min_value=40, max_value=90))
def test_nothing_is_lost_and_no_part_is_refused(lines: list[str], limit: int) -> None:
    """Whatever the lines: each part parses, fits, and together they are the whole text."""
    opened = [line for line in lines if line == "<i>mở"]
    closed = [line for line in lines if line == "đóng</i>"]
    text = "\n".join([line for line in lines if line not in {"<i>mở", "đóng</i>"}] + opened + closed[: len(opened)])
    text += "</i>" * (len(opened) - len(closed[: len(opened)]))
    parts = [parse_html(part)[0] for part in split_html(text, limit)]
    assert all(utf16_length(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(parse_html(text)[0].split())


@pytest.mark.parametrize(("marked", "plain"), [("<b>1</b> &lt; 2", "1 < 2"), ('<a href="x">y</a>', "y")])
def test_plain_text_is_left_when_markup_is_taken_away(marked: str, plain: str) -> None:
    """The way out when Telegram cannot read our markup."""
    assert without_markup(marked) == plain
