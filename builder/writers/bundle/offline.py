"""A page of the site as it stands in the offline bundle: every link relative, every link ends in a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set as AbstractSet
from urllib.parse import quote, unquote

_ATTRIBUTE = re.compile(
    r"""(?P<head>\s(?P<name>href|src|action|data-href|poster)\s*=\s*)(?P<q>["'])(?P<url>.*?)(?P=q)"""
)
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Text of scripts is no markup, whatever it looks like.
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script>)", re.DOTALL | re.IGNORECASE)


class Dangling(Exception):
    """Links of pages lead to nothing in the bundle; the message names page and link, one a line."""


def offline_page(html: str, page: str, files: AbstractSet[str], *, may_lack: str = "download/") -> str:
    """`html` of the page at `page` with its links rewritten; `files` are all paths of the bundle's site.

    A link into the folder `may_lack` that leads to a file left out of this bundle loses its address
    and stays as text. Raises `Dangling` for all other links that lead to nothing.
    """
    dangling: list[str] = []

    def attribute(found: re.Match[str]) -> str:
        url = offline_url(found["url"].replace("&amp;", "&"), page, files)
        if url is None:
            target = _resolved(found["url"], page)[0]
            if not target.startswith(may_lack):
                dangling.append(f"{page}: {found['url']}")
            return ' data-left-out=""' if found["name"] == "href" else ""
        return f"{found['head']}{found['q']}{url.replace('&', '&amp;')}{found['q']}"

    def outside_scripts(piece: str) -> str:
        return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), piece)

    done, out = 0, []
    for script in _SCRIPT.finditer(html):
        out += [outside_scripts(html[done : script.start()] + script[1]), script[2], script[3]]
        done = script.end()
    said = "".join([*out, outside_scripts(html[done:])])
    if dangling:
        raise Dangling("\n".join(dangling))
    return said


def offline_url(url: str, page: str, files: AbstractSet[str]) -> str | None:
    """A link of `page` as it works from `file://`; None where it leads to nothing in `files`."""
    if not url or url.startswith(("#", "//")) or _SCHEME.match(url):
        return url
    target, tail = _resolved(url, page)
    for one in (target, f"{target}/index.html".lstrip("/")):
        if one in files:
            return quote(posixpath.relpath(one, posixpath.dirname(page) or ".")) + tail
    return None


def _resolved(url: str, page: str) -> tuple[str, str]:
    """The path a link leads to, from the site's root, and its query and anchor."""
    split = re.match(r"([^?#]*)(.*)", url, re.DOTALL)
    assert split is not None
    path = unquote(split[1])
    if not path:
        return page, split[2]
    start = "" if path.startswith("/") else posixpath.dirname(page)
    target = posixpath.normpath(posixpath.join(start, path.lstrip("/")))
    return ("" if target == "." else target), split[2]
