"""Runs as inline Markdown or raw HTML: corrections, doubts, page turns, links, run-in heads, numbers."""

from __future__ import annotations

from collections.abc import Callable

from builder.edition.runs import Gone, Run, Span, Turn
from builder.edition.walk import Line
from builder.model.address import relative
from builder.writers.markdown import escape

Address = Callable[[str, str], str | None]


class Inline:
    """Sets the lines of the page at `url`; `address` gives where a link of a kind leads to."""

    def __init__(self, url: str, address: Address) -> None:
        self.page, self._address = url, address

    def markdown(self, line: Line) -> str:
        """A line for running Markdown."""
        return self._set(line, raw=False)

    def html(self, line: Line) -> str:
        """A line for raw HTML (a table's cell)."""
        return self._set(line, raw=True)

    def _set(self, line: Line, *, raw: bool) -> str:
        """The characters with their elements properly nested: an inner one that runs over an outer one's
        end is cut, and goes on with `data-of` in the place of its id."""
        out: list[str] = []
        points: list[str] = []
        stack: tuple[Span, ...] = ()
        for item in line.runs:
            if not isinstance(item, Run):
                points.append(self._point(item))
                continue
            keep = 0
            while keep < min(len(stack), len(item.spans)) and stack[keep] is item.spans[keep]:
                keep += 1
            out += [*(_close(one) for one in reversed(stack[keep:])), *points]
            for one in item.spans[keep:]:
                tag = self._open(one)
                out.append(tag if one.start == item.start else tag.replace(' id="', ' data-of="'))
            stack, points = item.spans, []
            head = item.start == 0 and not any(one.kind == "no" for one in item.spans)
            out.append(escape.plain_html(item.s) if raw else escape.markdown(item.s, head=head))
        out += [*(_close(one) for one in reversed(stack)), *points]
        return "".join(out).replace("\n", "<br>")

    def _point(self, item: Turn | Gone) -> str:
        if isinstance(item, Turn):
            return f'<span class="turn" data-page="{item.page}"></span>'
        return self._open(Span(0, 0, item.note.kind, note=item.note)) + "</span>"

    def _open(self, span: Span) -> str:
        if span.kind == "runin":
            return f'<strong class="runin" id="{span.target}">' if span.target else '<strong class="runin">'
        if span.kind == "no":
            return f'<a class="no" href="#{span.target}">'
        if span.kind == "link":
            way = relative(self._address(span.name, span.target) or "", self.page)
            href = escape.attribute(way).replace("&#35;", "#").replace("&#95;", "_")
            return f'<a class="{span.name}" href="{href}">'
        if span.note is None:
            return f'<span class="{span.kind}">'
        was = f' data-was="{escape.attribute(span.note.was)}"' if span.kind != "doubt" else ""
        return f'<span class="{span.kind}" id="note-{span.note.n}"{was}>'


def _close(span: Span) -> str:
    return {"runin": "</strong>", "no": "</a>", "link": "</a>"}.get(span.kind, "</span>")
