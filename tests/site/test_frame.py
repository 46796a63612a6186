"""What the plugin makes, piece by piece: rows of a month, tables, contents, citations, notes, leftovers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.checks.outside import visible
from builder.edition import notes, printed
from builder.site import head, mend
from builder.site.context import split_title
from builder.site.month import MonthPage, strip
from builder.site.notes import listing
from builder.site.site import Page, Site

VOLUME = """---
title: 某市大事记（1999）
kind: volume
id: chronicle-1999
volume_kind: chronicle
publisher: 甲室、乙室
place: 某市
published: 2000-02
year: 1999
months:
- {title: 1999年1月, url: chronicle/1999/01/}
- {title: 1999年2月, url: chronicle/1999/02/}
---
"""
MONTH = """---
title: 1999年1月
kind: month
id: chronicle-1999/1999-01
volume: chronicle-1999
volume_title: 某市大事记（1999）
volume_kind: chronicle
year: 1999
month: 1
pages: [1, 3]
entries:
- {id: 1999-01-01-1, label: 1日, start: '1999-01-01', page: 1, day: on-1999-01-01-1, notes: [1], lines: 3-3}
- {id: 1999-01-01-2, label: 1日, start: '1999-01-01', further: true, page: 1, page_end: 2, lines: 5-5}
- {id: 1999-01-06-1, label: 6日至7日, start: '1999-01-06', end: '1999-01-07', page: 3, lines: 7-7}
---
"""
HTML = """<!-- day -->
<h2 class="label single" data-day="1999-01-01" id="on-1999-01-01-1"><b>1</b>日<small data-furniture>星期五</small></h2>
<p class="entry" id="1999-01-01-1"><span class="fix" id="note-1" data-was="市">省</span>长到某县。</p>
<p class="more">再记。</p>
<!-- 1999-01-01-1 -->
<p class="entry further" id="1999-01-01-2">又一条。</p>
<!-- 1999-01-01-2 -->
<!-- day -->
<h2 class="label" id="on-1999-01-06-1"><span class="turn" data-page="3"></span>6日至7日</h2>
<p class="entry" id="1999-01-06-1">大会。</p>
<!-- 1999-01-06-1 -->
"""


@pytest.fixture
def small() -> Site:
    """A site of one volume with two months."""
    return Site({
        "chronicle/1999/index.md": VOLUME,
        "chronicle/1999/01.md": MONTH,
        "chronicle/1999/02.md": MONTH.replace("1999-01", "1999-02").replace("month: 1", "month: 2"),
    })  # fmt: skip


@pytest.fixture
def month(small: Site) -> Page:
    """Its first month."""
    return small.by_url["chronicle/1999/01/"]


def test_month_keeps_every_character(month: Page) -> None:
    assert visible(MonthPage(month).body(HTML)) == visible(HTML)


def test_month_sets_days_and_rows(month: Page) -> None:
    body = MonthPage(month).body(HTML)
    assert body.count('<section class="day"') == 2
    assert body.count('<div class="row">') == 3
    assert "再记。</p></div>" in body
    assert "<b>1</b>日<small data-furniture>星期五</small>" in body
    assert "第 1–2 页" in body


def test_calendar_counts_and_leads_to_labels(month: Page) -> None:
    days = strip(month)
    assert len(days) == 31
    assert (days[0]["count"], days[0]["anchor"], days[0]["weekday"]) == (2, "on-1999-01-01-1", 5)
    assert days[1]["count"] == 0


def test_neighbours(small: Site, month: Page) -> None:
    before, after = small.neighbours(month)
    assert before is None
    assert after
    assert after["url"] == "chronicle/1999/02/"


def test_a_month_leads_to_the_same_one_of_the_nearest_years_and_a_whole_year_to_none() -> None:
    def page(year: int, month: int, volume: str = "chronicle") -> str:
        said = MONTH.replace("1999-01", f"{year}-{month:02}").replace("year: 1999", f"year: {year}")
        return said.replace("month: 1\n", f"month: {month}\n").replace("_kind: chronicle", f"_kind: {volume}")

    made = {f"chronicle/{year}/01.md": page(year, 1) for year in range(1990, 2002)}
    made |= {f"chronicle/{year}/year.md": page(year, 0) for year in range(1990, 2002)}
    made |= {"gazette/1995-1/01.md": page(1995, 1, "gazette"), "gazette/1996-1/01.md": page(1996, 1, "gazette")}
    site = Site(made)
    names = [one.url for one in site.same_month(site.by_url["chronicle/1995/01/"])]
    years = [f"chronicle/{year}/01/" for year in (1993, 1994, 1996, 1997)]
    assert names == ["gazette/1995-1/01/", *years]
    assert site.same_month(site.by_url["chronicle/1995/year/"]) == []


def test_equal_notes_are_one_case() -> None:
    same = {"kind": "fix", "was": "市", "now": "省", "why": "误"}
    found = notes.cases(
        [{"n": 1, "line": 3, **same}, {"n": 2, "line": 9, **same}, {"n": 3, "line": 9, "kind": "doubt", "was": "x"}]
    )
    assert [len(case.places) for case in found] == [2, 1]
    listed = listing(found, {})
    assert [(row["number"], [place["n"] for place in row["places"]]) for row in listed] == [(1, [1, 2]), (2, [3])]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ({"kind": "fix", "was": "市", "now": "省"}, "“省”原作“市”"),
        ({"kind": "fix", "now": "省"}, "补“省”"),
        ({"kind": "fix", "was": "市"}, "删“市”"),
        ({"kind": "doubt", "was": "市", "maybe": "省"}, "“市”，疑作“省”"),
        ({"kind": "doubt", "was": "<b>"}, "“<b>”"),
        ({"kind": "withheld", "was": "■■"}, "此处隐去"),
    ],
)
def test_a_note_in_one_clause(note: dict[str, str], said: str) -> None:
    assert notes.reading(note) == said


def test_evidence_names_volumes() -> None:
    case = notes.cases([{"n": 1, "line": 1, "kind": "fix", "was": "a", "see": "chronicle-1999 第86行"}])
    assert [row["see"] for row in listing(case, {"chronicle-1999": "某市大事记（1999）"})] == [
        "《某市大事记（1999）》底本第86行"
    ]


def test_title_is_taken_out() -> None:
    assert split_title('<h1 id="top">题</h1>\n<p>文</p>') == ('<h1 id="top">题</h1>', "<p>文</p>")
    assert split_title("<p>机关</p>\n<h1>题</h1>\n<p>号</p>\n<!-- text -->\n<p>文</p>") == (
        "<p>机关</p>\n<h1>题</h1>\n<p>号</p>",
        "<p>文</p>",
    )


def test_the_last_page_is_said_only_where_it_is_known(small: Site, month: Page) -> None:
    def said(pages: list[int]) -> tuple[str, str, list[str]]:
        month.meta["pages"] = pages
        tags = [value for _, name, value in head.tags(month, small, "", "") if name.endswith("page")]
        row = json.loads(head.linked_data(month, small, ""))
        return printed.pages(pages).said(), f"{row.get('pageStart')}-{row.get('pageEnd')}", tags

    assert said([1, 3]) == ("第 1–3 页", "1-3", ["1", "3"])
    assert said([3, 3]) == ("第 3 页", "3-3", ["3", "3"])
    assert said([3]) == ("第 3 页起", "3-None", ["3"])
    assert said([]) == ("", "None-None", [])


def test_linked_data_never_ends_its_script(small: Site, month: Page) -> None:
    said = head.linked_data(month, small, "")
    assert json.loads(said)["@type"] == "Article"
    assert "<" not in said


def test_mend_takes_the_base_apart_and_leaves_the_page() -> None:
    page = (
        '<html lang="zh" class="no-js"><body dir="ltr"><input class="md-toggle" id="__drawer"><script>alert(1)</script>'
        '<script type="application/json">{}</script><script defer src="a.js"></script>'
        '<div data-md-component="skip"></div><p>文</p></body></html>'
    )
    made = mend.mend(page, "month")
    assert made == (
        '<html lang="zh-Hans"><body class="kind-month"><script type="application/json">{}</script>'
        '<script defer src="a.js"></script><p>文</p></body></html>'
    )


def test_samples_for_servers_say_the_same_policy(root: Path) -> None:
    for name in ("nginx.conf", "_headers"):
        assert head.POLICY in (root / "builder" / "site" / "theme" / "server" / name).read_text("utf-8")
