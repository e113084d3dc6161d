"""Phrases with choices: each way to choose is found, the longest one, and nothing else."""

from __future__ import annotations

import time

from bot.understanding.everyday_pictures import EVERYDAY_PICTURES, STORIES
from bot.understanding.pictures import Pictures, examples

MOST_SECONDS = 2.0  # a pattern that tries every way would take for ever
LONGEST = 20  # words
LINES = """
tra+bcci: [bưu điện/bưu tá] [mang/đem] [kết quả/] về [tận nhà/nhà/]
tiepnhan: [bưu điện/bưu tá] mang
    [tới/lên]
[khỏi/khỏi phải] [chạy/] lên sở
"""


def test_every_way_to_choose_says_the_same() -> None:
    pictures = Pictures(LINES)
    for text in ("buu dien mang ket qua ve tan nha", "buu ta dem ve", "buu ta mang ket qua ve nha"):
        words = text.split()
        assert pictures.longest(words, 0) == (len(words), ("tra", "bcci"))


def test_the_longest_picture_is_taken_from_any_word_on() -> None:
    words = ["hom", "qua", "buu", "ta", "mang", "len", "va", "ve", "nha"]
    assert Pictures(LINES).longest(words, 2) == (4, ("tiepnhan",))
    assert Pictures(LINES).longest(words, 0) == (0, ())


def test_a_story_says_nothing() -> None:
    assert Pictures(LINES).longest(["khoi", "phai", "len", "so", "nua"], 0) == (4, ())


def test_what_is_left_open_is_no_picture() -> None:
    assert Pictures(LINES).longest(["buu", "dien", "mang", "ket", "qua"], 0) == (0, ())


def test_examples_hold_every_word_that_pictures_are_told_with() -> None:
    taught = {word for example in examples(LINES) for word in example.split()}
    every = "bưu điện tá mang đem kết quả về tận nhà tới lên khỏi phải chạy sở"
    assert taught == set(every.split())


def test_a_long_message_of_words_that_begin_pictures_is_read_quickly() -> None:
    pictures = Pictures(EVERYDAY_PICTURES + STORIES)
    for word in ("tu", "khong", "buu", "1", "cho"):
        words = [word, "nuoi", "dien"] * 1400
        began = time.process_time()
        longest = max(pictures.longest(words, at)[0] for at in range(len(words)))
        assert time.process_time() - began < MOST_SECONDS
        assert longest < LONGEST
