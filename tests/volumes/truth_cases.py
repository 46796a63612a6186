"""Holds data rows against `tests/volumes/truth/<volume>.json`: what people read in the raw files by eye.

Texts are compared without white space and with widths folded (NFKC); `exact` cases are not.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import frontmatter

from builder.checks.outside import extensions, render, visible
from builder.model.address import document_url, page_file
from tests.conftest import ROOT

TRUTH = Path(__file__).parent / "truth"
Case = Mapping[str, Any]
Row = dict[str, Any]


def fold(s: object) -> str:
    """White space dropped, widths folded."""
    return "".join(unicodedata.normalize("NFKC", str(s)).split())


def cases(volume: str, *kinds: str) -> list[Case]:
    """The cases of one volume, of some kinds."""
    every: list[Case] = json.loads((TRUTH / f"{volume}.json").read_text("utf-8"))["cases"]
    return [case for case in every if case["kind"] in kinds]


class Rows:
    """The data rows of one volume, with the look-ups that the cases need."""

    def __init__(self, volume: str, data: Mapping[str, str], docs: Mapping[str, str]) -> None:
        self.docs = docs

        def rows(name: str) -> list[Row]:
            found: list[Row] = json.loads(data[f"{name}.json"])
            return [row for row in found if row["volume"] == volume]

        self.entries = {row["id"]: row for row in rows("entries")}
        self.documents = {row["id"]: row for row in rows("documents")}
        self.units = rows("units")
        self.blocks = {name: list(walk(row)) for name, row in self.documents.items()}

    def all_blocks(self, case: Case) -> list[Row]:
        """The blocks of the document that a case names, of all documents where it names none."""
        if case.get("document"):
            return self.blocks.get(case["document"], [])
        return [block for blocks in self.blocks.values() for block in blocks]

    def page(self, document: str) -> str:
        """The visible text of a document's page, folded."""
        content = frontmatter.loads(self.docs[page_file(document_url(document))]).content
        return fold(visible(render(content, extensions(ROOT / "mkdocs.yml"))))

    def near(self, case: Case) -> str:
        """The published text around the lines of a case, one piece per line."""
        first, last = case["lines"][0], case["lines"][-1]
        pieces = [row["text"] for row in self.entries.values() if touches(row, first, last)]
        for blocks in self.blocks.values():
            here = [b for b in blocks if touches(b, first, last) and not b.get("runin") and not b.get("inline")]
            pieces += [text for block in here for text in strings(block)]
        for row in self.documents.values():
            if touches(row, first, last):
                pieces += [row["title"], *(u["text"] for u in self.units if u["id"] == f"{row['id']}#top")]
                pieces += [str(a["title"]) for a in row["attachments"]] + [str(a["label"]) for a in row["attachments"]]
        if not pieces:  # front matter, whose lines no row gives
            pieces = [u["text"] for u in self.units if u["document"] is None and u["kind"] == "section"]
        return "\n".join(pieces)


def touches(row: Row, first: int, last: int) -> bool:
    """True when a row's raw lines and the lines `first` to `last` meet."""
    lines = row.get("lines") or [0, -1]
    return bool(lines[0] <= last and lines[1] >= first)


def walk(document: Row) -> Iterator[Row]:
    """All blocks of a document, those in boxes and attachments too."""
    for block in [*document["blocks"], *(b for a in document["attachments"] for b in a["blocks"])]:
        yield block
        yield from block.get("blocks", [])


def strings(block: Row) -> list[str]:
    """All texts of a block."""
    found = [str(block[k]) for k in ("text", "title") if block.get(k)]
    found += [str(c) for part in ("header", "rows") for row in block.get(part, []) for c in row]
    found += [str(note) for note in block.get("notes", [])]
    return found + [str(p[k]) for p in block.get("people", []) for k in ("role", "name", "office")]


def check_entry(case: Case, rows: Rows) -> str:
    row = rows.entries.get(case["id"])
    if row is None:
        return "no such entry"
    for key in ("start", "end", "label", "page", "text"):
        if key in case and fold(case[key]) != fold(row[key]):
            return f"{key}: {row[key]!r}, not {case[key]!r}"
    return ""


def check_paragraph(case: Case, rows: Rows) -> str:
    wanted = fold(case["text"])
    kinds = ("paragraph", "item", "note", "flow", "form")
    blocks = rows.all_blocks(case)
    found = [b for b in blocks if b["type"] in kinds and fold(b["text"]) == wanted]
    # The eye-readers leave a note of responsible units that begins a line out of its paragraph.
    notes = [fold(b["text"]) for b in blocks if b.get("inline")]
    found += [b for b in blocks if b["type"] in kinds and fold(b["text"]) in {wanted + note for note in notes}]
    if not found:
        return "no such paragraph"
    runins = [b for b in rows.all_blocks(case) if b.get("runin") and wanted.startswith(fold(b["text"]))]
    return "is taken for a run-in heading" if case.get("runin") is False and runins else ""


def check_heading(case: Case, rows: Rows) -> str:
    wanted = fold(case["text"])
    found = [b for b in rows.all_blocks(case) if b["type"] == "heading" and fold(b["text"]) == wanted]
    found = found or [b for b in rows.all_blocks(case) if b["type"] == "box" and fold(b["title"]) == wanted]
    attachments = [a for d in rows.documents.values() for a in d["attachments"]]
    if not found:
        titled = any(fold(a["title"]) == wanted or fold(a["label"] + a["title"]) == wanted for a in attachments)
        return "" if titled else "no such heading"
    for key in ("level", "runin", "anchor"):
        if case.get(key) is not None and all((b.get(key) or False) != case[key] for b in found):
            return f"{key}: {found[0].get(key)!r}, not {case[key]!r}"
    return ""


