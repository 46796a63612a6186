"""Prints: model -> rows (`print_files`) -> Typst -> PDF (`print_all`)."""

from __future__ import annotations

from builder.edition.book import Edition
from builder.writers.print.fonts import NoFonts, available
from builder.writers.print.jobs import Job, is_wanted, print_paths
from builder.writers.print.press import PAPERS, Press, Unprintable, print_all
from builder.writers.print.rows import Printed, print_files

__all__ = [
    "PAPERS",
    "Edition",
    "Job",
    "NoFonts",
    "Press",
    "Printed",
    "Unprintable",
    "available",
    "is_wanted",
    "print_all",
    "print_files",
    "print_paths",
]
