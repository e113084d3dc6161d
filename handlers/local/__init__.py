"""Telegram on this machine: the Bot API without a network, for `cchc-bot chat` and the tests.

server, methods, checks and entities know no python-telegram-bot: plain dicts in and out, as over the wire.
"""
