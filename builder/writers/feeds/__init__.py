"""Feeds, robots.txt and the site map: rows of the data files -> text. Nothing depends on the day of the build."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from builder.records.yearbook import NAMELESS, Yearbook
from builder.writers.templates import templates

Row = Mapping[str, Any]
_TEMPLATES = templates("builder.writers.feeds")


class FeedItem(NamedTuple):
    """One entry of a feed; `url` is relative to the site's root, `date` is yyyy, yyyy-mm or yyyy-mm-dd."""

    id: str
    title: str
    url: str
    date: str
    author: str
    summary: str


def volume_items(volumes: Iterable[Row]) -> list[FeedItem]:
    """The volumes, newest first."""
    return _newest_first(
        FeedItem(
            v["id"], v["title"], v["url"], str(v.get("published") or v["year"]), v["publisher"], v.get("about") or ""
        )
        for v in volumes
    )


def document_items(documents: Iterable[Row]) -> list[FeedItem]:
    """The dated documents, newest first; a plan's chapters come with the notice that issued it."""
    return _newest_first(
        FeedItem(d["id"], d["title"], d["url"], d["date"], d.get("issuer") or "", d.get("number") or "")
        for d in documents
        if d.get("date")
    )


def _newest_first(items: Iterable[FeedItem]) -> list[FeedItem]:
    return sorted(items, key=lambda one: (_moment(one.date), one.id), reverse=True)


def feed(name: str, title: str, items: Sequence[FeedItem], address: str = "", yearbook: Yearbook = NAMELESS) -> str:
    """An Atom feed for `feeds/<name>.xml`. `address` is the public one of the site, or empty."""
    here = f"feeds/{name}.xml"
    own = f"{address}{here}" if address else f"{name}.xml"
    return _set(
        "feed.xml",
        site=yearbook.name,
        title=title,
        address=address,
        own=own,
        id=own if address else yearbook.feed_tag + here,
        updated=max((_moment(item.date) for item in items), default=_moment("1970")),
        items=[_entry(item, address, yearbook.feed_tag) for item in items],
    )


def _entry(item: FeedItem, address: str, tag: str) -> tuple[FeedItem, str, str, str]:
    """An item with its address, its name for ever, its moment."""
    link = f"{address}{item.url}" if address else posixpath.join("..", item.url, "index.html")
    return item, link, link if address else tag + item.id, _moment(item.date)


def _moment(date: str) -> str:
    """A date as the midnight at its beginning, in the time of the place."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00+08:00"


def files(
    volumes: Iterable[Row],
    documents: Iterable[Row],
    urls: Iterable[str],
    address: str = "",
    yearbook: Yearbook = NAMELESS,
) -> dict[str, str]:
    """Feeds, robots.txt and, where there is a public address (which ends with a slash), sitemap.xml.

    By path below the site's root; `urls` are those of the pages. Everything may be read by robots, but the
    search's index files are of no use to them.
    """
    made = {
        "feeds/volumes.xml": feed("volumes", "各卷", volume_items(volumes), address, yearbook),
        "feeds/documents.xml": feed("documents", "文件", document_items(documents), address, yearbook),
        "robots.txt": _set("robots.txt", address=address),
    }
    return made | ({"sitemap.xml": _set("sitemap.xml", urls=urls, address=address)} if address else {})


def _set(template: str, **facts: Any) -> str:
    return f"{_TEMPLATES.get_template(template).render(facts)}".rstrip("\n") + "\n"
