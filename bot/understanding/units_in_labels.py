"""Units that a form without a column for them writes behind its labels: "Số hồ sơ tiếp nhận (ĐVT: Hồ sơ)"."""

from __future__ import annotations

import re
from collections.abc import Callable

_NAMED = re.compile(
    r"[\s,;:.–-]*[(\[]?\s*(?:ĐVT|đvt|[Đđ]ơn vị(?: tính)?|ĐV tính)\s*[:=]\s*(?P<unit>[^()\[\]]{1,90}?)\s*[)\]]?[.;]?"
)
_BRACKETED = re.compile(r"\s*[(\[]\s*(?P<unit>[^()\[\]]{1,90}?)\s*[)\]]")
_LONGEST = 110  # characters from where such an ending may begin


def without_unit(label: str, is_unit: Callable[[str], bool]) -> tuple[str, str]:
    """A label and the unit behind it, "" when there is none; a bracket that holds no unit belongs to the label."""
    for ending in (_NAMED, _BRACKETED):
        for start in range(max(1, len(label) - _LONGEST), len(label)):
            if label[start - 1].isspace() and not label[start].isspace() and (found := ending.fullmatch(label, start)):
                if ending is _NAMED or is_unit(found["unit"]):
                    return label[:start].rstrip(" ,;:.–-"), found["unit"]
                break
    return label, ""
