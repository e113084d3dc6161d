"""How a file that this program wrote is known again: the mark in its keywords, which Word, Excel and LibreOffice keep."""

MARK = "cchc-bot phu-luc 1"  # the number counts up when files are laid out otherwise than before
