"""The offline bundle: the whole site in one zip that works by double-click and is a BagIt bag too.

The bag's payload `data/` holds the site; the bundle's own `index.html` leads into it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader

from builder.records.yearbook import NAMELESS, Yearbook
from builder.writers.bundle.offline import Dangling, offline_page
from builder.writers.files import write, zipped

FULL, LIGHT = "download/yearbook-offline.zip", "download/yearbook-offline-light.zip"
SUMS = "download/SHA256SUMS"
# Beyond this size a lighter bundle without the prints stands beside the full one.
LARGE = 50_000_000
# Made for servers: of no use in a folder, and the page for wrong addresses has no address of its own.
_SERVED = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz")


def write_bundles(site: Path, yearbook: Yearbook = NAMELESS) -> list[Path]:
    """Write the bundle (and a lighter one where it is large) and the site's own checksums; gives the paths.

    Raises `offline.Dangling` with all links of pages that lead to nothing.
    """
    for name in (FULL, LIGHT, SUMS):
        (site / name).unlink(missing_ok=True)
    made = [_write(site, FULL, yearbook, prints=True)]
    if made[0].stat().st_size > LARGE:
        made.append(_write(site, LIGHT, yearbook, prints=False))
    write(site / SUMS, site_sums(site))
    return [*made, site / SUMS]


def _write(site: Path, name: str, yearbook: Yearbook, *, prints: bool) -> Path:
    path = site / name
    parts = bag(dict(payload(site, prints=prints)), yearbook, prints=prints)
    write(path, zipped(((f"{top(yearbook)}/{name}", parts[name]) for name in sorted(parts)), level=6))
    return path


def top(yearbook: Yearbook) -> str:
    """The one folder that the bundle unpacks to."""
    return f"{yearbook.key}-yearbook"


def payload(site: Path, *, prints: bool) -> Iterator[tuple[str, bytes]]:
    """Every file of the site as it stands in the bundle, by its path."""
    names = [name for name in site_files(site) if _bundled(name, prints=prints)]
    known = set(names)
    dangling: list[str] = []
    for name in names:
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            try:
                content = offline_page(content.decode("utf-8"), name, known).encode("utf-8")
            except Dangling as error:
                dangling.append(str(error))
        yield name, content
    if dangling:
        raise Dangling("\n".join(dangling))


def _bundled(name: str, *, prints: bool) -> bool:
    if name in _SERVED or name in (FULL, LIGHT, SUMS):
        return False
    return prints or not name.startswith("download/pdf/")


def site_files(site: Path) -> list[str]:
    """The paths of all files of a site, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def bag(files: Mapping[str, bytes], yearbook: Yearbook, *, prints: bool = True) -> dict[str, bytes]:
    """The payload with what makes it a bag, a README and checksums of everything."""
    parts = {f"data/{name}": content for name, content in files.items()}
    manifest = _sums(parts)
    name, version = yearbook.name, yearbook.edition
    info = {
        "Source-Organization": yearbook.publisher or name,
        "External-Description": f"{name}，离线版" + (f"：{yearbook.about}" if yearbook.about else ""),
        "External-Identifier": f"{top(yearbook)} {version}".strip(),
        "Payload-Oxum": f"{sum(map(len, files.values()))}.{len(files)}",
    }
    # The README is plain text: nothing in it is escaped. (Get-FileHash writes capitals; -ne does not mind.)
    set_text = Environment(loader=PackageLoader("builder.writers.bundle"), keep_trailing_newline=True).get_template
    tags = {
        "README.txt": set_text("README.txt").render(name=name, version=version, prints=prints),
        "bag-info.txt": "".join(f"{key}: {value}\n" for key, value in info.items()),
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "index.html": set_text("index.html").render(name=name),
        "manifest-sha256.txt": manifest,
    }
    parts |= {name: content.encode("utf-8") for name, content in tags.items()}
    parts["tagmanifest-sha256.txt"] = _sums({name: parts[name] for name in tags}).encode("utf-8")
    return parts | {"SHA256SUMS": _sums(parts).encode("utf-8")}


def _sums(parts: Mapping[str, bytes]) -> str:
    """Lines as `sha256sum` writes them; a BagIt manifest has the same form."""
    return "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))


def site_sums(site: Path) -> str:
    """The checksums of every file of the site but this list itself, with paths from the site's root."""
    lines = []
    for name in site_files(site):
        if name != SUMS:
            with (site / name).open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n")
    return "".join(lines)
