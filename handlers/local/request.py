"""python-telegram-bot's transport over a `LocalTelegram` in this process: no sockets, no time lost."""

from __future__ import annotations

import json

from telegram.request import BaseRequest, RequestData

from handlers.local.server import LocalTelegram


class LocalRequest(BaseRequest):
    """Hands each call to the server as the strings that would go over the wire."""

    def __init__(self, server: LocalTelegram) -> None:
        """Talk to this server."""
        self._server = server

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  the server tells calls apart by their address
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body."""
        if "/file/bot" in url:
            return 200, self._server.file("/".join(url.rsplit("/", 2)[-2:]))
        parameters = request_data.json_parameters if request_data else {}
        parts = request_data.multipart_data if request_data and request_data.contains_files else {}
        files = {
            field: (name, content if isinstance(content, bytes) else content.read())
            for field, (name, content, _) in parts.items()
        }
        status, body = await self._server.call(url.rsplit("/", 1)[-1], parameters, files)
        return status, json.dumps(body).encode()
