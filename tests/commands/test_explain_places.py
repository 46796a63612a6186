"""`yearbook explain` for every id that is published and for every line of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.commands import explain as explaining
from builder.commands.build import Product, build
from builder.commands.explain import Explainer
from builder.commands.page_line import header_end, line_of
from builder.commands.places import same
from builder.edition.read import Read
from builder.sources.finding import Findings
from tests.project import SAMPLE, project


@pytest.fixture(scope="module")
def explainer(root: Path, everything: tuple[list[Read], Product]) -> Explainer:
    """Of the whole yearbook, with the volumes and links that this run has made."""
    reads, made = everything
    one = Explainer(root)
    one.__dict__.update(reads={read.volume.id: read for read in reads}, linkage=made.linkage)
    return one


def said(explainer: Explainer, place: str) -> str:
    return "\n".join(explainer.explain(place))


def test_every_published_id_has_a_place(explainer: Explainer, made: Product) -> None:
    names = {name for name in made.ids if not name.startswith("index/")} - explainer.reads.keys()
    assert len(names) > 2000
    assert names - explainer.places.keys() == set()
    # An announced annex that the raw text lacks is the one thing without a text of its own.
    empty = [name for name in names if not any(text.s for _, text in explainer.places[name].texts)]
    assert empty
    assert [name for name in empty if "未见于底本" not in said(explainer, name)] == []


def test_the_texts_of_a_place_are_its_owners_at_these_parts(explainer: Explainer, reads: dict[str, Read]) -> None:
    documents = {one.id: list(one.texts()) for read in reads.values() for one in read.volume.documents}
    for place in explainer.places.values():
        if place.owner in documents:
            assert [text.s for _, text in place.texts] == [documents[place.owner][n].s for n, _ in place.texts]
            parts = [n for n, _ in place.texts]
            full = [n for n, text in enumerate(documents[place.owner]) if text.s]
            assert parts == [n for n in full if parts[0] <= n <= parts[-1]] if parts else True


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        ("gazette-2021-2/jszb-2021-9#n-2", "二、主要目标", "各县（市、区）目标根据国家、省下达的任务另行分解。"),
        ("gazette-2021-2/jszb-2021-9#n-2-1", "（一）PM2.5和O3改善", "排名稳定退出后20位。"),
        ("gazette-2021-2/jszf-2021-1#n-1-5", "5. 压实企业主体责任。", "倒逼企业落实安全生产责任。"),
        ("plan-145/ch-01#s-1-3", "第三节 2035 年远景目标", "实质性进展。"),
    ],
)
def test_a_provision_ends_where_the_next_begins(explainer: Explainer, place: str, first: str, last: str) -> None:
    texts = [text.s for _, text in explainer.places[place].texts if text.s]
    assert texts[0].startswith(first)
    assert texts[-1].endswith(last)


def test_the_signing_block_is_no_part_of_the_last_provision(explainer: Explainer) -> None:
    texts = [text.s for _, text in explainer.places["gazette-2020-1/jszf-2020-3#n-3-4"].texts]
    assert texts
    assert [text for text in texts if "2020年" in text[-12:] or "公开发布" in text] == []


def test_a_place_begins_on_the_raw_line_that_its_page_bears(root: Path, explainer: Explainer) -> None:
    seen = 0
    for path in sorted((root / "docs").glob("[cgp]*/*/*.md")):
        volume = "-".join(path.relative_to(root / "docs").parts[:2])
        line_at = explainer.reads[volume].ledger.line
        page = path.read_text("utf-8")
        for anchor, line in re.findall(r'\{:? ?#(?!on-)([a-z\d-]+) [^}]*data-l="(\d+)', page):
            name = f"{volume}/{path.stem}#{anchor}"
            place = explainer.places.get(name) or explainer.places.get(f"{volume}/{anchor}")
            if place:
                seen += 1
                # The label of an annex stands in front of the title that bears its anchor.
                texts = [text for part, text in place.texts if text.s and part >= 0]
                first = [min(line_at(at) for at in text.at if at >= 0) for text in texts[:2]]
                assert int(line) in (first if "annex" in anchor else first[:1]), place.id
    assert seen > 1200


def test_an_annex_holds_its_provisions_and_no_other(explainer: Explainer) -> None:
    annex = {n for n, _ in explainer.places["gazette-2021-2/jszb-2021-9#annex-1"].texts}
    inner = {n for n, _ in explainer.places["gazette-2021-2/jszb-2021-9#annex-1-n-4"].texts}
    behind = {n for n, _ in explainer.places["gazette-2021-2/jszb-2021-9#scheme-2"].texts}
    assert inner < annex
    assert not annex & behind


def test_a_table_a_box_and_a_missing_annex(explainer: Explainer) -> None:
    assert "拴驴泉★" in said(explainer, "gazette-2020-1/jszb-2020-4#table-1")
    assert said(explainer, "plan-145/ch-01#box-1").startswith("plan-145/ch-01#box-1：《第一章")
    assert "附件本身未见于底本" in said(explainer, "gazette-2021-2/jszb-2021-9#annex-2")


def test_a_part_tells_its_own_links_and_the_whole_tells_all(explainer: Explainer) -> None:
    whole = said(explainer, "gazette-2021-2/jszb-2021-9")
    part = said(explainer, "gazette-2021-2/jszb-2021-9#n-1")
    assert "链接 “习近平” → person xi-jin-ping" in part
    assert whole.count("链接 ") > part.count("链接 ") > 0
    told = "大事记载其制发 chronicle-2020/2020-02-21-2"
    assert told in said(explainer, "gazette-2020-1/jszf-2020-3")
    assert told not in said(explainer, "gazette-2020-1/jszf-2020-3#n-1")


def test_a_text_of_several_lines_is_told_once(explainer: Explainer) -> None:
    lines = said(explainer, "gazette-2021-2/jszb-2021-9#n-2-1").splitlines()
    assert sum(line.startswith("  刊出：（一）PM2.5和O3改善") for line in lines) == 1
    raw = sum(line.startswith("gazette-2021-2 第 ") for line in lines)
    assert lines.count("  刊出：同在上面一段") == raw - 1 > 2


def test_an_edit_over_several_lines_is_told_at_each(explainer: Explainer) -> None:
    """A move and a long deletion stand at every raw line that they touch."""
    for read in explainer.reads.values():
        at = read.ledger.line
        row = next((row for row in read.ledger.rows if at(row.end - 1) - at(row.start) >= 2), None)
        if row:
            for number in range(at(row.start), at(row.end - 1) + 1):
                assert f"  {row.rule}：" in said(explainer, f"{read.volume.id}.txt:{number}")
            return
    pytest.fail("no edit touches three lines")


def test_a_month_and_a_volume_list_what_they_hold(explainer: Explainer) -> None:
    month = said(explainer, "chronicle-2021/2021-03")
    assert len(re.findall(r"^  chronicle-2021/2021-03-\S+：", month, re.MULTILINE)) == 38
    volume = said(explainer, "gazette-2021-2")
    assert volume.startswith("gazette-2021-2：晋城市人民政府公报 2021年第2期，底本 ")
    assert "  gazette-2021-2/2021-03：" in volume
    assert "  gazette-2021-2/jszb-2021-9：晋市政办〔2021〕9号《" in volume


def test_names_tell_their_mentions_and_what_found_them(explainer: Explainer) -> None:
    person = said(explainer, "index/persons/wang-zhen")
    assert "市长：2020-04-28 至 " in person
    assert re.search(r"^  chronicle-2020/2020-04-09-1 “王震”：person\.\w+", person, re.MULTILINE)
    assert said(explainer, "index/places/#cheng-qu").startswith("地名 城区：见于 ")
    assert said(explainer, "index/organisations/shi-zheng-fu-ban-gong-shi").startswith("机构 ")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("chronicle-2021/2021-03#2021-03-15-2", "chronicle-2021/2021-03-15-2"),
        ("chronicle-2021/2021-03#on-2021-03-15-1", "chronicle-2021/2021-03-15-1"),
        ("gazette-2020-1/2020-02#2020-02-month-1", "gazette-2020-1/2020-02-month-1"),
        ("chronicle-2021/2021-03#top", "chronicle-2021/2021-03"),
        ("index/persons/wang-zhen/", "index/persons/wang-zhen"),
        ("index/places/#cheng-qu", "index/places/cheng-qu"),
        ("plan-145/ch-01#s-1-3", "plan-145/ch-01#s-1-3"),
    ],
)
def test_other_spellings_of_an_id(asked: str, name: str) -> None:
    assert same(asked) == name


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("chronicle-2021/2021-03-15-9", "chronicle-2021/2021-03-15-"),
        ("gazette-2021-2/jszb-2021-9#n-1-2", "gazette-2021-2/jszb-2021-9#n-"),
        ("index/persons/wang-zheng", "index/persons/wang-zhen"),
    ],
)
def test_an_unknown_id_is_said_with_what_is_near(explainer: Explainer, asked: str, near: str) -> None:
    with pytest.raises(Findings) as found:
        explainer.explain(asked)
    start = f"{asked}:1  explain.place  is no raw line, page line or id. Hint: near to it are "
    assert str(found.value).startswith(start)
    assert near in str(found.value).removeprefix(start)


PAGE = "docs/chronicle/2020/02.md"


def numbered(root: Path, pattern: str, page: str = PAGE) -> int:
    """The number of the first line of a page that begins with a pattern."""
    lines = (root / page).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if re.match(pattern, line))


@pytest.mark.parametrize(
    ("pattern", "shift", "what"),
    [
        (r"- id: 2020-02-07-2", 0, "页首数据中的一条大事"),
        (r"- id: 2020-02-07-2", 2, "页首数据中的一条大事"),
        (r"\{: #2020-02-07-2 ", -1, "正文"),
        (r"\{: #2020-02-07-2 ", 0, "属性行，它所属的一段"),
        (r"\{: #2020-02-07-2 ", 1, "空行，它前面的一段"),
    ],
)
def test_the_lines_around_a_paragraph_tell_of_it(
    root: Path, explainer: Explainer, pattern: str, shift: int, what: str
) -> None:
    number = numbered(root, pattern) + shift
    told = said(explainer, f"{PAGE}:{number}")
    assert told.startswith(f"{PAGE} 第 {number} 行：{what}\n")
    assert "chronicle-2020 第 264 行：" in told
    assert "刊出：市长刘锋主持召开市政府第53次常务会议。" in told


def test_a_line_without_text_says_what_it_is(root: Path, explainer: Explainer) -> None:
    assert said(explainer, f"{PAGE}:1") == f"{PAGE} 第 1 行：页首数据，由书目、规则和链接得出，不是正文"
    assert "页首数据（volume）" in said(explainer, f"{PAGE}:{numbered(root, 'volume:')}")
    title = numbered(root, "# ")
    assert said(explainer, f"{PAGE}:{title}") == f"{PAGE} 第 {title} 行：本站所加，不出自底本"
    section = "docs/plan/145/ch-02.md"
    close = numbered(root, "</section>", section)
    told = said(explainer, f"{section}:{close}").splitlines()
    assert told[0] == f"{section} 第 {close} 行：本站所加，不出自底本，它前面的一段"
    assert told[1].startswith("plan-145 第 ")
    note = numbered(root, r"- \{n: 1,")
    assert "correction.apply" in said(explainer, f"{PAGE}:{note}")


def test_a_row_of_a_table_tells_of_that_row(root: Path, explainer: Explainer) -> None:
    page = "docs/gazette/2020-1/jszb-2020-4.md"
    told = said(explainer, f"{page}:{numbered(root, '<tr><td>2</td>', page)}")
    assert "刊出：拴驴泉★" in told
    assert "张峰水库" not in told


def test_every_line_of_every_page_of_a_volume_is_something(root: Path) -> None:
    for path in sorted((root / "docs").glob("[cgp]*/*/*.md")):
        page = path.read_text("utf-8").splitlines()
        assert header_end(page) > 0
        kinds = {line_of(page, number).said for number in range(1, len(page) + 1)}
        assert "正文" in kinds or path.name == "index.md", path


def inked(text: str) -> str:
    """Letters and figures alone: what escaping and markup cannot change."""
    return re.sub(r"<[^>]+>|&#?\w+;|[\W_]", "", text)


def test_every_row_of_a_table_leads_to_the_texts_that_stand_in_it(root: Path, reads: dict[str, Read]) -> None:
    rows, wrong = 0, []
    for path in sorted((root / "docs").glob("[gp]*/*/*.md")):
        page = path.read_text("utf-8").splitlines()
        volume = "-".join(path.relative_to(root / "docs").parts[:2])
        for number, shown in enumerate(page, 1):
            if shown.startswith("<tr") and (table := line_of(page, number).table):
                rows += 1
                texts = explaining.table_texts(reads[volume], f"{volume}/{path.stem}", *table)
                if inked(shown) != "".join(inked(text.s) for text in texts):
                    wrong.append((path.name, number, shown[:200], texts))
    assert rows > 300
    assert wrong == []


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("docs/chronicle/1999/01.md:9999", "docs/chronicle/1999/01.md:9999  explain.line  has "),
        ("chronicle-1999.txt:99", "chronicle-1999.txt:99  explain.line  has 13 lines. Hint: give a line of the file."),
        ("docs/none.md:3", "docs/none.md:3:1  explain.place  is no raw line, page line or id. Hint: give a page"),
        ("none.txt:3", "none.txt:3:1  explain.place  is no raw line, page line or id. Hint: see the files"),
        ("docs/index/persons.md:3", "docs/index/persons.md:3  explain.line  is a line of a page that is made from no"),
        ("qwerty", "qwerty:1  explain.place  is no raw line, page line or id. Hint: see `yearbook explain --help`."),
    ],
)
def test_what_cannot_be_explained_is_said(place: str, message: str, tmp_path: Path) -> None:
    root = project(tmp_path, SAMPLE)
    build(root)
    (root / "docs" / "index" / "persons.md").write_text("---\ntitle: 人物\nkind: index\n---\n\n# 人物\n", "utf-8")
    with pytest.raises(Findings) as found:
        explaining.explain(root, place)
    assert str(found.value).startswith(message)


def test_a_line_of_a_small_project(tmp_path: Path) -> None:
    root = project(tmp_path, SAMPLE)
    build(root)
    told = "\n".join(explaining.explain(root, "chronicle-1999.txt:6"))
    assert "第 6 行：△市长到某县调研。\n  刊出：市长到某县调研。\n" in told
    assert "entry.mark：“△” → “”。" in told
    assert "  空行" not in told