def check_article(case: Case, rows: Rows) -> str:
    wanted = fold(case["text"])
    for unit in rows.units:
        if fold(unit["text"]).startswith(wanted):  # the last one may be followed by the signing block
            break
    else:
        return "no unit holds the whole article"
    good = "anchor" not in case or str(unit["url"]).endswith(f"#{case['anchor']}")
    return "" if good else f"anchor: {unit['url']}, not {case['anchor']}"


def check_document(case: Case, rows: Rows) -> str:
    row = rows.documents.get(case["id"])
    if row is None:
        return "no such document"
    for key in ("title", "number", "issuer", "date", "recipients", "public", "page"):
        if key in case and fold(case[key] or "").rstrip(":") != fold(row[key] or "").rstrip(":"):
            return f"{key}: {row[key]!r}, not {case[key]!r}"
    wanted = [(fold(a["label"]), fold(a["title"]), bool(a.get("missing"))) for a in case.get("attachments", [])]
    found = [(fold(a["label"]), fold(a["title"]), a["missing"]) for a in row["attachments"]]
    return f"attachments: {found}, not {wanted}" if "attachments" in case and wanted != found else ""


def check_table(case: Case, rows: Rows) -> str:
    tables = [b for b in rows.all_blocks(case) if b["type"] == "table"]
    problem = "no table of that size"
    for table in tables:
        columns = len((table["header"] + table["rows"] + [[]])[0])
        if len(table["rows"]) != case["rows"] or columns != case["columns"]:
            continue
        wrong = [c for c in case.get("cells", []) if fold(table["rows"][c[0]][c[1]]) != fold(c[2])]
        if not wrong:
            return ""
        row, column, text = wrong[0]
        problem = f"{len(wrong)} cells differ, [{row}][{column}] is {table['rows'][row][column]!r}, not {text!r}"
    return problem + f" among {[(len(t['rows']), len((t['header'] + t['rows'] + [[]])[0])) for t in tables]}"


def check_roster(case: Case, rows: Rows) -> str:
    wanted = [(fold(p["role"]), fold(p["name"]), fold(p["office"])) for p in case["people"]]
    problem = "no roster"
    for block in rows.all_blocks(case):
        if block["type"] == "roster":
            found = [(fold(p["role"]), fold(p["name"]), fold(p["office"])) for p in block["people"]]
            if found == wanted:
                return ""
            differ = [f"{a} for {b}" for a, b in zip(found, wanted, strict=False) if a != b]
            problem = f"{len(found)} people, not {len(wanted)}; {differ[:2]}"
    return problem


def check_box(case: Case, rows: Rows) -> str:
    for block in rows.all_blocks(case):
        if block["type"] == "box" and block["number"] == case["number"]:
            items = sum(1 for b in block["blocks"] if b["type"] in ("item", "paragraph"))
            good = fold(case["title"]) in fold(block["title"])
            return "" if good and case.get("items") in (None, items) else f"{block['title']!r} with {items} items"
    return "no such box"


def check_contains(case: Case, rows: Rows) -> str:
    near = rows.near(case)
    if case.get("text") and fold(case["text"]) not in fold(near):
        return "is not there"
    # What must not be there would be a wrong join: pieces that only stand side by side are none.
    apart = "|".join(fold(piece) for piece in near.split("\n"))
    return f"{case['not']!r} is there" if case.get("not") and fold(case["not"]) in apart else ""


def check_exact(case: Case, rows: Rows) -> str:
    return "" if case["text"] in rows.near(case) else "is not there as such"


def check_correction(case: Case, rows: Rows) -> str:
    for row in [*rows.entries.values(), *rows.documents.values()]:
        if touches(row, case["lines"][0], case["lines"][-1]):
            for fix in row["corrections"]:
                was, now = fold(fix["was"]), fold(fix["now"])
                if was in fold(case["was"]) and now in fold(case["now"]) and (was or now or fix["was"] == "?"):
                    return ""
    return "is not made"


def check_type(case: Case, rows: Rows) -> str:
    wanted = fold(case.get("text", ""))
    same = [b for b in rows.all_blocks(case) if touches(b, case["lines"][0], case["lines"][-1])]
    if case["type"] in ("table", "roster", "box"):
        return "" if any(b["type"] == case["type"] for b in same) else f"only {sorted({b['type'] for b in same})}"
    if case["type"] == "note" and any(wanted in fold(note) for b in same for note in b.get("notes", [])):
        return ""
    found = [b for b in same if wanted in fold("".join(strings(b)))]
    types = sorted({b["type"] for b in found})
    return "" if case["type"] in types else f"is {types}"


def check_order(case: Case, rows: Rows) -> str:
    whole = rows.page(case["document"])
    at = 0
    for text in case["texts"]:
        found = whole.find(fold(text), at)
        if found < 0:
            return f"{text!r} does not come where it should"
        at = found
    return ""


CHECKS: dict[str, Callable[[Case, Rows], str]] = {
    "entry": check_entry,
    "paragraph": check_paragraph,
    "heading": check_heading,
    "article": check_article,
    "document": check_document,
    "table": check_table,
    "roster": check_roster,
    "box": check_box,
    "contains": check_contains,
    "exact": check_exact,
    "correction": check_correction,
    "type": check_type,
    "order": check_order,
}


def failures(volume: str, kind: str, rows: Rows) -> list[str]:
    """What does not hold, a line each."""
    found = []
    for case in cases(volume, kind):
        problem = CHECKS[kind](case, rows)
        if problem:
            name = case.get("id") or case.get("text") or case.get("now") or case.get("title") or case.get("document")
            found.append(f"{kind} {case.get('lines')} {str(name)[:50]}: {problem}"[:400])
    return found
