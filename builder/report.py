"""`yearbook explain` and the sums of `yearbook check`: reports in Chinese, for the people who keep the texts."""

from __future__ import annotations

import re
from pathlib import Path

from builder import catalogue
from builder.finding import only
from builder.reading import Read, read_all
from builder.rule import Row
from builder.text import Text

_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+)")
_DATA = re.compile(r'data-l="(\d+)(?:-(\d+))?"')


def summary(reads: list[Read]) -> str:
    """One line a volume: what became of its raw characters, as a sum."""
    lines = []
    for read in reads:
        total = read.sum
        share = 100 * (total.published + total.removed) / total.raw
        kept, gone = f"刊出 {total.published}", f"依规则删去 {total.removed}"
        lines.append(f"{read.volume.id}：原文 {total.raw} 字符 = {kept} + {gone}，合计 {share:.2f} %")
    return "\n".join(lines)


def explain(root: Path, place: str) -> list[str]:
    """What happened to a raw line (`chronicle-2020.txt:306`), or where a page's line or an id came from."""
    reads = read_all(catalogue.load(root / "source_texts"))
    found = _LINE.fullmatch(place)
    if found and found["file"].endswith(".md"):
        return _page_line(root, reads, Path(found["file"]), int(found["line"]))
    if found:
        name = Path(found["file"]).name
        for read in reads:
            if str(read.record.get("file", f"{read.volume.id}.txt")) == name or read.volume.id == name:
                return raw_line(read, int(found["line"]))
    for read in reads:
        for month in read.volume.months:
            for entry in month.entries:
                if entry.id == place:
                    return texts_lines(read, list(entry.texts()))
        for document in read.volume.documents:
            if document.id == place:
                return texts_lines(read, list(document.texts()))
    raise only(place, 1, "explain.place", "is no raw line, page line or id", "see `yearbook explain --help`")


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


def _page_line(root: Path, reads: list[Read], page: Path, line: int) -> list[str]:
    path = page if page.exists() else root / page
    lines = path.read_text("utf-8").splitlines()
    volume = next((one.split(":", 1)[1].strip() for one in lines if one.startswith("volume:")), "")
    read = next((r for r in reads if r.volume.id == volume), None)
    here = "\n".join(lines[line - 1 : line + 1])
    found = _DATA.search(here)
    if read is None or found is None:
        problem = "is a line that no raw text made"
        raise only(str(page), line, "explain.line", problem, "give the line of a paragraph of a volume's page")
    return [one for n in range(int(found[1]), int(found[2] or found[1]) + 1) for one in raw_line(read, n)]


def _row(read: Read, row: Row) -> str:
    old, new = row.old.replace("\n", "⏎"), row.new.replace("\n", "⏎")
    if row.rule == "correction.withheld":
        old = "■" * len(row.old)
    done = f"移至第 {read.ledger.line(row.to)} 行前" if row.to >= 0 else f"“{old}” → “{new}”"
    return f"{row.rule}：{done}。{read.reasons().get(row.rule, '')}"
