"""What there is to print: one job per month, document and volume, ready for the template."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from builder.edition.book import LAW, Edition, book_facts, book_rows

FOLDER = "download/pdf"


class Job(NamedTuple):
    """One PDF: its id, its kind (month, section, document, book) and the rows it is made from."""

    id: str
    kind: str
    volume: Mapping[str, Any]
    row: Mapping[str, Any]


def print_paths(volumes: Iterable[str], months: Iterable[str], documents: Iterable[str]) -> dict[str, str]:
    """Where the PDF of each id will stand, relative to the site's root. Pure: touches nothing."""
    return {one: f"{FOLDER}/{one}.pdf" for one in (*volumes, *months, *documents)}


def jobs(volumes: Iterable[Mapping[str, Any]]) -> Iterator[Job]:
    """All jobs of the volumes' rows: each volume as a book, then its months and its documents.

    A book comes before its parts, for Typst keeps what it has set until ten jobs later: two books
    one behind the other would need twice the memory.
    """
    for volume in volumes:
        yield Job(volume["id"], "book", volume, volume)
        yield from (Job(month["id"], "month", volume, month) for month in volume["months"])
        yield from (Job(section["id"], "section", volume, section) for section in volume.get("sections", []))
        yield from (Job(document["id"], "document", volume, document) for document in volume["documents"])


def is_wanted(
    job: Job, *, months: Collection[str] = (), volumes: Collection[str] = (), documents: Collection[str] = ()
) -> bool:
    """True when a job is asked for: a month (`2021-03`) of any volume, a volume as a book, a document.

    A document may be named by its id, the last part of it, or its number (某政发〔2021〕1号).
    """
    if job.kind == "book":
        return job.id in volumes
    if job.kind == "month":
        return job.id in months or job.id.rpartition("/")[2] in months
    if job.kind == "section":
        return job.id in documents or job.row["title"] in documents
    number = "".join(str(job.row.get("number_read") or "").split())
    return any(one in (job.id, job.id.rpartition("/")[2], number) for one in documents)


def job_data(job: Job, paper: str, families: Mapping[str, str], edition: Edition) -> dict[str, Any]:
    """What the template is given: plain data, never markup."""
    volume = job.volume
    data: dict[str, Any] = {
        "kind": job.kind,
        "paper": paper,
        "fonts": dict(families),
        "date": print_date(volume, job.row),
        "volume": {key: volume[key] for key in ("id", "kind", "title", "publisher", "url")},
        "site": edition.name,
    }
    if job.kind == "book":
        data |= {"title": volume["title"], "book": book_rows(volume), "facts": book_facts(volume, edition)}
        data["description"] = f"{volume['title']}，{edition.name}据公开文本整理"
        return data
    name = job.row["name"] if job.kind == "document" else job.row["title"]
    data |= {"title": f"{volume['title']} {name}", job.kind: job.row}
    data["description"] = f"{name}，录自{volume['title']}{job.row['pages_said']}"
    data["strip"] = _strip(job.row) if job.kind == "document" else ""
    data["colophon"] = colophon(volume, job.row, edition)
    return data


def print_date(volume: Mapping[str, Any], row: Mapping[str, Any]) -> list[int]:
    """Year, month, day that the PDF bears: the text's own, so that the day of printing changes no byte."""
    said = str(row.get("date") or volume.get("published") or volume["year"])
    return [*map(int, said.split("-")), 1, 1][:3]


def _strip(row: Mapping[str, Any]) -> str:
    said = [row.get("number_read") or "", f"原刊{row['pages_said']}" if row["pages_said"] else ""]
    return " · ".join(one for one in said if one)


def colophon(volume: Mapping[str, Any], row: Mapping[str, Any], edition: Edition) -> list[list[str]]:
    """The end matter of a month or document: pairs of a name and what is said."""
    see = [
        f"{one['source']}{one['item']}" + (f"（第 {one['page']} 页）" if one["page"] else "")
        for one in row.get("see", [])
    ]
    return [
        *([["另见", "；".join(see)]] if see else []),
        ["引用格式", row["citation"]],
        ["网址", edition.where(row["url"])],
        ["版本", f"{edition.said}；底本 {volume['source']}，SHA-256 {volume['sha256']}"],
        ["正文摘要", f"SHA-256 {row['digest']}（不计空白）"],
        ["声明", LAW],
    ]
