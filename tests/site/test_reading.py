"""What readers do on a page: switch, follow the calendar, use keys, copy a citation, read without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.checks.outside import expected, given, visible
from builder.commands.build import Product

pytestmark = pytest.mark.browser
MONTH = "chronicle/2021/03/"
DOCUMENT = "gazette/2020-1/jszb-2020-4/"
PAGED = "gazette/2021-2/jszb-2021-6/"


def test_calendar_jumps_to_the_day(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    link = desk.locator(".strip a", has_text="15日，5条")
    link.click()
    assert desk.url.endswith("#on-2021-03-15-1")
    box = desk.locator("#on-2021-03-15-1").bounding_box()
    assert box
    assert 0 <= box["y"] < 450


def test_base_text_and_back(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    entry = desk.locator("#\\32 021-03-02-1")
    before = entry.inner_text()
    assert before.startswith("省人大常委会副主任、市委书记张志川主持召开市委常委会会议，传达")
    desk.keyboard.press("t")
    assert entry.inner_text().startswith("市人大常委会副主任、市委书记张志川主持召开市委常委会会议,传达")
    desk.keyboard.press("t")
    assert entry.inner_text() == before


def test_base_text_of_partly_narrow_paragraph(desk: Page, address: str) -> None:
    """`data-w` with positions: only those marks are half width."""
    desk.goto(address + MONTH)
    entry = desk.locator("#\\32 021-03-15-1")
    positions = (entry.get_attribute("data-w") or "").split()
    assert positions
    assert "*" not in positions
    before = "".join(entry.inner_text().split())
    desk.keyboard.press("t")
    after = "".join(entry.inner_text().split())
    changed = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    fixes = len(re.findall("省人大常委会副主任", before))
    assert [str(i) for i in changed if before[i] in "，；：？！（）"] == positions
    assert len(changed) - len(positions) <= fixes


def test_correction_tells_its_reason(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    desk.locator("#note-1").focus()
    assert "“市”为“省”之误" in desk.locator(".pop").inner_text()
    desk.keyboard.press("Escape")
    assert desk.locator(".pop").count() == 0


def test_citation_of_an_entry(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    desk.keyboard.press("j")
    desk.keyboard.press("c")
    text = desk.locator("dialog").inner_text()
    assert "GB/T 7714—2025" in text
    assert "2021年3月1日第1条[M/OL]//中共晋城市委党史研究室，" in text
    assert "，2022：17. 晋城数字年鉴：chronicle-2021/2021-03-01-1." in text
    assert f"{address}{MONTH}#2021-03-01-1" in text
    assert "编号 chronicle-2021/2021-03#2021-03-01-1" in text
    assert "底本第 208 行" in text


def test_every_form_of_a_citation(desk: Page, address: str) -> None:
    desk.goto(address + DOCUMENT)
    forms = desk.evaluate("yearbook.citation('n-2-4-2')")
    assert forms["title"] == "关于印发晋城市水污染治理攻坚方案的通知·二（四）2"
    # The contents say where the document begins; on which page a provision stands, nothing says.
    assert "：晋市政办〔2020〕4号·二（四）2[J/OL]. 晋城市人民政府公报，2020（1）. " in forms["gbt"]
    whole = desk.evaluate("yearbook.citation('')")
    assert "：晋市政办〔2020〕4号[J/OL]. 晋城市人民政府公报，2020（1）：36. " in whole["gbt"]
    desk.goto(address + PAGED)
    paged = desk.evaluate("yearbook.citation('n-4-9')")
    assert "：晋市政办〔2021〕6号·四（九）[J/OL]. 晋城市人民政府公报，2021（2）：31. " in paged["gbt"]
    desk.goto(address + DOCUMENT)
    assert forms["bibtex"].startswith("@article{jincheng-gazette-2020-1-jszb-2020-4-n-2-4-2,\n")
    assert forms["bibtex"].count("{") == forms["bibtex"].count("}")
    assert forms["ris"].startswith("TY  - JOUR\nAU  - 晋城市人民政府办公室\n")
    assert forms["ris"].endswith("ER  - \n")
    row = json.loads(forms["csl"])
    assert row["type"] == "article-journal"
    assert row["number"] == "晋市政办〔2020〕4号"
    assert not re.search(r"\{(title|page|url|key|today)\}", json.dumps(forms))


def test_number_of_a_provision_offers_its_link(chromium: Browser, address: str) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(address + DOCUMENT)
        page.locator("#n-2 > a.no").click()
        page.locator(".at-no button", has_text="链接").click()
        assert page.locator(".said").inner_text() == "链接已复制"
        assert page.evaluate("navigator.clipboard.readText()") == f"{address}{DOCUMENT}#n-2"


def test_keys(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement.name") == "q"
    desk.keyboard.press("j")
    assert desk.locator(".here").count() == 0
    desk.evaluate("document.activeElement.blur()")
    for _ in range(3):
        desk.keyboard.press("j")
    desk.keyboard.press("k")
    assert desk.evaluate("document.activeElement.id") == "2021-03-02-1"
    desk.keyboard.press("?")
    assert "下一条" in desk.locator("dialog").inner_text()
    desk.keyboard.press("Escape")
    desk.keyboard.press("]")
    desk.wait_for_url("**/chronicle/2021/04/")
    desk.keyboard.press("[")
    desk.wait_for_url("**/chronicle/2021/03/")


def test_keys_can_be_switched_off(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    desk.locator(".menu summary").click()
    desk.locator('.choice[aria-label="快捷键"] button', has_text="关").click()
    desk.reload()
    desk.keyboard.press("?")
    assert desk.locator("dialog").count() == 0


def test_display_is_remembered(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    light = desk.evaluate("getComputedStyle(document.body).backgroundColor")
    desk.locator(".menu summary").click()
    desk.get_by_role("button", name="深", exact=True).click()
    desk.get_by_role("button", name="大字").click()
    desk.goto(address + DOCUMENT)
    assert desk.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert desk.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"


def test_today_on_the_home_page(desk: Page, address: str) -> None:
    desk.clock.set_fixed_time("2031-03-15T10:00:00")
    desk.goto(address)
    place = desk.locator("[data-today]")
    place.locator("li").first.wait_for()
    assert "3月15日" in place.inner_text()
    assert "市委农村工作会议召开" in place.inner_text()
    assert place.locator("a").first.get_attribute("href", timeout=1000)


def test_lists_can_be_filtered(desk: Page, address: str) -> None:
    desk.goto(address + "index/persons/")
    desk.locator("#list-filter").fill("王震")
    assert desk.locator("ul.index > li:visible").count() == 1
    desk.locator("#list-filter").fill("")
    desk.get_by_role("button", name="笔画").click()
    heads = [int(h.split()[0]) for h in desk.locator("h2[data-made]").all_inner_texts() if h[0].isdigit()]
    assert heads == sorted(heads)
    assert len(heads) > 5
    desk.get_by_role("button", name="拼音").click()
    assert desk.locator("#letter-w").is_visible()


def test_a_list_can_be_narrowed_to_a_year_and_counts_what_is_left(desk: Page, address: str, site: Path) -> None:
    listed = json.loads((site / "data/organisations.json").read_text("utf-8"))
    of = {one["id"]: str(one["year"]) for one in json.loads((site / "data/volumes.json").read_text("utf-8"))}
    told = {of[place.partition("/")[0]] for one in listed for place in (*one["mentions"], *one["documents"])}
    desk.goto(address + "index/organisations/")
    tools, rows = desk.locator("[data-list-tools]"), desk.locator("ul.index > li")
    assert tools.get_by_role("group", name="年份").get_by_role("button").all_inner_texts() == ["全部", *sorted(told)]
    every = rows.count()
    assert tools.get_by_role("status").inner_text() == f"{every} 条"
    tools.get_by_role("button", name="2021").click()
    left = [row.get_attribute("data-years") or "" for row in desk.locator("ul.index > li:visible").all()]
    assert 0 < len(left) < every
    assert all("2021" in years.split() for years in left)
    assert tools.get_by_role("status").inner_text() == f"{len(left)} / {every} 条"
    pressed = tools.get_by_role("button", name="2021")
    assert (pressed.get_attribute("aria-pressed"), desk.locator("h2.none:visible").count()) == ("true", 0)
    tools.get_by_role("button", name="全部").click()
    assert desk.locator("ul.index > li:visible").count() == every


def test_reading_without_scripts(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + MONTH)
        assert page.locator(".row").count() > 30
        assert "原作“市”" in page.locator("#notes").inner_text()
        page.locator("#notes a").first.click()
        assert "#note-" in page.url
        page.locator(".menu summary").click()
        assert page.locator(".menu .panel").is_visible()
        page.locator(".pager .after").click()
        assert page.url.endswith("chronicle/2021/04/")
        page.goto(address + "index/persons/")
        assert page.locator("ul.index li").count() > 100


def test_phone_calendar_is_a_calendar(phone: Page, address: str) -> None:
    """1 March 2021 was a Monday, 1 April a Thursday: seven columns from Monday."""
    places = {}
    for url in (MONTH, "chronicle/2021/04/"):
        phone.goto(address + url)
        lefts = phone.evaluate(
            "[...document.querySelectorAll('.strip li')].slice(0, 14).map((one) => one.getBoundingClientRect().left)"
        )
        columns = sorted(set(lefts))
        places[url] = (len(columns), columns.index(lefts[0]))
    assert places == {MONTH: (7, 0), "chronicle/2021/04/": (7, 3)}


def test_print_holds_the_text_and_where_it_is_from(desk: Page, address: str) -> None:
    desk.goto(address + MONTH)
    desk.emulate_media(media="print")
    for gone in (".top", ".strip", ".bottom", ".pager"):
        assert not desk.locator(gone).first.is_visible(), gone
    shown = desk.locator("main").inner_text()
    assert "chronicle-2021/2021-03" in shown
    assert "晋城市大事记（2021）" in shown


def test_official_text_is_whole_on_the_finished_page(pages: dict[str, str], made: Product) -> None:
    """The outside proof once more, behind the theme: what is not furniture is the official text, in its order."""
    for some in made.chapters:
        for url, lines in expected(some).items():
            main = re.search(r'<main id="main".*?</main>', pages[url], re.DOTALL)
            assert main
            assert visible(main[0]) == given(lines), url


def test_the_contents_of_every_document_lead_to_its_headings(pages: dict[str, str], made: Product) -> None:
    """目次 names each heading of the first levels in the order of the text, and each line leads to one."""
    seen = 0
    for some in made.chapters:
        for _, chapter in some.documents:
            page = pages[chapter.url]
            listed = re.search(r'<nav class="toc".*?</nav>', page, re.DOTALL)
            heads = re.findall(r'<h[2-6][^>]* class="level-1"[^>]*>|<h[2-6][^>]*id="[^"]+"[^>]*class="level-1', page)
            if not listed:
                assert len(heads) < 2, chapter.id
                continue
            anchors = re.findall(r'href="#([^"]+)"', listed[0])
            places = [page.index(f' id="{anchor}"') for anchor in anchors]
            assert places == sorted(places), chapter.id
            seen += len(anchors)
    assert seen > 500
