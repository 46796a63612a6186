"""A volume that joins changes the pages that were there only in lists, and by links that lead to it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from builder.commands.build import Product, product
from builder.edition.read import Read
from tests.project import catalogue_entry
from tests.volumes.five import five_alone

ID = "chronicle-2022"
# What would teach the pages that were there: a township whose name stands in a title of 2020 by chance, a
# company, a person met often, a title that a document bears.
LESSONS = """1月
1日，市长王震到泽州县改进乡、沁水县南阳村调研。
2日，副市长某新人、某新人到某县。
3日，市政府印发《晋城市城乡居民基本养老保险实施办法》。
"""
# Lists of what there is: they name every volume.
LISTS = ("index/", "text/", "index.md")


def retold(reads: list[Read]) -> str:
    """The chronicle of 2021 a year later: everything in it is alike to what was there."""
    lines = ["晋城市大事记", "（2022）"]
    months = next(read.volume for read in reads if read.volume.id == "chronicle-2021").months
    for month in months:
        lines.append(f"{month.month}月")
        days = [(one.start[8:], one) for one in month.entries if one.start and one.start.startswith("2021")]
        for day, one in days:
            told = "".join("".join(p.s for p in one.paragraphs).split()).replace("2021年", "2022年")
            lines.append(f"{int(day)}日，{told}")
    return "\n".join(lines).replace("1月\n", LESSONS, 1)


@pytest.fixture(scope="module")
def joined(root: Path, everything: tuple[list[Read], Product], tmp_path_factory: pytest.TempPathFactory) -> Product:
    """Everything again with the newcomer, which stands first in the catalogue."""
    folder = tmp_path_factory.mktemp("joined")
    five_alone(root, folder)
    data = retold(everything[0]).encode()
    (folder / "source_texts" / f"{ID}.txt").write_bytes(data)
    catalogue = folder / "source_texts" / "catalogue.toml"
    entry = catalogue_entry(
        data, id=ID, year=2022, title="晋城市大事记（2022）", sha256=hashlib.sha256(data).hexdigest()
    )
    catalogue.write_text(f"{entry}\n{catalogue.read_text('utf-8')}", "utf-8")
    return product(folder)[1]


def leads_there(one: Any) -> bool:
    return isinstance(one, dict) and re.search(r"\b2022/", str(one.get("url", ""))) is not None


def without(value: Any) -> Any:
    """Front matter without the links that lead to the newcomer."""
    if isinstance(value, list):
        return [without(one) for one in value if not leads_there(one)]
    if isinstance(value, dict):
        kept = {key: without(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one != [] or value[key] == []}
    return value


def changed(before: Product, after: Product) -> Iterator[str]:
    """The old pages, lists aside, that differ in more than links to the newcomer."""
    for name, text in before.docs.items():
        old, new = frontmatter.loads(text), frontmatter.loads(after.docs.get(name, ""))
        if not name.startswith(LISTS) and (without(new.metadata), new.content) != (old.metadata, old.content):
            yield name


def test_old_pages_change_only_by_links_to_it(made: Product, joined: Product) -> None:
    assert list(changed(made, joined)) == []
    gained = [name for name, text in made.docs.items() if not name.startswith(LISTS) and joined.docs[name] != text]
    assert len(gained) > 20, "links that lead there are there"


def test_what_it_teaches_is_known_to_it_alone(joined: Product) -> None:
    village = next(one for one in joined.linkage.places if one.name == "改进乡")
    assert village.mentions == [f"{ID}/2022-01-01-1"]


def test_lists_name_it_by_its_year_not_by_the_order_of_the_catalogue(joined: Product) -> None:
    home = joined.docs["index.md"]
    places = [home.index(f"({one}/index.md)") for one in ("chronicle/2020", "chronicle/2021", "chronicle/2022")]
    assert places == sorted(places)
    assert places[-1] < home.index("(gazette/2020-1/index.md)")


def test_every_old_line_of_an_index_is_kept_or_gains(made: Product, joined: Product) -> None:
    """No person, place or organisation is gone; of subjects those may go that now stand on too many pages."""
    for name, text in made.docs.items():
        if name.startswith("index/") and name != "index/subjects.md":
            lost = set(re.findall(r'<li id="([^"]+)"', text)) - set(re.findall(r'<li id="([^"]+)"', joined.docs[name]))
            assert (name, lost) == (name, set())
