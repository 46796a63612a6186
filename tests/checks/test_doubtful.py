"""Every doubt about a boundary: what brings it about, what it says, what stops at it, and how it is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.doubtful import counted, listed
from builder.commands.build import product
from builder.commands.cli import main
from tests.commands.running import appended, run, written
from tests.project import catalogue_entry, project

JANUARY = "某市大事记\n1月\n1日，市政府召开会议。\n"
AFFORESTED = f"{JANUARY}2020年，全市完成造林一万亩。\n"
MARKED = "某市大事记\n1月\n" + "".join(f"◆{n}日，市政府召开第{n}次会议。\n" for n in range(1, 6))
STRAY = "3月5日，市长调研。\n4日，某会议召开。\n2月\n1日，开会。\n3月\n1日，开会。\n"
FRONT = "某市大事记\n1999年，全市完成造林一万亩。\n1月\n1日，市政府召开会议。\n"
BROKEN = [f"市政府第{n}次常务会议研究全市春季造林\n求各县抓紧\n" for n in "一二三四五六七八"]
NOTICE = "某市人民政府关于做好防汛工作的通知\n某政发〔1999〕7号\n各县人民政府：\n加强领导，落实责任。\n"
SIGNED = "某市人民政府\n1999年5月8日\n"
TRANSMITTED = "关于印发某市规划的通知\n各县人民政府：\n现印发给你们。\n"
RULES = "某市防汛办法\n第一条 加强领导。\n第二条 落实责任。\n"
CHAPTERS = "某市发展规划\n第一章 总论\n本章总述全局。\n第二章 任务\n任务清楚。\n第二章 保障\n落实责任。\n"

Facts = dict[str, object]
RECOGNISED: Facts = {"texture": "ocr-markdown"}
LAYERED: Facts = {"texture": "pdf-text"}
GAZETTE: Facts = {"id": "gazette-1999-1", "kind": "gazette"}
DOCUMENT: Facts = {"id": "document-1999", "kind": "document"}

ACCEPT = "accept it ([[volume.accept]])"
CORRECT = f"look at the book: correct it, or {ACCEPT}"
PRINTED = f"look at the book: correct it in corrections/, or {ACCEPT}"
PROFILE = f"declare the form of the labels in the profile, or {ACCEPT}"


def said(words: str, hint: str, volume: str = "chronicle-1999") -> str:
    """What a doubt says; `words` begin with its line."""
    return f"{volume}.txt:{words}. Hint: {hint}."


def told(raw: str, words: str, hint: str, facts: Facts | None = None) -> object:
    """A text, what the catalogue says of it beside the usual, and what is said."""
    volume = str((facts or {}).get("id", "chronicle-1999"))
    return pytest.param(raw, facts or {}, said(words, hint, volume), id=words.split("  ")[1])


FRONT_WORDS = "2  doubt.label.front  “1999年，全市完成造林一万亩。” looks like an entry and stands in the front matter"
SWALLOWED = (
    "4  doubt.label.swallowed  “2020年，全市完成造林一万亩。” looks like a label "
    "and was taken as text of the entry above"
)
NUMBER_WORDS = "4  doubt.number.loose  “某政发〔1999〕7号” looks like a document number and heads no document"
NUMBER_HINT = f"where a title was missed, write it into `documents` of the profile; if it is no number, {ACCEPT}"
ANOTHER = "where it is another document, write its title into `documents` of the profile; if it"
# Lines of one width, which a text layer's rules take for one paragraph.
FULL = "某市大事记\n1月\n1日 市政府召开第一次常务会议，研究全市春季造林工作。\n"
TEXTURE = f"is the texture right? If the book is so, {ACCEPT}"
# What `check` tells.
TOLD = [
    told(
        f"{FULL}2日 某大会举行，通过关于全市春季造林工作的决议一件。\n",
        "4  doubt.label.joined  “2日 某大会举行，通过关于全市春季造林工作的决议” begins a raw line like "
        "the label of an entry and was joined into a paragraph",
        TEXTURE,
        LAYERED,
    ),
    told(
        f"{FULL}某市人民政府办公室一九九九年全市春季造林工作实施方案\n"
        "全市造林一万亩的任务清楚明白，各县抓紧安排落实到位。\n",
        "4  doubt.heading.joined  “某市人民政府办公室一九九九年全市春季造林工作实施” begins a raw line like a "
        "heading and was joined into a paragraph",
        TEXTURE,
        LAYERED,
    ),
    told(
        NOTICE + SIGNED,
        "1  doubt.title.declared  “关于修路的通知” in the profile is of no use in this volume",
        "write the title as it is printed; take it out where it is out of date",
        {**GAZETTE, "profile": {"documents": ["关于修路的通知"]}},
    ),
    told(
        NOTICE + SIGNED + "督查情况通报\n各县要抓紧落实。\n",
        "7  doubt.title.issued  “督查情况通报” stands below the signing block and nothing above names it; it was taken "
        "as issued there",
        f"{ANOTHER} belongs there, {ACCEPT}",
        GAZETTE,
    ),
    told(
        NOTICE + "1月6日 市长到某县调研。\n" + SIGNED,
        "5  doubt.label.loose  “1月6日 市长到某县调研。” looks like an entry of a chronicle and stands "
        "inside a document",
        f"look at the book: correct the heading above that was missed; if it is none, {ACCEPT}",
        GAZETTE,
    ),
    told(AFFORESTED, SWALLOWED, PROFILE),
    told(
        JANUARY + STRAY,
        "4  doubt.label.month  the label “3月5日” is printed under 1999年1月, where it stays; "
        "a misprint or out of order",
        PRINTED,
    ),
    told(
        f"{JANUARY}3月\n1日，市长调研。\n2月\n5日，某大会举行。\n",
        "6  doubt.month.back  the month goes back (behind 3月) and is read as of 1999",
        f"look at the book; {ACCEPT}, or give the years in the catalogue",
    ),
    told(
        "某县大事记\n1999年\n6日，大旱。\n3月2日，开荒。\n",
        "3  doubt.label.monthless  of which month “6日” is a day is unknown; the label stands as printed, "
        "without a date",
        f"look at the book: correct the heading of the month that was missed, or {ACCEPT}",
    ),
    told(
        "某县大事记\n6月，大旱。\n一九九九年\n3月，开荒。\n",
        "3  doubt.month.back  the month goes back (behind 6月) and is read as of 1999",
        f"look at the book; {ACCEPT}, or give the years in the catalogue",
    ),
    told(
        f"{JANUARY}2月\n3月\n5日，某大会举行。\n",
        "4  doubt.month.empty  1999年2月 is named and has no entry",
        f"look at the book; if it is so, {ACCEPT}",
    ),
    told(
        "某市1998年大事记\n1月\n1日，市政府召开会议。\n",
        "1  doubt.year.other  the text says 1998, the catalogue 1999; the text is followed",
        f"mend `year` in the catalogue, or {ACCEPT}",
    ),
    told(
        f"{JANUARY}2日，某大会举行。△市长到某县调研。\n",
        "4  doubt.entry.inside  inside of “某大会举行。△市长到某县调研。” stands a sign that opens an entry",
        f"break the line in front of the sign by a correction, or {ACCEPT}",
    ),
    told(
        f"{JANUARY}## 附记\n",
        "4  doubt.mark.left  “## 附记” bears signs of Markdown, which are published as they stand",
        "is its texture ocr-markdown? Else accept it ([[volume.accept]])",
    ),
    told(
        f"{JANUARY}2日，加快发展加快发展，某大会举行。\n",
        "4  doubt.bold.left  “加快发展加快发展，某大会举行。” says its beginning twice, "
        "as bold type does in a text layer",
        "is its texture pdf-text? Else accept it ([[volume.accept]])",
    ),
    told(
        JANUARY + "".join(BROKEN),
        "4  doubt.lines.broken  from “市政府第一次常务会议研究全市春季造林求各县抓紧” on 8 lines "
        "look broken at the column's end and were not joined",
        f"is the texture right? If the book is so, {ACCEPT}",
    ),
    told(f"{JANUARY}某政发〔1999〕7号\n", NUMBER_WORDS, NUMBER_HINT),
    told(
        NOTICE + TRANSMITTED + SIGNED,
        "5  doubt.title.swallowed  “关于印发某市规划的通知” looks like a title with recipients below and stands inside "
        "another document",
        f"{ANOTHER} is transmitted there, {ACCEPT}",
        GAZETTE,
    ),
    told(
        f"目录\n关于做好防汛工作的通知……1\n督查情况通报……4\n{NOTICE}{SIGNED}",
        "3  doubt.contents.missing  the contents list “督查情况通报…4”, and nothing in the body was read under that "
        "title",
        "look at the book: correct a title, number or date that is missing in the body; if it is no document or not "
        f"printed, {ACCEPT}",
        GAZETTE,
    ),
    told(
        f"{JANUARY}2月3日\n3月4日，市长调研。\n",
        "4  doubt.entry.empty  nothing stands under the label “2月3日”",
        f"look at the book: where it is a heading, correct it; if the book is so, {ACCEPT}",
    ),
    told(
        f"{JANUARY}第二章 保障\n",
        "4  doubt.heading.swallowed  “第二章 保障” looks like a heading and was taken as text",
        CORRECT,
    ),
    told(
        "某市防汛方案\n加强领导，落实责任。\n6月份\n检查河道。\n",
        "3  doubt.month.swallowed  “6月份” names a month and was taken as text",
        CORRECT,
        DOCUMENT,
    ),
    told(
        f"{JANUARY}指标\t数量\n",
        "4  doubt.table.swallowed  “指标\t数量” has tabs like a row of a table and was taken as text",
        f"look at the book: rows of a table stand together; if it is none, {ACCEPT}",
    ),
    told(
        CHAPTERS,
        "6  doubt.chapter.twice  the number of “第二章 保障” was printed before; each has a page",
        PRINTED,
        DOCUMENT,
    ),
    told(
        NOTICE + SIGNED + RULES,
        "7  doubt.document.loose  “某市防汛办法” has no number and is taken as a document by itself "
        "for the shape of its title alone",
        f"look at the book: if it belongs to the one before, say so in layout/; else {ACCEPT}",
        GAZETTE,
    ),
]
# What only the list of all tells.
LISTED = [
    told(
        NOTICE + "自下列日期起封山：\n1999年4月5日\n封山期间禁止用火。\n" + SIGNED,
        "6  doubt.date.inside  “1999年4月5日” stands on a line of its own like the date of a signing block; another "
        "one follows, and it was taken as text",
        "see the printed book; where another document ends here, correct it",
        GAZETTE,
    ),
    told(
        NOTICE + "春耕生产电话会议纪实\n会议讲了三点意见。\n" + SIGNED,
        "5  doubt.title.loose  “春耕生产电话会议纪实” looks like the title of a document or annex "
        "and was taken as text",
        "where it is the title of a document, write it into `documents` of the profile",
        GAZETTE,
    ),
    told(
        NOTICE + "某市春季造林实施方案\n" + SIGNED,
        "5  doubt.title.loose  “某市春季造林实施方案” looks like the title of a document or annex "
        "and was taken as text",
        "where it is the title of a document, write it into `documents` of the profile",
        GAZETTE,
    ),
    told(
        f"{MARKED}6日全天降雪，市区积雪一尺。\n",
        "8  doubt.label.inside  “6日全天降雪，市区积雪一尺。” begins with a date "
        "and was taken as text of the entry above",
        "if it is an entry, put a comma behind its date by a correction; else leave it",
    ),
    told(
        f"{JANUARY}2日，某大会举行。3日，市长到某县调研。\n",
        "4  doubt.label.behind  inside of “某大会举行。3日，市长到某县调研。” a day and a comma follow a full stop, "
        "as at the head of an entry",
        "see the printed book; where it is another entry, break the line in corrections/",
    ),
    told(
        "某市大事记\n1月\n" + "".join(f"{n}日，第{n}次会议召开。\n" for n in range(1, 7)) + "某厂建成，日产百吨。\n",
        "9  doubt.line.loose  “某厂建成，日产百吨。” bears no date and goes on with the entry above, in a book where a "
        "line is an entry",
        "see the printed book; where it is another entry, put a sign or a date in front of it by a correction",
    ),
    told(
        "某市大事记\n1月5日\n市政府召开会议。\n某路通车。\n1月8日\n某厂投产。\n",
        "4  doubt.line.shared  “某路通车。” is not the first paragraph below the label “1月5日”: an entry or not, as "
        "most of this book are",
        "see the printed book; where it is read the wrong way, say `lines` in the profile",
    ),
    told(
        f"{MARKED}本月开始整顿商店，各县照办。\n",
        "8  doubt.label.inside  “本月开始整顿商店，各县照办。” begins with a date "
        "and was taken as text of the entry above",
        "if it is an entry, put a comma behind its date by a correction; else leave it",
    ),
    told(
        f"{JANUARY}2日，某大会举行。同月　市长到某县调研。\n",
        "4  doubt.label.behind  inside of “某大会举行。同月　市长到某县调研。” a day and a comma follow a full stop, "
        "as at the head of an entry",
        "see the printed book; where it is another entry, break the line in corrections/",
    ),
    told(
        f"{JANUARY}改革开放以来\n2日，某大会举行。\n",
        "4  doubt.heading.loose  “改革开放以来” is short, ends nothing and was taken as text of the entry above",
        "see the printed book: it may be a heading",
    ),
    told(
        f"{JANUARY}3日至5日，某大会举行。\n同日，市长到某县调研。\n",
        "5  doubt.label.same  “同日” of “同日，市长到某县调研。” follows “3日至5日” and may mean one day of it; "
        "the whole stretch is given",
        "look at the book; nothing needs to be done",
    ),
    told(
        f"{JANUARY}— 12 —\n",
        "4  doubt.page.left  “— 12 —” looks like a page number and was taken as text",
        f"take it out by a correction, or {ACCEPT}",
        RECOGNISED,
    ),
]
# What comes near to a doubt and is none.
QUIET = {
    "a label with a sign": (f"{MARKED}◆6日全天降雪，市区积雪一尺。\n", {}),
    "a heading that names the year again": ("某县大事记\n6月，大旱。\n一九九九年\n7月，开荒。\n", {}),
    "a paragraph that a colon announces": (
        "某市大事记\n1月\n" + "".join(f"{n}日，第{n}次会议召开：\n" for n in range(1, 7)) + "某厂建成，日产百吨。\n",
        {},
    ),
    "the year of the catalogue": ("某市1999年大事记\n1月\n1日，市政府召开会议。\n", {}),
    "a cover's month": ("某市发展规划\n1999年5月\n第一章 总论\n本章总述全局。\n", DOCUMENT),
    "Markdown in recognised text": (f"{JANUARY}## 附记两则，从略。\n", RECOGNISED),
    "doubled bold in a text layer": (f"{JANUARY}2日，加快发展加快发展，某大会举行。\n", LAYERED),
    "an entry with a sign on a line of its own": (f"{FULL}△某大会举行，通过决议一件。\n", {}),
    "a day within a joined sentence": (
        f"{FULL[:-2]}，\n2日 某大会举行，通过关于全市春季造林工作的决议一件。\n",
        LAYERED,
    ),
    "a scheme that the notice names": (
        NOTICE.replace("加强领导", "现印发《某市防汛工作预案》，加强领导")
        + SIGNED
        + "某市防汛工作应急预案\n各县要抓紧落实。\n",
        GAZETTE,
    ),
    "a line that a paragraph announces": (
        NOTICE.replace("责任。", "责任：") + "春耕生产电话会议纪实\n会议开过。\n" + SIGNED,
        GAZETTE,
    ),
    "what stands at the foot of a document": (NOTICE + SIGNED + "主题词：水利 防汛 通知\n", GAZETTE),
    "a number between pages": (f"{JANUARY}— 12 —\n2日，某大会举行。\n", {}),
    "a few lines that end nothing": (JANUARY + "".join(BROKEN[1:]), {}),
    "a number in its head": (NOTICE + SIGNED, GAZETTE),
    "a chapter that a sentence names": (f"{JANUARY}第二章规定，各县负责。\n", {}),
    "a table": (f"{JANUARY}指标\t数量\n造林\t一万亩\n", {}),
    "chapters in their order": (CHAPTERS.replace("第二章 保障", "第三章 保障"), DOCUMENT),
}


def doubted(root: Path) -> list[str]:
    """Every doubt of the one volume, the light ones too."""
    return [str(one) for one in listed(product(root)[0][0])]


def accepted(root: Path, *nears: str) -> Path:
    """Accept places of the last volume of the catalogue; gives the project's folder."""
    tables = (f'\n[[volume.accept]]\nnear = "{near}"\nwhy = "原书如此"\n' for near in nears)
    return appended(root, "".join(tables))


