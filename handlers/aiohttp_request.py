"""python-telegram-bot's transport over aiohttp: no pool that slows down under load, and no token in a log or an error."""

from __future__ import annotations

from typing import cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.logs import redacted

_CONNECTIONS = 64
_SECONDS = 10.0  # well under the sender's lease


class AiohttpRequest(BaseRequest):
    """One pool of connections; `proxy` is the address of an HTTP proxy."""

    def __init__(self, *, proxy: str | None = None) -> None:
        """Nothing is opened before `initialize`."""
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds without a byte before a call is given up."""
        return _SECONDS

    async def initialize(self) -> None:
        """Open the pool, once."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=_CONNECTIONS))

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  aiohttp has no limit for writing
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body; NetworkError or TimedOut when there is none."""
        if self._session is None:
            raise NetworkError("the transport is not initialized")
        timeout = aiohttp.ClientTimeout(
            connect=_seconds(pool_timeout), sock_connect=_seconds(connect_timeout), sock_read=_seconds(read_timeout)
        )
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, proxy=self._proxy
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(redacted(f"{type(error).__name__}: {error}")) from None


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None or not request_data.contains_files:
        return request_data.json_parameters if request_data else None
    form = aiohttp.FormData(request_data.json_parameters)
    for field, (name, content, kind) in request_data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


def _seconds(timeout: object) -> float | None:
    return _SECONDS if timeout is BaseRequest.DEFAULT_NONE else cast("float | None", timeout)
