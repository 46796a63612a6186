"""Readers of the data files in `source_texts/`: the catalogue, corrections, layout, names, raw files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from builder.records.base import nearest
from builder.records.corrections import Corrections
from builder.records.layout import USED, Layout
from builder.records.names import Names
from builder.records.volume import Catalogue, VolumeData, VolumeRecord
from builder.records.yearbook import NAMELESS, Yearbook
from builder.sources.finding import Finding, Findings, finding, only
from builder.sources.names import known
from builder.sources.places import line_of
from builder.sources.typed import read, where

FILE, NAMES = "catalogue.toml", "names.toml"
_FOLDERS = ("corrections", "layout")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Sources(NamedTuple):
    """All that stands in `source_texts/`: volumes by kind and year (not as the catalogue has them), and names."""

    folder: Path
    volumes: tuple[VolumeRecord, ...]
    names: Names
    yearbook: Yearbook = NAMELESS


def load(folder: Path) -> Sources:
    """The catalogue with its volumes, checked; raises `Findings` (all of them at once)."""
    if not (folder / FILE).exists():
        raise only(FILE, 1, "catalogue.missing", folder=folder.name)
    catalogue = read(Catalogue, folder, FILE)
    volumes = catalogue.volume
    if strays := list(_strays(folder, [one.id for one in volumes])):
        raise Findings(strays)
    names = folder / NAMES
    if names.exists() and not names.read_bytes().strip():
        raise only(NAMES, 1, "names.empty")
    in_order = tuple(sorted(volumes, key=lambda one: one.order))
    return Sources(folder, in_order, known(read(Names, folder, NAMES)), catalogue.yearbook)


def _strays(folder: Path, ids: list[str]) -> Iterator[Finding]:
    """Files of corrections and layout data that belong to no volume."""
    for name in _FOLDERS:
        for path in sorted((folder / name).glob("*")):
            if path.stem not in ids or path.suffix != ".toml":
                near = nearest(path.stem, ids)
                yield finding(f"{name}/{path.name}", 1, "volume.unknown", id=path.name, near=near)


def line(folder: Path, one: VolumeRecord, *place: str | int) -> int:
    """The line of the catalogue on which a table or a key of a volume stands."""
    index = [other.id for other in read(Catalogue, folder, FILE).volume].index(one.id)
    return line_of(where(folder, FILE), ("volume", index, *place))


def raw_text(sources: Sources, one: VolumeRecord) -> str:
    """The raw file, decoded. Raises `Findings` when it is missing, changed, empty or not text."""
    path = sources.folder / one.raw
    if not path.exists():
        raise only(path.name, 1, "source.missing")
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip():
        raise only(path.name, 1, "source.empty")
    if digest != one.sha256:
        raise only(path.name, 1, "source.changed", digest=digest)
    _check_original(sources.folder, one)
    text = decode(data, path.name, one.encoding)
    if "\0" in text:
        raise only(path.name, text[: text.index("\0")].count("\n") + 1, "source.nul")
    return text


def _check_original(folder: Path, one: VolumeRecord) -> None:
    """What a raw text was taken from is kept as it was."""
    if one.original is None:
        return
    path = folder / one.original.file
    if not path.exists():
        raise only(path.name, 1, "original.missing", name=path.name)
    if hashlib.sha256(path.read_bytes()).hexdigest() != one.original.sha256:
        raise only(path.name, 1, "original.changed", digest=one.original.sha256)


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Bytes as text: by what is declared, by the byte order mark, as UTF-8, as GB18030."""
    return decoded(data, name, declared)[0]


def decoded(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Bytes as text, and the encoding that they are in."""
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    for encoding in [declared] if declared else [*marked, "utf-8", "gb18030"]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    tried = declared or "UTF-8, UTF-16 with a byte order mark, GB18030"
    raise only(name, 1, "source.encoding", tried=tried)


def volume_data(sources: Sources, one: VolumeRecord, raw: str) -> VolumeData:
    """What rules and readers may know of a volume: record, corrections, layout, names.

    Raises `Findings` where layout data names lines that the raw text does not have, or is of no use to its texture.
    """
    corrections = read(Corrections, sources.folder, f"corrections/{one.id}.toml")
    file = f"layout/{one.id}.toml"
    layout = read(Layout, sources.folder, file)
    if unfit := list(_unfit(sources.folder, file, layout, raw, one)):
        raise Findings(unfit)
    return VolumeData(one, corrections, layout, sources.names)


def _unfit(folder: Path, file: str, layout: Layout, raw: str, record: VolumeRecord) -> Iterator[Finding]:
    lines = raw.split("\n")
    for kind in (field.alias or key for key, field in Layout.model_fields.items()):
        for at, one in enumerate(layout.of(kind)):
            if kind not in USED[record.texture]:
                known = "、".join(f"[[{name}]]" for name in USED[record.texture]) or "—"
                line = line_of(where(folder, file), (kind, at))
                yield finding(file, line, "layout.idle", texture=record.texture, kind=kind, known=known)
            last = max(one.span[1], getattr(one, "before", 0))
            if last > len(lines):
                line = line_of(where(folder, file), (kind, at, "lines"))
                yield finding(file, line, "layout.lines/beyond", last=last, name=record.raw, count=len(lines))
