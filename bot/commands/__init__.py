"""The commands of cchc-bot: each module has `add_parser` and `run`."""
