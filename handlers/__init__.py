"""Telegram in and out: updates become `Incoming`, outbox rows become Bot API calls. Imports no sqlalchemy."""

import os

# Durations as timedelta, python-telegram-bot 23's behaviour: the way before it warns at every flood control
os.environ.setdefault("PTB_TIMEDELTA", "true")
