"""EPUB 3, one per volume, from the same rows as the prints: a zip file written here, byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.edition.book import Edition, chapters_of
from builder.writers.epub import package
from builder.writers.epub.inline import ContentDocument
from builder.writers.files import write, zipped

FOLDER = "download/epub"


def epub_paths(volumes: Iterable[str]) -> dict[str, str]:
    """Where the EPUB of each volume will stand, relative to the site's root. Pure: touches nothing."""
    return {volume: f"{FOLDER}/{volume}.epub" for volume in volumes}


def write_epubs(volumes: Iterable[Mapping[str, Any]], out: Path, edition: Edition | None = None) -> list[Path]:
    """The EPUBs of volumes (rows as `print_files` makes them) as `out/<id>.epub`; gives the paths."""
    paths = []
    for volume in volumes:
        path = out / f"{volume['id']}.epub"
        write(path, epub(volume, edition))
        paths.append(path)
    return paths


def epub(volume: Mapping[str, Any], edition: Edition | None = None) -> bytes:
    """One volume as an EPUB."""
    edition = edition or Edition()
    where = dict(_addresses(volume))
    files, chapters = dict[str, str](), list[ContentDocument]()
    for chapter, body in _chapters(volume, where):
        chapters.append(chapter)
        files[chapter.file] = body
    chapters.append(ContentDocument("about.xhtml", "关于本版"))
    files |= {"about.xhtml": package.about(volume, edition), **package.surroundings(volume, chapters, edition)}
    parts = {f"EPUB/{name}": content for name, content in sorted(files.items())}
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": package.container(), **parts}
    return zipped((name, content.encode("utf-8")) for name, content in parts.items())


def _chapters(volume: Mapping[str, Any], where: Mapping[str, str]) -> Iterator[tuple[ContentDocument, str]]:
    front = [{"kind": "front", "row": page | {"notes": volume["front_notes"]}} for page in volume["front"]]
    for one in [*front, *(part for chapter in chapters_of(volume) for part in _split(chapter))]:
        kind, row = one["kind"], one["row"]
        chapter = ContentDocument(_file(row["id"], kind), row["name"] if kind == "document" else row["title"])
        yield chapter, package.page(kind, f"{volume['title']} {chapter.title}", row, chapter, where)


def _split(chapter: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """A chapter, or a content document for each subsection of a section."""
    if chapter["kind"] != "section":
        return [chapter]
    return [{"kind": "month", "row": part} for part in chapter["row"]["subsections"]]


def _file(name: str, kind: str) -> str:
    return f"{kind}-{name.rpartition('/')[2]}.xhtml"


def _addresses(volume: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for month in volume["months"]:
        file = _file(month["id"], "month")
        yield from ((entry["id"], f"{file}#{package.entry_anchor(entry['id'])}") for entry in month["entries"])
    for section in volume.get("sections", []):
        for part in section["subsections"]:
            file = _file(part["id"], "month")
            yield from ((entry["id"], f"{file}#{package.entry_anchor(entry['id'])}") for entry in part["entries"])
    for document in volume["documents"]:
        yield document["id"], _file(document["id"], "document")
