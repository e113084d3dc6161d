"""The worker that makes a picture or document: `python -m bot.making`, an order as JSON in, the file's bytes out.

`handlers.making` starts it. To add a maker: a function from the recipe's content to bytes, and its line in `MAKERS`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from bot.documents.listing import list_file
from bot.documents.separated import appendix_csv


def make(maker: str, content: Mapping[str, Any]) -> bytes:
    """The file; KeyError when nobody knows the maker."""
    return MAKERS[maker](content)


def _completeness_chart(content: Mapping[str, Any]) -> bytes:
    from bot.replies.charts import completeness_chart  # noqa: PLC0415  matplotlib takes half a second that a list needs not

    return completeness_chart(content)


def _trend_chart(content: Mapping[str, Any]) -> bytes:
    from bot.replies.figure_charts import trend_chart  # noqa: PLC0415  as above

    return trend_chart(content)


def _agencies_chart(content: Mapping[str, Any]) -> bytes:
    from bot.replies.figure_charts import agencies_chart  # noqa: PLC0415  as above

    return agencies_chart(content)


def _appendix_document(content: Mapping[str, Any]) -> bytes:
    from bot.documents.appendix import appendix_document  # noqa: PLC0415  as above: Word's library is large

    return appendix_document(content)


def _appendix_workbook(content: Mapping[str, Any]) -> bytes:
    from bot.documents.workbook import appendix_workbook  # noqa: PLC0415

    return appendix_workbook(content)


def _province_workbook(content: Mapping[str, Any]) -> bytes:
    from bot.documents.workbook import province_workbook  # noqa: PLC0415

    return province_workbook(content)


MAKERS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    "list": list_file,
    "completeness_chart": _completeness_chart,
    "trend_chart": _trend_chart,
    "agencies_chart": _agencies_chart,
    "appendix_docx": _appendix_document,
    "appendix_xlsx": _appendix_workbook,
    "appendix_csv": appendix_csv,
    "province_xlsx": _province_workbook,
}


def main() -> None:
    """One order."""
    order = json.load(sys.stdin)
    sys.stdout.buffer.write(make(order["maker"], order["content"]))


if __name__ == "__main__":
    main()
