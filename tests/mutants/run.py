"""mutmut over the packages of builder/, each with its own quick tests; a report into `build/mutants/report.md`.

`make mutants`, or `make mutants PACKAGES="engine language"`. Each package has a tree of its own under
`build/mutants/trees/`, so that a further run tries only what has changed since.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.mutants.draw import packages
from tests.mutants.plan import asked_about_package, tables

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "mutants"
COPIED = ("builder", "docs", "mkdocs.yml", "pyproject.toml", "requirements.txt", "source_texts", "tests")
# What mutmut's numbers mean (the exit codes of pytest, and its own); any other is of a process that broke down.
_STATUS = {0: "survived", 1: "killed", 3: "killed", 5: "no tests", 33: "no tests", 24: "timeout", 36: "timeout"}
_STATUS |= {-24: "timeout", 152: "timeout", 255: "timeout"}
_COLUMNS = ("killed", "timeout", "survived", "no tests", "broken")


def main(chosen: Sequence[str]) -> int:
    """Run the packages one after the other; 1 where mutmut cannot run one."""
    known = packages(ROOT)
    if wrong := sorted(set(chosen) - set(known)):
        print(f"error: no such package: {', '.join(wrong)}\nHint: {', '.join(known)}.", file=sys.stderr)
        return 2
    failed = []
    for package in chosen or known:
        if not _run(package):
            failed.append(package)
        # After each: a run of hours that is stopped leaves what it found.
        (OUT / "report.md").write_text(report(known), "utf-8")
    print("the report: build/mutants/report.md")
    return 1 if failed else 0


def _run(package: str) -> bool:
    tree = OUT / "trees" / package
    _lay_out(tree, package)
    workers = os.environ.get("WORKERS", "2")
    print(f"== {package}", flush=True)
    # mutmut opens files in the encoding of the machine: the texts are UTF-8.
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(tree), "NO_MKDOCS_2_WARNING": "1"}
    command = [str(Path(sys.executable).parent / "mutmut"), "run", "--max-children", workers]
    with (OUT / f"{package}.log").open("wb") as log:
        done = subprocess.run(command, cwd=tree, env=env, stdin=subprocess.DEVNULL, stdout=log, check=False)
    if done.returncode:
        print(f"error: mutmut stopped: see build/mutants/{package}.log", file=sys.stderr)
    return done.returncode == 0


def _lay_out(tree: Path, package: str) -> None:
    """The tree of a package: the project, with its own tests and files told in the settings."""
    tree.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, tree / name, dirs_exist_ok=True, ignore=ignore)
        else:
            shutil.copy2(ROOT / name, tree / name)
    tests = asked_about_package(package, tables(ROOT)["quick"])
    told = f"only_mutate = {json.dumps([f'builder/{package}/*'])}\n"
    told += f"pytest_add_cli_args_test_selection = {json.dumps(tests)}\n"
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    (tree / "pyproject.toml").write_text(settings.replace("[tool.mutmut]\n", f"[tool.mutmut]\n{told}"), "utf-8")


def report(names: Sequence[str]) -> str:
    """The table of all packages that were run, by module, and the names of what survived."""
    lines = ["# What the quick tests of each package notice", ""]
    lines += [f"| module | {' | '.join(_COLUMNS)} |", f"|---|{'---|' * len(_COLUMNS)}"]
    living: list[str] = []
    for package in names:
        total: Counter[str] = Counter()
        for module, mutants in _results(package):
            found = Counter(mutants.values())
            total += found
            lines.append(_row(module, found))
            living += [name for name, status in mutants.items() if status == "survived"]
        if total:
            lines.append(_row(f"**{package}**", total))
    lines += ["", "## Survived", "", "`mutmut show NAME` in the tree of the package says what was changed.", ""]
    return "\n".join([*lines, *(f"- {name}" for name in living)]) + "\n"


def _row(name: str, found: Counter[str]) -> str:
    return f"| {name} | {' | '.join(str(found[column]) for column in _COLUMNS)} |"


def _results(package: str) -> Iterator[tuple[str, dict[str, str]]]:
    """For each module of a package the mutants that were tried, with what became of them."""
    mutants = OUT / "trees" / package / "mutants"
    for path in sorted((mutants / "builder" / package).rglob("*.py.meta")):
        codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        tried = {name: _STATUS.get(code, "broken") for name, code in codes.items() if code is not None}
        if tried:
            yield path.relative_to(mutants).as_posix().removesuffix(".meta"), tried


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
