"""What each page's template is given: gathered while the pages are rendered, handed out page by page."""

from __future__ import annotations

from typing import Any

from builder.edition.marks import HEAD_END
from builder.edition.names import KINDS, day_name
from builder.edition.notes import cases
from builder.edition.printed import pages
from builder.records.yearbook import Yearbook
from builder.site import head, home, month, notes, today
from builder.site.made import Made, downloads
from builder.site.site import Page, Site

Meta = dict[str, Any]
_ENTRIES = ("month", "subsection")


def split_title(source: str) -> tuple[str, str]:
    """What stands above a page's text (its `<h1>`; issuer, title and number of a document), and the text."""
    for end in (HEAD_END, "</h1>"):
        above, found, rest = source.partition(end)
        if found:
            return above.strip() + (end if end != HEAD_END else ""), rest.lstrip("\n")
    return "", source


def sections(parts: list[Meta]) -> list[tuple[Meta, list[Meta]]]:
    """The parts of a volume, subsections that follow each other under their section: (the first of them, all)."""
    found: list[tuple[Meta, list[Meta]]] = []
    for one in parts:
        if found and one.get("within") and found[-1][0].get("within") == one["within"]:
            found[-1][1].append(one)
        else:
            found.append((one, [one]))
    return found


class Frame:
    """The frame of one build. `assets` are our files' addresses, `made` what the writers left."""

    def __init__(self, site: Site, assets: dict[str, str], yearbook: Yearbook, made: Made) -> None:
        self.site, self.assets, self.yearbook = site, assets, yearbook
        self.prints, self.citations, self._texts = made
        self._made: dict[str, Meta] = {}

    def content(self, file: str, html: str) -> str:
        """The body of a page, set for its template; its title and facts are kept for `context`."""
        page = self.site.by_file[file]
        title, rest = split_title(html)
        made: Meta = {"h1": title, "contents": page.meta.get("contents", [])}
        if page.kind in _ENTRIES:
            made |= month.facts(page, self.site)
            rest = month.MonthPage(page).body(rest)
        self._made[file] = made | {"description": self._description(page)}
        return rest

    def _description(self, page: Page) -> str:
        if page.kind in _ENTRIES:
            entries = page.meta.get("entries", [])
            return f"{page.meta['volume_title']}：{page.title}，{len(entries)} 条"
        if page.meta.get("description"):
            return str(page.meta["description"])
        return f"{page.title}：{page.meta['about']}" if page.meta.get("about") else page.title

    def days(self) -> dict[int, list[Meta]]:
        """month -> what happened on its days."""
        return today.days(self.site, self._texts)

    def bare(self, kind: str) -> Meta:
        """What every page's frame needs."""
        links = [(p.url, p.title) for p in self.site.of_kind("about")]
        return {
            "kind": kind,
            "site": self.site,
            "groups": self.site.groups(),
            "kinds": KINDS,
            "assets": self.assets,
            "policy": head.POLICY,
            "about": sorted(links, key=lambda one: self._order(one[0])),
            "has_index": "index/" in self.site.by_url,
            "has_search": "search/" in self.site.by_url,
            "contact": self.yearbook.contact,
            "edition": self.yearbook.edition,
            "page": None,
        }

    def _order(self, url: str) -> tuple[int, str]:
        return int(self.site.by_url[url].meta.get("order", 99)), url

    def context(self, file: str, url: str) -> Meta:
        """All that the template of one page shows."""
        page = self.site.by_file[file]
        made = self._made.get(file, {})
        before, after = self.site.neighbours(page)
        found = cases(page.meta.get("notes", []))
        y: Meta = {
            "page": page,
            "meta": page.meta,
            "volume": self.site.volume(str(page.meta.get("volume"))),
            "before": before,
            "after": after,
            "cases": len(found),
            "notes": notes.listing(found, {str(v.meta["id"]): v.title for v in self.site.volumes}),
            "tags": head.tags(page, self.site, url, made.get("description", ""), self.yearbook.name),
            "linked": head.linked_data(page, self.site, url),
            "downloads": downloads(str(page.meta.get("within") or page.meta.get("id", "-")), self.prints),
            "pages": pages(page.meta.get("pages", [])).said(),
        }
        return {**self.bare(page.kind), **made, **y, **self._more(page, url)}

    def _more(self, page: Page, url: str) -> Meta:
        if page.kind in (*_ENTRIES, "document", "chapter", "volume"):
            data = {"id": page.meta["id"], "page": page.url.rstrip("/")}
            more: Meta = {"data": data, "citation": self.citations.get(str(page.meta["id"]), "")}
            if page.kind in ("document", "chapter"):
                more["dated"] = day_name(str(page.meta["date"])) if page.meta.get("date") else ""
                more["recipients"] = str(page.meta.get("recipients") or "").rstrip("：:")
            if page.kind == "volume":
                more["parts"] = self.site.parts(page)
                more["sections"] = sections(more["parts"])
            return more
        if page.kind == "home":
            return {
                "lead": home.lead(self.site, self.yearbook.place),
                "span": home.years_said(self.site),
                "grid": home.grid(self.site),
                "newest": home.newest(self.site),
                "referred": home.referred(self.site),
            }
        if page.meta.get("downloads"):
            found = [(volume, downloads(str(volume.meta["id"]), self.prints)) for volume in self.site.volumes]
            return {"carry": [(volume, files) for volume, files in found if files]}
        if page.kind == "today":
            return {"days": self.days()}
        return {}
