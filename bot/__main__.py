"""`python -m bot`, the same as `cchc-bot`."""

import sys

from bot.cli import main

sys.exit(main())
