"""The local Telegram pushing updates: one chat's updates one after the other, each until it is answered 200."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp

from handlers.local.server import LocalTelegram

_PAUSE_SECONDS = 0.02
_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # its own, so that a mistake in ours is seen


async def push(server: LocalTelegram, addresses: Sequence[str] = ()) -> None:
    """Push what waits to the webhook, or in turn to each of `addresses` as a balancer would, until cancelled."""
    in_turn = itertools.cycle(addresses) if addresses else None
    async with aiohttp.ClientSession() as session:
        while True:
            webhook = server.methods.webhook
            refused: set[int | None] = set()  # chats whose next update has to wait for the one that was not taken
            for update in server.world.updates.kept() if webhook.get("url") else ():
                chat = _chat_of(update)
                if chat in refused:
                    continue
                address = next(in_turn) if in_turn else webhook["url"]
                headers = {_HEADER: webhook["secret_token"]} if webhook.get("secret_token") else {}
                try:
                    async with session.post(address, json=update, headers=headers) as answer:
                        taken = answer.status == 200  # noqa: PLR2004
                except aiohttp.ClientError:
                    taken = False
                if taken:
                    server.world.updates.confirm(update["update_id"])
                else:
                    refused.add(chat)
            await asyncio.sleep(_PAUSE_SECONDS)


def _chat_of(update: Mapping[str, Any]) -> int | None:
    """The chat it happened in; None for what happens in no chat."""
    happened: Mapping[str, Any] = next((value for name, value in update.items() if name != "update_id"), {})
    chat = happened.get("chat") or happened.get("message", {}).get("chat")
    return chat["id"] if chat else None