def unneeded(line: int, near: str) -> str:
    return (
        f"catalogue.toml:{line}  accept.unneeded  nothing at “{near}” is doubtful any more. "
        "Hint: take this [[volume.accept]] out."
    )


@pytest.mark.parametrize(("raw", "facts", "wanted"), TOLD)
def test_check_tells_it_and_the_build_goes_on(
    raw: str, facts: Facts, wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, raw, **facts)
    assert run(root, capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (1, [wanted])
    assert main(["--root", str(root), "build"]) == 0
    assert capsys.readouterr().out.endswith(f"疑处：1 处待定\n  {wanted}\n")
    assert counted(product(root)[0][0]) == (0, 0, 1)


@pytest.mark.parametrize(("raw", "facts", "wanted"), LISTED)
def test_a_light_one_is_listed_and_no_more(
    raw: str, facts: Facts, wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, raw, **facts)
    assert run(root, capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (0, [])
    assert doubted(root) == [wanted]
    assert main(["--root", str(root), "build"]) == 0
    assert capsys.readouterr().out.endswith("疑处：1 处待看\n")
    assert main(["--root", str(root), "check", "--doubts"]) == 0
    assert capsys.readouterr().out.endswith(f"\n{wanted}\n")
    assert counted(product(root)[0][0]) == (0, 1, 0)


@pytest.mark.parametrize(("raw", "facts"), QUIET.values(), ids=QUIET)
def test_what_comes_near_and_is_no_doubt(raw: str, facts: Facts, tmp_path: Path) -> None:
    assert doubted(project(tmp_path, raw, **facts)) == []


def test_a_heavy_one_stops_the_build_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, FRONT)
    before = sorted(root.rglob("*"))
    assert run(root, capsys, "build") == (1, [said(FRONT_WORDS, PROFILE)])
    assert sorted(root.rglob("*")) == before
    assert run(root, capsys, "check")[1].count(said(FRONT_WORDS, PROFILE)) == 1
    assert run(accepted(root, "全市完成造林一万亩"), capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (0, [])
    assert doubted(root) == []
    assert counted(product(root)[0][0]) == (1, 0, 0)


@pytest.mark.parametrize(
    "front", ["惠王九年（前668）\n", "宣王十七年（公元前811年），某侯迁都。\n", "1999年，全市造林达到一万亩。\n"]
)
def test_an_entry_on_the_cover_stops_the_build(front: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cover = f"某县大事记\n{front}目录\n1月……1\n1月\n1日，市政府召开会议。\n"
    code, findings = run(project(tmp_path, cover), capsys, "build")
    assert code == 1
    assert [one.split("  ")[:2] for one in findings] == [["chronicle-1999.txt:2", "doubt.label.front"]]


@pytest.mark.parametrize("near", ["2020年，全市完成造林一万亩。", "全市完成", " 2020 年，全市\u3000完成"])
def test_an_acceptance_silences_the_line_that_holds_it(
    near: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = accepted(project(tmp_path, f"{AFFORESTED}某政发〔1999〕7号\n"), near)
    other = NUMBER_WORDS.replace("4", "5", 1)
    assert run(root, capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (1, [said(other, NUMBER_HINT)])
    assert counted(product(root)[0][0]) == (1, 0, 1)


@pytest.mark.parametrize(
    "near",
    [
        "某大会举行",
        "市政府召开会议。2020年",
        "2020年，全市完成造林二万亩",
        "市政府召开会议，研究全市春季造林工作并作出部署，各县参加",
    ],
)
def test_an_acceptance_that_no_doubt_needs_is_told_once(
    near: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = accepted(project(tmp_path, AFFORESTED), "全市完成", near)
    assert run(root, capsys, "build") == (1, [unneeded(14, near[:24])])
    assert not (root / "docs").exists()
    assert run(root, capsys, "check")[1].count(unneeded(14, near[:24])) == 1


def test_it_is_the_acceptance_of_its_own_volume(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first volume's is needed there, and does not hold for the second, whose own is not needed."""
    root = accepted(project(tmp_path, AFFORESTED), "全市完成")
    other = AFFORESTED.replace("2020", "2021")
    written(root, "chronicle-2000.txt", other)
    entry = catalogue_entry(other.encode(), id="chronicle-2000", year=2000, title="某市大事记（2000）")
    accepted(appended(root, f"\n{entry}"), "某大会举行")
    assert run(root, capsys, "build") == (1, [unneeded(23, "某大会举行")])
    open_ = said(SWALLOWED.replace("2020年", "2021年"), PROFILE, "chronicle-2000")
    assert [one for one in run(root, capsys, "check")[1] if "doubt." in one] == [open_]
