"""Old addresses: a page that says where its id has gone, a line at the end of a page for an anchor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from builder.edition.library import Library
from builder.model.address import addresses, page_file
from builder.sources.register import Moved
from builder.writers.markdown import front
from builder.writers.markdown.setting import set_page

Row = dict[str, Any]


def with_moved(docs: Mapping[str, str], moved: Sequence[Moved], library: Library) -> dict[str, str]:
    """The pages `docs`, each with the old ids of its anchors, and a page at each address that is gone."""
    rows: dict[str, list[Row]] = {}
    names = {f"index/{kind}/{item.id}": item.name for kind, some in library.linkage.named().items() for item in some}
    for one in moved:
        for address in addresses(one.old):
            page, _, anchor = address.partition("#")
            rows.setdefault(page, []).append(_row(one, anchor, library, names))
    found = dict(docs)
    for page, some in rows.items():
        file = next((name for name in (page_file(page), f"{page}index.md") if name in docs), None)
        if file:
            head, _, rest = docs[file].removeprefix("---\n").partition("---\n")
            said = yaml.safe_dump({"moved": some}, allow_unicode=True, sort_keys=False, width=1 << 20)
            found[file] = f"---\n{head}{said}---\n{rest}"
        else:
            found[page_file(page)] = _page(page, some)
    return found


def _row(one: Moved, anchor: str, library: Library, names: Mapping[str, str]) -> Row:
    said = f"已撤回（{one.why}）" if one.why else ""
    said += ("，其余" if said else "已") * bool(one.now) + ("分为" if len(one.now) > 1 else "改为") * bool(one.now)
    links = [{"text": _name(new, library, names), "url": addresses(new)[0]} for new in one.now]
    return {"anchor": anchor, "id": one.old, "said": said, "links": links}


def _name(new: str, library: Library, names: Mapping[str, str]) -> str:
    owner = new.partition("#")[0]
    known = owner in library.entries or owner in library.documents
    name = library.name(owner) if known else names.get(new, "")
    return f"{new}（{name}）" if name else new


def _page(url: str, rows: Sequence[Row]) -> str:
    """The page at an address whose page is gone: its own id first, then those of its anchors."""
    rows = sorted(rows, key=lambda row: bool(row["anchor"]))
    title = f"编号 {rows[0]['id']} {rows[0]['said']}"
    names = "、".join(link["text"] for link in rows[0]["links"])
    body = set_page("moved", url, title=title, rows=rows)
    return front.page({"title": f"{title} {names}".strip(), "kind": "moved"}, body)
