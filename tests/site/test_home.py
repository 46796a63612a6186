"""The home page: months of the chronicles, documents signed last, documents much referred to."""

from __future__ import annotations

from typing import Any

import yaml

from builder.site import home
from builder.site.site import Site


def page(**meta: Any) -> str:
    """A Markdown page with this front matter."""
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n"


def volume(name: str, kind: str, **more: Any) -> str:
    return page(kind="volume", id=name, title=name, volume_kind=kind, year=1999, **more)


def month(volume: str, number: int, count: int) -> str:
    entries = [{"id": f"1999-{number:02}-01-{n}"} for n in range(1, count + 1)]
    return page(kind="month", volume=volume, year=1999, month=number, entries=entries)


def document(name: str, kind: str = "document", **more: Any) -> str:
    return page(kind=kind, id=name, title=name, volume="gazette-1999-1", **more)


def test_the_grid_has_a_row_for_each_chronicle_and_a_bar_for_each_month() -> None:
    site = Site({
        "chronicle/1999/index.md": volume("chronicle-1999", "chronicle"),
        "chronicle/1999/01.md": month("chronicle-1999", 1, 24),
        "chronicle/1999/03.md": month("chronicle-1999", 3, 1),
        "chronicle/1999/12.md": month("chronicle-1999", 12, 12),
        "gazette/1999-1/index.md": volume("gazette-1999-1", "gazette"),
        "gazette/1999-1/chronicle-1999-02.md": month("gazette-1999-1", 2, 48),
    })  # fmt: skip
    (row,) = home.grid(site)
    assert (row["year"], row["url"], row["total"], len(row["cells"])) == (1999, "chronicle/1999/", 37, 12)
    shown = [(c["month"], c["count"], c["height"], c["url"]) for c in row["cells"] if c["url"]]
    # The highest of all months (48, of the gazette) is 12 high; what there is at all, 1 at least.
    assert shown == [
        (1, 24, 6, "chronicle/1999/01/"),
        (3, 1, 1, "chronicle/1999/03/"),
        (12, 12, 3, "chronicle/1999/12/"),
    ]
    assert {(c["count"], c["height"]) for c in row["cells"] if not c["url"]} == {(0, 0)}


def test_the_newest_are_the_dated_documents_signed_last_six_at_most() -> None:
    days = {f"gazette/1999-1/d{n}.md": document(f"d{n}", date=f"1999-0{n}-01") for n in range(1, 8)}
    site = Site(
        {**days, "gazette/1999-1/x.md": document("x"), "plan/1/c.md": document("c", "chapter", date="2000-01-01")}
    )
    assert [one.title for one in home.newest(site)] == ["d7", "d6", "d5", "d4", "d3", "d2"]


def test_much_referred_to_is_what_two_at_least_lead_to_most_first() -> None:
    site = Site({
        "gazette/1999-1/a.md": document("a", announced=[1], cited_by=[1]),
        "gazette/1999-1/b.md": document("b", announced=[1]),
        "gazette/1999-1/c.md": document("c", cited_by=[1, 2, 3]),
        "gazette/1999-1/d.md": document("d", cited_by=[1, 2]),
    })  # fmt: skip
    assert [(one.title, count) for one, count in home.referred(site)] == [("c", 3), ("a", 2), ("d", 2)]
