"""Which lines of a yearbook head a section (类目), a subsection (分目) or an item (条目), by all that tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from builder.engine.text import Text
from builder.language.sections import (
    DOCUMENTS,
    INDEXES,
    KNOWN,
    is_book,
    is_chronicle,
    is_document,
    is_numbered,
    key,
    stands,
)
from builder.readers.source import Source
from builder.readers.yearbook.contents import MIDDLE, Cursor, Listing, indents
from builder.readers.yearbook.titles import ITEM, SECTION, SUBSECTION, TEXT, Token, bold, pieces, way_of, whole

# Whether lines are parts of items: not in a section that holds none, not in a document by itself.
_OPENED, _SECTION_CLOSED, _DOCUMENT_CLOSED = range(3)
# Signs between which a heading stands, and the shortest such line.
_DRESS, _BETWEEN = "·•*◆◇●○■□★☆※—－-", 3
# Sections that hold no items: chronicles, documents, an index.
_CLOSED_NAMES = frozenset(map(key, (*DOCUMENTS, *INDEXES)))


def tokens(lines: Sequence[Text], found: Listing, source: Source) -> list[Token]:
    """The lines behind the contents, each with what it heads."""
    listed = frozenset(row.name for row in found.rows)
    way = source.record.profile.items or way_of(lines, listed, source)
    lines = whole(lines, listed) if way == "独行" else lines
    made = [one for line in lines for one in pieces(line, way, listed, source)]
    _Levels(made, found, source, way).settle()
    return made


class _Levels:
    """Settles what lines that stand by themselves head."""

    def __init__(self, made: list[Token], found: Listing, source: Source, way: str) -> None:
        self._listing = Cursor(found)
        self._made, self._source, self._way, self._own, self._bold = made, source, way, way == "独行", way == "黑体"
        profile = source.record.profile
        self._passages = {key(one) for one in profile.passages or ()}
        self._depth = {key(one): SUBSECTION for one in profile.subsections or ()}
        self._depth |= {key(one): SECTION for one in profile.sections or ()}
        self._listed = {row.name for row in found.rows}
        self._set_in = found.levels() or _ranks(made, source)
        paged = any(row.page is not None for row in found.rows)
        unpaged = {row.name for row in found.rows if row.page is None and stands(row.line.s)}
        running = {key(mark.value) for mark in source.facts.marks.get("head", [])}
        self._numbered = {key(one.line.s) for one in made if is_numbered(one.line.s) and stands(one.line.s)}
        top = {name for name, level in self._set_in.items() if level == SECTION}
        self._strong = self._numbered or top or (unpaged if paged else set())
        self._sections = {*running, *self._strong, *KNOWN}
        # Without contents a heading set to the middle is known by its indent.
        self._centred = {} if found.rows else {at: deep for at, deep in indents(source).items() if deep >= MIDDLE}
        self._pairs, self._guessed = False, list[Token]()
        self._open, self._closed = "", set[str]()
        self._places = {id(one): at for at, one in enumerate(made)}

    def settle(self) -> None:
        """Give every line its level."""
        alone = [one.level == TEXT and self._alone(at, one) for at, one in enumerate(self._made)]
        closed = _OPENED
        for is_alone, group in groupby(range(len(self._made)), key=lambda at: alone[at]):
            run = [self._made[at] for at in group]
            if is_alone:
                after = run[-1] is not self._made[-1] and self._made[self._places[id(run[-1])] + 1].level == ITEM
                closed = self._run(run, above_item=after, closed=closed)
            elif closed:
                for one in run:
                    # The entries of a chronicle may bear titles in brackets: they are no items.
                    one.level = TEXT
        if not (self._pairs or self._strong or self._depth):
            # Heads none of which stands above another are all of one rank.
            for one in self._guessed:
                one.level = SECTION if one.level == SUBSECTION else one.level

    def _alone(self, at: int, one: Token) -> bool:
        """True for a line that heads something, or may."""
        name = one.key
        if name in self._depth:
            return True
        # The name of the book heads nothing of it.
        if name in self._passages or is_book(name) or not stands(one.line.s):
            return False
        if name in self._listed or name in self._sections or self._source.marked("heading", one.line):
            return True
        if one.line.first() in self._centred:
            return True
        if self._bold and bold(one.line, self._source) == len(one.line):
            return True
        if self._own:
            return False
        # What stands right above an item, or above what does, is a head that the contents leave out.
        for below in self._made[at + 1 : at + 3]:
            if below.level == ITEM:
                return True
            if not stands(below.line.s):
                return False
        return False

    def _run(self, run: list[Token], *, above_item: bool, closed: int) -> int:
        """Settle heads that stand one below the other; says whether what follows is no part of items: a chronicle,
        documents, an index."""
        heads = [one for n, one in enumerate(run) if n == 0 or one.key != run[n - 1].key]
        again = [(run[n - 1], one) for n, one in enumerate(run) if n and one.key == run[n - 1].key]
        sure = [self._sure(one) for one in heads]
        if closed:
            first = self._reopens(heads, sure, above_item=above_item, closed=closed)
            if first is None:
                return closed
            heads, sure = heads[first:], sure[first:]
        levels = self._filled(sure)
        self._pairs |= any(pair == (SECTION, SUBSECTION) for pair in pairwise(levels))
        for one, known, level in zip(heads, sure, levels, strict=True):
            if self._names_another(one, level):
                continue
            one.level = TEXT if level == ITEM and _is_closed(self._open) else level
            if level == SECTION:
                self._closed.add(self._open)
                self._open = one.key
            self._guessed += [one] if known is None else []
            if one.level == ITEM:
                one.title, one.text = (0, len(one.line)), len(one.line)
        for above, below in again:
            below.level, below.title, below.text = above.level, above.title, above.text
        last = next((one for one in reversed(heads) if one.level == SECTION), None)
        if not above_item and last is not None and _is_closed(last.key):
            return _SECTION_CLOSED
        return _DOCUMENT_CLOSED if not above_item and is_document(heads[-1].line.s) else _OPENED

    def _reopens(self, heads: list[Token], sure: list[int | None], *, above_item: bool, closed: int) -> int | None:
        """From which head on a run counts inside of documents and chronicles: from the next section on; inside of a
        document by itself from what the contents list."""
        if SECTION in sure:
            return sure.index(SECTION)
        listed = [n for n, one in enumerate(heads) if one.key in self._listed and not is_document(one.line.s)]
        if closed == _DOCUMENT_CLOSED and listed:
            return listed[0]
        return 0 if above_item and len(heads) > 1 else None

    def _names_another(self, one: Token, level: int) -> bool:
        """True for the name of a section that is over, without the word of the editor: a list of offices names what
        the sections are called."""
        if level != SECTION or one.key not in self._closed or one.key == self._open or one.key in self._depth:
            return False
        self._source.doubt("section.again", one.line)
        return True

    def _unlisted(self, one: Token) -> bool:
        """True for a title of an item set as a heading, or in bold on a line of its own, in contents without items."""
        known = one.key in self._listed or one.key in self._sections
        return self._bold and bool(self._listed) and not known

    def _sure(self, one: Token) -> int | None:
        name = one.key
        if name in self._depth:
            return self._depth[name]
        if _is_closed(name) or is_numbered(one.line.s):
            return SECTION
        if self._unlisted(one):
            return ITEM
        if name in self._set_in:
            level = min(self._listing.level(name, self._set_in[name]), ITEM)
            # Where sections are numbered, what bears no number is none.
            level = max(level, SUBSECTION if self._numbered and name not in KNOWN else SECTION)
            if level == SECTION and is_document(one.line.s):
                # Contents that set nothing in have reports where their section stands.
                return SUBSECTION
            return None if level == ITEM and self._way == "括号" else level
        return SECTION if name in self._sections else None

    def _filled(self, sure: list[int | None]) -> list[int]:
        """The levels of a run, those too that nothing but the place in it tells: the last line is the deepest."""
        deepest = ITEM if self._own else SUBSECTION
        found: list[int] = []
        for level in reversed(sure):
            below = found[-1] if found else deepest + 1
            guess = SUBSECTION if below == SECTION else min(deepest, below - 1)
            found.append(guess if level is None else level)
        return found[::-1]


def _ranks(made: Sequence[Token], source: Source) -> dict[str, int]:
    """How deep headings stand by their signs (#, ##, · ·), where those agree: all sections that every yearbook has
    bear the same, others another."""
    signs = {one.key: sign for one in made if one.level != ITEM and any(sign := _signs(one.line, source))}
    known = {sign for name, sign in signs.items() if _is_closed(name) or name in KNOWN}
    if len(known) != 1 or len(set(signs.values())) == 1:
        return {}
    top = known.pop()
    return {
        name: SECTION if sign == top else min(max(sign[0] - top[0], SUBSECTION), ITEM) for name, sign in signs.items()
    }


def _signs(line: Text, source: Source) -> tuple[int, str]:
    """How many signs of a heading a line bears, and between which it stands (· 工业 ·)."""
    marks = source.marked("heading", line)
    between = line.s[0] if len(line) > _BETWEEN and line.s[0] == line.s[-1] and line.s[0] in _DRESS else ""
    return len(marks[0].value) if marks else 0, between


def _is_closed(name: str) -> bool:
    return name in _CLOSED_NAMES or is_chronicle(name)
