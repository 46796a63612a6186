"""Draws faults from the tree: the same ones for the same seed and tree, some of every package."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.mutants.fault import Fault, read
from tests.mutants.python_faults import python_faults
from tests.mutants.script_faults import script_faults, template_faults

MUTATORS: dict[str, Callable[[str, str], list[Fault]]] = {
    ".py": python_faults,
    ".js": script_faults,
    ".typ": script_faults,
    **dict.fromkeys((".html", ".jinja", ".opf", ".svg", ".xhtml", ".xml"), template_faults),
}


def packages(root: Path) -> list[str]:
    """The packages of builder/ by name."""
    return sorted(path.parent.name for path in (root / "builder").glob("*/__init__.py"))


def files(root: Path, package: str) -> list[Path]:
    """The files of a package that faults can be drawn from."""
    return sorted(path for path in (root / "builder" / package).rglob("*") if path.suffix in MUTATORS)


def faults_of(root: Path, path: Path) -> list[Fault]:
    """All faults of one file."""
    return MUTATORS[path.suffix](path.relative_to(root).as_posix(), read(path))


def digest(root: Path) -> str:
    """A short name for the tree that faults are drawn from."""
    total = hashlib.sha256()
    for package in packages(root):
        for path in files(root, package):
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:12]


def draw(root: Path, seed: int, number: int) -> list[Fault]:
    """`number` faults, evenly over the packages and at least five of each; of a package, evenly over its languages."""
    names = packages(root)
    shares = [max(5, number // len(names)) for _ in names]
    for extra in range(max(0, number - sum(shares))):
        shares[extra % len(names)] += 1
    return [fault for name, share in zip(names, shares, strict=True) for fault in _of_package(root, name, seed, share)]


def _of_package(root: Path, package: str, seed: int, share: int) -> list[Fault]:
    """Programs, scripts and templates take turns; a file and a kind of fault that were drawn already come last."""
    chance = random.Random(f"{seed} {package}")
    pools: dict[str, list[Fault]] = {}
    for path in files(root, package):
        pools.setdefault(MUTATORS[path.suffix].__name__, []).extend(faults_of(root, path))
    drawn: list[Fault] = []
    turns = sorted(pools, key=lambda language: (-len(pools[language]), language))
    while len(drawn) < share and any(pools.values()):
        for language in turns:
            if pools[language] and len(drawn) < share:
                drawn.append(_next(pools[language], drawn, chance))
    return sorted(drawn)


def _next(pool: list[Fault], drawn: Iterable[Fault], chance: random.Random) -> Fault:
    seen_files, seen_kinds = {one.file for one in drawn}, {one.kind for one in drawn}
    fewest = min((one.file in seen_files) + (one.kind in seen_kinds) for one in pool)
    fault = chance.choice([one for one in pool if (one.file in seen_files) + (one.kind in seen_kinds) == fewest])
    pool.remove(fault)
    return fault
