"""A browser that does all a visitor could do on a page, and notes what no page of ours may do.

Served without headers, a page has no content security policy: what runs here runs because it was let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Dialog, Error, Frame, Page, Request, Route

_TELL = "globalThis.hit = number => { console.debug(`hit ${number}`) }"

# Every element that can act is pointed at, pressed, reached by keyboard and clicked. Links of the web are not
# followed: that they lead away is no fault. What is no address of the web is one, and its click has its way.
_PROVOKE = """() => {
  const all = root => [...root.querySelectorAll('*')].flatMap(
    element => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])])
  const isWeb = address => {
    try { return /^(https?|mailto|tel|webcal):$/.test(new URL(address, document.baseURI).protocol) }
    catch { return true }
  }
  const address = link => link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
  addEventListener('click', event => {
    const link = event.composedPath().find(each => each.localName === 'a' || each.localName === 'area')
    if (link && isWeb(address(link))) event.preventDefault()
  }, true)
  addEventListener('submit', event => {
    const by = event.submitter?.getAttribute('formaction') ?? event.target.getAttribute('action') ?? ''
    if (isWeb(by)) event.preventDefault()
  }, true)
  const found = all(document)
  const kinds = ['mouseover', 'pointerdown']
  const told = {bubbles: true, cancelable: true, composed: true, view: window}
  const acts = element => element.matches('a, area, button, input, select, textarea, summary, [tabindex]')
    || [...element.attributes].some(each => /^(on|contenteditable|formaction)/i.test(each.name))
  for (const element of found.filter(acts)) {
    for (const kind of kinds) element.dispatchEvent(new MouseEvent(kind, told))
    element.focus?.()
    if (!element.disabled) element.dispatchEvent(new MouseEvent('click', told))
  }
  const names = found.flatMap(element => [...element.attributes].map(each => each.name))
  const links = found.filter(each => /^(a|area)$/.test(each.localName)).map(address)
  return [
    ...new Set(names.filter(name => /^(on|style$|srcdoc$)/i.test(name))),
    ...new Set(links.filter(link => !isWeb(link))),
  ]
}"""
_SETTLE = """() => new Promise(done => {
  const wait = left => left ? requestAnimationFrame(() => setTimeout(() => wait(left - 1))) : done()
  wait(5)
})"""


# No slots: Playwright keeps its wrapper of a bound method on the object itself.
@dataclass
class Trap:
    """What the pages of one browser did: numbers of vectors that ran, addresses outside, what else."""

    page: Page
    host: str
    ran: set[int] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    strange: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Listen to everything that a page may do."""
        context = self.page.context
        context.add_init_script(_TELL)
        own = rf"^(?!http://{re.escape(self.host)}/|about:|data:|blob:)"
        context.route(re.compile(own), self._outside)
        context.on("page", lambda page: self.strange.append(f"window {page.url}"))
        self.page.on("console", lambda message: self._said(message.text))
        self.page.on("framenavigated", self._moved)
        self.page.on("dialog", self._asked)

    def look(self, url: str) -> list[str]:
        """Open a page and do all that can be done there; the attributes and links it should not have."""
        self.page.goto(url)
        found = [name for frame in self.page.frames for name in _provoked(frame)]
        self.page.evaluate(_SETTLE)
        return found

    @property
    def caught(self) -> set[int]:
        """The numbers of the vectors that ran or asked for something outside."""
        numbers = (re.search(r"/(\d+)/?(?:x|\d*x)?$", urlsplit(url).path) for url in self.outside)
        return self.ran | {int(number[1]) for number in numbers if number}

    def _said(self, text: str) -> None:
        if match := re.fullmatch(r"hit (\d+)", text):
            self.ran.add(int(match[1]))

    def _asked(self, dialog: Dialog) -> None:
        self.strange.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _outside(self, route: Route, request: Request) -> None:
        self.outside.add(request.url)
        route.abort()

    def _moved(self, frame: Frame) -> None:
        if not frame.url.startswith((f"http://{self.host}/", "about:blank")):
            self.strange.append(f"went to {frame.url}")


def _provoked(frame: Frame) -> list[str]:
    try:
        found: list[str] = frame.evaluate(_PROVOKE)
    except Error:
        return []  # a frame that went elsewhere, which is noted apart
    return found


@contextmanager
def trapped(browser: Browser, address: str) -> Iterator[Trap]:
    """A trap for the pages at an address, in a context of its own."""
    with browser.new_context() as context:
        trap = Trap(context.new_page(), urlsplit(address).netloc)
        trap.watch()
        yield trap
