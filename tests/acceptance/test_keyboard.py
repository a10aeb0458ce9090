"""The site by keyboard, in colours that the system forces, and without motion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.support.browser import opened
from tests.support.geometry import focus, layout_faults, moving, shapeless
from tests.support.kinds import Sample
from tests.support.visitor import coming

pytestmark = [pytest.mark.site, pytest.mark.browser]

PHONE = ViewportSize(width=320, height=640)
LARGE = ViewportSize(width=1440, height=900)
LOOKED_AT = ("home", "districts", "quartier", "startups")
"""The kinds with the most to act on."""


@pytest.fixture(scope="module")
def addresses(hosted: str, kinds: list[Sample]) -> dict[str, str]:
    """By kind, a page in English; the search too where there is one."""
    return {sample.kind: hosted + sample.path for sample in kinds if sample.lang in {"en", ""}}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of its own on a phone, without motion."""
    with chromium.new_context(viewport=PHONE, locale="en", reduced_motion="reduce") as context:
        yield context.new_page()


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def use_drawer(page: Page, button: Locator) -> None:
    """Open by Enter, step in by Tab, close by Escape: the focus comes back to where it was."""
    drawer = page.locator(f"#{button.get_attribute('popovertarget')}")
    button.focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    page.keyboard.press("Tab")
    expect(drawer.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()


def use_skip(page: Page, addresses: dict[str, str]) -> None:
    """The first stop leads past the header."""
    opened(page, addresses["home"])
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_attribute("href", "#_main")
    expect(focused(page)).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def use_menu(page: Page, addresses: dict[str, str]) -> None:
    opened(page, addresses["home"])
    use_drawer(page, page.locator("[popovertarget='_menu']"))


def use_switcher(page: Page, addresses: dict[str, str]) -> None:
    """The drawer with the languages, then one of them by Enter."""
    opened(page, addresses["home"])
    link = page.locator("a[hreflang='ja'][lang='ja']").first
    drawer = page.locator("[popover]", has=link).first.get_attribute("id")
    button = page.locator(f"[popovertarget='{drawer}']").first
    use_drawer(page, button)
    page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ja/")


def use_filter(page: Page, addresses: dict[str, str]) -> None:
    """The filters of the directory on a phone; then, in a large window, a term by Enter."""
    opened(page, addresses["startups"])
    use_drawer(page, page.locator("main [popovertarget]").first)
    page.set_viewport_size(LARGE)
    term = page.get_by_role("navigation", name="Filters").get_by_role("link").first
    term.focus()
    page.keyboard.press("Enter")
    # To the page of the term, or to the same list with the term in its address.
    page.wait_for_url(lambda url: url != addresses["startups"])


def use_map(page: Page, addresses: dict[str, str]) -> None:
    """From point to point by Tab, and by Enter to a district."""
    opened(page, addresses["districts"])
    points = page.locator(".map svg a[href]")
    points.first.focus()
    for number in range(1, 4):
        page.keyboard.press("Tab")
        expect(points.nth(number)).to_be_focused()
    wanted = str(points.nth(3).get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


def use_search(page: Page, addresses: dict[str, str]) -> None:
    """A stroke of `/` anywhere leads to the field; what is found is reached by Tab, and opened by Enter."""
    opened(page, addresses["home"])
    page.keyboard.press("/")
    expect(page.locator("input[type=search]:focus")).to_have_count(1)
    page.keyboard.type("Station F")
    page.keyboard.press("Enter")
    found = page.get_by_role("link", name="Station F").locator("visible=true").first
    found.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/station-f/**")


PARTS: dict[str, Callable[[Page, dict[str, str]], None]] = {
    "skip": use_skip,
    "menu": use_menu,
    "switcher": use_switcher,
    "filter": use_filter,
    "map": use_map,
    "search": use_search,
}
"""What a visitor must be able to use without a mouse: none may be missing from the site."""


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_used_by_keyboard(part: str, page: Page, addresses: dict[str, str]) -> None:
    """Reached, opened, used and left without a mouse."""
    PARTS[part](page, addresses)


@pytest.mark.parametrize("size", [PHONE, LARGE], ids=["phone", "large"])
@pytest.mark.parametrize("kind", LOOKED_AT)
def test_the_focus_is_seen_wherever_it_goes(
    kind: str, size: ViewportSize, page: Page, addresses: dict[str, str]
) -> None:
    """At each stop of a whole walk by Tab the element is in the window, marked, and not covered."""
    page.set_viewport_size(size)
    opened(page, addresses[kind])
    faults, stops = [], 0
    while stops < 400:
        page.keyboard.press("Tab")
        found = focus(page)
        if found is None:
            break
        stops += 1
        faults += [
            f"{found['name']}: {what}"
            for what, wrong in (
                ("not marked", not found["seen"]),
                ("out of the window", not found["inside"]),
                ("covered", found["covered"]),
            )
            if wrong
        ]
    assert faults == []
    assert stops > 20


@pytest.mark.parametrize("kind", LOOKED_AT)
def test_forced_colours_leave_every_shape(kind: str, chromium: Browser, addresses: dict[str, str]) -> None:
    """What can be pressed has an edge or a line, and nothing of the layout fails."""
    with chromium.new_context(viewport=PHONE, forced_colors="active", reduced_motion="reduce") as context:
        page = context.new_page()
        opened(page, addresses[kind])
        assert shapeless(page) == []
        assert layout_faults(page) == []


def test_nothing_moves_for_who_asks_so(page: Page, hosted: str, kinds: list[Sample]) -> None:
    """With less motion preferred no kind of page has an animation, not even under the pointer."""
    found = {}
    page.set_viewport_size(LARGE)
    for sample in kinds:
        if sample.lang in {"en", ""}:
            opened(page, hosted + sample.path)
            page.locator("main a").locator("visible=true").first.hover()
            found[sample.kind] = moving(page)
    assert {kind: told for kind, told in found.items() if told} == {}


def test_pages_are_useful_without_scripts(chromium: Browser, hosted: str) -> None:
    """The menu opens and leads somewhere with scripts off, since it is the browser that opens it."""
    with coming(chromium, hosted, "en") as visitor:
        visitor.page.set_viewport_size(PHONE)
        visitor.click(visitor.page.locator("[popovertarget='_menu']"))
        visitor.click(visitor.page.locator("#_menu a").first)
        assert visitor.page.url != f"{hosted}en/"
