"""Would a test notice? Draws faults from builder/ with a fixed seed, puts each into a copy of the tree, asks the tests.

`python -m tests.mutants.sample` from the root of a finished project (`make site`). What is known is kept in
`build/mutants/`, by seed and tree, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.mutants.draw import digest, draw
from tests.mutants.fault import Fault, read
from tests.mutants.plan import tables
from tests.mutants.tree import Tree
from tests.mutants.trial import SURVIVED, Judge, NotGreen, only_pages

ROOT = Path(__file__).resolve().parents[2]
_HERE = threading.local()


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the drawn faults and print the table; 1 where a fault lives, 2 where the tests fail without any."""
    options = _options(arguments)
    drawn = draw(ROOT, options.seed, options.number)
    kept = Record(ROOT / "build" / "mutants" / f"sample-{options.seed}-{digest(ROOT)}.jsonl")
    chosen = [one for one in drawn if not options.only or any(one.file.startswith(part) for part in options.only)]
    if options.again:
        kept.forget(SURVIVED)
    todo = [one for one in chosen if _key(one) not in kept.known][: options.limit]
    # `kill` and `timeout` stop it as Ctrl-C does: the copies and what runs there go too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if not options.list:
            _try_all(todo, kept, options.workers)
    except NotGreen as error:
        print(f"error: {error}\nHint: mend the tests first, or make site.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped: the next run goes on from here", file=sys.stderr)
        return 130
    table, living = report(chosen, kept)
    (ROOT / "build" / "mutants" / "sample.md").write_text(table, "utf-8")
    print(table)
    return 1 if living else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.sample", description="Would a test notice?")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--number", type=int, default=60, help="faults in all, at least five of each package")
    parser.add_argument("--workers", type=int, choices=(1, 2), default=1)
    parser.add_argument("--only", nargs="*", metavar="PATH", help="faults in files that begin like this alone")
    parser.add_argument("--limit", type=int, help="try so many and stop; the next run goes on")
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    parser.add_argument("--list", action="store_true", help="try nothing, print what is drawn and known")
    return parser.parse_args(arguments)


class Record:
    """What is known of faults: one line of JSON each, appended as soon as it is known."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        self.known: dict[str, dict[str, Any]] = {row["fault"]: row for row in map(json.loads, lines)}

    def add(self, fault: Fault, killer: str, seconds: float) -> None:
        """Write down what killed a fault."""
        row: dict[str, Any] = {"fault": _key(fault), "killer": killer, "seconds": round(seconds, 1)}
        with self.lock, self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self.known[row["fault"]] = row

    def forget(self, killer: str) -> None:
        """Leave out the faults that ended like this, and those that only the pages in docs/ gave away."""
        self.known = {
            key: row for key, row in self.known.items() if row["killer"] != killer and not only_pages(row["killer"])
        }


def _key(fault: Fault) -> str:
    return f"{fault.file} {fault.start} {fault.kind} {fault.new}"


def _try_all(todo: Sequence[Fault], kept: Record, workers: int) -> None:
    judge, trees = Judge(tables(ROOT)), list[Tree]()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:

        def one(fault: Fault) -> None:
            if not hasattr(_HERE, "tree"):
                _HERE.tree = Tree(ROOT, Path(folder) / str(threading.get_ident()))
                trees.append(_HERE.tree)
            killer, seconds = judge.try_fault(_HERE.tree, fault)
            kept.add(fault, killer, seconds)
            print(f"{seconds:6.1f} s  {fault.file}: {fault.says()}  {killer}", file=sys.stderr, flush=True)

        with ThreadPoolExecutor(workers) as pool:
            waiting = [pool.submit(one, fault) for fault in todo]
            try:
                for result in waiting:
                    result.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for tree in trees:
                    tree.stop()
                raise


def report(drawn: Sequence[Fault], kept: Record) -> tuple[str, int]:
    """The table of all drawn faults with a summary, and how many live."""
    lines = ["| file | line | fault | killed by |", "|---|---|---|---|"]
    killers = []
    for fault in drawn:
        row = kept.known.get(_key(fault))
        killers.append(row["killer"] if row else "")
        said = fault.says().replace("|", "\\|")
        line = fault.line(read(ROOT / fault.file))
        lines.append(f"| {fault.file} | {line} | {said} | {(killers[-1] or 'not tried').replace('|', '/')} |")
    tried = [killer for killer in killers if killer]
    living = tried.count(SURVIVED)
    golden = sum(map(only_pages, tried))
    seconds = sum(row["seconds"] for row in (kept.known.get(_key(one)) for one in drawn) if row)
    lines += ["", f"{len(tried)} of {len(drawn)} tried in {seconds:.0f} s: {living} live, {golden} of the others"]
    lines[-1] += " were given away by the pages in docs/ alone."
    return "\n".join(lines) + "\n", living


if __name__ == "__main__":
    sys.exit(main())
