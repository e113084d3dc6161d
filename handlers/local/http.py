"""A `LocalTelegram` over HTTP on loopback: /bot<token>/ is the Bot API, /file/ its files, /local/ for whoever plays the people.

    POST /local/say    {"person_id": 1, "text": "…"}     any public method of `World`, arguments as JSON
    GET  /local/sent   the bot's messages that stand in all chats
    GET  /local/calls  every call so far: method, parameters, status, answer

Run `python -m handlers.local.http [PORT]` to try `cchc-bot run` against it (TELEGRAM_API_URL, TELEGRAM_BOT_TOKEN are printed).
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.clock import SystemClock
from handlers.local.methods import Files
from handlers.local.server import TOKEN, LocalTelegram, not_authorised

_UPLOAD_LIMIT = 60_000_000  # over Telegram's 50 MB: the limit under test is Telegram's, not this server's


@asynccontextmanager
async def serving(server: LocalTelegram, port: int = 0) -> AsyncIterator[str]:
    """Serve on 127.0.0.1 and give the address ("http://127.0.0.1:…"); port 0: any that is free."""
    app = web.Application(client_max_size=_UPLOAD_LIMIT)
    pages = _Pages(server)
    app.router.add_route("*", "/bot{token}/{method}", pages.bot_api)
    app.router.add_get("/file/bot{token}/{path:.+}", pages.file)
    app.router.add_get("/local/sent", pages.sent)
    app.router.add_get("/local/calls", pages.calls)
    app.router.add_post("/local/{action}", pages.act)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


class _Pages:
    """The server's pages."""

    def __init__(self, server: LocalTelegram) -> None:
        self._server = server

    async def bot_api(self, request: web.Request) -> web.Response:
        refusal = not_authorised(request.match_info["token"])
        if refusal is not None:
            body = {"ok": False, "error_code": refusal.status, "description": refusal.description}
            return web.json_response(body, status=refusal.status)
        parameters, files = await _read(request)
        status, answer = await self._server.call(request.match_info["method"], parameters, files)
        if self._server.garbles:
            return web.Response(text="<html>502 Bad Gateway</html>", content_type="text/html")
        return web.json_response(answer, status=status)

    async def file(self, request: web.Request) -> web.Response:
        try:
            content = self._server.file(request.match_info["path"])
        except KeyError:
            raise web.HTTPNotFound from None
        return web.Response(body=content)

    async def sent(self, _request: web.Request) -> web.Response:
        return web.json_response(self._server.sent())

    async def calls(self, _request: web.Request) -> web.Response:
        return web.json_response([asdict(call) for call in self._server.calls])

    async def act(self, request: web.Request) -> web.Response:
        action = getattr(self._server.world, request.match_info["action"], None)
        if action is None or request.match_info["action"].startswith("_"):
            raise web.HTTPNotFound
        result = action(**await request.json())
        return web.json_response(result if isinstance(result, (dict, str)) else None)


async def _read(request: web.Request) -> tuple[dict[str, str], Files]:
    """Parameters and files of a call: from the query, a JSON body, a form or a multipart form."""
    parameters = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "application/json":
        given: dict[str, Any] = await request.json()
        parameters |= {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or not part.name:
                continue
            content = bytes(await part.read())
            if part.filename:
                files[part.name] = (part.filename, content)
            else:
                parameters[part.name] = content.decode()
    else:
        parameters |= {name: str(value) for name, value in (await request.post()).items()}
    return parameters, _attached(parameters, files)


def _attached(parameters: dict[str, str], files: dict[str, tuple[str, bytes]]) -> Files:
    """Files by the parameter they belong to: aiogram names parts at will and refers to them as attach://name."""
    referred = {value.removeprefix("attach://"): name for name, value in parameters.items() if value.startswith("attach://")}
    return {referred.get(name, name): file for name, file in files.items()}


async def _serve_until_interrupted(port: int) -> None:
    server = LocalTelegram(now=lambda: SystemClock().now().timestamp())
    async with serving(server, port) as address:
        sys.stdout.write(f"TELEGRAM_API_URL={address}\nTELEGRAM_BOT_TOKEN={TOKEN}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Serve until Ctrl-C."""
    try:
        asyncio.run(_serve_until_interrupted(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
