"""From which score a reading is believed. Found by `benchmarks/calibration.py`; the curve stands in docs/understanding.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores (0 to 1) of the best row, and shares (0 to 1) of what was said that it must explain."""

    answer: float = 0.42  # a question is answered
    answer_explained: float = 0.55  # "họp giao ban" 0.54, "tlệ hài lòng" 0.57
    store: float = 0.66  # a value is written without a question
    store_explained: float = 0.74
    ask: float = 0.42  # a value is worth asking about
    ask_explained: float = 0.55  # "họp phòng 3 tầng 2" is none of ours
    like_surplus: float = 16.0  # `likeness.Likely`: a question that no name settles is answered
    like_lead: float = 6.0
    like_ask: float = 14.0  # surplus from which the likely rows are offered
