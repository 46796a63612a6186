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


@pytest.mark.parametrize(
    ("below", "date"),
    [
        ("1999年7月13日，国家海洋局", "1999-07-13"),
        ("（1992年12月17日某省第七届人民代表大会常务委员会第三十一次会议通过）", "1992-12-17"),
        ("1999年7月13日，大雨", None),
    ],
)
def test_a_regulation_says_below_its_title_when_it_was_made(below: str, date: str | None, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}印发。\n海洋预报管理规定\n{below}\n第一条　预报。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 1999)
    assert [(one[0], one[3]) for one in documents(read)][1:] == ([("海洋预报管理规定", date)] if date else [])


@pytest.mark.parametrize(("printed", "count"), [("浚", 1), ("竣", 1), ("通", 1), ("挖土疏", 2)])
def test_a_scheme_that_its_notice_names_with_one_letter_wrong_is_the_same(
    printed: str, count: int, tmp_path: Path
) -> None:
    scheme = "某市县乡河道疏{}工程项目及资金管理实施细则"
    raw = f"某省人民政府\n关于转发《{scheme.format('浚')}》的通知\n某政发〔2009〕1号\n各市：\n转发。\n2009年1月8日\n"
    text = tmp_path / "raw.txt"
    text.write_text(f"{raw}{scheme.format(printed)}\n第一条　疏浚。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert len(read.volume.documents) == count


@pytest.mark.parametrize(("office", "count"), [("财政部、司法部", 2), ("财政司法", 1)])
def test_an_office_below_a_title_that_stands_apart_issues_it(office: str, count: int, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    raw = f"{NOTICE.rstrip()}\n附注。\n\n\n关于返还基金问题的通知\n{office}\n现通知如下：返还。\n"
    text.write_text(raw, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert len(read.volume.documents) == count


def test_an_order_may_bear_its_term_in_brackets(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    raw = "中华人民共和国主席令（九届第37号）\n《某法》现予公布。\n2000年10月31日\n某法\n第一条　立法。\n"
    text.write_text(NOTICE + raw, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2000)
    assert documents(read)[1][:4:3] == ("中华人民共和国主席令", "2000-10-31")


def test_a_title_on_the_cover_is_doubted(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"某省人民政府公报\n关于返还基金问题的通知\n返还。\n{NOTICE}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [(one.key, one.said) for one in read.doubts] == [("title.loose", "关于返还基金问题的通知")]


@pytest.mark.parametrize(
    ("last", "count"), [("主管主办：某省人民政府办公厅　刊号：CN37-0000", 1), ("电话：0000-1234567", 0)]
)
def test_who_prints_a_gazette_belongs_to_no_document(last: str, count: int, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}\n某省人民政府公报\n{last}\n15\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    front = [[block.text.s for block in page.blocks] for page in read.volume.front]
    assert front == [["某省人民政府公报", last, "15"]] * count


def test_one_office_and_others_issue_a_document(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    head = "某省农业厅等4部门\n关于规范农机服务的通知\n某农字〔2022〕17号\n各市：\n规范。\n2022年8月1日\n"
    text.write_text(NOTICE + head, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2022)
    assert read.volume.documents[1].issuer.s == "某省农业厅等4部门"


def test_a_title_goes_on_where_a_quoted_name_is_not_closed(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    head = "某市人民政府\n关于印发《某市电梯更新计划\n（2018—2020年）》的通知\n某政发〔2018〕14号\n"
    text.write_text(f"{NOTICE}{head}各区：\n更新。\n2018年8月1日\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2018)
    assert documents(read)[1][0] == "关于印发《某市电梯更新计划（2018—2020年）》的通知"


@pytest.mark.parametrize(
    ("title", "below", "date"),
    [
        ("在全区防汛工作会议上的讲话", "行署副专员　佟万山\n（一九九八年五月二十日）\n同志们：", "1998-05-20"),
        (
            "关于合作医疗的报告",
            "——2004年4月6日在州人大\n常委会第八次会议上\n州卫生局局长　吴启芳\n各位委员：",
            "2004-04-06",
        ),
        ("某县人民委员会任免名单", "任命：", None),
        ("某州十一届人大常委会第八次会议议程", "（2004年4月6日某州十一届人大常委会\n第八次会议通过）", "2004-04-06"),
    ],
)
def test_documents_of_a_congress_and_of_persons(title: str, below: str, date: str | None, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}{title}\n{below}\n会议开始。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [(one[0], one[3]) for one in documents(read)][1:] == [(title, date)]


def test_the_office_of_a_notice_may_stand_on_two_lines(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    raw = "某族自治州人民代表大会\n常务委员会公告\n（第5号）\n《某条例》现予公布。\n某常务委员会\n2004年4月8日\n"
    text.write_text(NOTICE + raw, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2004)
    wanted = ("某族自治州人民代表大会常务委员会公告", "某族自治州人民代表大会常务委员会公告第5号")
    assert documents(read)[1][:2] == wanted


def test_contents_with_pages_in_chinese_figures_behind_a_dated_masthead(tmp_path: Path) -> None:
    listed = "某省人民政府关于表彰先进的通知……（一）\n某省人民政府关于植树的通知……（一〇）\n"
    text = tmp_path / "raw.txt"
    text.write_text(f"某省人民政府公报\n二〇〇九年二月八日\n目录\n{listed}{NOTICE}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [one.page for one in read.volume.contents] == [1, 10]
    assert documents(read)[0][:2] == ("关于表彰先进的通知", "某政发〔2009〕1号")


def test_contents_whose_titles_go_on_in_the_next_line(tmp_path: Path) -> None:
    listed = "1　某省人民政府关于表彰先进的通知\n（某政发〔2009〕1号）\n部门文件\n"
    listed += "9　某省财政厅关于做好\n2022年度缴费工作的通知\n"
    text = tmp_path / "raw.txt"
    text.write_text(f"某省人民政府公报\n目录\n市政府文件\n{listed}XZCR—2021—0007\n{NOTICE}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    told = [(one.title, one.page, one.section) for one in read.volume.contents]
    assert told == [
        ("某省人民政府关于表彰先进的通知（某政发〔2009〕1号）", 1, "市政府文件"),
        ("某省财政厅关于做好2022年度缴费工作的通知", 9, "部门文件"),
    ]
    assert documents(read)[0][:2] == ("关于表彰先进的通知", "某政发〔2009〕1号")


@pytest.mark.parametrize("heading", ["某县2019年1—3月大事记", "某县人民政府大事记\n（2019年1月—3月）"])
def test_a_chronicle_of_several_months_in_a_gazette(heading: str, tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"{NOTICE}\n━━━━━━━━━━\n大事记\n{heading}\n1月\n4日，开会。\n2月\n2日，慰问。\n", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2019)
    assert [(one.month, len(one.entries)) for one in read.volume.months] == [(1, 1), (2, 1)]


def test_what_is_announced_as_annexed_begins_no_document(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    annex = "附：某部关于护林防火工作的报告\n护林。\n某部\n2009年2月18日\n"
    text.write_text(NOTICE + annex, "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert len(read.volume.documents) == 1


def test_the_masthead_is_no_part_of_a_title(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(f"某县人民政府公报 2009年第4期\n县政府令\n{NOTICE}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert [one[0] for one in documents(read)] == ["关于表彰先进的通知"]


def test_a_chronicle_that_the_contents_list_is_no_document(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    listed = "目录\n某省人民政府关于表彰先进的通知……1\n某省人民政府2009年1—2月大事记……9\n"
    months = "某省人民政府2009年1—2月大事记\n1月\n5日，开会。\n2月\n3日，慰问。\n"
    text.write_text(f"某省人民政府公报\n{listed}{NOTICE}{months}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert len(documents(read)) == 1
    assert [(one.month, len(one.entries)) for one in read.volume.months] == [(1, 1), (2, 1)]


def test_a_date_may_say_where_it_was_signed(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(NOTICE.replace("2009年1月8日", "二〇〇九年一月八日于北京"), "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 2009)
    assert documents(read)[0][3] == "2009-01-08"


def test_a_line_between_two_dots_heads_a_column(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    rule = "某市房屋租赁管理规定\n（1996年7月15日某市人民政府令第9号发布）\n第一条　管理。\n"
    text.write_text(f"{NOTICE}·法规·规章·\n{rule}", "utf-8")
    read, _ = read_case(tmp_path, text, "gazette", 1996)
    assert (documents(read)[1][0], read.volume.documents[1].column.s) == ("某市房屋租赁管理规定", "·法规·规章·")
