"""Readers of the data files in `source_texts/`: the catalogue, corrections, layout, names, raw files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from builder.sources.finding import Finding, Findings, finding, only

KINDS = ("chronicle", "gazette", "plan", "document")
TEXTURES = ("ocr-markdown", "pdf-text", "plain-text")
REQUIRED = ("id", "kind", "texture", "sha256", "title", "publisher", "year")
_ID = re.compile(r"[a-z]+-[0-9a-z]+(?:-[0-9a-z]+)*")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Record = Mapping[str, Any]


class Sources(NamedTuple):
    """All that stands in `source_texts/`: volumes in the order of the catalogue, and names."""

    folder: Path
    volumes: tuple[Record, ...]
    names: Record


def load_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a dict, {} where it does not exist; raises `Findings` with the line."""
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(path.read_text("utf-8").splitlines())
        problem = re.sub(r" \(at .*\)$", "", str(error))
        raise only(path.name, line, "toml.syntax", error=problem) from None
    except UnicodeDecodeError:
        raise only(path.name, 1, "toml.encoding") from None


def table_line(path: Path, header: str, index: int, key: str | None = None) -> int:
    """The line of the `index`-th `[[header]]` in a TOML file, or of `key` inside it."""
    seen, line_of_table = -1, 1
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() == f"[[{header}]]":
            if seen == index:
                break
            seen, line_of_table = seen + 1, number
        elif seen == index and key and re.match(rf"{re.escape(key)}\s*=", line.strip()):
            return number
    return line_of_table


def load(folder: Path) -> Sources:
    """The catalogue with its volumes, checked; raises `Findings` (all of them at once)."""
    path = folder / "catalogue.toml"
    if not path.exists():
        raise only(path.name, 1, "catalogue.missing", folder=folder.name)
    volumes = load_toml(path).get("volume", [])
    findings = [f for i, one in enumerate(volumes) for f in _problems(path, one, i, volumes)]
    if findings:
        raise Findings(findings)
    return Sources(folder, tuple(volumes), load_toml(folder / "names.toml"))


def _problems(path: Path, one: Record, index: int, volumes: list[Record]) -> list[Finding]:
    def at(key: str | None, name: str, **facts: object) -> Finding:
        return finding(path.name, table_line(path, "volume", index, key), name, **facts)

    missing = [key for key in REQUIRED if key not in one]
    if missing:
        return [at(None, "catalogue.key", keys=", ".join(missing))]
    found = []
    if one["kind"] not in KINDS:
        found.append(at("kind", "catalogue.kind", kind=one["kind"], known=", ".join(KINDS)))
    if one["texture"] not in TEXTURES:
        found.append(at("texture", "catalogue.texture", texture=one["texture"], known=", ".join(TEXTURES)))
    named = _ID.fullmatch(str(one["id"])) and str(one["id"]).startswith(f"{one['kind']}-")
    if not named and one["kind"] in KINDS:
        found.append(at("id", "catalogue.id", id=one["id"], kind=one["kind"]))
    if [v.get("id") for v in volumes[:index]].count(one["id"]):
        found.append(at("id", "catalogue.duplicate", id=one["id"]))
    if not isinstance(one["year"], int) or not 1000 <= one["year"] <= 9999:
        found.append(at("year", "catalogue.year", year=one["year"]))
    return found


def source_path(sources: Sources, one: Record) -> Path:
    """Where the raw file of a volume lies."""
    return sources.folder / str(one.get("file", f"{one['id']}.txt"))


def raw_text(sources: Sources, one: Record) -> str:
    """The raw file, decoded. Raises `Findings` when it is missing, changed, empty or not text."""
    path = source_path(sources, one)
    if not path.exists():
        raise only(path.name, 1, "source.missing")
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip():
        raise only(path.name, 1, "source.empty")
    if digest != one["sha256"]:
        raise only(path.name, 1, "source.changed", digest=digest)
    text = decode(data, path.name, one.get("encoding"))
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise only(path.name, line, "source.nul")
    return text


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Bytes as text: by what is declared, by the byte order mark, as UTF-8, as GB18030."""
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    for encoding in [declared] if declared else [*marked, "utf-8", "gb18030"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
        except LookupError:
            raise only(name, 1, "source.encoding/unknown", encoding=encoding) from None
    tried = declared or "UTF-8, UTF-16 with a byte order mark, GB18030"
    raise only(name, 1, "source.encoding/undecodable", tried=tried)


def volume_data(sources: Sources, one: Record) -> dict[str, Any]:
    """What rules and readers may know of a volume: record, corrections, layout, names."""
    return {
        "record": one,
        "corrections": load_toml(sources.folder / "corrections" / f"{one['id']}.toml"),
        "layout": load_toml(sources.folder / "layout" / f"{one['id']}.toml"),
        "names": sources.names,
    }
