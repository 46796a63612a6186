"""All pages by their front matter: volumes, months, documents, and how one leads to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter

from builder.edition.names import KINDS
from builder.model.address import page_url

Meta = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A page: its file below `docs/`, its address below the root, its front matter."""

    file: str
    url: str
    meta: Meta

    @property
    def kind(self) -> str:
        """What sort of page it is, as its front matter says."""
        return str(self.meta.get("kind", ""))

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.meta.get("title", ""))


class Site:
    """The pages of the site, looked up in the ways that templates need."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        metas = {file: frontmatter.loads(text).metadata for file, text in sorted(sources.items())}
        self.pages = [Page(file, page_url(file), meta) for file, meta in metas.items()]
        self.by_url = {page.url: page for page in self.pages}
        self.by_file = {page.file: page for page in self.pages}
        self.volumes = sorted(self.of_kind("volume"), key=_volume_order)
        self.months = sorted(self.of_kind("month"), key=lambda p: (p.meta["year"], p.meta["month"], p.url))
        self.documents = [p for p in self.pages if p.kind in ("document", "chapter")]

    def of_kind(self, kind: str) -> list[Page]:
        """All pages of one kind."""
        return [page for page in self.pages if page.kind == kind]

    def volume(self, name: str) -> Page | None:
        """The page of the volume with this id."""
        return next((v for v in self.volumes if v.meta["id"] == name), None)

    def groups(self) -> list[tuple[str, str, list[Page]]]:
        """(kind, its name, its volumes), only those that have any."""
        grouped = [(k, name, [v for v in self.volumes if v.meta["volume_kind"] == k]) for k, name in KINDS.items()]
        return [group for group in grouped if group[2]]

    def parts(self, volume: Page) -> list[Meta]:
        """The documents, months and subsections of a volume, in printed order; those that have a page."""
        listed = [one for key in ("documents", "months", "subsections") for one in volume.meta.get(key, [])]
        if order := volume.meta.get("order"):
            place = {url: at for at, url in enumerate(order)}
            listed.sort(key=lambda one: place.get(one["url"], len(place)))
        return [one for one in listed if one["url"] in self.by_url]

    def neighbours(self, page: Page) -> tuple[Meta | None, Meta | None]:
        """What stands before and after a month or a document in its volume."""
        volume = self.volume(str(page.meta.get("volume")))
        if volume is None:
            return None, None
        parts = self.parts(volume)
        at = next((i for i, one in enumerate(parts) if one["url"] == page.url), -1)
        if at < 0:
            return None, None
        return (parts[at - 1] if at else None), (parts[at + 1] if at + 1 < len(parts) else None)

    def same_month(self, page: Page) -> list[Page]:
        """The same month in other volumes: the same one elsewhere first, then that of the nearest years of its kind.

        A whole year has none: the years beside it are its neighbours.
        """
        year, month, kind = page.meta["year"], page.meta["month"], page.meta["volume_kind"]
        found = [m for m in self.months if m.meta["month"] == month and m.url != page.url]
        elsewhere = [m for m in found if m.meta["year"] == year]
        others = [m for m in found if m.meta["year"] != year and m.meta["volume_kind"] == kind and month]
        near = sorted(others, key=lambda m: (abs(m.meta["year"] - year), m.meta["year"], m.url))[:_NEAR]
        return [*sorted(elsewhere, key=lambda m: m.url), *sorted(near, key=lambda m: (m.meta["year"], m.url))]


# So many other years are offered beside a month.
_NEAR = 4


def _volume_order(page: Page) -> tuple[int, int, int, str]:
    kind = list(KINDS).index(page.meta["volume_kind"])
    return kind, int(page.meta.get("year") or 0), int(page.meta.get("issue") or 0), page.url


def navigation(site: Site) -> list[Any]:
    """The navigation as MkDocs wants it: volume -> documents and months, then our own pages."""
    nav: list[Any] = [{"首页": "index.md"}]
    for _, name, volumes in site.groups():
        parts = []
        for volume in volumes:
            inside = [{str(one["title"]): site.by_url[one["url"]].file} for one in site.parts(volume)]
            parts.append({volume.title: [volume.file, *inside]})
        nav.append({name: parts})
    listed = {
        id(p) for p in [*site.volumes, *site.months, *site.of_kind("subsection"), *site.documents, site.by_url.get("")]
    }
    others = [{page.title or page.file: page.file} for page in site.pages if id(page) not in listed]
    return [*nav, *([{"其他": others}] if others else [])]
