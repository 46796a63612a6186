"""The page of a document or chapter: its header block, its contents, provisions that can be linked to."""

from __future__ import annotations

from html import escape
from typing import Any

from builder.edition.names import day_name
from builder.edition.printed import pages
from builder.site.address import relative
from builder.site.site import Page, Site

Meta = dict[str, Any]


def header(page: Page, site: Site) -> list[Meta]:
    """The header block: rows of `{name, html, wide}`."""
    meta = page.meta
    rows: list[Meta] = []

    def add(said: str, html: str, *, wide: bool = False) -> None:
        if html:
            rows.append({"name": said, "html": html, "wide": wide})

    add("发文字号", escape(str(meta.get("number") or "")))
    add("成文日期", day_name(str(meta["date"])) if meta.get("date") else "")
    add("发文机关", escape(str(meta.get("issuer") or "")))
    volume = site.volume(str(meta.get("volume")))
    if volume:
        link = f'<a href="{relative(volume.url, page.url)}">{escape(volume.title)}</a>'
        add("载于", "，".join(filter(None, (link, pages(meta.get("pages", [])).said()))), wide=True)
    add("栏目", escape(str(meta.get("section") or "")))
    add("公开属性", "主动公开" if meta.get("public") else "")
    add("主送机关", escape(str(meta.get("recipients") or "").rstrip("：:")), wide=True)
    add("附件", _attachments(meta.get("attachments", [])), wide=True)
    for key, said in (("announced", "大事记"), ("cites", "所引文件"), ("cited_by", "被引"), ("related", "相关")):
        add(said, links(meta.get(key, []), page.url), wide=True)
    return rows


def links(listed: list[Meta], url: str) -> str:
    """`[{text, url?}]` as links in one line; what has no address is not in these volumes."""
    items = []
    for one in listed:
        text = escape(str(one.get("text", "")))
        if one.get("url"):
            items.append(f'<a href="{relative(str(one["url"]), url)}">{text}</a>')
        else:
            items.append(f"{text}<small>（未收录）</small>")
    return "；".join(items)


def _attachments(listed: list[Meta]) -> str:
    items = []
    for one in listed:
        said = " ".join(str(one.get(key) or "") for key in ("label", "title")).strip()
        if one.get("missing"):
            items.append(f"{escape(said)}<small>（原书未印）</small>")
        else:
            items.append(f'<a href="#{one["anchor"]}">{escape(said)}</a>')
    return "<br>".join(items)

