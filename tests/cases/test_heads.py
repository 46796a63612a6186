"""Heads of documents as offices print them, through rules and reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.reading import documents, read_case

NOTICE = "某省人民政府\n关于表彰先进的通知\n某政发〔2009〕1号\n各市人民政府：\n表彰先进。\n某省人民政府\n2009年1月8日\n"
APART = (
    "某省人民政府办公厅文件\n\n某政办发〔2009〕24号\n\n某省人民政府办公厅关于加强高等学校\n\n毕业生就业工作的通知\n\n"
    "{}\n\n落实责任。\n\n二〇〇九年五月八日\n"
)


@pytest.mark.parametrize(("below", "count"), [("各市人民政府：", 2), ("落实就业责任。", 1)])
def test_a_title_below_its_number_may_stand_in_lines_apart(below: str, count: int, tmp_path: Path) -> None:
    """Where recipients follow; else the second line is a line like any other."""
    text = tmp_path / "raw.txt"
    text.write_text(NOTICE + APART.format(below), "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    title = "某省人民政府办公厅关于加强高等学校毕业生就业工作的通知"
    wanted = [(title, "某政办发〔2009〕24号", "某省人民政府办公厅", "2009-05-08")]
    assert [one[:4] for one in documents(read)][1:] == (wanted if count == 2 else [])


@pytest.mark.parametrize(
    "line",
    ["（2009年2月5日某政〔2009〕38号）", "某政〔2009〕38号　二〇〇九年二月五日", "2009年2月5日，某政〔2009〕38号"],
)
def test_the_date_beside_a_number_is_that_of_a_document_without_a_signing_block(line: str, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}某省人民政府关于开荒的通知\n{line}\n各市人民政府：\n开荒。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert documents(read)[1][1:4:2] == ("某政〔2009〕38号", "2009-02-05")


def test_a_number_in_front_of_a_title_begins_a_document_and_a_list_of_such_does_not(tmp_path: Path) -> None:
    title = "某省人民政府关于表彰劳动模范的决定"
    listed = "某政〔2003〕15号　关于加强砖瓦窑厂管理的通知\n某政〔2007〕62号　关于鼓励投资商贸市场的规定\n"
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}某政〔2009〕3号 {title}\n各市人民政府：\n废止以下文件：\n{listed}2009年2月5日\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [one[:4] for one in documents(read)][1:] == [(title, "某政〔2009〕3号", "某省人民政府", "2009-02-05")]


def test_offices_that_issue_jointly_give_a_number_each(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    title = "某省财政厅、中国人民银行某省分行关于清理欠税的联合通知"
    above = f"(87)某财字第9号\n(87)某银字第14号\n{title}\n各市财政局：\n清理欠税。\n1987年4月21日\n"
    below = f"{title}\n某财〔2009〕9号\n某银〔2009〕14号\n各市财政局：\n清理欠税。\n2009年4月21日\n"
    text.write_text(NOTICE + above + below, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [one[:2] for one in documents(read)][1:] == [(title, "〔87〕某财字第9号"), (title, "某财〔2009〕9号")]
    printed = [one.number.s for one in read.volume.documents]
    assert printed[1:] == ["（87）某财字第9号\n（87）某银字第14号", "某财〔2009〕9号\n某银〔2009〕14号"]


def test_a_number_may_bear_no_year(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}某省人民委员会关于\n禁止伐木的布告\n某林布字第2号\n禁止伐木。\n2009年2月5日\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert documents(read)[1][:2] == ("某省人民委员会关于禁止伐木的布告", "某林布字第2号")


def test_old_letters_tell_offices_and_kinds_as_the_new_ones_do(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    old = "某省人民委員會\n關於春耕的決定\n某政發〔1956〕3號\n各專員公署：\n春耕。\n某省人民委員會\n1956年2月8日\n"
    text.write_text(NOTICE + old, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 1956)
    assert documents(read)[1][:4] == ("關於春耕的決定", "某政發〔1956〕3号", "某省人民委員會", "1956-02-08")


@pytest.mark.parametrize("tail", ["（试行）的通知", "（试行）"])
def test_a_title_that_is_whole_may_have_one_line_more(tail: str, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    head = f"某政发〔2009〕3号\n某省人民政府\n关于印发某省政务公开考核办法\n{tail}\n各市：\n印发。\n2009年2月5日\n"
    text.write_text(NOTICE + head, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert documents(read)[1][0] == f"关于印发某省政务公开考核办法{tail}"


@pytest.mark.parametrize(("own", "title"), [("", "关于确定市树的决定"), ("现予公布。\n", "某市人大常委会公告")])
def test_a_public_notice_without_words_of_its_own_is_what_it_makes_known(own: str, title: str, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    passed = "（2009年9月22日某市第十五届人民代表大会常务委员会第二十八次会议通过）"
    head = f"某市人大常委会公告\n第7号\n{own}某市人民代表大会常务委员会\n关于确定市树的决定\n{passed}\n黑松为市树。\n"
    text.write_text(NOTICE + head, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    found = documents(read)[1]
    assert (found[0], found[1]) == (title, "某市人大常委会公告第7号")
    assert found[3] == ("2009-09-22" if not own else found[3])


@pytest.mark.parametrize("pages", [(1, 3), (1, 2)])
@pytest.mark.parametrize("number", ["某政〔2009〕1号\n", ""])
def test_contents_whose_pages_stand_in_front(pages: tuple[int, int], number: str, tmp_path: Path) -> None:
    """Where they count 1, 2 and no number of a document follows they may be the numbers of chapters."""
    listed = f"目录\n{pages[0]}　某省人民政府关于植树的通知\n{pages[1]}　某省人民政府关于欠税的决定\n"
    text = tmp_path / "raw.txt"
    body = f"{number}某省关于抗旱的通知\n各市：\n抗旱。\n某省人民政府\n2009年2月5日\n"
    text.write_text(f"某省人民政府公报\n{listed}{body}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    is_contents = bool(number) or pages == (1, 3)
    assert [one.page for one in read.volume.contents] == (list(pages) if is_contents else [])
