"""The agencies whose names come nearest to what somebody typed, for a refusal that helps; nothing rests on it."""

from __future__ import annotations

from datetime import date

from rapidfuzz import fuzz

from bot.domain.catalogue import Agency, AgencyCode, Catalogue
from bot.understanding.agency_names import name_of, written_names

_LEAST = 66  # of 100: "xyz" is near nothing (33), "syy" is near SYT (67)
_BEHIND = 15  # what is that much farther than the nearest is not meant: "stc1" is STC (86), not SYT (57)
_CODE = 6  # letters: what is shorter and one word is compared with short names letter by letter


def nearest_agencies(said: str, catalogue: Catalogue, *, today: date, most: int = 3) -> tuple[AgencyCode, ...]:
    """Nearest first, only such as exist on the day; () when none is near."""
    typed = " ".join(name_of(said))
    if not typed:
        return ()
    scores = {agency.code: _score(typed, agency) for agency in catalogue.agencies if agency.is_valid_on(today)}
    least = max(_LEAST, max(scores.values(), default=0) - _BEHIND)
    near = [code for code, score in scores.items() if score >= least]
    return tuple(sorted(near, key=lambda code: -scores[code])[:most])


def _score(typed: str, agency: Agency) -> float:
    names = [" ".join(name) for name in written_names(agency)]
    if " " not in typed and len(typed) <= _CODE:
        return max(fuzz.ratio(typed, name) for name in names)
    return max(fuzz.token_sort_ratio(typed, name) for name in names)
