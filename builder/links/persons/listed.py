"""Persons in the lists and lives of a yearbook: 县　长　　陈立群, 局长：梁文彬、唐红, 【何立新】何立新，男，….

Only in items: what stands there behind a colon or a gap is a name; in documents it may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.language.labels import bare
from builder.links.persons.find import Found
from builder.links.persons.grammar import Grammar

_GAP = r"[ \u00a0\u3000\t]"
_NOTE = r"(?:[（(][^（）()]{1,16}[）)])?"
_NAME = rf"[\u3400-\u9fff·]{{2,4}}|[\u3400-\u9fff]{_GAP}+[\u3400-\u9fff](?![\u3400-\u9fff])"
_NAMES = rf"(?:{_NAME}){_NOTE}(?:(?:{_GAP}+|、|，)(?:{_NAME}){_NOTE})*"
_LINE = re.compile(
    rf"{_GAP}*(?P<role>[\u3400-\u9fff、（）]{{1,20}}?(?:{_GAP}[\u3400-\u9fff]{{1,3}})?)"
    rf"(?:{_GAP}{{1,6}}|[：:]{_GAP}*)(?P<names>{_NAMES}){_GAP}*"
)
_MORE = re.compile(rf"{_GAP}*(?P<names>{_NAMES}){_GAP}*")
_COLON = re.compile(rf"(?P<role>[\u3400-\u9fff]{{2,14}})[：:](?P<names>{_NAMES})(?=[。；;，]|$)")
# 主管部门：商务局: an office stands where a name may.
_BODY = re.compile(r"[局委办院厅处站厂]$|(?:中心|部门|协会|商会|学会)$")
_ONE = re.compile(rf"(?P<name>{_NAME}){_NOTE}")
_LIFE = re.compile(r"(?P<name>[\u3400-\u9fff]{2,4})[，,](?:曾用名[^，]+，)?[男女][，,]")


def listed(grammar: Grammar, title: str, texts: tuple[str, ...]) -> dict[int, list[Found]]:
    """Part -> the persons whom an item called `title` lists in it, or whose life it tells."""
    found: dict[int, list[Found]] = {}
    role = ""
    for part, text in enumerate(texts):
        line = _LINE.fullmatch(text)
        here: list[Found] = []
        if line and _is_role(grammar, line["role"]):
            role = bare(line["role"])
            here = list(_names(grammar, text, line.span("names"), role))
        elif role and (more := _MORE.fullmatch(text)):
            here = list(_names(grammar, text, more.span("names"), role))
        else:
            role = ""
            here = [*_behind_colons(grammar, text), *_life(title, text)]
        if here:
            found[part] = here
    return found


def _is_role(grammar: Grammar, said: str) -> bool:
    """True where the words in front of the names end with an office."""
    role = bare(said)
    return bool(role and grammar.offices.before(role, len(role)))


def _behind_colons(grammar: Grammar, text: str) -> Iterator[Found]:
    for one in _COLON.finditer(text):
        if _is_role(grammar, one["role"]):
            yield from _names(grammar, text, one.span("names"), one["role"])


def _names(grammar: Grammar, text: str, span: tuple[int, int], role: str) -> Iterator[Found]:
    for one in _ONE.finditer(text, *span):
        name = bare(one["name"])
        known = name[0] in grammar.surnames or name[:2] in grammar.compound
        if known and name not in grammar.no_names and len(name) > 1 and not _BODY.search(name):
            yield Found(one.start("name"), one.end("name"), name, "person.listed", role)


def _life(title: str, text: str) -> Iterator[Found]:
    """何立新，男，汉族: the life of the person that the item is called by."""
    life = _LIFE.match(text)
    if life and life["name"] == bare(title):
        yield Found(life.start("name"), life.end("name"), life["name"], "person.life", title)
