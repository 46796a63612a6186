"""Word files and web pages as text: what stands on the paper is there, in its order, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from builder.intake.original import converted, original
from builder.sources.finding import Findings

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are further files in word/."""
    made = BytesIO()
    with ZipFile(made, "w") as held:
        held.writestr("[Content_Types].xml", _TYPES)
        held.writestr("_rels/.rels", _RELS)
        held.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            held.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def in_list(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(*levels: tuple[str, str], more: str = "", style: str = "") -> str:
    """Lists whose levels count in these forms with these texts."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="7">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}</w:numbering>'
    )


def text_of(data: bytes, name: str = "a.docx") -> str:
    assert original(name, data)
    return converted(name, data).text


def test_a_paragraph_is_a_line() -> None:
    said = p("4日　市政府召开会议。") + p("") + "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    assert text_of(docx(said)) == "4日　市政府召开会议。\n甲\n乙\n"


def test_what_was_taken_out_in_revision_is_gone_and_what_was_put_in_is_there() -> None:
    body = (
        '<w:p><w:r><w:t>粮食</w:t></w:r><w:ins w:id="1"><w:r><w:t>总</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>产量</w:t></w:r></w:p>'
    )
    assert text_of(docx(body)) == "粮食总产量\n"


def test_a_table_is_rows_with_tabs_and_a_merged_cell_stands_once() -> None:
    cell = "<w:tc>{0}<w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>"
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = (
        f"<w:tr>{cell.format('', '指标')}{cell.format(wide, '数量')}</w:tr>"
        f"<w:tr>{cell.format('', '粮食')}{cell.format('', '1.5')}{cell.format('', '')}</w:tr>"
    )
    assert text_of(docx(f"<w:tbl>{rows}</w:tbl>")) == "指标\t数量\t\n粮食\t1.5\t\n"


@pytest.mark.parametrize(
    ("form", "text", "third"),
    [
        ("chineseCounting", "%1、", "三、"),
        ("chineseCountingThousand", "第%1条", "第三条"),
        ("japaneseCounting", "（%1）", "（三）"),
        ("decimal", "%1.", "3. "),
        ("decimalFullWidth", "%1．", "３．"),
        ("decimalEnclosedCircle", "%1", "③"),
        ("ideographTraditional", "%1、", "丙、"),
        ("chineseLegalSimplified", "%1、", "叁、"),
        ("lowerRoman", "%1)", "iii) "),
        ("upperLetter", "%1、", "C、"),
        ("bullet", "◇", "◇"),
        ("bullet", "\uf0b7", "●"),
    ],
)
def test_the_numbers_that_word_counts_are_written_out(form: str, text: str, third: str) -> None:
    made = docx("".join(map(in_list, "甲乙丙")), numbering=numbering((form, text)))
    assert text_of(made).splitlines()[2] == f"{third}丙"


def test_levels_count_anew_under_each_other() -> None:
    levels = numbering(("chineseCounting", "%1、"), ("decimal", "%1.%2"))
    body = in_list("甲") + in_list("子", 1) + in_list("丑", 1) + in_list("乙") + in_list("寅", 1)
    # The second level shows the first as that level counts.
    assert text_of(docx(body, numbering=levels)) == "一、甲\n一.1 子\n一.2 丑\n二、乙\n二.1 寅\n"
    plain = levels.replace('<w:lvlText w:val="%1.%2"', '<w:isLgl/><w:lvlText w:val="%1.%2"')
    assert text_of(docx(body, numbering=plain)).splitlines()[4] == "2.1 寅"


def test_a_list_that_starts_again_does() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    made = numbering(("chineseCounting", "%1、"), more=again)
    body = in_list("甲") + in_list("乙") + in_list("丙", 0, 2) + in_list("丁", 0, 2)
    assert text_of(docx(body, numbering=made)) == "一、甲\n二、乙\n一、丙\n二、丁\n"


def test_a_number_comes_by_the_style_and_by_what_that_builds_on() -> None:
    styles = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    made = docx(
        p("甲", '<w:pStyle w:val="A"/>') + p("乙", '<w:pStyle w:val="B"/>') + p("丙"),
        numbering=numbering(("chineseCounting", "%1、")),
        styles=styles,
    )
    assert text_of(made) == "一、甲\n二、乙\n丙\n"


def test_a_form_of_numbers_that_is_not_known_is_refused() -> None:
    made = docx(in_list("甲"), numbering=numbering(("hebrew1", "%1.")))
    said = "original.number  the automatic number of “甲” is of the form hebrew1, which cannot be written out"
    with pytest.raises(Findings, match=re.escape(said)):
        converted("a.docx", made)


def test_running_heads_are_told_and_left_out() -> None:
    head = f"<w:hdr {_W}>{p('某市年鉴')}</w:hdr>"
    made = converted("a.docx", docx(p("正文。"), header1=head))
    assert (made.text, made.left) == ("正文。\n", ("header1.xml 4 字符：某市年鉴",))
    assert made.by.startswith("mammoth ")


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>题</title><style>p{{}}</style></head>
<body><nav>首页 &gt; 公报</nav><div>{body}</div><script>x()</script>
<p hidden>暗</p><footer>版权</footer></body></html>"""


def page(body: str, **parts: str) -> str:
    return text_of(PAGE.format(body=body).encode(), "a.html")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>　　5日，市政府<b>召开</b>\n会议。</p>", "　　5日，市政府召开 会议。\n"),
        ("甲<br>乙<div>丙<div>丁</div>戊</div>", "甲\n乙\n丙\n丁\n戊\n"),
        ("<p>3&nbsp;日&lt;1&gt;<!-- 注 --></p>", "3\u00a0日<1>\n"),
        ('<ol start="3"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>', "3. 甲\n4. 乙\n丙\n"),
        ("<pre>甲 \n  乙</pre>", "甲\n乙\n"),
        (
            (
                "<table><caption>表1</caption><tr><th rowspan=2>指标</th><th>数</th></tr>"
                "<tr><td><p>1</p><p>2</p></td></tr></table>"
            ),
            "表1\n指标\t数\n\t12\n",
        ),
        ("<table><tr><td>只有一栏</td></tr><tr><td>两行</td></tr></table>", "只有一栏\n两行\n"),
        ("<table><tr><td>" + "<p>段</p>" * 6 + "</td><td>旁</td></tr></table>", "段\n" * 6 + "旁\n"),
    ],
)
def test_a_page_in_lines(body: str, said: str) -> None:
    assert page(body) == said


