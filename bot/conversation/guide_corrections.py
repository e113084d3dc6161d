"""An edited message that answered a step of guided entry: shown before → after, stored by one press."""

from __future__ import annotations

from bot.conversation import entering, guiding, pasting
from bot.conversation.exchange import Exchange
from bot.conversation.guide_memory import read_guide
from bot.incoming import Text
from bot.understanding.request import Entry, EntryValue, GuidedStep, StepAnswer


def correct(content: Text, exchange: Exchange) -> bool:
    """Preview what the edit would change; False when the message answered no step, or answers none now."""
    guide = read_guide(exchange)
    rows = guide.answers.get(str(exchange.incoming.message_id), ()) if guide is not None and content.edited else ()
    if guide is None or not rows:
        return False
    answer = guiding.read(content.text, GuidedStep(rows, guide.agency, guide.period, is_list=len(rows) > 1), exchange)
    items = answer.items if isinstance(answer, StepAnswer) else ()
    values = tuple(
        EntryValue(
            item.indicator,
            (),
            certain=item.figure is not None,
            figure=item.figure,
            fault=item.fault,
            note=item.note,
            raw=item.raw,
            text=item.raw,
        )
        for item in items
        if item.figure is not None or item.fault is not None
    )
    if values:
        slot = pasting.paste_of(content, exchange).slot
        entering.preview_entry(Entry(guide.agency, guide.period, values), exchange, edited=True, slot=slot)
    return bool(values)
