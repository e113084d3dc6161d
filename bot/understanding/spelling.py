"""Known words near a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_LONG = 7  # letters: from here two slips are believed
_MOST_NEAR = 4


class SpellingIndex:
    """Known words by length."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Index them."""
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(set(vocabulary)):
            self._by_length.setdefault(len(word), []).append(word)

    def nearest(self, folded_word: str) -> tuple[tuple[str, float], ...]:
        """Known words within one slip (two in long words), nearest first, with their similarity 0 to 1."""
        most = 2 if len(folded_word) >= _LONG else 1
        found = []
        for length in range(len(folded_word) - most, len(folded_word) + most + 1):
            for word in self._by_length.get(length, ()):
                distance = OSA.distance(folded_word, word, score_cutoff=most)
                if distance <= most:
                    found.append((word, 1 - distance / max(len(word), len(folded_word)) + 0.01 * (word[0] == folded_word[0])))
        return tuple(sorted(found, key=lambda each: -each[1])[:_MOST_NEAR])
