"""The local Telegram pushing updates: one chat's updates one after the other, each until it is answered 200."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence

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
            for update in server.world.updates.kept() if webhook.get("url") else ():
                address = next(in_turn) if in_turn else webhook["url"]
                headers = {_HEADER: webhook["secret_token"]} if webhook.get("secret_token") else {}
                try:
                    async with session.post(address, json=update, headers=headers) as answer:
                        taken = answer.status == 200  # noqa: PLR2004
                except aiohttp.ClientError:
                    taken = False
                if taken:
                    server.world.updates.confirm(update["update_id"])
                elif not in_turn:
                    break  # Telegram keeps the order, and tries the same one again
            await asyncio.sleep(_PAUSE_SECONDS)
