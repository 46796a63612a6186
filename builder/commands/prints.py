"""`yearbook print`: some or all prints, on the paper and with the fonts that are asked for."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from builder.edition.book import Edition
from builder.sources.finding import only
from builder.sources.settings import settings
from builder.writers.print.fonts import NoFonts
from builder.writers.print.jobs import is_wanted
from builder.writers.print.press import Unprintable, print_all


def print_some(options: argparse.Namespace) -> list[Path]:
    """Print what the options choose into their folder; gives the paths.

    Raises `Findings` when nothing was built, nothing is chosen, fonts are missing or a print fails.
    """
    rows = options.root / "build" / "print"
    if not rows.is_dir():
        raise only("build/print", 1, "print.rows")
    chosen = {"months": options.month, "volumes": options.volume, "documents": options.document}
    paths = typeset(
        options.root,
        options.out,
        paper=options.paper,
        font=options.font,
        only=None if options.all else lambda job: is_wanted(job, **chosen),
        progress=lambda done, total, name: print(f"{done}/{total} {name}", file=sys.stderr),
    )
    if not paths:
        raise only("build/print", 1, "print.nothing")
    return paths


def typeset(root: Path, out: Path, **options: Any) -> list[Path]:
    """Print into `out` what the `options` of `print_all` choose. Raises `Findings` where that cannot be done."""
    here = settings(root)
    try:
        return print_all(root / "build" / "print", out, edition=Edition(here.yearbook, here.address), **options)
    except NoFonts as error:
        raise only("fonts", 1, "print.fonts", error=error) from None
    except Unprintable as error:
        raise only("build/print", 1, "print.failed", error=error) from None
