"""What `documents.json`, `entries.json` and `units.json` say, composed as a reader of the format would read it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.outputs.html import squeezed
from tests.outputs.page import furniture, print_order, text_of
from tests.outputs.published import Item, data

# The colon after the recipients and the word for a letterhead are of the form, not of the field.
_FORMS = ("：", "文件")


def in_place(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Blocks and attachments by their lines: an annex may stand between two schemes."""
    parts: list[Mapping[str, Any]] = list(document["blocks"])
    for one in document["attachments"]:
        if one["missing"]:
            continue
        first = min(block["lines"][0] for block in one["blocks"])
        before = [k for k, part in enumerate(parts) if _line(part) < first]
        parts.insert(before[-1] + 1 if before else 0, one)
    return parts


def _line(part: Mapping[str, Any]) -> int:
    lines = part["lines"] if "lines" in part else part["blocks"][0]["lines"]
    return int(lines[0])


def document_text(item: Item, whole: str) -> str:
    """The document: its fields in the order of the print, blocks and attachments; a merged cell in every place.

    Three fields are read, not copied: an issuer is the one who signed, the label of an annex has half-width
    figures, its title may be the one that the document announced. They are said as `whole` prints them there.
    """
    row, said = item.rows[0], ""
    for kind, printed in print_order(item):
        field = squeezed(row[kind] or "")
        signed = any(field in squeezed(b["text"]) for b in row["blocks"] if b["type"] == "signature")
        read = field + next((form for form in _FORMS if printed == field + form), "")
        said += printed if kind == "issuer" and signed else read
    for part in in_place(row):
        if "missing" in part:
            said += _label(part, whole[len(said) :])
            title = squeezed(part["title"] or "")
            announced = title in squeezed("".join(block.get("text", "") for block in row["blocks"]))
            text = "".join(squeezed(one) for one in _texts(part))
            said += "" if announced and not whole.startswith(title + text[:20], len(said)) else title
        said += "".join(squeezed(text) for text in _texts(part))
    return said


def _texts(part: Mapping[str, Any]) -> Iterator[str]:
    kind = part.get("type", "")
    if (kind == "heading" and part.get("runin")) or (kind == "note" and part.get("inline")):
        return
    if kind:
        yield from (part.get("title", ""), part.get("text", ""))
    role = ""
    for person in part.get("people", []):
        yield f"{person['role']}：" if person["role"] != role else ""
        yield from (person["name"], person["office"])
        role = person["role"]
    yield from (cell for key in ("header", "rows") for row in part.get(key, []) for cell in row)
    yield from part.get("notes", [])
    for block in part.get("blocks", []):
        yield from _texts(block)


def _label(annex: Mapping[str, Any], rest: str) -> str:
    label = squeezed(annex["label"] or "")
    printed = rest[: len(label)]
    return printed if unicodedata.normalize("NFKC", printed) == label else label


def month_text(item: Item) -> str:
    """The entries of a month in the order of the file. A label is said where it is another than before.

    A label that the print does not have at all, before the first entry of a month, is ours; one that the print
    says twice running stands in the page before its second entry too.
    """
    ids = {row["id"].rpartition("/")[2] for row in item.rows}
    printed, again, waiting = set[str](), set[str](), False
    for node in text_of(item).all(lambda node: "label" in node.classes or node.attrs.get("id") in ids):
        if "label" in node.classes:
            printed.add(squeezed(node.text(furniture)))
            waiting = True
        elif waiting:
            again.add(node.attrs["id"])
            waiting = False
    said, label = "", ""
    for row in item.rows:
        other = row["label"] != label or row["id"].rpartition("/")[2] in again
        if other and squeezed(row["label"]) in printed:
            said += squeezed(row["label"])
        label = row["label"]
        said += squeezed(row["text"])
    return said


@dataclass(eq=False)
class Unit:
    """What of a unit is still to be said: its lines, and what its title says besides the document's."""

    place: int
    more: int
    lines: list[str]
    title: str


def units_of(item: Item) -> list[Unit]:
    """The units of a document, in the order in which the data file names their anchors."""
    rank = {anchor: k for k, anchor in enumerate(["top", *_anchors(in_place(item.rows[0]))])}
    document = squeezed(item.rows[0]["title"])
    found = []
    for unit in data("units.json"):
        if unit["document"] != item.id:
            continue
        anchor, _, more = unit["id"].partition("#")[2].partition("+")
        assert anchor in rank, f"{unit['id']} is named by no block"
        lines = [text for line in unit["text"].split("\n") if (text := squeezed(line))]
        title = squeezed(unit["title"])
        assert title.startswith(document), unit["id"]
        found.append(Unit(rank[anchor], int(more or 0), lines, title.removeprefix(document)))
    return sorted(found, key=lambda unit: (unit.place, unit.more))


def _anchors(parts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for part in parts:
        if part.get("anchor"):
            yield part["anchor"]
        yield from _anchors(part.get("blocks", []))


def joined(units: Sequence[Unit], whole: str) -> str:
    """The units as one string. A table in a section is a unit of its own: it is put where `whole` has it.

    Lines are only taken from the head of a unit that was begun, of its continuation behind a table (`+1`), or
    of the next unit, so that what is swapped stays so; the title of an annex, which may stand in the unit's
    title alone, once.
    """
    said, begun, waiting = "", list[Unit](), list(units)
    while waiting or any(unit.lines for unit in begun):
        known = {unit.place for unit in begun}
        following = next((unit for unit in waiting if unit.more and unit.place in known), None)
        fresh = next((unit for unit in waiting if not unit.more or unit.place not in known), None)
        here = [*reversed(begun), *(unit for unit in (following, fresh) if unit)]
        full = [unit for unit in here if unit.lines]
        unit = next((one for one in full if whole.startswith(one.lines[0], len(said))), None)
        named = next((one for one in here if one.title and whole.startswith(one.title, len(said))), None)
        if unit is None and named is not None:
            said, named.title = said + named.title, ""
            continue
        unit = unit or full[0]
        if unit in waiting:
            waiting.remove(unit)
            begun.append(unit)
        said += unit.lines.pop(0)
    return said
