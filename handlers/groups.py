"""What happens to the bot's place in chats: let in, put out, blocked, and groups that get another id."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import ChatMember, ChatMemberRestricted, Update
from telegram.constants import ChatType
from telegram.ext import Application, ChatMemberHandler, MessageHandler
from telegram.ext.filters import StatusUpdate

from bot.incoming import Membership
from bot.services import Services
from handlers.reading import chat_of, sender_of
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
    now = change.new_chat_member
    limits = now if isinstance(now, ChatMemberRestricted) else None
    await services.note_membership(
        Membership(
            update.update_id,
            chat_of(change.chat, None),
            sender_of(change.from_user),
            is_group=change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP),
            is_inside=now.status not in _OUTSIDE and (limits is None or limits.is_member),
            may_write=limits is None or limits.can_send_messages,
        )
    )


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
