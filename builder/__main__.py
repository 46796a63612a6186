"""`python -m builder` is the command `yearbook`."""

import sys

from builder.commands.cli import main

sys.exit(main())
