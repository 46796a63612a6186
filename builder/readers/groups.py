"""What a numbered line alone cannot say: its siblings and the line behind it decide."""

from __future__ import annotations

from builder.language.numbering import iso_date, number
from builder.readers.shapes import PUBLIC, Shape, issuer

_HEADS = ("head", "head?", "head:", "runin", "runin?")


def settle(shapes: list[Shape | None], lines: list[str]) -> list[Shape | None]:
    """The shapes with every doubt settled.

    A numbered sentence (（三）其他资金。) is a heading only where text of its own follows and its
    siblings are headings too; a sentence at the head of a paragraph only where at least half of
    its siblings are headings; a name with a colon (7. 验收程序：) where a deeper list follows.
    """
    kinds = [shape.kind if shape else "" for shape in shapes]
    for group in _groups(shapes):
        heads = sum(1 for i in group if kinds[i] in _HEADS)
        for i in group:
            shape = shapes[i]
            if shape is None or kinds[i] not in _HEADS:
                continue
            sure = {
                "head?": heads == len(group) and _has_text(shapes, lines, i),
                "head:": _has_text(shapes, lines, i),
                "runin?": 2 * heads >= len(group),
            }.get(kinds[i], True)
            kind = kinds[i].rstrip("?:") if sure else "item"
            shapes[i] = shape._replace(kind=kind, lead=shape.lead if sure else len(lines[i]))
    return shapes


def _groups(shapes: list[Shape | None]) -> list[list[int]]:
    """The lines that bear the numbers of one list: same level, same parent, counting on."""
    found: list[list[int]] = []
    open_lists: dict[int, list[int]] = {}
    for i, shape in enumerate(shapes):
        if shape is None:
            continue
        if shape.number.kind != "n":
            open_lists.clear()
            continue
        level = shape.number.level
        for deeper in [k for k in open_lists if k > level]:
            del open_lists[deeper]
        last = shapes[open_lists[level][-1]] if level in open_lists else None
        if last is None or last.number.value >= shape.number.value:
            open_lists[level] = []
            found.append(open_lists[level])
        open_lists[level].append(i)
    return found


def _has_text(shapes: list[Shape | None], lines: list[str], i: int) -> bool:
    """True when what follows line `i` stands under it: a deeper number, or a plain paragraph."""
    if i + 1 >= len(lines):
        return False
    here, behind = shapes[i], shapes[i + 1]
    assert here is not None
    if behind is not None:
        return behind.number.kind == "n" and behind.number.level > here.number.level
    # What stands under the last sentence of a document is its signature.
    closes = iso_date(lines[i + 1]) or issuer(lines[i + 1]) or PUBLIC.fullmatch(lines[i + 1])
    plain = not closes and "\t" not in lines[i + 1] and number(lines[i + 1]) is None
    return plain and here.lead > 0 and not lines[i].endswith(("：", ":"))
