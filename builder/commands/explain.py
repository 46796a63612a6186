"""`yearbook explain`: what happened to a raw line, where a page's line came from, why a link is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from builder.commands.ids import slugs_of
from builder.commands.read import read_all, read_volume
from builder.edition.read import Read
from builder.engine.ledger import Row
from builder.engine.text import Text
from builder.links import link
from builder.model.linkage import Linkage
from builder.sources import catalogue, register
from builder.sources.catalogue import Sources
from builder.sources.finding import Findings, only

_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+)")
_DATA = re.compile(r'data-l="(\d+)(?:-(\d+))?"')


def explain(root: Path, place: str) -> list[str]:
    """The story of a raw line (`chronicle-2020.txt:306`), a page's line (`docs/…/03.md:25`) or an id.

    Raises `Findings` when there is no such place.
    """
    sources = catalogue.load(root / "source_texts")
    found = _LINE.fullmatch(place)
    if found and found["file"].endswith(".md"):
        return _page_line(root, sources, Path(found["file"]), int(found["line"]))
    if found:
        name = Path(found["file"]).name
        for one in sources.volumes:
            if name in (catalogue.source_path(sources, one).name, one["id"]):
                return raw_line(read_volume(sources, one), int(found["line"]))
        raise _nowhere(place)
    return _id(sources, place)


def _nowhere(place: str) -> Findings:
    return only(place, 1, "explain.place", "is no raw line, page line or id", "see `yearbook explain --help`")


def _id(sources: Sources, place: str) -> list[str]:
    reads = read_all(sources)
    for read in reads:
        texts = _texts_of(read, place)
        if texts:
            records = {one.volume.id: one.record for one in reads}
            slugs = slugs_of(register.load(sources.folder))
            linkage = link([one.volume for one in reads], sources.names, records, slugs)
            return [*texts_lines(read, texts), *link_lines(place, texts, linkage)]
    raise _nowhere(place)


def _texts_of(read: Read, place: str) -> list[Text]:
    """The texts of an entry (its paragraphs) or a document, as its links count them."""
    for month in read.volume.months:
        for entry in month.entries:
            if entry.id == place:
                return entry.paragraphs
    return next((list(one.texts()) for one in read.volume.documents if one.id == place), [])


def raw_line(read: Read, line: int) -> list[str]:
    """The raw line, what of it is published where, and every edit that touched it."""
    ledger = read.ledger
    lines = ledger.raw.split("\n")
    if not 1 <= line <= len(lines):
        problem = f"has {len(lines)} lines"
        raise only(f"{read.volume.id}.txt", line, "explain.line", problem, "give a line of the file")
    start = ledger.line_start(line)
    end = start + len(lines[line - 1]) + 1
    rows = [row for row in ledger.rows if row.start < end and max(row.end, row.start + 1) > start]
    shown = "■" if any(r.rule == "correction.withheld" for r in rows) else None
    said = [f"{read.volume.id} 第 {line} 行：{lines[line - 1] if not shown else '（含不公开内容）'}"]
    said += [f"  刊出：{text.s}" for text in read.volume.texts() if any(start <= at < end for at in text.at)]
    said += [f"  {_row(read, row)}" for row in rows]
    return said


def texts_lines(read: Read, texts: list[Text]) -> list[str]:
    """The raw lines of some texts, each explained."""
    spans = [span for text in texts if (span := read.apparatus.lines(text))]
    numbers = sorted({n for a, b in spans for n in range(a, b + 1)})
    return [one for n in numbers for one in raw_line(read, n)]


def link_lines(owner: str, texts: Sequence[Text], linkage: Linkage) -> list[str]:
    """Why an entry or document leads where it does: each link with its rule and evidence."""
    said = []
    for span in linkage.spans.get(owner, ()):
        words = texts[span.part].s[span.start : span.end]
        said.append(f"链接 “{words}” → {span.kind} {span.target}：{span.rule} {span.why}".rstrip())
    for pair in linkage.same_event.get(owner, ()):
        reasons = "、".join(f"{r.name} {r.points:+g} {r.evidence}".strip() for r in pair.reasons)
        said.append(f"另见 {pair.entry}（{pair.score:g} 分：{reasons}）")
    titles = linkage.mentions.get(owner, ())
    said += [f"题名 《{one.title}》 → {one.document or '未收录'}：{one.rule} {one.why}".rstrip() for one in titles]
    said += [f"大事记载其制发 {one}" for one in linkage.announced.get(owner, ())]
    return said


def _page_line(root: Path, sources: Sources, page: Path, line: int) -> list[str]:
    path = page if page.exists() else root / page
    if not path.exists():
        raise _nowhere(f"{page}:{line}")
    lines = path.read_text("utf-8").splitlines()
    volume = next((one.split(":", 1)[1].strip() for one in lines if one.startswith("volume:")), "")
    record = next((one for one in sources.volumes if one["id"] == volume), None)
    found = _DATA.search("\n".join(lines[line - 1 : line + 1]))
    if record is None or found is None:
        problem = "is a line that no raw text made"
        raise only(str(page), line, "explain.line", problem, "give the line of a paragraph of a volume's page")
    read = read_volume(sources, record)
    return [one for n in range(int(found[1]), int(found[2] or found[1]) + 1) for one in raw_line(read, n)]


def _row(read: Read, row: Row) -> str:
    old, new = row.old.replace("\n", "⏎"), row.new.replace("\n", "⏎")
    if row.rule == "correction.withheld":
        old = "■" * len(row.old)
    done = f"移至第 {read.ledger.line(row.to)} 行前" if row.to >= 0 else f"“{old}” → “{new}”"
    return f"{row.rule}：{done}。{read.reasons.get(row.rule, '')}"
