"""`cchc-bot invite`: a single-use link that gives somebody a role."""

from __future__ import annotations

import argparse
import sys

from bot.clock import SystemClock, day_in_viet_nam
from bot.commands.opening import opened_storage
from bot.commands.options import agency_named
from bot.conversation.invites import DEFAULT_DAYS, MOST_DAYS
from bot.domain.administration import new_invite
from bot.domain.catalogue_file import load_catalogue
from bot.domain.people import Role
from bot.settings import load_settings

_ROLES = {"clerk": Role.CLERK, "viewer": Role.VIEWER, "admin": Role.ADMINISTRATOR}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("invite", help="tạo đường dẫn mời một người vào bot")
    parser.add_argument("--role", required=True, choices=_ROLES, help="clerk nhập số liệu, viewer xem, admin quản trị")
    parser.add_argument(
        "--agency",
        action="append",
        default=[],
        metavar="MÃ",
        help="đơn vị, ví dụ SCT; lặp lại cho nhiều đơn vị; viewer không có đơn vị xem toàn tỉnh",
    )
    parser.add_argument("--days", type=int, default=DEFAULT_DAYS, metavar="SỐ", help="hạn dùng, ngày (mặc định: %(default)s)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Store the invite and print its link; 0, or 2 when role and agency do not fit."""
    settings = load_settings()
    catalogue = load_catalogue(settings.catalogue)
    try:
        agencies = list(dict.fromkeys(agency_named(code, catalogue) for code in args.agency))
    except ValueError as problem:
        sys.stderr.write(f"--agency: {problem}\n")
        return 2
    role = _ROLES[args.role]
    if (role is Role.CLERK and not agencies) or (role is Role.ADMINISTRATOR and agencies):
        sys.stderr.write("clerk cần --agency; admin không thuộc đơn vị nào.\n")
        return 2
    if not 1 <= args.days <= MOST_DAYS:
        sys.stderr.write(f"--days: từ 1 đến {MOST_DAYS} ngày.\n")
        return 2
    now = SystemClock().now()
    with opened_storage(settings) as storage, storage.begin() as work:
        invite = new_invite(role, agencies, by=None, at=now, days=args.days, store=work)
        work.commit()
    if settings.bot_name:
        sys.stdout.write(f"https://t.me/{settings.bot_name}?start={invite.token}\n")
    else:
        sys.stdout.write(f"/start {invite.token}\n")
        sys.stderr.write("Người được mời gửi dòng trên cho bot. Đặt CCHC_BOT_NAME để in thành đường dẫn.\n")
    expires = day_in_viet_nam(invite.expires_at)
    sys.stderr.write(f"Dùng một lần, đến hết ngày {expires.day}/{expires.month}/{expires.year}.\n")
    return 0
