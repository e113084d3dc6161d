"""What happens to the bot's place in chats: let in, put out, blocked, and groups that get another id."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import ChatMember, Update
from telegram.ext import Application, ChatMemberHandler, MessageHandler
from telegram.ext.filters import StatusUpdate

from bot.services import Services
from storage import UnitOfWork

_OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """Membership of the bot itself, and the two service messages of a migration."""
    application.add_handler(
        ChatMemberHandler(partial(on_membership, services=services), chat_member_types=ChatMemberHandler.MY_CHAT_MEMBER)
    )
    application.add_handler(MessageHandler(StatusUpdate.MIGRATE, partial(on_migration, services=services)))


async def on_membership(update: Update, _context: object, *, services: Services) -> None:
    """Remember whether the chat can be written to. A group that let the bot go has to be registered anew."""
    change = update.my_chat_member
    if change is None:
        return

    def note(work: UnitOfWork) -> None:
        if not work.finish_update(update.update_id):
            return
        if change.new_chat_member.status in _OUTSIDE:
            work.mark_chat_unreachable(change.chat.id, change.new_chat_member.status)
        else:
            work.mark_chat_reachable(change.chat.id)

    await services.storage.hop(note)


async def on_migration(update: Update, _context: object, *, services: Services) -> None:
    """Follow a group to its new id; the old and the new chat both tell."""
    message = update.effective_message
    if message is None:
        return
    old, new = (
        (message.chat.id, message.migrate_to_chat_id)
        if message.migrate_to_chat_id is not None
        else (message.migrate_from_chat_id, message.chat.id)
    )

    def follow(work: UnitOfWork) -> None:
        if work.finish_update(update.update_id) and old is not None and new is not None:
            work.chat_migrated(old, new)

    await services.storage.hop(follow)
