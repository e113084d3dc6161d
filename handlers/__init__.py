"""Telegram in and out: updates become `Incoming`, outbox rows become Bot API calls. Imports no sqlalchemy."""
