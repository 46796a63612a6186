"""Every kind under every texture: a book reads alike, whatever its text went through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model.blocks import Heading
from builder.records.volume import KINDS, TEXTURES
from tests.cases.reading import documents, doubts, entries, read_case

# `#` is a heading, `*` bold, a line a paragraph.
CHRONICLE = """#临江市大事记（1998）
#1月
*6日*　全市经济工作会议召开，部署全年八项重点任务，要求各县区各部门抓紧落实到位。
△市长到码头检查春运。
9日至11日　市人大会议举行，审议政府工作报告，通过关于全市经济社会发展计划的决议。
#2月
3日　江堤加固工程开工，总投资一千二百万元，年内完成土石方三十万立方米，汛前通水。
是月　全市完成造林一万亩。
"""
GAZETTE = """#临江市人民政府
#关于做好春季造林工作的通知
临政发〔1998〕7号
各县区人民政府，市政府各部门：
为做好今年春季造林工作，现将有关事项通知如下，请结合实际认真贯彻执行，确保完成任务。
#一、加强领导
各县区要把造林任务落实到乡到村，逐级签订责任书，按月通报进度，确保成活率达到九成。
临江市人民政府
1998年3月5日
#临江市人民政府办公室
#关于江堤加固工程的通知
临政办发〔1998〕12号
各县区人民政府：
江堤加固工程定于本月开工，沿江各乡要做好征地拆迁和民工组织，保证汛前完成主体工程。
临江市人民政府办公室
1998年3月9日
"""
DOCUMENT = """#临江市城市发展规划
#第一章 总论
本章总述全局，说明今后五年全市发展的指导思想、基本原则和主要目标，提出重点任务。
#第一节 形势
全市综合实力进入新的阶段，交通条件明显改善，但产业层次不高，城乡差距仍然比较突出。
#第二章 任务
加快基础设施建设，扩大对外开放，优先发展教育科技，努力提高人民生活水平和质量。
"""
YEARBOOK = """#农业
#水利
【*概况*】　全市有水库四十座，灌区六处，年内完成渠道防渗改造四十二公里，新增灌溉面积三千亩。
【*防汛抗旱*】　六月十九日，境内普降暴雨，市防汛指挥部启动应急响应，转移群众三千余人，无人伤亡。
#林业
【*概况*】　全市有林地七十五万亩，森林覆盖率五成二，年内完成造林一万亩，抚育幼林三万亩。
"""
SOURCES = {"yearbook": YEARBOOK, "chronicle": CHRONICLE, "gazette": GAZETTE, "plan": DOCUMENT, "document": DOCUMENT}


def plain(text: str) -> str:
    """As a word processor saves it."""
    return text.replace("#", "").replace("*", "")


def recognised(text: str) -> str:
    """As a recogniser writes Markdown: marks of headings and bold type, a blank line behind each paragraph."""
    lines = [line.replace("#", "## ").replace("*", "**") for line in text.splitlines()]
    return "\n\n".join(lines) + "\n"


def layered(text: str) -> str:
    """As a text layer gives it: broken at 24 characters, bold headings said twice, a page number below."""
    lines: list[str] = []
    for line in plain(text).splitlines():
        lines += [line[at : at + 24] for at in range(0, len(line), 24)]
    return "\n".join(lines) + "\n- 1 -\n"


DRESSES: dict[str, Callable[[str], str]] = {"plain-text": plain, "ocr-markdown": recognised, "pdf-text": layered}


@pytest.mark.parametrize("texture", TEXTURES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_book_reads_alike(kind: str, texture: str, tmp_path: Path) -> None:
    raw = tmp_path / "raw.txt"
    raw.write_text(DRESSES[texture](SOURCES[kind]), "utf-8")
    read, _ = read_case(tmp_path, raw, kind, 1998, texture=texture)
    if kind == "chronicle":
        assert [(one[1], one[2], one[3], one[6][:6], one[6][-4:]) for one in entries(read)] == [
            ("6日", "1998-01-06", "1998-01-06", "全市经济工作", "实到位。"),
            ("6日", "1998-01-06", "1998-01-06", "市长到码头检", "查春运。"),
            ("9日至11日", "1998-01-09", "1998-01-11", "市人大会议举", "的决议。"),
            ("3日", "1998-02-03", "1998-02-03", "江堤加固工程", "前通水。"),
            ("是月", None, None, "全市完成造林", "一万亩。"),
        ]
    elif kind == "yearbook":
        items = [(part.section, part.name, e.label) for part in read.volume.subsections for e in part.entries]
        assert items == [("农业", "水利", "概况"), ("农业", "水利", "防汛抗旱"), ("农业", "林业", "概况")]
    elif kind == "gazette":
        assert [one[:4] for one in documents(read)] == [
            ("关于做好春季造林工作的通知", "临政发〔1998〕7号", "临江市人民政府", "1998-03-05"),
            ("关于江堤加固工程的通知", "临政办发〔1998〕12号", "临江市人民政府办公室", "1998-03-09"),
        ]
    else:
        named = [(one.id.rpartition("/")[2], one.title.s) for one in read.volume.documents]
        titles = ["第一章 总论", "第二章 任务"]
        assert named[1:] == [("ch-01", titles[0]), ("ch-02", titles[1])]
        chapter = read.volume.documents[1].blocks
        assert [one.text.s for one in chapter if isinstance(one, Heading)] == ["第一节 形势"]
    assert doubts(read) == []
