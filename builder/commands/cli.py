"""The command `yearbook`. Exit codes: 0 clean, 1 findings, 2 wrong use, 3 a broken promise of our own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from builder.engine.rule import Broken
from builder.sources.finding import Findings

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; findings and broken promises become messages on standard error."""
    options = _parser().parse_args(argv)
    command: Command = options.command
    try:
        return command(options)
    except Findings as found:
        print(found, file=sys.stderr)
        return 1
    except Broken as error:
        print(f"yearbook: a promise of our own is broken: {error}", file=sys.stderr)
        return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="yearbook", description="Raw texts in, a digital yearbook out.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, help_text: str, command: Command) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=help_text, description=help_text)
        one.set_defaults(command=command)
        return one

    new = add("new", "what a raw file is, and its table for the catalogue", _new)
    new.add_argument("file", type=Path, help="the raw file, in source_texts/")
    new.add_argument("--write", action="store_true", help="add the table to the catalogue")
    add("build", "raw texts -> docs/ and build/data/", _build)
    add("finish", "data, search, prints and bundle -> site/", _finish)
    check = add("check", "hold everything against the raw texts; changes nothing", _check)
    check.add_argument("--suggest", action="store_true", help="names that are in no list, figures that do not follow")
    check.add_argument("--doubts", action="store_true", help="every doubtful boundary, the light ones too")
    explain = add("explain", "what happened to a raw line, or where a page's line came from", _explain)
    explain.add_argument("place", help="source_texts/FILE.txt:LINE, docs/PAGE.md:LINE, or an id")
    _add_print(add("print", "months, volumes or documents -> PDF", _print))
    add("fresh", "exit 0 when site/ is up to date with the sources", _fresh)
    return parser


def _new(options: argparse.Namespace) -> int:
    from builder.commands.new import new

    print(new(options.root, options.file, write=options.write), end="")
    return 0


def _build(options: argparse.Namespace) -> int:
    from builder.checks.report import built
    from builder.commands.build import build

    print("\n".join(built(build(options.root))))
    return 0


def _finish(options: argparse.Namespace) -> int:
    from builder.commands.finish import finish

    finish(options.root)
    return 0


def _check(options: argparse.Namespace) -> int:
    from builder.checks.report import arithmetic, doubts, suggestions, summary
    from builder.commands.check import check

    findings, reads, made = check(options.root)
    print(summary(reads))
    if options.suggest:
        print("\n".join([*suggestions(made.linkage), *arithmetic(reads)]))
    if options.doubts:
        print("\n".join(doubts(reads)))
    for finding in findings:
        print(finding, file=sys.stderr)
    return 1 if findings else 0


def _explain(options: argparse.Namespace) -> int:
    from builder.commands.explain import explain

    lines = explain(options.root, options.place)
    print("\n".join(lines))
    return 0 if lines else 2


def _add_print(one: argparse.ArgumentParser) -> None:
    one.add_argument("--month", action="append", default=[], help="a month: 2021-03")
    one.add_argument("--volume", action="append", default=[], help="a volume as a book: chronicle-2021")
    one.add_argument("--document", action="append", default=[], help="a document by id or number")
    one.add_argument("--all", action="store_true", help="everything")
    one.add_argument("--paper", choices=["a4", "16k"], default="a4", help="A4 (default) or 16开, 185 x 260 mm")
    one.add_argument("--font", action="append", type=Path, default=[], help="a file of a local 仿宋 or 楷体")
    one.add_argument("--out", type=Path, default=Path("prints"), help="the folder to print into (default: prints)")


def _print(options: argparse.Namespace) -> int:
    from builder.commands.prints import print_some

    if not (options.all or options.month or options.volume or options.document):
        print("yearbook print: say what: --month, --volume, --document or --all", file=sys.stderr)
        return 2
    paths = print_some(options)
    print("\n".join(str(path) for path in paths))
    return 0


def _fresh(options: argparse.Namespace) -> int:
    from builder.commands.fresh import is_fresh

    return 0 if is_fresh(options.root) else 1
