"""From Telegram's updates to `Incoming`: the parts that all kinds of messages share."""

from __future__ import annotations

from telegram import Chat as TelegramChat
from telegram import Message, Update, User
from telegram.constants import ChatType

from bot.incoming import Chat, Content, Incoming, Sender


def incoming_message(update: Update, content: Content) -> Incoming:
    """A message or edited message that passed `access.FOR_THE_BOT`, so that it has a person and a chat."""
    message = update.effective_message
    if message is None or message.from_user is None:
        problem = f"update {update.update_id} is no message of a person"
        raise ValueError(problem)
    return Incoming(
        update.update_id,
        chat_of(message.chat, message),
        sender_of(message.from_user),
        message.message_id,
        content,
        sent_at=message.date,
    )


def chat_of(chat: TelegramChat, message: Message | None) -> Chat:
    """The chat, and the topic that the message stands in."""
    in_topic = message is not None and message.is_topic_message
    thread_id = message.message_thread_id if message is not None and in_topic else None
    return Chat(chat.id, is_private=chat.type == ChatType.PRIVATE, title=chat.title or "", thread_id=thread_id)


def sender_of(user: User) -> Sender:
    """The person, with the name that Telegram shows."""
    return Sender(user.id, user.full_name or "")  # None to the library where a first name is empty


def replied_to(message: Message) -> int | None:
    """Id of the message that is replied to; in a topic the first message of all is its opening, which is nobody's."""
    quoted = message.reply_to_message
    return None if quoted is None or quoted.forum_topic_created is not None else quoted.message_id
