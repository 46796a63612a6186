"""Ids and addresses: where on the site a volume, month, entry, document or chapter stands.

An id never changes once it is published, and its address follows from it alone.
"""

from __future__ import annotations

import re

_MONTH = re.compile(r"/\d{4}-\d{2}$")
# Between the id of a subsection and that of its item: no slug has two dashes.
_ITEM = "--"


def volume_folder(volume: str) -> str:
    """`gazette-2021-2` -> `gazette/2021-2/`."""
    kind, _, rest = volume.partition("-")
    return f"{kind}/{rest}/"


def month_url(month: str) -> str:
    """`chronicle-2020/2020-01` -> `chronicle/2020/01/`; a gazette's -> `gazette/2020-1/chronicle-2020-02/`.

    What stands in no month has the month 00 and is at `year/`; a month of another year than that in the volume's
    id bears its year: `chronicle-1986/1987-01` -> `chronicle/1986/1987-01/`.
    """
    volume, _, name = month.partition("/")
    name = f"{name[:5]}{'year' if name[5:] == '00' else name[5:]}"
    if volume == f"chronicle-{name[:4]}":
        return f"{volume_folder(volume)}{name[5:]}/"
    return f"{volume_folder(volume)}{'' if volume.startswith('chronicle-') else 'chronicle-'}{name}/"


def part_of(entry: str) -> str:
    """The month or subsection that an entry stands in: `chronicle-2020/2020-01`, `yearbook-2019/nong-ye`."""
    volume, _, name = entry.partition("/")
    return f"{volume}/{name.partition(_ITEM)[0] if _ITEM in name else name[:7]}"


def entry_url(entry: str) -> str:
    """`chronicle-2020/2020-01-06-2` -> `chronicle/2020/01/#2020-01-06-2`; an item of a yearbook
    `yearbook-2019/nong-ye--gai-kuang-1` -> `yearbook/2019/nong-ye/#nong-ye--gai-kuang-1`."""
    return f"{part_url(part_of(entry))}#{entry.partition('/')[2]}"


def document_url(document: str) -> str:
    """`plan-145/ch-03` -> `plan/145/ch-03/`."""
    volume, _, name = document.partition("/")
    return f"{volume_folder(volume)}{name}/"


def is_entry(thing: str) -> bool:
    """True when an id is an entry's: its last part begins with a year and a month, or it is an item's."""
    name = thing.partition("/")[2]
    return _ITEM in name or name[:4].isdigit() and name.count("-") >= 3


def part_url(part: str) -> str:
    """The address of a month or a subsection (`yearbook-2019/nong-ye` -> `yearbook/2019/nong-ye/`)."""
    return month_url(part) if _MONTH.search(part) else document_url(part)


def url_of(thing: str) -> str:
    """The address of an entry, a document or a volume, relative to the site's root."""
    if "/" not in thing:
        return volume_folder(thing)
    return entry_url(thing) if is_entry(thing) else document_url(thing)


def relative(target: str, page: str) -> str:
    """The way from the page at `page` to `target` (both relative to the root, with an anchor if any).

    A way to the page itself is its anchor alone.
    """
    path, _, anchor = target.partition("#")
    folder = page.split("#", maxsplit=1)[0]
    if path == folder and anchor:
        return f"#{anchor}"
    to, here = [one for one in path.split("/") if one], [one for one in folder.split("/") if one]
    shared = next((n for n, (a, b) in enumerate(zip(to, here, strict=False)) if a != b), min(len(to), len(here)))
    way = "/".join([".."] * (len(here) - shared) + to[shared:])
    way = "./" if not way else f"{way}/" if path.endswith("/") or not path else way
    return f"{way}#{anchor}" if anchor else way


def page_url(file: str) -> str:
    """The address of the page that a Markdown file below `docs/` becomes; an index page stands at its folder.

    `chronicle/2020/01.md` -> `chronicle/2020/01/`.
    """
    path = file.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{path}/" if path else ""


def page_file(url: str) -> str:
    """The Markdown file below `docs/` that becomes the page at `url`."""
    path = url.split("#", maxsplit=1)[0].rstrip("/")
    if not path:
        return "index.md"
    is_volume = path.count("/") == 1 and path.startswith(("chronicle/", "gazette/", "plan/", "document/", "yearbook/"))
    return f"{path}/index.md" if is_volume else f"{path}.md"


def addresses(thing: str) -> list[str]:
    """Every address of an id of the register: a person has a page and a line in the list of persons."""
    if thing.startswith("index/"):
        folder, _, name = thing.rpartition("/")
        return [*([f"{thing}/"] if folder == "index/persons" else []), f"{folder}/#{name}"]
    owner, _, anchor = thing.partition("#")
    url = part_url(owner) if _MONTH.search(owner) else url_of(owner)
    return [f"{url}#{anchor}" if anchor else url]
