"""The shapes of a document's head: titles by their genre, issuers, recipients, headings of columns, passing."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.dates import label as date_label
from builder.language.labels import fold
from builder.language.moments import Here, moment
from builder.language.numbering import DATE, iso_date
from builder.readers.shapes import PUBLIC, person, title_like

_GENRE = (
    "通知|意见|办法|方案|决定|公告|通告|布告|规定|细则|批复|通报|函|纲要|规划|报告|条例|决议|指示|通令|命令|议案|纪要|讲话|规则"
    "|章程|标准|预案|计划|说明|要点|名单|任免|任职|免职|指导目录|管理制度|倡议书|解读|答复函|请示|建议|批示|处罚决定书|决定书|办法|公开信|提案|致辞|贺信|答复|补充规定|实施细则|措施"
)
_TAIL = r"(?:[（(](?:试行|暂行|草案|修订|修正|修订稿|征求意见稿|\d{4}年?(?:修订|修正|版)?|[\d—－-]+年?)[）)])?"
_ABOUT = re.compile(rf"(?P<issuer>[^关]{{0,60}})(?:关于|转发|批转|印发|颁发|颁布|公布).{{2,}}(?:{_GENRE})[》”]?{_TAIL}")
# A title without 关于, known by its genre and by whose it is.
_NAMED = re.compile(
    rf"[\u4e00-\u9fff\d·、（）()]{{2,40}}(?:令|公告|通告|布告|通令|任免名单|任免通知|任免(?:国家|机关)*工作人员(?:名单)?|决议|会议纪要|会议议程|命令|选举办法|决定书){_TAIL}"
)
# A speech, a communiqué: known by where it was held, by what it is.
_HELD = re.compile(
    r"[^，。；：]{0,40}在[^，。；：]{2,40}的(?:讲话|发言|报告|致辞|说明|总结)|[\u4e00-\u9fff\d]{4,30}统计公报"
)
_READING = re.compile(r"《[^《》]+》(?:政策)?解读")
_SCHEME = re.compile(rf".{{4,}}(?:办法|规定|细则|条例|规则|章程|方案|规划|纲要|意见|标准|预案|计划|要点|制度){_TAIL}")
# Offices that issue documents, alone on a line.
ORG = re.compile(
    r"(?:中国共产党|中共)?[\u4e00-\u9fff（）()·]{1,28}(?:人民政府|政府|委员会|常务委员会|人大常委会|办公[室厅]|公署|公所|人民法院|人民检察院"
    r"|指挥部|管委会|领导小组|大学|学院|学校|总队|支队|总公司|集团|银行|[分支]行|协会|联合会|总工会|军分区|武装部|[局厅署]|(?<=[\u4e00-\u9fff]{2})[部委院]|市委|县委|区委|省委|党组|会议|代表大会|主席团|全会|人民武装部|联合会|董事会|(?<=[\u4e00-\u9fff]{4})中心|(?<=[\u4e00-\u9fff]{2})室)"
)
RECIPIENTS = re.compile(
    r"(?:各|市|省|县|区|州|乡|镇|本|全|有关|驻)[^。；：:《》]{1,160}(?<![定下知告求是])[：:]"
    r"|[\u4e00-\u9fff、，（）()]{1,60}(?:人民政府|办公室|公司|公所|单位|[局委部厅院校会区乡镇站所])[：:]"
)
# The decree by which a regulation was made known, in the line below its title.
MADE_KNOWN = re.compile(
    r"[（(][^（）()]*?日(?P<number>(?P<decree>[\u4e00-\u9fff]{2,30}令)(?:〔\d{4}〕)?第[0-9一二三四五六七八九十百]+号)(?:公布|发布)"
)
PASSED = re.compile(rf"[（(]?(?P<date>{DATE.pattern})[^。；]*(?:通过|批准|公布|发布|修正|修订|施行)[^。；]*[）)]?")
_DATED = re.compile(rf"[（(](?P<date>{DATE.pattern})[）)]")
# When and by whom, below the title of a regulation: 1999年7月13日，国家海洋局.
_ISSUED = re.compile(rf"(?P<date>{DATE.pattern})[，,、 \u3000]+(?P<issuer>[\u4e00-\u9fff、]{{3,30}})")
# Where a report was given: ——2019年4月25日在…会议上.
_MET = re.compile(rf"[—－-]{{2}}(?P<date>{DATE.pattern})在[^。；]{{2,60}}上")
COLUMN = re.compile(
    r"[【〔［\[][^【】〔〕\[\]［］]{2,14}[】〕］\]]|[（(](?:人事任免|任免)[）)]"
    r"|[\u4e00-\u9fff、]{0,12}(?:文件|文件选登|规章|规范性文件)|(?:[省市县区州]?(?:人民)?政府|人大|常委会|部门)?(?:批复|函|通报|通知|通告|公告|决定|决议|令|会议纪要|纪要|人事任免|任免|大事记|政策解读|领导讲话|讲话|法规)"
)
SIGNED = re.compile(rf"(?P<issuer>[\u4e00-\u9fff、（）() \u3000]{{2,40}}?)[ \u3000]+(?:公历)?(?P<date>{DATE.pattern})")
_APPOINTS = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{4,28}?)(?:任免(?:名单|事项)?|任免(?:国家|机关)*工作人员(?:名单)?|(?:决定)?任命名单|免职名单)"
)
_OFFICER = "[省市县区州乡镇厅局部司处会校]长|主任|书记|专员|主席|秘书长|院长|检察长|总理|委员"
_SPEAKER = re.compile(rf"[\u4e00-\u9fff]{{0,30}}(?:{_OFFICER})[ \u3000]+[\u4e00-\u9fff· \u3000]{{2,6}}")
# What a column's heading is set off by.
_DRESS = "◇◆○●□■☆★△▲※*=—－-·"
_DRESSED = re.compile(r"([·◇◆○●□■☆★※*])[\u4e00-\u9fff·、]{2,12}\1")
_SAYS = re.compile(r"关于|转发|批转|印发|报送|公布|[，。；：]")
# （2009年5月18日江苏省第十一届人民代表大会: what goes on in the next line.
_OPENS_DATE = re.compile(rf"[（(]{DATE.pattern}[^）)]*$")
# 某县人民政府公报2006年第4期, as the masthead and the head of each page say.
_MASTHEAD = re.compile(
    r".*公报.{0,12}期.{0,8}|[（(]?\d{4}年第?\d{1,3}[期号].{0,12}|[\u4e00-\u9fff]{2,40}(?:政府|委员会|常委会|办公室|国务院|会议)(?:公报|汇刊|政报)"
)
# 某厅等4部门.
_AND_OTHERS = re.compile(r"等[0-9一二三四五六七八九十]{1,3}个?(?:部门|单位|[厅局]局?)$")
# A seal, or where it was done, behind the date.
_ASIDE = re.compile(r"[ \u3000]*[（(](?:印章|盖章|公章|章)[）)]$|(?<=日)于[\u4e00-\u9fff]{2,6}$")
_WIRED = re.compile(r"新华社[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日电")
# A row of a list of documents.
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[（(]\d{4}[〕\]）)]第?\d+号")
_CLOSE = re.compile(r"(?:此|特此|切切此)[令复布告知致通公]{1,4}[。]?")


def joined(lines: list[Text]) -> str:
    """Lines of a title in one, without spaces."""
    return "".join("".join(line.s.split()) for line in lines)


def strong(title: str) -> bool:
    """True for a title that says what the document is about and of which genre it is, or whose decree it is."""
    title = fold(title)
    # 关于印发《某计划 goes on in the next line.
    if title.count("《") != title.count("》"):
        return False
    return bool(
        _ABOUT.fullmatch(title) or _NAMED.fullmatch(title) or _READING.fullmatch(title) or _HELD.fullmatch(title)
    )


def scheme(title: str) -> bool:
    """True for the title of a regulation, a plan, a scheme."""
    return _SCHEME.fullmatch(fold(title)) is not None


def tail(line: str) -> bool:
    """True for a last line of a title that says how far it holds: （试行）, （2021—2025年）."""
    return bool(line.strip()) and re.fullmatch(_TAIL, line.strip()) is not None


def org(line: str) -> bool:
    """True for a line of one or several offices and nothing else."""
    line = _AND_OTHERS.sub("", fold(line))
    if _SAYS.search(line):
        return False
    return (
        all(ORG.fullmatch(part) for part in re.split(r"[\s、]+", line) if part)
        or ORG.fullmatch("".join(line.split())) is not None
    )


def column(line: str) -> bool:
    """True for what may be the heading of a column of a gazette (市政府文件, 【人事任免】, 批　复)."""
    said = fold(line).strip().strip(_DRESS)
    if COLUMN.fullmatch("".join(said.split())) or _DRESSED.fullmatch("".join(line.split())):
        return True
    # Two columns under one heading: 通知　决定.
    return len(said.split()) > 1 and all(len(one) > 1 and COLUMN.fullmatch(one) for one in said.split())


def personnel(title: str) -> bool:
    """True for the title of a list of appointments that names its office."""
    found = _APPOINTS.fullmatch(fold(title))
    return found is not None and org(found["office"])


def speaker(line: str) -> bool:
    """True for a line below a title that says who spoke: 行署副专员　佟万山."""
    return _SPEAKER.fullmatch(line.strip()) is not None


def recipients(line: str) -> bool:
    """True for a line of recipients."""
    return RECIPIENTS.fullmatch(fold(line)) is not None


def wired(line: str) -> bool:
    """True for a text that a news agency passed on (新华社北京1月31日电　近日，…): it stands below a title."""
    return _WIRED.match(line) is not None


def signed_date(line: str) -> str | None:
    """The ISO date of the last line of a signing block: a date alone, or behind the issuer; else None."""
    s = _ASIDE.sub("", line.strip())
    if (alone := iso_date(s.removeprefix("公历"))) is not None:
        return alone
    said = date_label(s.removeprefix("公历").removeprefix("中华"))
    if said and said.form == "dated" and said.width == len(s.removeprefix("公历").removeprefix("中华")):
        return moment(said, Here(1, None)).start
    found = SIGNED.fullmatch(s)
    return iso_date(found["date"]) if found and (org(found["issuer"]) or person(found["issuer"])) else None


def stated_date(line: str) -> str | None:
    """The ISO date of a line below a title: in brackets by itself, that of the passing, of the meeting; else None."""
    if passed := passed_date(line):
        return passed
    found = _DATED.fullmatch(line.strip()) or _MET.fullmatch(line.strip())
    return iso_date(found["date"]) if found else None


def passed_date(line: str) -> str | None:
    """The ISO date of a line below the title of a regulation that says when it was passed or issued; else None."""
    if found := PASSED.fullmatch(line.strip()):
        return iso_date(found["date"])
    issued = _ISSUED.fullmatch(line.strip())
    return iso_date(issued["date"]) if issued and org(issued["issuer"]) else None


def ends(line: str) -> bool:
    """True for a line with which a document may end: its date, its public note, 此复."""
    return (
        signed_date(line) is not None
        or PUBLIC.fullmatch(line) is not None
        or _CLOSE.fullmatch(line.strip()) is not None
    )


def may_title(line: Text) -> bool:
    """True for a line that can be part of a title."""
    return (
        title_like(line)
        and not _NUMBERED.match(line.s)
        and not column(line.s)
        and not ends(line.s)
        and signed_date(line.s) is None
        and stated_date(line.s) is None
        and not _OPENS_DATE.match(line.s)
        and not _MASTHEAD.fullmatch("".join(line.s.split()))
    )
