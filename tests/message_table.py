"""The table of messages in tests/messages: what people type (`says`), what it means, and why; read by tests and benchmarks.

A row: `says` (spellings of one message), `means`, `why`, and what it is read with: `who` (clerk or official), `focus`,
`replied_to`, `pending`. `means` is one of
* `question: INTENT` with `of: ID` (certain; null for none) or `among: [IDS]` (all offered), and `agencies`, `period`,
  `periods`, `follow_up`;
* `enters: {ID: VALUE}` (certain), `asks: {VALUE: [IDS]}`, `refuses: {ID: FAULT}`, and `agency`, `period`; VALUE is a number as
  text, null for "no data yet", or `{value, note, estimate}`; or `enters_nothing: true`;
* `unknown: KIND` (or any); `chooses: ID | skipped | nothing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "messages"
# evaluation lines by people who knew the catalogue and had never seen the bot; nobody who mends it reads the "unread" ones
BLIND, FRESH, THIRD_READ, THIRD_UNREAD, FOURTH_READ, FOURTH_UNREAD, FIFTH_READ, FIFTH_LAST = (
    FOLDER / f"{name}.jsonl"
    for name in (
        "blind",
        "fresh_read",
        "third_read",
        "third_unread",
        "fourth_read",
        "fourth_unread",
        "fifth_read",
        "fifth_last",
    )
)
NOT_YET = "not_yet"  # known misses, which must fail
CLERK = {"agency": "SCT", "period": "2022-Q4", "today": "2022-12-20"}
OFFICIAL = {"agency": None, "period": None, "today": "2022-11-01"}
_INTENTS = {"submitted": "missing", "deadline": "missing"}  # as evaluations call them


@dataclass(frozen=True)
class Said:
    """One spelling of a row, with the row and the name of its file."""

    text: str
    row: dict[str, Any]
    file: str


def read_table() -> Iterator[Said]:
    """Every spelling of every row, file by file."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for row in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield from (Said(text, row, file.stem) for text in row["says"])


def load_blind_messages(file: Path = BLIND) -> list[dict[str, Any]]:
    """Messages of people who had never seen the bot, as evaluation lines; not all of them are understood."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def load_messages() -> list[dict[str, Any]]:
    """The table as evaluation lines (`{"id", "category", "text", "context", "expect"}`).

    Rows that need a conversation, that evaluations have no word for, or that are not understood yet are left out.
    """
    found = []
    for number, said in enumerate(read_table()):
        expect = (
            None if said.file == NOT_YET or {"focus", "pending", "replied_to"} & set(said.row) else _expected(said.row["means"])
        )
        if expect is not None:
            context = CLERK if said.row.get("who") == "clerk" else OFFICIAL
            found.append(
                {"id": f"t{number:04}", "category": said.file, "text": said.text, "context": dict(context), "expect": expect}
            )
    return found


def _expected(means: dict[str, Any]) -> dict[str, Any] | None:
    """`means` as an evaluation's `expect`."""
    if "unknown" in means:
        return {"kind": "unknown"}
    if "question" in means:
        rows = {"ambiguous": means["among"]} if "among" in means else {"indicators": [means["of"]] if means["of"] else []}
        intent = _INTENTS.get(means["question"], means["question"])
        named = {key: means[key] for key in ("period", "periods") if key in means}
        return {"kind": "question", "intent": intent, **rows, "agencies": means.get("agencies", []), **named}
    if not {"enters", "asks", "refuses"} & set(means):
        return None
    values = [
        {"indicator": row, **(each if isinstance(each, dict) else {"value": each})}
        for row, each in means.get("enters", {}).items()
    ]
    values += [{"ambiguous": rows, "value": number} for number, rows in means.get("asks", {}).items()]
    values += [{"indicator": row, "error": fault} for row, fault in means.get("refuses", {}).items()]
    return {"kind": "entry", "agency": means.get("agency"), "period": means.get("period"), "values": values}
