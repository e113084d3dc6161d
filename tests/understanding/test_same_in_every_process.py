"""What a message means does not hang on the process that reads it: Python orders sets anew in each."""

import json
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
SAID = [  # rows that fit alike, told apart by sums that were once added up in the order of a set
    "so ho so tthc tiep nhan",
    "hồ sơ gửi vô bao nhiêu",
    "hồ sơ trả kết quả -5",
    "mình trả kết quả mấy hồ sơ rồi",
    "sở nào có hồ sơ trả kết quả trên 10 quý 3/2022",
    "trên 10 quý 3",
    "xử lý xong 2 vấn đề",
    "bổ nhiệm lãnh đạo cấp sở 1, cấp phòng 2",
    "tham mưu 5: đúng tiến độ 3, trễ 2",
    "số vấn đề đã xử lý xong 13/22",
]


def _read_with(seed: str) -> str:
    context = {"agency": "SCT", "period": "2022-Q4", "today": "2022-12-20"}
    lines = "\n".join(json.dumps({"id": str(number), "text": text, "context": context}) for number, text in enumerate(SAID))
    done = subprocess.run(
        [sys.executable, "-m", "bot", "interpret"],
        input=lines,
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_message_is_read_the_same_in_every_process() -> None:
    """With their candidates and scores, in order."""
    first = _read_with("0")
    assert len(first.splitlines()) == len(SAID)
    assert [_read_with(seed) for seed in ("3", "5")] == [first, first]
