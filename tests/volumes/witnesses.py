"""`make witnesses`: in how many places, and in how many volumes, each rule and each pattern acted.

What acts in one place is a layout entry or a correction, not code. What is kept all the same has its
reason in `witnesses.toml`; the table is `witnesses.md`.
"""

from __future__ import annotations

import inspect
import re
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from builder.commands.read import read_volume
from builder.edition.read import Read
from builder.links import link
from builder.model.linkage import Linkage
from builder.readers.structure import STRUCTURE
from builder.records.names import Names
from builder.rules.table import LINES
from builder.sources import catalogue
from tests.cases.reading import texts
from tests.project import project
from tests.volumes.counting import Tally, count_named, count_patterns, follow_units, modules
from tests.volumes.five import FIVE

ROOT = Path(__file__).resolve().parents[2]
TABLE, WHYS = (Path(__file__).with_name(f"witnesses.{kind}") for kind in ("md", "toml"))
# A rule that changes nothing has no rows in the ledger: it is known by its marks.
MARKS = {"correction.doubt": "doubt"}
_LINK_RULE = re.compile(r'"((?:person|place|organisation|title)\.[a-z]+)"')
_HEAD = """# Witnesses

Made by `make witnesses`: never edit it. *Places* are different passages, however often each is looked at
(equal passages of one volume are one; for rules, edits of the ledger). `witnesses.toml` says why one is kept that
acts in one place or in none.
"""


class Line(NamedTuple):
    """A line of the table: `group` is its heading."""

    group: str
    name: str
    places: int
    volumes: int


def measure(root: Path) -> list[Line]:
    """Read the volumes of a project and find their links, with all patterns counted, in this process for good."""
    sources = catalogue.load(root / "source_texts")
    tally = Tally()
    count_patterns(tally)
    count_named(tally, _named(sources.names))
    reads = []
    for record in (one for one in sources.volumes if one.id in FIVE):
        tally.volume = record.id
        reads.append(read_volume(sources, record))
    cases = list(_cases(tally))
    follow_units(tally)
    linkage = link([read.volume for read in reads], sources.names, {read.volume.id: read.record for read in reads})
    patterns = [
        Line("Names" if name.startswith("names: ") else "Patterns", name, len(found), len({one[0] for one in found}))
        for name, found in tally.places.items()
    ]
    return [*_rules([*reads, *cases]), *_link_rules(linkage), *patterns]


def _cases(tally: Tally) -> Iterator[Read]:
    """The texts of other offices, whose habits the five volumes do not have."""
    with tempfile.TemporaryDirectory() as folder:
        for path, kind, year in texts():
            tally.volume = path.stem
            root = project(Path(folder) / path.stem, path.read_bytes(), id=f"{kind}-1", kind=kind, year=year)
            sources = catalogue.load(root / "source_texts")
            yield read_volume(sources, sources.volumes[0])


def _named(names: Names) -> dict[str, dict[str, list[str]]]:
    """The patterns of `names.toml` by the module that compiles them, as it does so."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for module, key in (
        ("events.matters", "meetings"),
        ("events.timelines", "timelines"),
        ("events.timelines", "yearly"),
    ):
        for name, pattern in getattr(names, key).items():
            found[f"builder.links.{module}"][pattern].append(f"names: {key} {name}")
    for key, form in (("lead_patterns", "^(?:{})"), ("within", "{}")):
        for pattern in getattr(names.offices, key):
            found["builder.links.persons.titleship"][form.format(pattern)].append(f"names: offices.{key} {pattern}")
    return found


def _rules(reads: Iterable[Read]) -> list[Line]:
    places: dict[str, list[str]] = defaultdict(list)
    for read in reads:
        for row in read.ledger.rows:
            places[row.rule].append(read.volume.id)
        for rule, kind in MARKS.items():
            places[rule] += [read.volume.id for _ in read.facts.marks.get(kind, ())]
    rules = dict.fromkeys(line.name for line in LINES)
    return [*_lines("Rules", rules, places), *_lines("Structure left out by the readers", STRUCTURE, places)]


def _lines(group: str, names: Iterable[str], places: Mapping[str, list[str]]) -> Iterator[Line]:
    for name in names:
        found = places.get(name, [])
        yield Line(group, name, len(found), len({*found}))


def _link_rules(linkage: Linkage) -> list[Line]:
    """What found the names and titles in the running text; a title of an entry counts where no link was set too."""
    places: dict[str, list[str]] = defaultdict(list)
    for owner, spans in linkage.spans.items():
        for span in spans:
            if owner not in linkage.mentions or not span.rule.startswith("title."):
                places[span.rule].append(owner.split("/")[0])
    for owner, mentions in linkage.mentions.items():
        for mention in mentions:
            places[mention.rule].append(owner.split("/")[0])
    code = [inspect.getsource(one) for one in modules() if one.__name__.startswith("builder.links")]
    return [*_lines("Evidence of links", sorted({name for text in code for name in _LINK_RULE.findall(text)}), places)]


def table(lines: Iterable[Line]) -> str:
    """The lines as Markdown, a table under the heading of each group."""
    parts, group = [_HEAD], ""
    for line in lines:
        if line.group != group:
            group = line.group
            parts.append(f"\n## {group}\n\n| name | places | volumes |\n|---|--:|--:|\n")
        name = line.name.replace("|", "\\|")
        parts.append(f"| `{name}` | {line.places} | {line.volumes} |\n")
    return "".join(parts)


def unexplained(lines: Iterable[Line], whys: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What acts in one place at most and has no reason; reasons of what acts in more, or is not there at all."""
    few = {line.name for line in lines if line.places < 2}
    missing = [f"{name}: acts in one place at most, and no `why` says why it is kept" for name in few - whys.keys()]
    extra = [f"{name}: a `why` for what acts in more places, or is gone" for name in whys.keys() - few]
    empty = [f"{name}: an empty `why`" for name, one in whys.items() if not one.get("why", "").strip()]
    return sorted([*missing, *extra, *empty])


def reasons() -> dict[str, dict[str, str]]:
    """`witnesses.toml`: name -> why it is kept."""
    return tomllib.loads(WHYS.read_text("utf-8"))


def main() -> None:
    """Write the table; with `--check` only say whether it is current. Exits 1 on what is wrong."""
    lines = measure(ROOT)
    made, wrong = table(lines), unexplained(lines, reasons())
    if "--check" not in sys.argv:
        TABLE.write_text(made, "utf-8")
    elif TABLE.read_text("utf-8") != made:
        wrong.append("witnesses.md is not current: run `make witnesses`")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