def test_what_stands_around_is_told() -> None:
    made = converted("a.html", PAGE.format(body="<p>正文</p><img src=x>").encode())
    assert made.text == "正文\n"
    assert made.left == (
        "<nav> 7 字符：首页 > 公报",
        "<p> 1 字符：暗",
        "<footer> 2 字符：版权",
        "<img> 1 幅：图中若有文字，不在文本里",
    )


def test_the_article_is_taken_where_there_is_one() -> None:
    made = converted("a.html", PAGE.format(body="<p>推荐</p><article><p>正文</p><nav>目次</nav></article>").encode())
    assert made.text == "正文\n"
    assert [one for one in made.left if "推荐" in one or "目次" in one] == ["<nav> 2 字符：目次", "<body> 2 字符：推荐"]


def test_a_page_in_gb_is_read_as_gb18030() -> None:
    for said in ("gb2312", "", "nothing-known"):
        data = PAGE.format(body="镕").replace("utf-8", said).encode("gb18030")
        assert text_of(data, "a.htm") == "镕\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "original.kind  is a PDF, no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "original.kind  is an Office file of the old kind (.doc, .wps)"),
        (b"{\\rtf1", "original.kind  is an RTF file"),
        (b"PK\x03\x04 broken", "original.broken  is no Word file that can be read"),
    ],
)
def test_what_is_not_taken_in_says_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Findings, match=re.escape(said)):
        converted("a.x", data if original("a.x", data) else b"")


def test_an_archive_without_a_document_is_none() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as held:
        held.writestr("a.txt", "甲")
    with pytest.raises(Findings, match=re.escape("original.kind  is an archive, no Word file")):
        converted("a.zip", made.getvalue())


def test_a_text_is_no_original() -> None:
    assert not original("a.txt", b"<html> is no page by its first word")


def parts(data: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


@pytest.mark.parametrize("broken", ["word/document.xml", "word/numbering.xml", "_rels/.rels"])
def test_a_broken_part_is_no_traceback(broken: str) -> None:
    made = BytesIO()
    with ZipFile(made, "w") as held:
        for name, content in parts(docx(in_list("甲"), numbering=numbering(("decimal", "%1")))).items():
            held.writestr(name, b"<w:" if name == broken else content)
    with pytest.raises(Findings, match="is no Word file that can be read"):
        converted("a.docx", made.getvalue())
