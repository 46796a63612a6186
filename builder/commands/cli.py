"""The command `yearbook`. Exit codes: 0 clean, 1 findings, 2 wrong use, 3 a broken promise of our own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from builder.commands.usage import Parser, word
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
        print(word("said", "broken", error=error), file=sys.stderr)
        return 3


def _parser() -> Parser:
    parser = Parser(prog="yearbook", description=word("commands", "yearbook"))
    _argument(parser, "--root", type=Path, default=Path())
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def add(name: str, command: Command) -> Parser:
        said = word("commands", name)
        one: Parser = commands.add_parser(name, help=said, description=said)
        one.set_defaults(command=command)
        return one

    begin = add("init", _init)
    _argument(begin, "dir", type=Path)
    for name in ("--name", "--place", "--publisher"):
        _argument(begin, name, metavar=name.removeprefix("--").upper())
    new = add("new", _new)
    _argument(new, "file", type=Path)
    _argument(new, "--write", action="store_true")
    add("site", _site)
    add("build", _build)
    add("finish", _finish)
    check = add("check", _check)
    _argument(check, "--suggest", action="store_true")
    _argument(check, "--doubts", action="store_true")
    _argument(add("explain", _explain), "place")
    _add_print(add("print", _print))
    add("fresh", _fresh)
    return parser


def _argument(one: Parser, name: str, **facts: Any) -> None:
    said = name.removeprefix("--")
    # `init` asks for the place of a yearbook, `explain` for a place in it.
    said = "where" if name == "--place" else said
    one.add_argument(name, help=word("arguments", said), **facts)


def _init(options: argparse.Namespace) -> int:
    from builder.commands.init import ASKED, init

    print("\n".join(init(options.dir, {key: getattr(options, key) for key in ASKED})))
    print(word("said", "init", dir=options.dir))
    return 0


def _site(options: argparse.Namespace) -> int:
    from builder.commands.site import site

    print("\n".join([*site(options.root), word("said", "site", dir=options.root / "site")]))
    return 0


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


def _add_print(one: Parser) -> None:
    for name in ("--month", "--volume", "--document"):
        _argument(one, name, action="append", default=[])
    _argument(one, "--all", action="store_true")
    _argument(one, "--paper", choices=["a4", "16k"], default="a4")
    _argument(one, "--font", action="append", type=Path, default=[])
    _argument(one, "--out", type=Path, default=Path("prints"))


def _print(options: argparse.Namespace) -> int:
    from builder.commands.prints import print_some

    if not (options.all or options.month or options.volume or options.document):
        print(word("said", "print"), file=sys.stderr)
        return 2
    paths = print_some(options)
    print("\n".join(str(path) for path in paths))
    return 0


def _fresh(options: argparse.Namespace) -> int:
    from builder.commands.fresh import is_fresh

    return 0 if is_fresh(options.root) else 1
