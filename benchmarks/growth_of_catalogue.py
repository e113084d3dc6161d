"""What a catalogue of 10,000 indicators costs: understand() with it beside the real one, on the same messages.

The large catalogue is the real tree again and again, each time for another field of work ("… lĩnh vực thủy lợi"), so that
every word is shared by many rows. The messages mean the real rows, so that what is read right can be compared too.
Run: python benchmarks/growth_of_catalogue.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[1]))  # benchmarks are no installed package

from benchmarks.judgement import judge
from benchmarks.messages import Message, message_sets
from bot.domain.catalogue import Catalogue, CatalogueRow, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader

SIZE = 10_000  # indicators
MESSAGES = 150  # of each set, spread evenly: a pasted table takes seconds against the large catalogue
_NAMES = """
trồng trọt, chăn nuôi, thú y, thủy lợi, thủy sản, lâm nghiệp, kiểm lâm, đê điều, đất đai, khoáng sản, khí tượng, tài
nguyên nước, viễn thám, đo đạc bản đồ, giá, công sản, kho bạc, thuế, hải quan, chứng khoán, bảo hiểm, hộ tịch, quốc
tịch, nuôi con nuôi, công chứng, luật sư, đấu giá, giám định, trọng tài, hòa giải, quy hoạch, kiến trúc, nhà ở, vật
liệu, hạ tầng, chiếu sáng, cây xanh, đường bộ, đường thủy, đăng kiểm, vận tải, bưu chính, viễn thông, báo chí, xuất bản,
điện, hóa chất, an toàn thực phẩm, cụm làng nghề, thương mại, xúc tiến, mầm non, tiểu học, trung học, dạy nghề, việc
làm, người có công, trẻ em, bình đẳng giới, dược, y tế dự phòng, khám chữa bệnh, dân số, di sản, thư viện, mỹ thuật,
điện ảnh, thể dục, lữ hành, sở hữu trí tuệ, đo lường, năng lượng nguyên tử
"""
FIELDS = tuple(name.strip() for name in _NAMES.split(","))
P95 = 18  # of the 19 cuts into twentieths


def grown(catalogue: Catalogue, size: int) -> Catalogue:
    """The catalogue with copies of its tree for other fields until it has so many indicators."""
    rows = list(catalogue.rows)
    missing = size - len(catalogue.indicators)
    for number, field in enumerate(cycle(FIELDS)):
        for row in catalogue.rows:
            if missing <= 0:
                return replace(catalogue, rows=tuple(rows))
            rows.append(_in_field(row, number, field))
            missing -= row.id in {indicator.id for indicator in catalogue.indicators}
    return catalogue


def _in_field(row: CatalogueRow, number: int, field: str) -> CatalogueRow:
    def named(text: str) -> str:
        return f"{text} lĩnh vực {field}"

    return replace(
        row,
        id=_id(row.id, number),
        section=_id(row.section, number),
        parent=None if row.parent is None else _id(row.parent, number),
        label=named(row.label),
        short=named(row.short),
        labels=tuple(map(named, row.labels)),
        aliases=tuple(map(named, row.aliases)),
        formula=None,
        weight=None,
    )


def _id(row_id: IndicatorId, number: int) -> IndicatorId:
    return IndicatorId(f"f{number:03}.{row_id}")


def print_line(name: str, messages: Sequence[Message], reader: Reader, built: float) -> None:
    """CPU milliseconds a message, and how many were read right."""
    taken, right = [], 0
    for message in messages:
        begun = time.process_time()
        reading = interpret_line(message, reader=reader)
        taken.append((time.process_time() - begun) * 1e3)
        right += judge(message, reading).whole
    cut = quantiles(taken, n=20)[P95]
    share = 100 * right / len(messages)
    print(f"{name:<26}{median(taken):>9.2f} ms{cut:>9.2f} ms{max(taken):>9.1f} ms{share:>10.1f} %{built:>12.1f} s")


def main() -> None:
    """Print both catalogues below each other for each set of messages."""
    small = load_catalogue()
    readers = {}
    for catalogue in (small, grown(small, SIZE)):
        begun = time.process_time()
        reader = Reader(catalogue)
        readers[f"{len(catalogue.indicators):,} indicators"] = (reader, time.process_time() - begun)
    for title, every in message_sets().items():
        messages = every[:: -(-len(every) // MESSAGES)]
        print(f"{title:<26}{'median':>12}{'p95':>12}{'slowest':>12}{'right':>12}{'Reader':>14}")
        for name, (reader, built) in readers.items():
            print_line(name, messages, reader, built)


if __name__ == "__main__":
    main()
