"""The front door, as `moderator` and as `python -m moderator`."""

from __future__ import annotations

import sys

from moderator.command_line import main

if __name__ == "__main__":
    sys.exit(main())
