"""Heads of documents that bear no number: known by the shape of a title and what stands around it."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.document_numbers import number_line
from builder.language.numbering import iso_date
from builder.readers import titles
from builder.readers.decree import decree, decree_id
from builder.readers.head import Head, local_id
from builder.readers.head_before import Before
from builder.readers.head_lines import LINES, TITLE, HeadLines
from builder.readers.shapes import government, person, title_like

_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+[条章]")
# So many lines, none longer, may stand between a number and its title.
_BETWEEN, _SHORT = 3, 20


class UnnumberedHeads:
    """Finds the head that begins at a line and bears no number of its own form."""

    def __init__(self, at: HeadLines, before: Before) -> None:
        self.at, self.before, self.lines, self.source = at, before, at.lines, at.source

    def decree(self, i: int) -> Head | None:
        """A decree or a public notice; where it has no words of its own, what it makes known is the document."""
        head = decree(self.lines, i, self.source)
        if head is None:
            return None
        first, end = self.at.below(head.body)
        title = titles.joined(self.lines[first:end])
        passed = titles.stated_date(self.at.behind(end)) if first < end and titles.strong(title) else None
        if not passed:
            return head
        issuers = self.source.stack(self.lines[head.body : first]) if first > head.body else Text.empty()
        named = Text.join(self.lines[first:end])
        return head._replace(column=head.title, issuer=issuers, title=named, body=end, date=passed)

    def marked(self, i: int) -> Head | None:
        """A document without a number whose issuer and title bear heading marks, and no number follows them.

        Not without heading marks: the issuer of a signature is a line like any other.
        """
        lines, source = self.lines, self.source
        if not government(lines[i].s) or not source.marked("heading", lines[i]):
            return None
        body = i + 1
        while body < min(len(lines), i + LINES) and title_like(lines[body]) and source.marked("heading", lines[body]):
            body += 1
        title = Text.join(lines[i + 1 : body])
        if not TITLE.fullmatch(title.s) or (body < len(lines) and number_line(lines[body].s)):
            return None
        return Head(i, body, lines[i], title, Text.empty(), "", "", why="title")

    def titled(self, i: int) -> Head | None:
        """A document that bears no number: the shape of a title, and a signing block in front of it or behind it,
        recipients or the line of its passing below it."""
        if self.source.facts.marks.get("heading") or not titles.may_title(self.lines[i]):
            return None
        if not (self.at.begins(i) or self.at.listed(self.lines[i].s)):
            return None
        end = self.at.end(i)
        first = self.at.issuers(i, end)
        title = titles.joined(self.lines[first:end])
        whole = titles.joined(self.lines[i:end])
        if first >= end:
            return None
        behind = self.at.behind(end)
        if number_line(behind):
            return None
        is_strong = titles.strong(title) or titles.strong(whole)
        after = self.before.ended(i)
        stated = titles.stated_date(behind) or iso_date(behind)
        if stated and end + 1 < len(self.lines) and number_line(self.lines[end + 1].s):
            return None
        # An office and a date below a title say whose it is and of when.
        whose = titles.org(behind) or person(behind) or titles.speaker(behind)
        if stated is None and whose and end + 1 < len(self.lines):
            stated = iso_date(self.lines[end + 1].s) or titles.stated_date(self.lines[end + 1].s)
        below = titles.recipients(behind) or stated is not None or titles.wired(behind)
        own = (
            bool(self.at.issuer_in(whole))
            or first > i
            or titles.strong(whole)
            and not whole.startswith(("关于", "印发"))
        )
        alone = i == 0 or self.source.parted(self.lines[i - 1], self.lines[i])
        under = i > self.at.done and titles.column(self.lines[i - 1].s)
        issued = alone and titles.org(behind) or stated is not None and behind.startswith("—")
        # 某县人民委员会任免名单 behind a signing block, though no date follows.
        issued = issued or after and titles.personnel(whole)
        signed = (after or alone) and own and self.before.signs(end)
        good = is_strong and (below and (own or after) or signed or issued or under)
        listed = self.at.listed(title) or self.at.listed(whole)
        good = good or listed and not self.before.named(title, i)
        # A regulation by itself says below its title when it was passed. Behind a decree it is what that republishes.
        passed = titles.scheme(title) and titles.passed_date(behind) is not None
        good = good or passed and not self.before.is_decree()
        loose = after and titles.scheme(title) and _ARTICLE.match(behind) is not None
        if not (good or loose) or self.before.transmitted(title) or self.before.transmitted(whole):
            return None
        if loose and not good:
            self.source.doubt("document.loose", self.lines[i])
        issuers = self.source.stack(self.lines[i:first]) if first > i else Text.empty()
        head = number_over(self.at, i) or Head(i, end, issuers, issuers, Text.empty(), "", "", why="title signature")
        named = Text.join(self.lines[first:end])
        if (known := titles.MADE_KNOWN.match(behind)) and not head.read:
            head = head._replace(
                read=known["number"], id=decree_id(known["decree"], known["number"], stated, self.source)
            )
        return head._replace(issuer=issuers, title=named, body=end, issuer_read=self.at.issuer_in(whole), date=stated)


def number_over(at: HeadLines, i: int) -> Head | None:
    """A number that stands above the title, with some short lines between (a motto, 签发人)."""
    for row in range(i - 1, max(at.done, at.floor, i - 1 - _BETWEEN) - 1, -1):
        if number := number_line(at.lines[row].s):
            between = at.source.stack(at.lines[row + 1 : i])
            name = local_id(number, at.source)
            none = Text.empty()
            return Head(row, i, none, none, at.lines[row], number.read, name, column=between, why="number title")
        if titles.ends(at.lines[row].s) or len(at.lines[row].s) > _SHORT:
            return None
    return None
