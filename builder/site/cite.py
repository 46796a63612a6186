"""Citations: made once here, with `{page}` and the like left open where an entry's or provision's own facts go in."""

from __future__ import annotations

import json
from typing import Any

from builder.site.site import Page, Site

Meta = dict[str, Any]
SITE = "晋城数字年鉴"


def source_of(page: Page, site: Site) -> Meta:
    """The bibliographic facts of the volume that a page belongs to."""
    volume = page if page.kind == "volume" else site.volume(str(page.meta.get("volume")))
    meta = volume.meta if volume else {}
    return {
        "kind": meta.get("volume_kind", ""),
        "title": meta.get("title", ""),
        "publisher": str(meta.get("publisher", "")),
        "authors": [a for a in str(meta.get("publisher", "")).split("、") if a],
        "place": meta.get("place", ""),
        "published": str(meta.get("published", "")),
        "year": str(meta.get("published", meta.get("year", "")))[:4],
        "issue": meta.get("issue"),
    }


def forms(page: Page, site: Site) -> Meta:
    """The five forms with open places: {title} {page} {url} {today} {key}.

    A chronicle is a book ([M]), a gazette a serial ([J]), a plan an official report ([R]); GB/T 7714-2025.
    """
    book = source_of(page, site)
    issuer = str(page.meta.get("issuer") or "") or "，".join(book["authors"])
    authors = [issuer] if page.meta.get("issuer") else book["authors"]
    return {
        "gbt": _gbt(page, book, "，".join(authors)),
        "bibtex": _bibtex(book, authors),
        "ris": _ris(book, authors, page),
        "csl": json.dumps(_csl(book, authors, page), ensure_ascii=False),
    }


def _gbt(page: Page, book: Meta, authors: str) -> str:
    tail = "[{today}]. {url}."
    number = f"：{page.meta['number']}" if page.meta.get("number") else ""
    if book["kind"] == "gazette":
        name = str(book["title"]).split(" ")[0]
        return f"{authors}. {{title}}{number}[J/OL]. {name}, {book['year']}({book['issue']}): {{page}}{tail}"
    mark = "R/OL" if book["kind"] == "plan" else "M/OL"
    if page.kind == "volume":
        return f"{authors}. {book['title']}[{mark}]. {book['place']}: {book['publisher']}, {book['year']}{tail}"
    holder = f"{book['title']}. {book['place']}: {book['publisher']}, {book['year']}"
    return f"{authors}. {{title}}[{mark}]//{holder}: {{page}}{tail}"


def _bibtex(book: Meta, authors: list[str]) -> str:
    serial = book["kind"] == "gazette"
    rows = [
        ("author", " and ".join(f"{{{a}}}" for a in authors)),
        ("title", "{title}"),
        ("journal" if serial else "booktitle", book["title"]),
        ("number", book["issue"] if serial else None),
        ("publisher", book["publisher"]),
        ("address", book["place"]),
        ("year", book["year"]),
        ("pages", "{page}"),
        ("url", "{url}"),
        ("urldate", "{today}"),
        ("language", "zh-Hans"),
    ]
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in rows if value)
    return f"@{'article' if serial else 'incollection'}{{{{key}},\n{inside}}}"


def _ris(book: Meta, authors: list[str], page: Page) -> str:
    rows = [
        ("TY", "JOUR" if book["kind"] == "gazette" else "CHAP"),
        *(("AU", a) for a in authors),
        ("TI", "{title}"),
        ("T2", book["title"]),
        ("IS", book["issue"]),
        ("PB", book["publisher"]),
        ("CY", book["place"]),
        ("PY", book["year"]),
        ("SP", "{page}"),
        ("M1", page.meta.get("number")),
        ("UR", "{url}"),
        ("Y2", "{today}"),
        ("LA", "zh-Hans"),
    ]
    return "".join(f"{name}  - {value}\n" for name, value in rows if value) + "ER  - \n"


def _csl(book: Meta, authors: list[str], page: Page) -> Meta:
    row: Meta = {
        "id": "{key}",
        "type": "article-journal" if book["kind"] == "gazette" else "chapter",
        "title": "{title}",
        "author": [{"literal": a} for a in authors],
        "container-title": book["title"],
        "publisher": book["publisher"],
        "publisher-place": book["place"],
        "issued": {"date-parts": [[int(p) for p in str(book["published"] or book["year"]).split("-")]]},
        "page": "{page}",
        "URL": "{url}",
        "language": "zh-Hans",
    }
    if book["issue"] and book["kind"] == "gazette":
        row["issue"] = str(book["issue"])
    if page.meta.get("number"):
        row["number"] = page.meta["number"]
    return row


def pages_words(pages: list[int]) -> str:
    """`[17, 25]` -> `17-25`."""
    return "-".join(dict.fromkeys(str(p) for p in pages))


def pages_said(pages: list[int]) -> str:
    """`[17, 25]` -> `第 17–25 页`; a first page alone, with no last one known, -> `第 17 页起`."""
    if not pages:
        return ""
    return f"第 {pages_words(pages).replace('-', '–')} 页{'起' if open_end(pages) else ''}"


def open_end(pages: list[int]) -> bool:
    """True where only the first printed page of a document or month is known."""
    return len(pages) == 1


def of_page(page: Page, site: Site, url: str) -> str:
    """The GB/T citation of the page itself, without a day of access (it is printed, not asked for)."""
    form = str(forms(page, site)["gbt"])
    pages = pages_words(page.meta.get("pages", []))
    said = form.replace("{title}", cited_title(page)).replace("[{today}]", "").replace("{url}", url or SITE)
    return said.replace(": {page}", f": {pages}" if pages else "")


def cited_title(page: Page) -> str:
    """The title under which a page is cited."""
    return f"{page.title}大事记" if page.kind == "month" else page.title
