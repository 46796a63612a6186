"""A gazette from clean lines: an invented one, with what real ones do."""

from __future__ import annotations

from builder.edition.apparatus import Apparatus
from builder.engine.ledger import Ledger
from builder.engine.rule import Facts
from builder.model.blocks import Heading, Table
from builder.model.volume import Attachment, Volume
from tests.readers.reading import volume

FRONT = """山水市人民政府公报
主编：甲乙
目录
2030年第1期
山水市人民政府
关于印发造林办法的通知.....1
山水市人民政府办公室
停车方案.....9
大事记
山水市人民政府1月大事记.....12
"""
FIRST = """山水市人民政府
关于印发造林办法的通知
山政发〔2030〕1号
各县（市、区）人民政府：
《造林办法》已经市人民政府同意，现印发给你们。
山水市人民政府办公室
2030年1月5日
（此件公开发布）
造林办法
（2030—2032年）
一、目标
成林。
附件：1.树种名录
2.任务表
附件２
任务一览表
序号\t任务
1\t植树
"""
SECOND = """停车方案
山政办[2030]2 号
市区车位不足。
"""
CHRONICLE = """山水市人民政府1月大事记
2030年元旦开工。
1月6日 市长甲乙调研。
※市长甲乙开会。
"""


def made(raw: str = FRONT + FIRST + SECOND + CHRONICLE) -> Volume:
    return volume(raw, [("heading", "停车方案\n山")])


def test_front_matter_and_contents() -> None:
    one = made()
    assert [page.id for page in one.front] == ["masthead", "contents"]
    assert [(c.title, c.page, c.section) for c in one.contents][:2] == [
        ("关于印发造林办法的通知", 1, "山水市人民政府"),
        ("停车方案", 9, "山水市人民政府办公室"),
    ]


def test_metadata_of_a_document() -> None:
    first, second = made().documents
    assert (first.title.s, first.number_read, first.date) == (
        "关于印发造林办法的通知",
        "山政发〔2030〕1号",
        "2030-01-05",
    )
    assert (first.recipients.s, first.public, first.page) == ("各县（市、区）人民政府：", True, 1)
    assert first.section == "山水市人民政府"
    # The signature says who issued it, where the heading says another.
    assert (first.issuer.s, first.issuer_read) == ("山水市人民政府", "山水市人民政府办公室")
    # Without a heading and a signature the contents say it.
    assert (second.number_read, second.date, second.issuer_read) == ("山政办〔2030〕2号", None, "山水市人民政府办公室")


def test_a_notice_and_its_scheme_are_one_document() -> None:
    first = made().documents[0]
    titles = [b.text.s for b in first.blocks if isinstance(b, Heading) and b.level == 0]
    assert titles == ["造林办法（2030—2032年）"]


def test_annexes_by_label_and_the_missing_one() -> None:
    one, two = made().documents[0].attachments
    assert (one.label, one.announced, one.missing, one.anchor) == ("附件1", "树种名录", True, "annex-1")
    assert (two.label, two.title.s, two.missing, two.anchor) == ("附件2", "任务一览表", False, "annex-2")
    assert [b.anchor for b in two.blocks] == ["table-1"]


def test_an_annex_of_two_pieces() -> None:
    pieces = "附件2\n任务函（一）\n（部门名称）：\n任务函（二）\n（部门名称）：\n"
    raw = FIRST.split("附件２", maxsplit=1)[0].replace("任务表", "任务函") + pieces
    annex = volume(raw).documents[0].attachments[1]
    assert (annex.announced, annex.title.s) == ("任务函", "")
    headings = [(b.anchor, b.text.s) for b in annex.blocks if isinstance(b, Heading)]
    assert headings == [("annex-2-1", "任务函（一）"), ("annex-2-2", "任务函（二）")]


def test_an_annex_without_a_label() -> None:
    raw = FIRST.split("附件：", maxsplit=1)[0] + "植树项目\n序号\t项目\n1\t东山\n"
    (document,) = volume(raw, [("heading", "植树项目")]).documents
    (annex,) = document.attachments
    assert (annex.label, annex.title.s, annex.missing) == ("", "植树项目", False)


def test_several_schemes_in_one_document() -> None:
    raw = FIRST.replace("《造林办法》", "《造林办法》《护林办法》") + "护林办法\n一、目标\n无火。\n"
    (document,) = volume(raw).documents
    assert [b.anchor for b in document.blocks if isinstance(b, Heading) and b.level == 1] == ["n-1", "p2-n-1"]
    # The annexes of the first scheme stand in front of the second, as they are printed.
    assert [one.at for one in document.attachments] == [
        next(i for i, b in enumerate(document.blocks) if b.text.s == "护林办法")
    ] * 2


def test_the_gazette_s_own_chronicle() -> None:
    (month,) = made().months
    assert month.id == "gazette-2030-1/2030-01"
    assert [h.s for h in month.headings] == ["山水市人民政府1月大事记"]
    assert [(e.start, e.further) for e in month.entries][1:] == [("2030-01-06", False), ("2030-01-06", True)]
    assert month.entries[0].start == "2030-01-01"
    assert month.entries[0].page == 12
    # The day that is supplied says the month, as those that are printed do.
    assert [e.label for e in month.entries] == ["1月1日", "1月6日", "1月6日"]


