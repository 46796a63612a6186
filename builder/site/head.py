"""What the head of a page says to programs: description, citation tags, Open Graph, schema.org."""

from __future__ import annotations

import json
from typing import Any

from builder.edition.citation import Publication, publication
from builder.edition.names import month_name
from builder.site.site import Page, Site

Meta = dict[str, Any]
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
_ARTICLE = ("month", "subsection", "document", "chapter")


def book_of(page: Page, site: Site) -> Publication | None:
    """The bibliographic facts of the volume that a page belongs to."""
    volume = page if page.kind == "volume" else site.volume(str(page.meta.get("volume")))
    return publication(volume.meta["volume_kind"], volume.meta) if volume else None


def cited_title(page: Page) -> str:
    """The title under which a page is cited."""
    if page.kind != "month":
        return page.title
    return f"{month_name(page.meta['year'], page.meta['month'])}大事记"


def tags(page: Page, site: Site, url: str, description: str, name: str = "") -> list[tuple[str, str, str]]:
    """Rows (attribute, name, content) for `<meta>`; `url` is the public address or empty."""
    book = book_of(page, site)
    title = cited_title(page) if page.kind in _ARTICLE else page.title
    rows = [
        ("name", "description", description),
        ("property", "og:title", title),
        ("property", "og:site_name", name),
        ("property", "og:locale", "zh_CN"),
        ("property", "og:type", "article" if page.kind in _ARTICLE else "website"),
        ("property", "og:description", description),
        ("property", "og:url", url),
    ]
    if book and page.kind in (*_ARTICLE, "volume"):
        rows += _citation(page, book, title, url)
    return [row for row in rows if row[2]]


def _citation(page: Page, book: Publication, title: str, url: str) -> list[tuple[str, str, str]]:
    authors = [page.meta["issuer"]] if page.meta.get("issuer") else book.authors
    pages = [str(p) for p in page.meta.get("pages", [])]
    date = str(page.meta.get("date") or book.published).replace("-", "/")
    holder = "citation_journal_title" if book.kind == "gazette" else "citation_inbook_title"
    rows = [
        ("citation_title", title),
        *(("citation_author", a) for a in authors),
        ("citation_publication_date", date),
        (holder, "" if page.kind == "volume" else book.serial or book.title),
        ("citation_issue", book.issue),
        ("citation_publisher", book.publisher),
        ("citation_firstpage", pages[0] if pages else ""),
        ("citation_lastpage", pages[1] if len(pages) > 1 else ""),
        ("citation_language", "zh"),
        ("citation_public_url", url),
        ("DC.title", title),
        *(("DC.creator", a) for a in authors),
        ("DC.date", date.replace("/", "-")),
        ("DC.language", "zh-Hans"),
        ("DC.identifier", str(page.meta.get("number") or page.meta.get("id") or "")),
        ("DC.type", "Text"),
    ]
    return [("name", name, str(value)) for name, value in rows]


def linked_data(page: Page, site: Site, url: str) -> str:
    """schema.org JSON-LD of a page, or an empty string. `<` never stands in it: it lives in a script element."""
    kinds = {"month": _month, "subsection": _subsection, "document": _document, "chapter": _document, "volume": _book}
    own: Meta = {"@type": "WebSite", "name": page.title} if page.kind == "home" else {}
    own |= kinds[page.kind](page, site) if page.kind in kinds else {}
    if not own:
        return ""
    row = {"@context": "https://schema.org", **own, "inLanguage": "zh-Hans"}
    if url:
        row |= {"@id": url, "url": url}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _book(page: Page, site: Site) -> Meta:
    book = book_of(page, site)
    if book is None:
        return {}
    row: Meta = {
        "@type": "PublicationIssue" if book.kind == "gazette" else "PublicationVolume",
        "name": book.title,
        "publisher": {"@type": "Organization", "name": book.publisher},
        **({"datePublished": book.published} if book.published else {}),
    }
    if book.kind == "gazette":
        row |= {"issueNumber": book.issue}
    else:
        row |= {"volumeNumber": book.told}
    return row


def _month(page: Page, site: Site) -> Meta:
    events = [
        {
            "@type": "Event",
            "@id": f"#{one['id']}",
            "startDate": one["start"],
            **({"endDate": one["end"]} if one.get("end") else {}),
        }
        for one in page.meta.get("entries", [])
        if one.get("start")
    ]
    return {**_article(page, site), "@type": "Article", "headline": cited_title(page), "about": events}


def _subsection(page: Page, site: Site) -> Meta:
    return {**_article(page, site), "@type": "Article", "headline": page.title}


def _document(page: Page, site: Site) -> Meta:
    row = {**_article(page, site), "@type": ["Article", "Legislation"], "headline": page.title, "name": page.title}
    if page.meta.get("number"):
        row["legislationIdentifier"] = page.meta["number"]
    if page.meta.get("date"):
        row["legislationDate"] = str(page.meta["date"])
    if page.meta.get("issuer"):
        row["legislationPassedBy"] = {"@type": "GovernmentOrganization", "name": page.meta["issuer"]}
    return row


def _article(page: Page, site: Site) -> Meta:
    pages = page.meta.get("pages", [])
    row: Meta = {"isPartOf": _book(page, site)}
    return row | dict(zip(("pageStart", "pageEnd"), pages, strict=False))
