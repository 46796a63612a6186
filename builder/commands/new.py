"""`yearbook new FILE`: what a raw file is, and the table that the catalogue needs for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from builder.checks.doubtful import finding_of
from builder.commands.read import modelled
from builder.edition.counts import counts
from builder.intake import habit, signs, volume
from builder.intake.original import converted, original
from builder.intake.report import Found, report
from builder.model.volume import Volume
from builder.readers.habits import habits
from builder.readers.leftovers import leftovers
from builder.records.volume import OPEN, VolumeData, VolumeRecord
from builder.sources import catalogue
from builder.sources.finding import Findings, only
from builder.sources.settings import yearbook

CATALOGUE = catalogue.FILE
# A line of a catalogue that says something.
_VOLUME, _YEARBOOK = re.compile(r"(?m)^\[\[volume\]\]"), re.compile(r"(?m)^\[yearbook\]")
_BEGUN = re.compile(r"(?m)^[ \t]*[^#\s]")


class _Tried(NamedTuple):
    """What came of reading: the years, what is met of labels and headings, the lines that nobody claims, what went
    wrong, the profile, the counts."""

    years: Sequence[int] = ()
    more: Sequence[signs.Seen] = ()
    unclaimed: Sequence[str] = ()
    doubts: Sequence[str] = ()
    profile: Mapping[str, object] = MappingProxyType({})
    expect: Mapping[str, int] = MappingProxyType({})


class _Raw(NamedTuple):
    """A raw text: the name and the bytes of its file, how it was read, and what it was converted from."""

    name: str
    data: bytes
    text: str
    source: str
    original: Mapping[str, object] = MappingProxyType({})
    left: Sequence[str] = ()


def new(root: Path, path: Path, *, write: bool = False) -> str:
    """The report on a raw file, a Word file or a web page.

    `write` adds the table to the catalogue, and the text beside the file that it was converted from; the file must
    lie in `source_texts/`. Raises `Findings` for a file that is missing, empty, no text, or in the catalogue already.
    """
    if not path.is_file():
        raise only(str(path), 1, "source.missing")
    data = path.read_bytes()
    if not data.strip():
        raise only(path.name, 1, "source.empty")
    folder = root / "source_texts"
    known = _known(folder)
    if same := next((one for one in known if _is(one, path.name, data)), None):
        raise only(path.name, 1, "new.known", id=same.id)
    raw = _raw(path.name, data)
    said, table = _look(raw, [one.id for one in known], yearbook(root).publisher)
    if write:
        if path.resolve().parent != folder.resolve():
            raise only(str(path), 1, "new.elsewhere")
        _keep(folder / raw.name, raw)
        before = (folder / CATALOGUE).read_text("utf-8") if (folder / CATALOGUE).exists() else ""
        (folder / CATALOGUE).write_text(f"{before.rstrip()}\n\n{table}".lstrip(), "utf-8")
    return said


def _known(folder: Path) -> Sequence[VolumeRecord]:
    """The volumes of the catalogue; none where it is still empty, and the first one is to come."""
    file = folder / CATALOGUE
    said = file.read_text("utf-8") if file.exists() else ""
    # Who publishes may be said before the first volume is there.
    begun = _VOLUME.search(said) or not _YEARBOOK.search(said) and _BEGUN.search(said)
    return catalogue.load(folder).volumes if begun else ()


def _is(one: VolumeRecord, name: str, data: bytes) -> bool:
    """Whether a volume has this file for its raw text, or for what that was converted from."""
    kept = {one.raw: one.sha256} | ({one.original.file: one.original.sha256} if one.original else {})
    return name in kept or _digest(data) in kept.values()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _raw(name: str, data: bytes) -> _Raw:
    if not original(name, data):
        text, encoding = catalogue.decoded(data, name)
        return _Raw(name, data, text, encoding)
    made = converted(name, data)
    if not made.text.strip():
        raise only(name, 1, "source.empty")
    kept = {"file": name, "sha256": _digest(data), "by": made.by}
    return _Raw(f"{Path(name).stem}.txt", made.text.encode("utf-8"), made.text, made.by, kept, made.left)


def _keep(path: Path, raw: _Raw) -> None:
    """Write a converted text; one that stands there already is not touched."""
    if path.exists() and path.read_bytes() != raw.data:
        raise only(str(raw.original["file"]), 1, "original.text", name=path.name)
    if not path.exists():
        path.write_bytes(raw.data)


def _look(raw: _Raw, taken: list[str], publisher: str) -> tuple[str, str]:
    """The report and the table. `publisher` is that of this edition: most likely of the book too."""
    name, lines = raw.name, signs.lines_of(raw.text)
    kind, kind_signs, doubt = signs.kind(lines)
    texture, texture_signs = signs.texture(lines, kind)
    year, said, unsure = signs.year(lines, kind)
    named = None
    if kind == "yearbook":
        named, year, said = signs.volume_year(lines)
        unsure = "" if named else "没有找到书名里的年份，请照原书填写 volume_year 与 year"
    doubts = [one for one in (doubt, unsure) if one]
    number = volume.issue(lines) if kind == "gazette" else {}
    stem = Path(name).stem
    # 规划 is a kind of document that has a name of its own.
    kind = "plan" if kind == "document" and stem.startswith("plan-") else kind
    one = volume.identity(stem, kind, named or year, number.get("issue"), taken)
    keys: dict[str, object] = {"id": one, "kind": kind, "texture": texture, "sha256": _digest(raw.data)}
    title = volume.yearbook_title(lines, named) if kind == "yearbook" else volume.title(lines)
    keys |= {"title": title, "publisher": publisher or OPEN, "year": year or 1000, **number}
    keys |= {"volume_year": named} if named else {}
    keys |= {} if name == f"{one}.txt" else {"file": name}
    tried = _tried(keys, name, raw.text, lines)
    size = (len(raw.text), raw.text.count("\n") + 1)
    more = [signs.Seen("所据", 1, ((said.number, said.s[:30]),)), *tried.more] if said else tried.more
    years, doubts = tried.years or ([year] if year else []), [*doubts, *tried.doubts]
    found = Found(name, raw.source, *size, texture, texture_signs, kind, kind_signs, years, doubts, more, raw.left)
    table = volume.written(keys, {"original": raw.original, "profile": tried.profile}, tried.expect)
    return report(found, tried.unclaimed, table), table


def _tried(keys: Mapping[str, object], name: str, raw: str, lines: list[signs.Line]) -> _Tried:
    """What the reader makes of the text with these keys."""
    filled = {key: name if value == OPEN else value for key, value in keys.items()}
    try:
        source, made, ledger, _ = modelled(VolumeData(VolumeRecord.model_validate(filled)), raw)
    except Findings as error:
        return _Tried(doubts=[f"读不下去：{finding}" for finding in error.findings])
    leftovers(made, source, raw)
    unclaimed = [str(finding_of(name, ledger, one)) for one in source.doubts]
    profile: Mapping[str, object] = {}
    if made.kind == "chronicle":
        profile = habit.profile(habits([line.s for line in lines]), made, lines)
    years = sorted({month.year for month in made.months})
    return _Tried(years, list(_more(made, lines)), unclaimed, [], profile, counts(made))


def _more(made: Volume, lines: list[signs.Line]) -> Iterator[signs.Seen]:
    """Labels, marks, headings, documents, contents, pages, running heads: what is met of them."""
    if made.months:
        yield from habit.labels(made)
        yield from habit.marks(lines)
        yield from (one for one in signs.headings(lines) if one.times)
    heads = [document.title.s[:30] for document in made.documents if not document.chapter]
    if heads:
        yield signs.Seen("文件", len(heads), tuple((0, one) for one in heads[:3]))
    yield from (one for one in (signs.contents(lines), signs.pages(lines), *signs.heads(lines)) if one.times)