def test_a_supplied_label_says_no_month_where_the_printed_ones_say_none() -> None:
    (month,) = made(FRONT + FIRST + SECOND + CHRONICLE.replace("1月6日 ", "6日 ")).months
    assert [e.label for e in month.entries] == ["1日", "6日", "6日"]


def test_pages_from_the_contents_alone_reach_no_further_than_the_first_block() -> None:
    one = made()
    first, second = one.documents
    pages = Apparatus(Ledger(""), Facts(), one.turns)
    texts = [text for block in first.all_blocks() for text in block.texts()]
    assert [pages.page(text) for text in texts] == [1] + [None] * (len(texts) - 1)
    assert [pages.page(second.title), pages.page(second.blocks[0].text)] == [9, 9]
    assert pages.page(one.months[0].entries[1].paragraphs[0]) is None
    assert [turn[:2] for turn in pages.turns(first.title)] == [(0, 1)]
    assert not any(pages.turns(text) for text in texts)


def test_a_gazette_without_front_matter() -> None:
    one = made(
        FIRST + SECOND.replace("停车方案", "山水市人民政府办公室\n停车方案") + CHRONICLE.replace("停车方案\n山", "")
    )
    assert one.front == []
    assert [d.id for d in one.documents] == ["gazette-2030-1/szf-2030-1", "gazette-2030-1/szb-2030-2"]


def test_contents_keep_a_gap_between_title_and_page() -> None:
    contents = made(FRONT.replace("通知.....1", "通知 .....1") + FIRST + SECOND + CHRONICLE).front[1]
    assert [block.text.s for block in contents.blocks][3] == "关于印发造林办法的通知 1"


def test_contents_with_pages_in_brackets() -> None:
    one = made(FRONT.replace(".....1\n", "……（1）\n") + FIRST + SECOND + CHRONICLE)
    assert (one.contents[0].title, one.contents[0].page) == ("关于印发造林办法的通知", 1)
    assert one.documents[0].page == 1
    assert one.front[1].blocks[3].text.s == "关于印发造林办法的通知…（1）"


DECREE = """山水市人民政府令
第 5 号
《供水办法》已经通过，现予公布。
市长 甲乙
2030年3月1日
供水办法
第一条 制定本办法。
山水市人民政府公告（2030年第3号）
现公告如下：
一、森林防火期。全年。
山水市人民政府
二○三○年四月二日
"""


def test_decrees_and_public_notices() -> None:
    one = volume(DECREE)
    assert [d.id.split("/")[1] for d in one.documents] == ["sssrmzfl-2030-5", "sssrmzfgg-2030-3"]
    assert [d.title.s for d in one.documents] == ["山水市人民政府令", "山水市人民政府公告"]
    assert [d.number_read for d in one.documents] == ["山水市人民政府令第5号", "山水市人民政府公告2030年第3号"]
    assert [d.issuer_read for d in one.documents] == ["山水市人民政府", "山水市人民政府"]
    assert [d.date for d in one.documents] == ["2030-03-01", "2030-04-02"]
    assert [b.text.s for b in one.documents[0].blocks if isinstance(b, Heading)] == ["供水办法"]


UNNUMBERED = """山水市人民政府
关于开展爱国卫生月活动的通知
各县（市、区）人民政府：
请认真开展活动。
2030年3月1日
山水市人民政府
关于甲乙任职的通知
山政任〔2030〕３号
任命甲乙为局长。
山水市人民政府
2030年3月2日
山水市人民政府
关于丙丁任职的通知
山政任（2030）3号
任命丙丁为局长。
"""


def test_a_document_without_a_number_and_two_with_one() -> None:
    one = volume(UNNUMBERED, [("heading", "山水市人民政府\n关于开展爱国卫生月活动的通知")])
    assert [d.id.split("/")[1] for d in one.documents] == ["doc-2030-1", "szr-2030-3", "szr-2030-3-2"]
    assert [d.number_read for d in one.documents] == ["", "山政任〔2030〕3号", "山政任〔2030〕3号"]
    assert one.documents[0].recipients.s == "各县（市、区）人民政府："


def test_an_annex_behind_the_scheme_stays_there() -> None:
    raw = FIRST.replace("附件：1.树种名录\n2.任务表\n附件２", "附件２").replace(
        "山水市人民政府办公室\n2030", "附件：1.树种名录\n2.任务表\n山水市人民政府办公室\n2030"
    )
    (document,) = volume(raw).documents
    parts = [
        part.label if isinstance(part, Attachment) else part.text.s
        for part in document.parts()
        if not isinstance(part, Table)
    ]
    assert parts[-3:] == ["一、目标", "成林。", "附件2"]
    assert [a.missing for a in document.attachments] == [True, False]


def test_lines_below_a_marked_title_of_an_annex_are_its_text() -> None:
    raw = FIRST.replace("序号\t任务\n1\t植树\n", "县水利局  县教育局\n县农业局\n")
    (document,) = volume(raw, [("heading", "任务一览表")]).documents
    annex = document.attachments[1]
    assert annex.title.s == "任务一览表"
    assert [b.text.s for b in annex.blocks] == ["县水利局  县教育局", "县农业局"]


def test_a_chronicle_in_front_of_the_documents() -> None:
    one = volume("山水市1月大事记\n1月6日 市长调研。\n" + FIRST)
    assert [m.id for m in one.months] == ["gazette-2030-1/2030-01"]
    assert [d.title.s for d in one.documents] == ["关于印发造林办法的通知"]
    assert one.front == []
