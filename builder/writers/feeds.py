"""Feeds, robots.txt and the site map: rows of the data files -> text. Nothing depends on the day of the build."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from builder.edition.names import NAME

Row = Mapping[str, Any]
# Names a feed and its entries for ever where there is no public address (RFC 4151).
TAG = "tag:jincheng-yearbook.invalid,2021:"


class Item(NamedTuple):
    """One entry of a feed; `url` is relative to the site's root, `date` is yyyy, yyyy-mm or yyyy-mm-dd."""

    id: str
    title: str
    url: str
    date: str
    author: str
    summary: str


def volume_items(volumes: Iterable[Row]) -> list[Item]:
    """The volumes, newest first."""
    items = [
        Item(
            v["id"],
            v["title"],
            v["url"],
            str(v.get("published") or v["year"]),
            v["publisher"],
            str(v.get("about") or ""),
        )
        for v in volumes
    ]
    return sorted(items, key=lambda one: (_moment(one.date), one.id), reverse=True)


def document_items(documents: Iterable[Row]) -> list[Item]:
    """The dated documents, newest first; a plan's chapters come with the notice that issued it."""
    items = [
        Item(d["id"], d["title"], d["url"], d["date"], str(d.get("issuer") or ""), str(d.get("number") or ""))
        for d in documents
        if d.get("date")
    ]
    return sorted(items, key=lambda one: (_moment(one.date), one.id), reverse=True)


def feed(name: str, title: str, items: Sequence[Item], address: str = "") -> str:
    """An Atom feed for `feeds/<name>.xml`. `address` is the public one of the site, or empty."""
    here = f"feeds/{name}.xml"
    updated = max((_moment(item.date) for item in items), default=_moment("1970"))
    own = f"{address}{here}" if address else f"{name}.xml"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">',
        f"<title>{escape(f'{NAME}：{title}')}</title>",
        f"<id>{escape(own if address else TAG + here)}</id>",
        f"<updated>{updated}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(address or "../index.html")}"/>',
        f"<author><name>{NAME}</name></author>",
        *(_entry(item, address) for item in items),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(item: Item, address: str) -> str:
    link = f"{address}{item.url}" if address else posixpath.join("..", item.url, "index.html")
    parts = [
        f"<id>{escape(link if address else TAG + item.id)}</id>",
        f"<title>{escape(item.title)}</title>",
        f'<link rel="alternate" type="text/html" href="{escape(link)}"/>',
        f"<published>{_moment(item.date)}</published>",
        f"<updated>{_moment(item.date)}</updated>",
    ]
    if item.author:
        parts.append(f"<author><name>{escape(item.author)}</name></author>")
    if item.summary:
        parts.append(f"<summary>{escape(item.summary)}</summary>")
    return f"<entry>{''.join(parts)}</entry>"


def _moment(date: str) -> str:
    """A date as the midnight at its beginning, in the time of the place."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00+08:00"


def robots(address: str = "") -> str:
    """robots.txt: everything may be read; the search's index files are of no use to a robot."""
    lines = ["User-agent: *", "Disallow: /search/data/", *([f"Sitemap: {address}sitemap.xml"] if address else [])]
    return "\n".join(lines) + "\n"


def sitemap(urls: Iterable[str], address: str) -> str:
    """sitemap.xml of pages (relative to the root); only a site with a public address has one."""
    rows = (f"<url><loc>{escape(address + url)}</loc></url>" for url in sorted(urls))
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *rows, "</urlset>"]) + "\n"


def files(volumes: Iterable[Row], documents: Iterable[Row], urls: Iterable[str], address: str = "") -> dict[str, str]:
    """All of them by path below the site's root. `address` ends with a slash where it is given."""
    made = {
        "feeds/volumes.xml": feed("volumes", "各卷", volume_items(volumes), address),
        "feeds/documents.xml": feed("documents", "文件", document_items(documents), address),
        "robots.txt": robots(address),
    }
    return made | ({"sitemap.xml": sitemap(urls, address)} if address else {})
