"""Citations for programs: BibTeX, RIS, CSL-JSON. The day of access is the reader's: `{today}` stands for it."""

from __future__ import annotations

import re
from typing import Any

from builder.edition.citation import Citer, Publication, Work

Row = dict[str, Any]


def row(citer: Citer, work: Work) -> Row:
    """All forms of a work: `{id, url, title, page, gbt, bibtex, ris, csl}`."""
    facts = {"id": work.id, "url": work.url, "title": citer.title(work), "page": work.pages}
    forms = {"gbt": citer.gbt(work), "bibtex": bibtex(citer, work), "ris": ris(citer, work), "csl": csl(citer, work)}
    return facts | forms


def key(citer: Citer, work: Work) -> str:
    """A key for the work: letters, digits and hyphens."""
    return re.sub(r"[^\w-]", "-", f"{citer.yearbook.key}-{work.id}", flags=re.ASCII)


def _note(citer: Citer, work: Work) -> str:
    """What no field is made for: the document's number and date, and the id where there is no address."""
    where = citer.where(work)
    return "；".join(one for one in (work.number, work.date, "" if "://" in where else where) if one)


def _url(citer: Citer, work: Work) -> str:
    where = citer.where(work)
    return where if "://" in where else ""


def bibtex(citer: Citer, work: Work) -> str:
    """A BibTeX (biblatex) entry."""
    book = citer.source
    kind = ("article" if book.serial else "incollection") if not work.whole else "book"
    holder = ("journal" if book.serial else "booktitle", book.serial or book.title)
    url = _url(citer, work)
    rows = [
        ("author", " and ".join(f"{{{a}}}" for a in work.authors)),
        ("editor", "" if work.authors else " and ".join(f"{{{a}}}" for a in book.authors)),
        ("title", citer.title(work)),
        holder if not work.whole else ("", ""),
        ("number", book.issue),
        ("publisher", "，".join(book.authors)),
        ("address", book.place),
        ("year", book.year),
        # `~` is the sign of EDTF, which biblatex reads, for a date that is only likely.
        ("date", book.published or f"{book.told}~"),
        ("pages", work.pages.replace("-", "--")),
        ("note", _note(citer, work)),
        ("url", url),
        ("urldate", "{today}" if url else ""),
        ("langid", "chinese"),
    ]
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in rows if value)
    return f"@{kind}{{{key(citer, work)},\n{inside}}}"


def ris(citer: Citer, work: Work) -> str:
    """A record of RIS."""
    book = citer.source
    first, _, last = work.pages.partition("-")
    kind = "BOOK" if work.whole else "JOUR" if book.serial else "CHAP"
    url = _url(citer, work)
    rows = [
        ("TY", kind),
        *(("AU", a) for a in work.authors),
        *(("ED", a) for a in (book.authors if not work.authors else [])),
        ("TI", citer.title(work)),
        ("T2", "" if work.whole else book.serial or book.title),
        ("IS", book.issue),
        ("PB", "，".join(book.authors)),
        ("CY", book.place),
        ("PY", book.year),
        ("DA", "/".join([*book.published.split("-"), "", ""][:3]) if book.published else ""),
        ("SP", first),
        ("EP", last or first),
        ("M1", work.number),
        ("N1", _note(citer, work)),
        ("UR", url),
        ("Y2", "{today}" if url else ""),
        ("LA", "zh-Hans"),
    ]
    return "".join(f"{name}  - {value}\n" for name, value in rows if value) + "ER  - \n"


def _issued(book: Publication) -> Row:
    if book.published:
        return {"date-parts": [[int(part) for part in book.published.split("-")]]}
    return {"date-parts": [[int(book.told)]], "circa": True}


def csl(citer: Citer, work: Work) -> Row:
    """An item of CSL-JSON."""
    book = citer.source
    url = _url(citer, work)
    kind = "book" if work.whole else "article-journal" if book.serial else "chapter"
    row: Row = {
        "id": key(citer, work),
        "type": kind,
        "title": citer.title(work),
        "author": [{"literal": a} for a in work.authors],
        "container-title": "" if work.whole else book.serial or book.title,
        "editor": [] if book.serial or work.whole else [{"literal": a} for a in book.authors],
        "publisher": "，".join(book.authors),
        "publisher-place": book.place,
        "issued": _issued(book),
        "issue": book.issue,
        "page": work.pages,
        "number": work.number,
        "note": _note(citer, work),
        "URL": url,
        "language": "zh-Hans",
    }
    return {name: value for name, value in row.items() if value}
