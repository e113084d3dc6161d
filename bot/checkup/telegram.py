"""Telegram: reached, token accepted, how updates come, what the bot is allowed, and whose clock is right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.checkup.finding import Finding, bad, good, look
from bot.clock import Clock
from bot.settings import Settings
from handlers.aiohttp_request import AiohttpRequest

_NAME, _CLOCK = "Telegram", "Đồng hồ"
_PROXY = "Kiểm tra mạng; nếu mạng chặn Telegram: TELEGRAM_PROXY hoặc TELEGRAM_API_URL"
_APART = timedelta(seconds=30)
_MANY = 1000


async def look_at_telegram(settings: Settings, clock: Clock) -> list[Finding]:
    """All about it."""
    if settings.token is None:
        return [bad(_NAME, "chưa có TELEGRAM_BOT_TOKEN", "Lấy mã từ @BotFather (/newbot) rồi ghi vào .env; xem .env.example")]
    requests = [AiohttpRequest(proxy=settings.proxy) for _ in range(2)]
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        get_updates_request=requests[0],
        request=requests[1],
    )
    try:
        for request in requests:
            await request.initialize()
        me, webhook = await bot.get_me(), await bot.get_webhook_info()
    except InvalidToken:
        return [bad(_NAME, "không nhận mã bot", "Chép lại nguyên văn TELEGRAM_BOT_TOKEN từ @BotFather (/token)")]
    except TelegramError as trouble:
        return [bad(_NAME, f"không tới được {settings.api_url} ({trouble})", _PROXY)]
    finally:
        for request in requests:
            await request.shutdown()
    return [*_bot(me), *_updates(webhook, settings), *await _clocks(settings, clock)]


def _bot(me: User) -> Iterator[Finding]:
    yield good(_NAME, f"tới được, bot @{me.username}")
    if not me.supports_inline_queries:
        yield look(_NAME, "chưa bật tra cứu trong mọi khung chat", "Nhắn @BotFather: /setinline")
    if not me.can_join_groups:
        yield look(_NAME, "bot không được vào nhóm", "Nhắn @BotFather: /setjoingroups, chọn Enable")
    if me.can_read_all_group_messages:
        yield look(_NAME, "bot đọc mọi tin trong nhóm", "Nhắn @BotFather: /setprivacy, chọn Enable; bot chỉ cần tin gửi cho nó")


def _updates(webhook: WebhookInfo, settings: Settings) -> Iterator[Finding]:
    name = "Nhận tin"
    waiting = webhook.pending_update_count
    if settings.webhook_url is None and webhook.url:
        yield look(name, "bot đang có webhook ở nơi khác", "Chạy cchc-bot run ở đây sẽ bỏ webhook ấy và tự hỏi tin")
    elif settings.webhook_url is not None and webhook.url != settings.webhook_url:
        yield look(name, "webhook chưa đặt hoặc đặt tới địa chỉ khác", "cchc-bot run sẽ đặt lại theo WEBHOOK_URL")
    else:
        yield good(name, "webhook" if webhook.url else "tự hỏi tin (long polling)")
    if webhook.last_error_message and webhook.url:
        mend = "Địa chỉ WEBHOOK_URL phải dẫn tới CCHC_LISTEN qua https có chứng chỉ hợp lệ"
        yield bad(name, f"Telegram không gửi được tin: {webhook.last_error_message}", mend)
    if waiting > _MANY:
        yield look(name, f"{waiting} tin chờ ở Telegram", "Chạy cchc-bot run; Telegram giữ tin trong 24 giờ")


async def _clocks(settings: Settings, clock: Clock) -> list[Finding]:
    """By the time that the server writes into its answer, good to a second."""
    timeout = aiohttp.ClientTimeout(total=10)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(settings.api_url, proxy=settings.proxy, allow_redirects=False) as answer,
        ):
            theirs: datetime = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return []
    apart = abs(clock.now() - theirs)
    if apart <= _APART:
        return [good(_CLOCK, "khớp giờ với Telegram")]
    mend = "Bật đồng bộ giờ (NTP): timedatectl set-ntp true. Sai giờ thì nhắc hạn sai giờ"
    return [bad(_CLOCK, f"lệch giờ Telegram {apart.total_seconds():.0f} giây", mend)]
