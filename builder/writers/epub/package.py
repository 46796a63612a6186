"""The parts of an EPUB around its chapters: container, package file, navigation, cover, style."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from builder.edition.names import NAME
from builder.writers.epub.inline import Chapter

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
STYLE = """body{line-height:1.75;text-align:justify;margin:0 4%}
h1,h2,h3,h4,h5,h6{line-height:1.4;text-align:center;font-weight:bold;margin:1.6em 0 .8em}
h3,h4,h5,h6{text-align:left;margin:1.2em 0 .4em;font-size:1.05em}
p{margin:0 0 .35em;text-indent:2em}
p.entry,p.label,p.flush,p.form,p.see,p.citation{text-indent:0}
p.label{font-weight:bold;margin:1.2em 0 .2em}
p.head{text-indent:0;text-align:center}
p.signature{text-indent:0;text-align:right;margin:1.2em 2em}
.aid{font-family:sans-serif;font-weight:normal}
p .aid,p.aid{font-size:.82em}
sup.aid{font-size:.7em;line-height:0}
sup.aid a{text-decoration:none}
.fix{border-bottom:1px dotted}
table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.88em}
th,td{border-top:1px solid;border-bottom:1px solid;padding:.3em .4em;text-align:left;vertical-align:top}
caption{font-weight:bold;padding:.4em}
.box{border:1px solid;padding:.4em 1em;margin:1.2em 0}
.notes{margin-top:2.5em;border-top:1px solid;font-size:.82em}
.notes p{text-indent:0}
.notes h2{font-size:1.1em;text-align:left}
nav ol{list-style:none}
"""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'lang="zh-Hans" xml:lang="zh-Hans">\n'
)


class Item(NamedTuple):
    """A line of the manifest."""

    id: str
    file: str
    media: str
    properties: str = ""


def page(title: str, body: str) -> str:
    """A content document."""
    style = '<link rel="stylesheet" type="text/css" href="style.css"/>'
    return f"{_HEAD}<head><title>{escape(title)}</title>{style}</head>\n<body>\n{body}\n</body></html>\n"


def cover(lines: Sequence[str], publisher: str) -> str:
    """The cover, drawn from type: 1200 x 1600, black on white."""
    rows, y = [], 520
    for number, line in enumerate(lines):
        size = min(104 if number == 0 else 76, 1000 // max(len(line), 1))
        y += 0 if number == 0 else size + 48
        rows.append(f'<text x="600" y="{y}" font-size="{size}" font-weight="bold">{escape(line)}</text>')
    names = publisher.split("、")
    people = [f'<text x="600" y="{1360 + 60 * n}" font-size="40">{escape(name)}</text>' for n, name in enumerate(names)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1600" width="1200" height="1600">'
        '<rect width="1200" height="1600" fill="#fff"/>'
        '<path d="M120 180H1080M120 192H1080M120 1440" stroke="#000" stroke-width="3" fill="none"/>'
        '<path d="M480 1240H720" stroke="#000" stroke-width="2"/>'
        '<g font-family="serif" text-anchor="middle" fill="#000">' + "".join([*rows, *people]) + "</g></svg>\n"
    )


def navigation(title: str, chapters: Sequence[Chapter]) -> str:
    """The table of contents, and the list of the original's pages."""
    lines = []
    for one in chapters:
        inner = "".join(f'<li><a href="{one.file}#{i}">{escape(t)}</a></li>' for i, t in one.headings)
        inner = f"<ol>{inner}</ol>" if inner else ""
        lines.append(f'<li><a href="{one.file}">{escape(one.title)}</a>{inner}</li>')
    body = f'<nav epub:type="toc" role="doc-toc" id="toc"><h1>目录</h1>\n<ol>{"".join(lines)}</ol></nav>'
    pages = [f'<li><a href="{one.file}#{name}">{n}</a></li>' for one in chapters for n, name in one.pages]
    if pages:
        body += '\n<nav epub:type="page-list" role="doc-pagelist" hidden=""><h2>原书页码</h2>'
        body += f"<ol>{''.join(pages)}</ol></nav>"
    return page(title, body)


def package(volume: Mapping[str, Any], items: Sequence[Item], spine: Sequence[str], *, has_pages: bool) -> str:
    """The package file. Its dates are the volume's own: the day of the build changes no byte."""
    published = str(volume.get("published") or volume["year"])
    modified = "-".join([*published.split("-"), "01", "01"][:3])
    said = {
        "dc:title": volume["title"],
        "dc:language": "zh-Hans",
        "dc:publisher": NAME,
        "dc:date": published,
        "dc:source": f"{volume['title']}（{volume['publisher']}）",
        "dc:rights": "非正式出版物，据公开文本整理；校勘与索引等为本版所加，不具法律效力。",
    }
    meta = "".join(f"<{tag}>{escape(str(value))}</{tag}>\n" for tag, value in said.items())
    names = str(volume["publisher"]).split("、")
    meta += "".join(f"<dc:creator>{escape(name)}</dc:creator>\n" for name in names)
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "unlocked"]
    features += ["pageNavigation", "pageBreakMarkers"] if has_pages else []
    facts = [("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityHazard", "none")]
    facts += [("accessibilityFeature", one) for one in features]
    facts += [("accessibilitySummary", "全文为文字，有目录、标题层次、真正的表格；校勘以注释给出。")]
    meta += "".join(f'<meta property="schema:{name}">{value}</meta>\n' for name, value in facts)
    name = uuid.uuid5(uuid.NAMESPACE_OID, f"yearbook:{volume['id']}:{volume['sha256']}")
    manifest = "".join(
        f'<item id="{i.id}" href="{i.file}" media-type="{i.media}"'
        + (f' properties="{i.properties}"' if i.properties else "")
        + "/>\n"
        for i in items
    )
    order = "".join(f'<itemref idref="{one}"/>\n' for one in spine)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-Hans">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>\n{meta}'
        f'<meta property="dcterms:modified">{modified}T00:00:00Z</meta>\n'
        f"</metadata>\n<manifest>\n{manifest}</manifest>\n<spine>\n{order}</spine>\n</package>\n"
    )
